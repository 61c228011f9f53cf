/**
 * What follows from a list of elements, worked out once for each list: all interventies of a file that add nothing to what
 * it shares have one list of it, and there may be thousands of both.
 */
export function ofList<T, R>(make: (list: readonly T[]) => R): (list: readonly T[]) => R {
    const known = new WeakMap<readonly T[], { readonly made: R }>();
    return (list) => {
        const entry = known.get(list) ?? { made: make(list) };
        known.set(list, entry);
        return entry.made;
    };
}
