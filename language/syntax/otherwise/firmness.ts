import { MODALITY_WORDS } from '../../messages/modalities.js';
import type { Bilingual } from '../../text/bilingual.js';
import type { PlacedToken } from '../lexer.js';
import { inWords, lineStart, wordsOfLine } from '../lines.js';
import { instead } from '../wording.js';
import type { Mistake } from './mistake.js';

const PHRASES: readonly string[] = Object.values(MODALITY_WORDS).map((w) => w.nl);
/** Statements with a block of their own, in which what is firm about their first line can be said. */
const WITH_BLOCK = /^(rol|overdracht|escalatie|effect|werkzaam|factor|document|interventie)$/;

/** The words that say how firm something is, from a token on: `in beginsel`. */
export function modalityAt(tokens: readonly PlacedToken[], index: number): string | undefined {
    const words = tokens.slice(index, index + 2).map((t) => t.image);
    return PHRASES.find((said) => said === words.slice(0, said.split(' ').length).join(' '));
}

/** `toegang als veelal x` */
export function modalityBehindCondition({ tokens, index, words, at }: Mistake): Bilingual | undefined {
    const said = words[at - 2] === 'toegang' && words[at - 1] === 'als' ? modalityAt(tokens, index) : undefined;
    return said === undefined ? undefined : instead(`toegang ${said} als`, `toegang als ${said}`);
}

/**
 * How firm something is, where the language has no place for it (`rol X van veelal JGZ`, `pas in beginsel als g`): the
 * line without it, and an explanation that keeps it.
 */
export function firmness({ tokens, index }: Mistake): Bilingual | undefined {
    const token = tokens[index];
    if (token?.image === 'mogelijk' && tokens[index - 1]?.image === 'zo') {
        return IF_POSSIBLE;
    }
    const isIfPossible = token?.image === 'zo' && tokens[index + 1]?.image === 'mogelijk';
    if (isIfPossible && tokens[index - 1]?.image !== ',') {
        return IF_POSSIBLE;
    }
    const phrase = isIfPossible ? 'zo mogelijk' : modalityAt(tokens, index);
    if (!token || token.firstOnLine === true || phrase === undefined) {
        return undefined;
    }
    const start = lineStart(tokens, index);
    const { words, next } = wordsOfLine(tokens, start);
    const from = index - start;
    const to = from + phrase.split(' ').length;
    const isGuard = /^(pas|klaar)$/.test(words[0] ?? '');
    const around = isGuard ? words : words.slice(words[from - 1] === ',' ? from : from - 1, to + 1);
    const said = inWords(around.filter((w) => !/["`]/.test(w)));
    const line = inWords([...words.slice(0, from), ...words.slice(to)]);
    const note = `toelichting "${said}"`;
    const inBlock = WITH_BLOCK.test(words[0] ?? '');
    const hasBlock = inBlock && tokens[next]?.image === '{';
    const form = hasBlock ? `${line} { ${note} … }` : inBlock ? `${line} { ${note} }` : line;
    return inBlock
        ? {
              nl: `\`${phrase}\` kan hier niet. Zeg het in het blok, dan blijft het bewaard: \`${form}\`.`,
              en: `\`${phrase}\` cannot stand here. Say it in the block, so that it is kept: \`${form}\`.`,
          }
        : {
              nl: `\`${phrase}\` kan hier niet. Zeg het op een eigen regel, dan blijft het bewaard: \`${form}\`, en daaronder \`${note}\`.`,
              en: `\`${phrase}\` cannot stand here. Say it on a line of its own, so that it is kept: \`${form}\`, and below it \`${note}\`.`,
          };
}

const IF_POSSIBLE: Bilingual = {
    nl: '`zo mogelijk` kent de taal niet. Gaat het liefst zo, schrijf dan `bij voorkeur`; kan het zo gaan of ook niet, schrijf dan `mogelijk`.',
    en: 'The language does not know `zo mogelijk`. Write `bij voorkeur` for what is preferred, and `mogelijk` for what may be so or not.',
};
