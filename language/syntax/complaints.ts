import { EOF, type ILexingError, type IRecognitionException, type IToken } from 'chevrotain';
import type { LexingDiagnostic, ParseResult } from 'langium';
import type { Piece } from '../model/unread.js';
import { pack, unpack } from '../text/bilingual.js';
import { BEHIND, INCOMPLETE, STRAY, UNCLOSED, WRONG_BLOCK, NO_WORD, incomplete, tooMuch } from './error-messages.js';
import type { PlacedToken } from './lexer.js';
import { surplusOfBraces } from './missing-braces.js';
import { blocksOf, type Blocks } from './open-blocks.js';
import { numberBehindBound } from './otherwise/amounts.js';
import { orCharacteristic } from './otherwise/characteristic.js';
import { isFurtherBranch } from './otherwise/flow.js';
import { mistakeAt } from './otherwise/mistake.js';
import { nobodyCame } from './otherwise/on-their-own.js';
import { nameInQuotes } from './otherwise/names-and-quotes.js';
import { openWhereComplete } from './otherwise/open-values.js';
import { forgetWhatFollowsSigns } from './otherwise/signs.js';
import { otherwise } from './otherwise/ways.js';
import { withExample } from './statement-examples.js';
import { SILENT } from './wording.js';

/**
 * Makes of the errors of a parse what someone is told: one for each mistake, at the place of the mistake, with an
 * example where something is missing. Changes the result in place.
 *
 * - What is wrong inside a piece that was skipped anyway is not told.
 * - What follows from a text without end is not told, since that text is.
 * - Of all that is missing at one place, as of blocks that are open at the end of the file, the first is told.
 * - What goes wrong on a line behind what is told of it is not told, since it follows from that; what was left out of a
 *   head, so that the rest could be read, is a mistake of its own.
 * - What is missing beside a piece that lay outside the limits is not told, since the limit is.
 * - Where something is missing, the word in front of the gap is shown, not what happens to follow on another line.
 */
