import { plainText } from './claims.js';
import type { Inline } from './document.js';

/** The words of a part of a document, with spaces between its pieces. */
export function textIn(value: unknown): string {
    if (Array.isArray(value)) {
        return value.map(textIn).join(' ');
    }
    if (typeof value !== 'object' || value === null) {
        return '';
    }
    if ('type' in value && 'text' in value && typeof value.type === 'string' && WORDS.has(value.type)) {
        return plainText([value as Inline]);
    }
    return Object.values(value)
        .map((part) => (typeof part === 'object' ? textIn(part) : ''))
        .join(' ');
}

const WORDS: ReadonlySet<string> = new Set(['text', 'reference', 'date', 'open', 'mark', 'code']);
