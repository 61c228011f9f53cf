import { MODALITY_WORDS } from '../../messages/modalities.js';
import type { Bilingual } from '../../text/bilingual.js';
import type { PlacedToken } from '../lexer.js';
import { inWords, lineStart, wordsOfLine } from '../lines.js';
import { instead } from '../wording.js';
import type { Mistake } from './mistake.js';

/** Words for how firm something is that the language says in another way. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
    kan: 'mogelijk', mag: 'mogelijk', soms: 'mogelijk', eventueel: 'mogelijk', meestal: 'veelal', doorgaans: 'veelal',
    gewoonlijk: 'veelal', vaak: 'veelal', liefst: 'bij voorkeur', 'in principe': 'in beginsel',
}; // prettier-ignore
const FIRM = /^(moet|moeten|dient|hoort)$/;

/** `pas als kan "…"`, `klaar als meestal g`, `door moet X`: how the language says how firm that is. */
export function otherFirmness({ words, at }: Mistake): Bilingual | undefined {
    for (const from of words[0] === 'gegeven' ? [] : [at - 1, at].filter((i) => i > 0)) {
        const found = [words[from], words.slice(from, from + 2).join(' ')].find(
            (w) => w && Object.hasOwn(OTHER_WORDS, w),
        );
        const right = OTHER_WORDS[found ?? ''];
        if (found !== undefined && right !== undefined) {
            return instead(right, found);
        }
        if (FIRM.test(words[from] ?? '')) {
            const word = words[from] ?? '';
            return {
                nl: `Wat in een protocol staat, moet: haal \`${word}\` weg. Hoeft het niet altijd, zeg dan \`veelal\`, \`in beginsel\` of \`bij voorkeur\`.`,
                en: `What a protocol says has to be done: take \`${word}\` away. If it need not always be, say \`veelal\`, \`in beginsel\` or \`bij voorkeur\`.`,
            };
        }
    }
    return undefined;
}

const PHRASES: readonly string[] = Object.values(MODALITY_WORDS).map((w) => w.nl);
/** Statements with a block of their own, in which what is firm about their first line can be said. */
const WITH_BLOCK = /^(rol|overdracht|escalatie|werkzaam|factor|document|interventie)$/;

/** Statements whose first word the words for how firm it is may follow. */
const FIRM_BEHIND_KEYWORD = new Set(
    (
        'duur frequentie intensiteit contacten termijn door inzet levert vereist bepaalt volgt werkt herhaal locatie materiaal ' +
        'werkwijze principe aandachtspunt contactbudget vorm gesprekken informatie bevestiging regie gericht leeftijd bereik kosten ' +
        'competentie opleiding caseload taak bevat bewaartermijn selectie contra-indicatie randvoorwaarde partner norm'
    ).split(' '),
);

/** `duur 2 weken veelal`, `werkt aan D bij voorkeur`: how firm it is comes behind the first word of its line. */
function behindKeyword(words: readonly string[], from: number, to: number): Bilingual | undefined {
    const [keyword = '', ...rest] = [...words.slice(0, from), ...words.slice(to)];
    const isAtEnd = to >= words.length || /^(volgens|afgeleid)$/.test(words[to] ?? '');
    const isWhole = !/^(,|per|in|na|van|op|aan|naar|met|over|binnen|als|is)$/.test(words[from - 1] ?? '');
    const isSaid = PHRASES.some((said) => ` ${inWords(rest)} `.includes(` ${said} `));
    return from > 1 && isAtEnd && isWhole && !isSaid && FIRM_BEHIND_KEYWORD.has(keyword) && !/^"/.test(rest[0] ?? '')
        ? instead(inWords([keyword, ...words.slice(from, to), ...rest]), inWords(words))
        : undefined;
}

/** The words that say how firm something is, from a token on: `in beginsel`. */
function modalityAt(tokens: readonly PlacedToken[], index: number): string | undefined {
    const words = tokens.slice(index, index + 2).map((t) => t.image);
    return PHRASES.find((said) => said === words.slice(0, said.split(' ').length).join(' '));
}

/**
 * How firm something is, where the language has no place for it (`rol X van veelal JGZ`): the line without it, and an
 * explanation that keeps it.
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
    const moved = isIfPossible ? undefined : behindKeyword(words, from, to);
    if (moved) {
        return moved;
    }
    const around = words.slice(words[from - 1] === ',' ? from : from - 1, to + 1);
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
