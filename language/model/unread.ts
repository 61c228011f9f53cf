import type { IRecognitionException, IToken } from 'chevrotain';
import type { LexingReport, ParseResult } from 'langium';

/** A piece of a text, by offsets; the end is excluded. */
export interface Piece {
    readonly offset: number;
    readonly end: number;
}

/** Whether a piece of a text could not be read to its end. */
export type IsUnread = (piece: Piece | undefined) => boolean;

const READ: IsUnread = () => false;

/** What the lexer tells, with what lay outside the limits and was left out (syntax/limits.ts). */
export interface CutReport extends LexingReport {
    readonly cut: Piece[];
}

type Mistakes = Pick<ParseResult, 'parserErrors' | 'lexerErrors' | 'lexerReport'>;

/** Whether a text holds something that could not be read. */
export function hasUnread(result: Mistakes): boolean {
    return result.parserErrors.length + result.lexerErrors.length + cutOf(result).length > 0;
}

/** The pieces of a text that lay outside the limits. */
export function cutOf({ lexerReport }: Pick<ParseResult, 'lexerReport'>): readonly Piece[] {
    return (lexerReport as CutReport | undefined)?.cut ?? [];
}

/** The pieces of a text that nobody read: over which the parser went on, and those that lay outside the limits. */
export function piecesNotRead(result: Mistakes): Piece[] {
    const steppedOver = result.parserErrors.flatMap(({ token, resyncedTokens }) => {
        const last = resyncedTokens.at(-1);
        return last ? [{ offset: token.startOffset, end: endOf(last) }] : [];
    });
    return [...steppedOver, ...cutOf(result)];
}

/**
 * Which pieces of a text hold a mistake of writing, or end at one: `1 keer per` in `1 keer per en 2`. What they say is
 * not known, so nobody may judge it.
 */
export function unreadIn(result: ParseResult): IsUnread {
    if (!hasUnread(result)) {
        return READ;
    }
    const mistakes = mistakesIn(result);
    return (piece) => {
        if (!piece) {
            return false;
        }
        // the last mistake that begins in the piece or right behind it
        let [low, high] = [0, mistakes.length];
        while (low < high) {
            const middle = (low + high) >> 1;
            if ((mistakes[middle]?.offset ?? 0) <= piece.end) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        const last = mistakes[low - 1];
        return last !== undefined && last.end > piece.offset;
    };
}

/** Where a text could not be read, from its begin to its end. */
export function mistakesIn(result: Mistakes): Piece[] {
    return [
        ...result.parserErrors.flatMap(mistakeOf),
        ...result.lexerErrors.map(({ offset, length }) => ({ offset, end: offset + length })),
        ...cutOf(result),
    ].sort((a, b) => a.offset - b.offset);
}

/** From the end of what was read before the mistake; a word that begins a line is no part of the line before it. */
function mistakeOf(error: IRecognitionException): Piece[] {
    const { token } = error;
    const previous = 'previousToken' in error ? (error.previousToken as IToken | undefined) : undefined;
    if (Number.isNaN(token.startOffset)) {
        return previous && !Number.isNaN(previous.startOffset)
            ? [{ offset: endOf(previous), end: endOf(previous) + 1 }]
            : [];
    }
    const isOnLine = previous !== undefined && previous.endLine === token.startLine && token.image !== '}';
    return [{ offset: isOnLine ? Math.min(endOf(previous), token.startOffset) : token.startOffset, end: endOf(token) }];
}

function endOf(token: IToken): number {
    return token.startOffset + token.image.length;
}
