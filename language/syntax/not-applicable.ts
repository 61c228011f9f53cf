import type { ILexingError } from 'chevrotain';
import type { Bilingual } from '../text/bilingual.js';
import type { PlacedToken } from './lexer.js';

/** As it stands in forms; with dots its letters are words of their own to the lexer. */
const NOT_APPLICABLE = /^(?:n\.v\.t\.?|nvt)(?![\p{L}\p{N}_-])/iu;

/** Where a text says `nvt` or `n.v.t.` instead of a value or a name. */
export interface NotApplicable {
    /** the offsets of the words that are taken for `onbekend`, for the time of reading */
    readonly words: readonly number[];
    /** the offsets of the tokens that belong to them */
    readonly rest: readonly number[];
}

/** Finds `nvt` and `n.v.t.` behind the first word of a line; in capitals `NVT` may be a name. */
export function notApplicable(tokens: readonly PlacedToken[], text: string): NotApplicable {
    const words: number[] = [];
    const rest: number[] = [];
    tokens.forEach((token, i) => {
        const { image, startOffset, firstOnLine } = token;
        if (image.length > 'nvt'.length || !/^n(?:vt)?$/i.test(image) || image === 'NVT' || firstOnLine === true) {
            return;
        }
        const length = lengthAt(text, startOffset);
        if (length >= 'nvt'.length && length >= image.length) {
            words.push(startOffset);
            rest.push(
                ...tokens
                    .slice(i + 1, i + 3)
                    .map((t) => t.startOffset)
                    .filter((offset) => offset < startOffset + length),
            );
        }
    });
    return { words, rest };
}

/** How long `n.v.t.` is at a place of the text; 0 where it does not stand there. */
export function lengthAt(text: string, offset: number): number {
    return NOT_APPLICABLE.exec(text.slice(offset, offset + 7))?.[0].length ?? 0;
}

/** Without what the lexer says of the dots of `n.v.t.`, which is told as a whole. */
export function withoutItsDots(
    errors: readonly ILexingError[],
    words: readonly number[],
    text: string,
): ILexingError[] {
    return errors.filter(({ offset }) => !words.some((w) => w < offset && offset < w + lengthAt(text, w)));
}

/** What is told of it. */
export const NOT_APPLICABLE_TOLD: Bilingual = {
    nl: 'Wat niet van toepassing is, laat u weg: haal deze regel weg. Is het er wel, maar weet niemand wat, schrijf dan `onbekend`.',
    en: 'Leave out what does not apply: take this line away. If it is there but nobody knows what it is, write `onbekend`.',
};
