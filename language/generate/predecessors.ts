import type { FileModel, Protocol } from '../model/protocol.js';

type Lineage = Pick<Protocol, 'name' | 'continues' | 'refines'>;

/**
 * The interventies that this one continues (`vervolg op`), nearest first, by itself or by what it refines. It may name
 * their elements, which are no part of it. One that was not found, or that continues itself, ends the row.
 */
export function predecessorsOf(protocol: Lineage, files: readonly FileModel[]): Protocol[] {
    const all = files.flatMap((f) => f.interventions);
    const seen = new Set([protocol.name]);
    const result: Protocol[] = [];
    const visit = ({ refines, continues }: Lineage): void => {
        for (const base of [refines, continues]) {
            const found = base && !seen.has(base.name) && all.find((p) => p.name === base.name);
            if (found) {
                seen.add(found.name);
                if (base === continues) {
                    result.push(found);
                }
                visit(found);
            }
        }
    };
    visit(protocol);
    return result;
}
