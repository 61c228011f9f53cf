import type { Place } from './protocol.js';

/** Whether a part of a model is a place in the text. */
export function isPlace(value: object): value is Place {
    return 'range' in value && 'file' in value;
}
