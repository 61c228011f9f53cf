import type { Protocol } from '../../model/protocol.js';
import type { Context } from '../document/context.js';
import { openItems, type OpenItem } from '../document/unknowns.js';

/** Whether an interventie leaves all elements of one of these kinds open: `overdracht onbekend`. */
export function isWhole({ name }: Protocol, { element, what }: OpenItem, kinds: readonly string[]): boolean {
    return element === name && kinds.includes(what);
}

/** Whether anything that is open is a kind of element as a whole. */
export function opensAsAWhole({ protocol, related }: Context, kinds: readonly string[]): boolean {
    return openItems(protocol, related).some((item) => isWhole(protocol, item, kinds));
}