export function tellErrors(
    result: ParseResult,
    tokens: readonly PlacedToken[],
    stray: { has(offset: number): boolean },
): void {
    if (result.parserErrors.length === 0) {
        return;
    }
    const report = result.lexerReport;
    const unclosed = new Set((report?.diagnostics ?? []).map((d) => d.offset));
    let last: IToken | undefined;
    result.parserErrors = result.parserErrors.filter((error) => {
        const previous = 'previousToken' in error ? (error.previousToken as IToken) : undefined;
        if (previous && isText(previous) && unclosed.has(previous.startOffset)) {
            last = error.token;
            return false;
        }
        // the rest of a head, and each further block that is open at the end of the file
        const again = error.token === last || (error.token.tokenType === EOF && last?.tokenType === EOF);
        last = error.token;
        return !again;
    });
    const isSkipped = skippedPieces(result.parserErrors);
    result.lexerErrors = result.lexerErrors.filter((e) => !isSkipped(e));
    if (report) {
        report.diagnostics = report.diagnostics.filter((d) => !isSkipped(d));
    }
    forgetWhatFollowsSigns(result);
    const signs = firstSigns(result.lexerErrors);
    /** where lines go on behind what is told of them */
    const behind: Piece[] = [];
    const isOpen = surplusOfBraces(tokens) > 0;
    let read: Blocks | undefined;
    const blocks = () => (read ??= blocksOf(tokens));
    /** the last mistake that was told, and whether it was told how the language writes it */
    let told: { readonly place: number; readonly isMeant: boolean } | undefined;
    for (const error of result.parserErrors) {
        if (error.message === SILENT) {
            continue;
        }
        if (isBesideCut(error)) {
            error.message = SILENT;
            continue;
        }
        error.token = numberBehindBound(tokens, blocks().indexOf(error.token)) ?? error.token;
        const index = blocks().indexOf(error.token);
        const block = blocks().innermost(index)?.words[0];
        const previous = tokens[index - 1];
        const gap = 'previousToken' in error ? (error.previousToken as PlacedToken) : undefined;
        const isMissing = gap && isGap(error.token) && error.message.startsWith(BEHIND);
        const place = isMissing ? blocks().indexOf(gap) : index;
        const isOwn = stray.has(error.token.startOffset) && told?.isMeant !== true;
        if (
            (told !== undefined && !isOwn && isOfSameLine(tokens, told.place, place)) ||
            isBehindSign(tokens, place, signs) ||
            isFurtherBranch(tokens, index, block)
        ) {
            error.message = SILENT;
            continue;
        }
        const mistake = mistakeAt(tokens, index, block, error.message);
        const gapped = isMissing ? mistakeAt(tokens, place, block, error.message) : undefined;
        const meant = (mistake && otherwise(mistake)) ?? (gapped && nobodyCame(gapped));
        if (place >= 0) {
            behind.push(restOfLine(tokens, place));
        }
        told = { place: meant ? index : place, isMeant: meant !== undefined };
        if (meant) {
            error.message = pack(meant);
        } else if (error.message.startsWith(NO_WORD) && block === undefined && previous && !isGap(error.token)) {
            // outside the blocks the parser does not know what stood before
            const isAtEnd = isGap(tokens[index + 1] ?? error.token) || index + 1 >= tokens.length;
            error.message = pack((isAtEnd && openWhereComplete(tokens, index)) || tooMuch(error.token, previous));
        } else if (error.message.startsWith(NO_WORD)) {
            const said = unpack(error.message.slice(NO_WORD.length));
            error.message = pack(orCharacteristic(said, tokens, index, block));
        } else if (error.message.startsWith(WRONG_BLOCK)) {
            const { nl, en } = unpack(error.message.slice(WRONG_BLOCK.length));
            error.message = isOpen
                ? pack({ nl: `${nl} Of ontbreekt hierboven een \`}\`?`, en: `${en} Or is a \`}\` missing above?` })
                : pack({ nl, en });
        } else if (error.message === pack(UNCLOSED)) {
            error.message = nameOpenBlocks(blocks());
        } else if (error.message.startsWith(BEHIND)) {
            tellBehind(error, tokens, blocks());
        } else if (error.message.startsWith(STRAY) || error.message.startsWith(INCOMPLETE)) {
            tellIncomplete(error, tokens, blocks());
        }
    }
    const isBehind = within(behind);
    result.lexerErrors = result.lexerErrors.filter((e) => !isBehind(e));
}

/** Whether two mistakes stand on the same line, in the same block. */
function isOfSameLine(tokens: readonly PlacedToken[], one: number, other: number): boolean {
    const from = Math.min(one, other);
    for (let i = Math.max(one, other); i > from; i--) {
        if (tokens[i]?.firstOnLine === true || /^[{}]?$/.test(tokens[i]?.image ?? '')) {
            return false;
        }
    }
    return from >= 0;
}

/** The offset of the first sign on each line that the language does not know; that is told. */
function firstSigns(errors: readonly ILexingError[]): ReadonlyMap<number, number> {
    const signs = new Map<number, number>();
    for (const { line = 0, offset } of errors) {
        signs.set(line, Math.min(offset, signs.get(line) ?? offset));
    }
    return signs;
}

/** Whether such a sign stands before a token on its line, in the same block, or right behind the last token of a line. */
function isBehindSign(tokens: readonly PlacedToken[], index: number, signs: ReadonlyMap<number, number>): boolean {
    const sign = signs.get(tokens[index]?.startLine ?? 0);
    if (sign === undefined) {
        return false;
    }
    const next = tokens[index + 1];
    if (sign > (tokens[index]?.startOffset ?? 0)) {
        return next === undefined || (isGap(next) && sign < next.startOffset);
    }
    let i = index;
    while (i > 0 && (tokens[i]?.startOffset ?? 0) > sign && !/^[{}]$/.test(tokens[i]?.image ?? '')) {
        i--;
    }
    return (tokens[i]?.startOffset ?? 0) < sign || i === 0 || tokens[i + 1]?.firstOnLine === true;
}

