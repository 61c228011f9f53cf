/**
 * Whether a change is one of words only. Strictly: what the program reads as a value is never so, and neither is a text
 * that says what is done, however small the change is. A text that explains is, as long as no figure and no word that
 * turns a sentence round changes in it: a person reads those.
 */

import { areAlike } from '../text/likeness.js';

/** What explains, tells or sums up what is said elsewhere. */
const EXPLAINING: ReadonlySet<string> = new Set([
    'toelichting',
    'kanttekening',
    'voor ouders',
    'samenvatting',
    'titel',
    'opmaak',
    'opmerking',
    'antwoord',
]);

/** Words that turn the meaning of a sentence. */
const TURNING =
    /\b(niet|geen|nooit|zonder|alleen|altijd|minstens|hoogstens|maximaal|minimaal|tenzij|mag|mogen|moet|moeten)\b/giu;

/**
 * Whether two values under a word differ in words only.
 *
 * @param word the word under which they stand in the text
 */
export function sameInOtherWords(word: string, before: unknown, after: unknown): boolean {
    const [a, b] = [textsIn(before), textsIn(after)];
    if (a === undefined || b === undefined) {
        return false;
    }
    if (letters(a) === letters(b)) {
        return true;
    }
    // a title names what is done, and where nothing else is said it is all that says so
    return EXPLAINING.has(word) && pivots(a) === pivots(b) && (word !== 'titel' || areAlike(a, b));
}

/** Whether what stands under a word only explains. */
export function isExplaining(word: string): boolean {
    return EXPLAINING.has(word);
}

/** The text of a value that is one, or of a statement with only such values; undefined where there is more to it. */
function textsIn(value: unknown): string | undefined {
    if (typeof value === 'string') {
        return value;
    }
    const record = value as { type?: string; text?: string; values?: readonly unknown[]; modality?: string } | null;
    if (typeof record !== 'object' || record === null) {
        return undefined;
    }
    if (record.type === 'text') {
        return record.text;
    }
    const texts = record.values?.map(textsIn);
    return texts?.every((t) => t !== undefined) && record.modality === undefined ? texts.join('\n') : undefined;
}

/** A text without its spaces, punctuation, accents and capitals. */
function letters(text: string): string {
    return text
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
}

/** The figures and turning words of a text, in its order. */
function pivots(text: string): string {
    const found = text.match(/\d+(?:[.,]\d+)*/g) ?? [];
    return [...found, ...(text.toLowerCase().match(TURNING) ?? [])].join(' ');
}
