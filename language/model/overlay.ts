import type { Named } from './protocol.js';

/**
 * Inherited elements with own ones over them: an own element stands in the place of the inherited one of that name; a
 * new one behind the one that precedes it in the own text, or at the end.
 *
 * @param dropped names of inherited elements that are left out
 * @param baseName the interventie that the elements are inherited from
 * @param behind for own elements the name of the element before them
 */
export function overlay<T extends Named>(
    own: readonly T[],
    base: readonly T[],
    dropped: ReadonlySet<string>,
    baseName: string,
    behind: ReadonlyMap<string, string | undefined> = new Map(),
): T[] {
    const ownByName = new Map(own.map((e) => [e.name, e]));
    const result = base
        .filter((e) => !dropped.has(e.name))
        .map((e) => ownByName.get(e.name) ?? inheritedFrom(e, baseName));
    const known = new Set(result.map((e) => e.name));
    for (const element of own) {
        if (known.has(element.name)) {
            continue;
        }
        const previous = behind.get(element.name);
        const index = previous === undefined ? -1 : result.findIndex((e) => e.name === previous);
        if (index >= 0) {
            result.splice(index + 1, 0, element);
        } else {
            result.push(element);
        }
    }
    return result;
}

/** An element as inherited; one that was inherited before keeps where it came from. */
export function inheritedFrom<T extends Named>(element: T, base: string): T {
    return { ...element, inheritedFrom: element.inheritedFrom ?? base };
}

/** Of elements with one name the first. */
export function uniqueByName<T extends Named>(elements: readonly T[]): T[] {
    const seen = new Set<string>();
    return elements.filter((e) => {
        const isNew = !seen.has(e.name);
        seen.add(e.name);
        return isNew;
    });
}
