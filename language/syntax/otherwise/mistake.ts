import type { Bilingual } from '../../text/bilingual.js';
import type { PlacedToken } from '../lexer.js';
import { inWords, lineStart, wordsOfLine } from '../lines.js';

/** What stands between quotation marks. */
export const TEXT = /^["\u201C\u201D\u201E]/;
/** What begins with a letter, or with the sign before a word of the language that is a name. */
export const WORD = /^[\p{L}_^]/u;

/** What stands instead of a value that is not known, or that each municipality fills in. */
export const OPEN_VALUE = /^(onbekend|plaatselijk)$/;

/** Where a text could not be read, and the line around it. */
export interface Mistake {
    readonly tokens: readonly PlacedToken[];
    /** the number of the token at which it went wrong */
    readonly index: number;
    readonly token: PlacedToken;
    /** the first word of the block around it */
    readonly block: string | undefined;
    /** the number of the token with which its line begins */
    readonly start: number;
    /** the words of its line, up to a brace */
    readonly words: readonly string[];
    /** which of the words it is */
    readonly at: number;
    /** its line in words, and what of it stands from the mistake on */
    readonly line: string;
    readonly rest: string;
    /** what the parser says of it, in both languages */
    readonly told: string;
}

/** Sees in a mistake what was meant: what to write instead; nothing where the mistake is another one. */
export type Way = (mistake: Mistake) => Bilingual | undefined;

/**
 * A mistake with the line around it; undefined where nothing stands.
 *
 * @param index the number of the token at which it went wrong
 * @param block the first word of the block around it
 * @param told what the parser says of it
 */
export function mistakeAt(
    tokens: readonly PlacedToken[],
    index: number,
    block: string | undefined,
    told: string,
): Mistake | undefined {
    const token = tokens[index];
    if (!token) {
        return undefined;
    }
    const start = lineStart(tokens, index);
    const { words } = wordsOfLine(tokens, start);
    const at = index - start;
    const rest = inWords(words.slice(at));
    return { tokens, index, token, block, start, words, at, line: inWords(words), rest, told };
}
