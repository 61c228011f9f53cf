import { forEachBlock } from '../../model/blocks-within.js';
import type { Block, Contradiction, Remark } from '../../model/protocol.js';
import type { Anchors } from './anchors.js';
import type { ContradictionNote, RemarkNote } from './context.js';

/** The remarks and contradictions of a protocol, wherever they stand in it. */
export interface Notes {
    readonly remarks: readonly RemarkNote[];
    readonly contradictions: readonly ContradictionNote[];
    /** the place in the document of a remark or a contradiction */
    idOf(note: Remark | Contradiction): string;
}

/**
 * Gathers every remark and contradiction that stands anywhere in these blocks, each with the element that it stands in.
 */
export function gatherNotes(roots: readonly Block[], anchors: Anchors): Notes {
    const remarks: RemarkNote[] = [];
    const contradictions: ContradictionNote[] = [];
    const ids = new Map<object, string>();
    const once = (note: object, kind: string, count: number): string | undefined => {
        const id = ids.has(note) ? undefined : anchors.fresh(`${kind}-${String(count + 1)}`);
        if (id !== undefined) {
            ids.set(note, id);
        }
        return id;
    };
    forEachBlock(roots, (block, owner) => {
        for (const remark of block.remarks) {
            const id = once(remark, 'opmerking', remarks.length);
            if (id !== undefined) {
                remarks.push({ id, owner, remark });
            }
        }
        for (const contradiction of block.contradictions) {
            const id = once(contradiction, 'tegenspraak', contradictions.length);
            if (id !== undefined) {
                contradictions.push({ id, owner, contradiction });
            }
        }
    });
    return { remarks, contradictions, idOf: (note) => ids.get(note) ?? '' };
}
