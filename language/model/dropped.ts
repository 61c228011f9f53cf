import { ELEMENT_WORDS, type ElementList } from './element-words.js';
import type { Departure, Protocol } from './protocol.js';

/** The first `vervalt` of an element of a list; undefined where nothing of it is dropped. */
export function dropOf(list: ElementList, { dropped }: Pick<Protocol, 'dropped'>): Departure | undefined {
    return dropped.find((d) => ELEMENT_WORDS.get(d.elementKind)?.list === list);
}

/**
 * The names that a local working-out drops from a list: those that it calls by a word for that list. What is called by
 * another word stays, and the rule meta/verwijzing says so.
 */
export function droppedFrom(list: ElementList, dropped: readonly Departure[]): Set<string> {
    return new Set(dropped.filter((d) => ELEMENT_WORDS.get(d.elementKind)?.list === list).map((d) => d.element.name));
}
