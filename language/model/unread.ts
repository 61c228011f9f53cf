import type { IRecognitionException, IToken } from 'chevrotain';
import type { ParseResult } from 'langium';

/** A piece of a text, by offsets; the end is excluded. */
export interface Piece {
    readonly offset: number;
    readonly end: number;
}

/** Whether a piece of a text could not be read to its end. */
export type IsUnread = (piece: Piece | undefined) => boolean;

const READ: IsUnread = () => false;

/** Whether a text holds something that could not be read. */
export function hasUnread({ parserErrors, lexerErrors }: Pick<ParseResult, 'parserErrors' | 'lexerErrors'>): boolean {
    return parserErrors.length + lexerErrors.length > 0;
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
export function mistakesIn({ parserErrors, lexerErrors }: Pick<ParseResult, 'parserErrors' | 'lexerErrors'>): Piece[] {
    return [
        ...parserErrors.flatMap(mistakeOf),
        ...lexerErrors.map(({ offset, length }) => ({ offset, end: offset + length })),
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
