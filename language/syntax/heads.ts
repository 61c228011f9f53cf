import { EOF, type ILexingError, type IRecognitionException, type IToken } from 'chevrotain';
import type { ParseResult } from 'langium';
import type { PlacedToken } from './lexer.js';
import { isWordKeyword } from './tokens.js';

/** Where the parser failed in the head of a block, by the offset of the first token that is left out for it. */
export type StrayInHeads = ReadonlyMap<number, Stray>;

interface Stray {
    readonly error: IRecognitionException;
    /** offsets of the tokens that are left out */
    readonly dropped: readonly number[];
}

/** How many blocks were stepped over without being read. */
export function blocksLost(errors: readonly IRecognitionException[]): number {
    return errors.reduce((sum, e) => sum + e.resyncedTokens.filter(isOpening).length, 0);
}

/** The first words of the lines that open a block, among tokens over which the parser went on without reading. */
export function skippedHeads(skipped: readonly PlacedToken[]): PlacedToken[] {
    const heads: PlacedToken[] = [];
    let first: PlacedToken | undefined;
    let depth = 0;
    for (const token of skipped) {
        if (depth === 0 && token.firstOnLine === true) {
            first = token;
        }
        if (isOpening(token)) {
            if (depth++ === 0 && first) {
                heads.push(first);
            }
        } else if (token.image === '}' && depth > 0) {
            depth--;
            first = undefined;
        }
    }
    return heads;
}

/**
 * What stands between the head of a statement and its brace and cost its block: `q` in `stap A "a" q {`. From where the
 * parser failed up to the brace, or up to where the source of the statement is named; of a sign or a name in front of
 * a text, that sign or name only, since the text may be the title.
 *
 * @param isWhole leaves out all that stands before the brace, where less was not enough
 */
export function strayInHeads(
    errors: readonly IRecognitionException[],
    tokens: readonly PlacedToken[],
    isWhole = false,
): StrayInHeads {
    const found = new Map<number, Stray>();
    const costly = errors.filter((e) => e.resyncedTokens.some(isOpening));
    if (costly.length === 0) {
        return found;
    }
    const numbers = new Map<IToken, number>(tokens.map((t, i) => [t, i]));
    for (const error of costly) {
        const at = numbers.get(error.token) ?? tokens.length;
        const from = isWhole && isOpening(tokens[at]) ? lastStart(tokens, at) : at;
        const rest = restOfHead(tokens, from, isWhole);
        if (rest[0] && isWordKeyword((firstOfLine(tokens, from) ?? error.token).tokenType)) {
            found.set(rest[0].startOffset, { error, dropped: rest.map((t) => t.startOffset) });
        }
    }
    return found;
}

/** The tokens from a number on that are in the way of the brace of their line; none where that line has no brace. */
function restOfHead(tokens: readonly PlacedToken[], from: number, isWhole: boolean): readonly PlacedToken[] {
    let end = from;
    let source: number | undefined;
    for (; !isOpening(tokens[end]); end++) {
        const token = tokens[end];
        const isSource = end > from && /^(volgens|afgeleid)$/.test(token?.image ?? '');
        const isNextLine = token?.firstOnLine === true && !isSource;
        if (!token || token.tokenType === EOF || isNextLine || token.image === '}') {
            return [];
        }
        source ??= isSource ? end : undefined;
    }
    if (isWhole) {
        return tokens.slice(from, end);
    }
    const [first, second] = [tokens[from], tokens[from + 1]];
    const isBeforeTitle = second !== undefined && isText(second) && first !== undefined && isSignOrName(first);
    return tokens.slice(from, isBeforeTitle ? from + 1 : (source ?? end));
}

/** Where in a line another statement seemed to begin, that has no block: `naar` in `escalatie E naar {`. */
function lastStart(tokens: readonly PlacedToken[], brace: number): number {
    let index = brace - 1;
    while (index >= 0 && !tokens[index]?.tokenType.name.endsWith('~inline') && tokens[index]?.firstOnLine !== true) {
        index--;
    }
    return tokens[index]?.firstOnLine === true ? brace : index;
}

function firstOfLine(tokens: readonly PlacedToken[], from: number): PlacedToken | undefined {
    let index = from;
    while (index > 0 && tokens[index]?.firstOnLine !== true) {
        index--;
    }
    return tokens[index];
}

/**
 * Tells what the parser said of what was left out of the heads of blocks, as if it had gone on there by itself. What it
 * says instead right behind that is told no more, and nothing is said twice of signs with which nothing in the language begins.
 *
 * @param tokens of the text, those that were left out included
 */
export function tellStray(result: ParseResult, stray: StrayInHeads, tokens: readonly PlacedToken[]): void {
    if (stray.size === 0) {
        return;
    }
    const numbers = new Map(tokens.map((t, i) => [t.startOffset, i]));
    const dropped = new Set([...stray.values()].flatMap((s) => s.dropped));
    const errorAt = new Map(result.parserErrors.map((e) => [e.token.startOffset, e]));
    const told: IRecognitionException[] = [];
    const instead = new Set<IRecognitionException>();
    let lastEnd = -1;
    for (const [offset, { error }] of [...stray].sort(([a], [b]) => a - b)) {
        const from = numbers.get(offset);
        const token = from === undefined ? undefined : tokens[from];
        if (from === undefined || !token || from < lastEnd) {
            continue;
        }
        lastEnd = from;
        while (dropped.has(tokens[lastEnd]?.startOffset ?? -1)) {
            lastEnd++;
        }
        const before = tokens[from - 1];
        const same = errorAt.get(tokens[lastEnd]?.startOffset ?? -1);
        if (same) {
            instead.add(same);
        }
        const end = tokens[lastEnd]?.startOffset ?? 0;
        if (before && isToldBetween(before, token, result.lexerErrors)) {
            result.lexerErrors = result.lexerErrors.filter((e) => e.offset < token.startOffset || e.offset > end);
            continue;
        }
        error.token = token;
        error.resyncedTokens = [...tokens.slice(from, lastEnd), ...(same?.resyncedTokens ?? [])];
        if ('previousToken' in error && before) {
            error.previousToken = before;
        }
        told.push(error);
    }
    result.parserErrors = [...result.parserErrors.filter((e) => !instead.has(e)), ...told].sort(
        (a, b) => placeOf(a) - placeOf(b),
    );
}

function isToldBetween(before: IToken, token: IToken, errors: readonly ILexingError[]): boolean {
    return errors.some(({ offset }) => before.startOffset < offset && offset < token.startOffset);
}

/** The end of the file has no offset. */
function placeOf({ token }: IRecognitionException): number {
    return Number.isNaN(token.startOffset) ? Number.MAX_SAFE_INTEGER : token.startOffset;
}

function isOpening(token: IToken | undefined): boolean {
    return token?.image === '{';
}

function isText(token: IToken): boolean {
    return /^["\u201C\u201D\u201E]/.test(token.image);
}

function isSignOrName({ tokenType, image }: IToken): boolean {
    return /^(WORD|NUMBER)$/.test(tokenType.name) || /^[:,;.=-]$/.test(image);
}
