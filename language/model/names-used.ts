import { namesInProse } from '../text/prose-references.js';
import type { Named, Protocol } from './protocol.js';

/**
 * A follow-up (`vervolg op`) may use the names of what it continues. What it does not use is no part of it: a document
 * that showed every role of the other would say who carries it out, where the text does not. Concepts stay, since they
 * explain words and not references. Any other protocol comes back as it is.
 *
 * @param also what else may name its elements: reviews and cases of it
 */
export function withNamesUsed(protocol: Protocol, also: object = {}): Protocol {
    if (!protocol.continues || protocol.refines) {
        return protocol;
    }
    const { sources, organisations, roles, facts, documents, ...rest } = protocol;
    const lists = { sources, organisations, roles, facts, documents };
    const used = new Set<string>();
    const seen = new Set<object>();
    const visit = (value: unknown): void => {
        if (typeof value !== 'object' || value === null || seen.has(value)) {
            return;
        }
        seen.add(value);
        for (const [key, part] of Object.entries(value)) {
            if (typeof part === 'string') {
                // a reference has a name, an element has the place of its name as well; a claim names its source
                namesInProse(part).forEach((name) => used.add(name));
                if ((key === 'name' && !('nameAt' in value)) || NAMING.has(key)) {
                    used.add(part);
                }
            } else {
                visit(part);
            }
        }
    };
    visit([rest, also]);
    const all = Object.values<readonly Named[]>(lists).flat();
    all.filter((e) => e.inheritedFrom === undefined).forEach(visit);
    // what is used may use more: the organisation of a role, the source of its claims
    for (let before = -1; before < used.size;) {
        before = used.size;
        all.filter((e) => used.has(e.name)).forEach(visit);
    }
    const keep = <T extends Named>(list: readonly T[]): readonly T[] =>
        list.filter((e) => e.inheritedFrom === undefined || used.has(e.name));
    return {
        ...rest,
        sources: keep(sources),
        organisations: keep(organisations),
        roles: keep(roles),
        facts: keep(facts),
        documents: keep(documents),
    };
}

/** Where a name stands without being a reference: the source and the speaker of a claim. */
const NAMING = new Set(['source', 'speaker']);
