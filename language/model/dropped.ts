import { ELEMENT_WORDS, type ElementList } from './element-words.js';
import type { Departure } from './protocol.js';

/**
 * The names that a local working-out drops from a list. A word that names no list drops its name from all.
 */
export function droppedFrom(list: ElementList, dropped: readonly Departure[]): Set<string> {
    return new Set(
        dropped.filter((d) => (ELEMENT_WORDS.get(d.elementKind)?.list ?? list) === list).map((d) => d.element.name),
    );
}
