import type { Bilingual } from '../text/bilingual.js';
import type { PlacedToken } from './lexer.js';
import { inWords as joined, lineStart, wordsOfLine as lineFrom } from './lines.js';
import { instead } from './other-notation.js';

const TEXT = /^["\u201C\u201D\u201E]/;
const QUOTED_NAME = /^["\u201C\u201D\u201E](\p{L}[\p{L}\p{N}_-]*)["\u201C\u201D]$/u;
const BRANCH = /^(als|anders)$/;
/** Words that people put behind `erkenning`, which begin a line in its block. */
const OF_RECOGNITION = /^(door|niveau|datum|geldigheid|herbeoordeling|motivering)$/;

/**
 * Statements that many write in another form than the language has: how the language writes the whole line.
 *
 * @param index the number of the token at which it went wrong
 * @param block the first word of the block around it
 */
export function otherLine(
    tokens: readonly PlacedToken[],
    index: number,
    block: string | undefined,
): Bilingual | undefined {
    if (!tokens[index]) {
        return undefined;
    }
    return (
        branchesInStep(tokens, index, block) ??
        branchBehindTarget(tokens, index) ??
        yesOrNo(tokens, index) ??
        worksTowards(tokens, index) ??
        recognition(tokens, index)
    );
}

/** A name in quotes where the message says that a name is expected: `door "Gezinswerker"`. */
export function nameInQuotes(token: PlacedToken, expected: string): Bilingual | undefined {
    const name = QUOTED_NAME.exec(token.image)?.[1];
    return name !== undefined && /^Achter `[^`]+` hoort .*\bde naam van .*, maar er staat /.test(expected)
        ? {
              nl: `Een naam staat zonder aanhalingstekens: \`${name}\`.`,
              en: `A name stands without quotes: \`${name}\`.`,
          }
        : undefined;
}

/** `als y: B` and `anders: C` as lines of a step: branches stand in a block of `daarna`. */
function branchesInStep(
    tokens: readonly PlacedToken[],
    index: number,
    block: string | undefined,
): Bilingual | undefined {
    if (block !== 'stap' || !isBranch(tokens[index])) {
        return undefined;
    }
    const lines: string[] = [];
    for (let i = index; isBranch(tokens[i]);) {
        const { words, next } = lineFrom(tokens, i);
        if (!words.includes(':') || words.some((w) => TEXT.test(w))) {
            return undefined;
        }
        lines.push(joined(words));
        i = next;
    }
    const form = `\`daarna { ${lines.join('  ')} }\``;
    return {
        nl: `In een stap staan takken in een blok: ${form}.`,
        en: `In a step branches stand in a block: ${form}.`,
    };
}

/** Whether a branch in a step comes below another, with which it was told. */
export function isFurtherBranch(tokens: readonly PlacedToken[], index: number, block: string | undefined): boolean {
    return block === 'stap' && isBranch(tokens[index]) && isBranch(tokens[lineStart(tokens, index - 1)]);
}

function isBranch(token: PlacedToken | undefined): boolean {
    return token?.firstOnLine === true && BRANCH.test(token.image);
}

/** `daarna naar B als y`, `daarna: B als y`: the condition comes first, in a block. */
function branchBehindTarget(tokens: readonly PlacedToken[], index: number): Bilingual | undefined {
    const start = lineStart(tokens, index);
    const { words } = lineFrom(tokens, start);
    const said = /^daarna (?:naar|:) (\S+) (?:als|wanneer|indien) ([^{}:"]+)$/.exec(words.join(' '));
    return said ? instead(`daarna { als ${said[2] ?? ''}: ${said[1] ?? ''} }`, joined(words)) : undefined;
}

/** `gegeven x: ja of nee` */
function yesOrNo(tokens: readonly PlacedToken[], index: number): Bilingual | undefined {
    const [before, word, next] = tokens.slice(index - 1, index + 2).map((t) => t.image);
    const isFact = tokens[lineStart(tokens, index)]?.image === 'gegeven';
    return isFact && before === 'ja' && /^(of|en)$/.test(word ?? '') && next === 'nee'
        ? instead('ja/nee', `ja ${word ?? ''} nee`)
        : undefined;
}

/** `werkt naar X` */
function worksTowards(tokens: readonly PlacedToken[], index: number): Bilingual | undefined {
    const before = tokens[index - 1];
    const word = tokens[index]?.image ?? '';
    return before?.firstOnLine === true && before.image === 'werkt' && /^(naar|toe|richting|voor|op)$/.test(word)
        ? instead('werkt aan', `werkt ${word}`)
        : undefined;
}

/** `erkenning door NJi`: who recognised stands in the block, in quotes. */
function recognition(tokens: readonly PlacedToken[], index: number): Bilingual | undefined {
    const before = tokens[index - 1];
    if (
        before?.firstOnLine !== true ||
        before.image !== 'erkenning' ||
        !OF_RECOGNITION.test(tokens[index]?.image ?? '')
    ) {
        return undefined;
    }
    const [word = '', ...value] = lineFrom(tokens, index).words;
    const isPlain = value.length > 0 && !value.some((w) => /^[{}]$/.test(w));
    const needsQuotes = /^(door|niveau|motivering)$/.test(word) && !value.some((w) => TEXT.test(w));
    const text = joined(value);
    return isPlain
        ? instead(`erkenning { ${word} ${needsQuotes ? `"${text}"` : text} }`, `erkenning ${word} ${text}`)
        : undefined;
}