/** From a token to the end of its line, or to a brace. */
function restOfLine(tokens: readonly PlacedToken[], index: number): Piece {
    let next = index + 1;
    while (tokens[next] && tokens[next]?.firstOnLine !== true && !/^[{}]?$/.test(tokens[next]?.image ?? '')) {
        next++;
    }
    return { offset: tokens[index]?.startOffset ?? 0, end: tokens[next]?.startOffset ?? Infinity };
}

/** Whether something is missing only where more stood than anyone follows; that is told. */
function isBesideCut(error: IRecognitionException): boolean {
    const previous = 'previousToken' in error ? (error.previousToken as PlacedToken | undefined) : undefined;
    return (error.token as PlacedToken).besideCut === true || previous?.besideCut === true;
}

function isText(token: IToken): boolean {
    return /^["\u201C\u201D\u201E]/.test(token.image);
}

/** Whether something stands in a piece over which the parser went on without reading. */
function skippedPieces(errors: readonly IRecognitionException[]): (at: ILexingError | LexingDiagnostic) => boolean {
    return within(
        errors.flatMap(({ token, resyncedTokens }) => {
            const last = resyncedTokens.at(-1);
            return last ? [{ offset: token.startOffset, end: last.startOffset + last.image.length }] : [];
        }),
    );
}

/** Whether something stands in one of the pieces, behind its first character. */
function within(pieces: readonly Piece[]): (at: { readonly offset: number }) => boolean {
    const sorted = pieces.toSorted((a, b) => a.offset - b.offset);
    return ({ offset }) => {
        let [low, high] = [0, sorted.length];
        while (low < high) {
            const middle = (low + high) >> 1;
            if ((sorted[middle]?.offset ?? 0) < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return offset < (sorted[low - 1]?.end ?? 0);
    };
}

/** Says which blocks are open at the end of the file, the innermost first. */
function nameOpenBlocks(blocks: Blocks): string {
    const open = blocks.around(blocks.end);
    if (open.length === 0) {
        return pack(UNCLOSED);
    }
    const names = open.map(({ words, line }) => ({
        nl: `\`${words.join(' ')}\` (regel ${String(line)})`,
        en: `\`${words.join(' ')}\` (line ${String(line)})`,
    }));
    return pack({
        nl: `Het bestand houdt op en er is nog een blok open: er ontbreekt een \`}\` voor ${names.map((n) => n.nl).join(', ')}.`,
        en: `The file ends and a block is still open: a \`}\` is missing for ${names.map((n) => n.en).join(', ')}.`,
    });
}

/** Shows the word behind which something is missing, and adds an example of the statement. */
function tellBehind(error: IRecognitionException, tokens: readonly PlacedToken[], blocks: Blocks): void {
    const previous = 'previousToken' in error ? (error.previousToken as PlacedToken) : undefined;
    const index = blocks.indexOf(previous);
    const told = unpack(error.message.slice(BEHIND.length));
    error.message = pack(nameInQuotes(error.token, told.nl) ?? withExample(told, tokens, index, blocks));
    if (previous && index >= 0 && isGap(error.token)) {
        error.token = previous;
    }
}

/** Says of a word what is wrong behind it; of one that cannot stand there only where it is the last of its line. */
function tellIncomplete(error: IRecognitionException, tokens: readonly PlacedToken[], blocks: Blocks): void {
    const index = blocks.indexOf(error.token);
    const next = tokens[index + 1];
    const isLast = next === undefined || isGap(next);
    const open = isLast ? openWhereComplete(tokens, index) : undefined;
    if (open) {
        error.message = pack(open);
        return;
    }
    if (error.message.startsWith(STRAY) && !isLast) {
        error.message = error.message.slice(STRAY.length);
        return;
    }
    const told = incomplete(error.token.image, isLast ? undefined : next.image);
    error.message = pack(withExample(told, tokens, index, blocks));
    if (!isLast) {
        error.token = next;
    }
}

/** Whether the statement before a token has ended. */
function isGap(token: PlacedToken): boolean {
    return token.tokenType === EOF || token.firstOnLine === true || token.image === '}' || token.image === '{';
}
