import type { Range } from '../../language/model/protocol.js';

/** `line:column`, counted from 1. */
export function placeOf({ start }: Range): string {
    return `${String(start.line + 1)}:${String(start.character + 1)}`;
}
