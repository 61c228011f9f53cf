import type { LangiumDocument } from 'langium';

/**
 * The names in a file that stand for nothing, as meta/verwijzing tells of each. What such a name was meant for is not
 * known, so a rule about courses says nothing that rests on one: it may be any role, document or fact.
 */
export function namesNowhere({ references }: LangiumDocument): ReadonlySet<string> {
    return new Set(references.flatMap((r) => (r.error ? [r.$refText] : [])));
}
