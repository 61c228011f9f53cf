import { statementDoc } from '../../messages/statements.js';
import type { Bilingual } from '../../text/bilingual.js';
import { inWords } from '../lines.js';
import { brief, instead } from '../wording.js';
import { WORD, type Mistake } from './mistake.js';

const EXPECTED = /^(geen|pad|einde|regie|stap|overdracht|document|escalatie|toegang)$/;

/** `verwacht stap A overdracht C`: what is expected more stands on a line of its own. */
export function moreExpectations({ words, at }: Mistake): Bilingual | undefined {
    const isComma = words[at] === ',';
    const rest = words.slice(isComma ? at + 1 : at);
    const more = rest[0] === 'verwacht' ? rest.slice(1) : rest;
    if (words[0] !== 'verwacht' || at < 2 || !EXPECTED.test(more[0] ?? '')) {
        return undefined;
    }
    const [one, other] = [inWords(words.slice(0, at)), inWords(['verwacht', ...more])];
    return {
        nl: `Elke verwachting staat op een eigen regel: \`${one}\`, en daaronder \`${other}\`.`,
        en: `Each expectation stands on a line of its own: \`${one}\`, and below it \`${other}\`.`,
    };
}

/** `verwacht pad A B`: a comma stands between names. */
export function namesWithoutComma({ words, at }: Mistake): Bilingual | undefined {
    const [one = '', other = ''] = words.slice(at - 1);
    return /^verwacht pad /.test(words.join(' ')) && at > 2 && WORD.test(one) && WORD.test(other)
        ? instead(`${one}, ${other}`, `${one} ${other}`)
        : undefined;
}

/** `opbrengst onbekend verwacht in 2027`: when it will be known comes behind a comma. */
export function expectedOfOpen({ words, at, line }: Mistake): Bilingual | undefined {
    const rest = inWords(words.slice(at));
    return /^verwacht in /.test(rest) &&
        /\bonbekend( omdat "[^"]*")?$/.test(inWords(words.slice(0, at))) &&
        !line.includes('…')
        ? instead(`, ${rest}`, rest)
        : undefined;
}

/** `stap B door R`: what is said of it stands in its block. */
export function partWithoutBlock({ tokens, index, words, at, token }: Mistake): Bilingual | undefined {
    const [block = ''] = words;
    const part = words[at] === ',' ? at + 1 : at;
    const rest = words.slice(part);
    if (
        at < 2 ||
        token.firstOnLine === true ||
        block === words[part] ||
        !statementDoc(rest.join(' '), block)?.blocks.includes(block)
    ) {
        return undefined;
    }
    const begins = (i: number) => statementDoc(rest.slice(i).join(' '), block)?.blocks.includes(block) === true;
    const said = inWords(rest.filter((word, i) => word !== ',' || !begins(i + 1)));
    const hasBlock = tokens[index - at + words.length]?.image === '{';
    return hasBlock
        ? {
              nl: `\`${brief(said)}\` staat in het blok van \`${block}\`, op een eigen regel achter de \`{\`.`,
              en: `\`${brief(said)}\` stands in the block of \`${block}\`, on a line of its own behind the \`{\`.`,
          }
        : instead(`${inWords(words.slice(0, at))} { ${said} }`, inWords(words));
}

/** `fase Gesprekken duur 3 maanden`: a line of its block with its value, and no name of more words. */
export function partBehindName(mistake: Mistake): Bilingual | undefined {
    const { words, at } = mistake;
    return at === 2 && words.length > at + 1 ? partWithoutBlock(mistake) : undefined;
}

/** `Gesprek: akkoord is ja` as a line of a case. */
export function visitWithoutWord({ line, at, block }: Mistake): Bilingual | undefined {
    return block === 'scenario' && at <= 1 && /^\p{Lu}[\w-]*: \S/u.test(line)
        ? instead(`bij ${line}`, line)
        : undefined;
}

/** `volgens Handboek tenzij anders vermeld` as a line of its own: it stands behind the name of what it is about. */
export function sourceOfWhole({ line, at, block = 'interventie' }: Mistake): Bilingual | undefined {
    return at === 0 && /^volgens .* tenzij anders vermeld$/.test(line)
        ? {
              nl: `Een bron voor het hele blok staat op de eerste regel ervan: \`${block} … ${line} {\`.`,
              en: `A source for a whole block stands in its first line: \`${block} … ${line} {\`.`,
          }
        : undefined;
}

/** What people write of a visit that nobody came to, in a case. */
const NO_SHOW =
    /^bij (\S+): (?:.*\b(?:niemand|afwezig|no-show|noshow|niet (?:thuis|gekomen|verschenen|verschijnt|gezien)|(?:komt|kwam|verscheen|verschijnt|was er) niet)\b|gaat niet door\b)/;

/** `bij Gesprek: niemand kwam`, `bij Gesprek: no-show`: whether the family was there is a fact of its own. */
export function nobodyCame({ line, block }: Mistake): Bilingual | undefined {
    const step = block === 'scenario' ? NO_SHOW.exec(line)?.[1] : undefined;
    return step === undefined
        ? undefined
        : {
              nl: `Of er iemand was, is een gegeven: zet \`gegeven gezin-was-er: ja/nee\` in de interventie en \`bepaalt gezin-was-er\` in stap \`${step}\`, en schrijf hier \`bij ${step}: gezin-was-er is nee\`.`,
              en: `Whether anybody was there is a fact: put \`gegeven gezin-was-er: ja/nee\` in the intervention and \`bepaalt gezin-was-er\` in step \`${step}\`, and write here \`bij ${step}: gezin-was-er is nee\`.`,
          };
}
