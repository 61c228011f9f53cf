import type { Protocol } from '../../../language/model/protocol.js';
import { inBlock, protocol } from './language.js';
import { unindent } from './places.js';

/** The protocol of an interventie that says these lines. */
export function says(lines: string): Promise<Protocol> {
    return protocol(inBlock('interventie', unindent(lines)));
}

/** A figure as the model has it. */
export function figure(text: string, low: number, unit?: string, bound?: string) {
    return {
        type: 'quantity',
        ...(bound ? { bound } : {}),
        low,
        high: low,
        highIncluded: true,
        ...(unit ? { unit } : {}),
        text,
    };
}

/** A quoted text as the model has it. */
export const text = (value: string) => ({ type: 'text', text: value });
/** `onbekend` as the model has it. */
export const unknown = { type: 'unknown' };
