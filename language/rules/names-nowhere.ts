import type { LangiumDocument } from 'langium';

/** By the list of references, of which a document gets another one each time that it is linked. */
const known = new WeakMap<LangiumDocument['references'], ReadonlySet<string>>();

/**
 * The names in a file that stand for nothing, as meta/verwijzing tells of each. What such a name was meant for is not
 * known, so a rule about courses says nothing that rests on one: it may be any role, document or fact. Asked for each
 * interventie of a file, and so worked out once.
 *
 * @param document a linked one
 */
export function namesNowhere({ references }: LangiumDocument): ReadonlySet<string> {
    const before = known.get(references);
    if (before) {
        return before;
    }
    const names = new Set(references.flatMap((r) => (r.error ? [r.$refText] : [])));
    known.set(references, names);
    return names;
}
