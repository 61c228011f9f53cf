import type { Block, Contradiction, Named, Remark } from '../../model/protocol.js';
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
 * It looks through the whole of them, so that a new kind of block needs nothing here.
 */
export function gatherNotes(roots: readonly Block[], anchors: Anchors): Notes {
    const remarks: RemarkNote[] = [];
    const contradictions: ContradictionNote[] = [];
    const ids = new Map<object, string>();
    const visit = (value: unknown, owner: string): void => {
        if (Array.isArray(value)) {
            value.forEach((item) => visit(item, owner));
            return;
        }
        if (typeof value !== 'object' || value === null) {
            return;
        }
        const within = isNamed(value) ? value.name : owner;
        for (const [key, part] of Object.entries(value)) {
            if (key === 'remarks' && Array.isArray(part)) {
                for (const remark of part as Remark[]) {
                    if (!ids.has(remark)) {
                        const id = anchors.fresh(`opmerking-${String(remarks.length + 1)}`);
                        ids.set(remark, id);
                        remarks.push({ id, owner: within, remark });
                        visit(remark, within);
                    }
                }
            } else if (key === 'contradictions' && Array.isArray(part)) {
                for (const contradiction of part as Contradiction[]) {
                    if (!ids.has(contradiction)) {
                        const id = anchors.fresh(`tegenspraak-${String(contradictions.length + 1)}`);
                        ids.set(contradiction, id);
                        contradictions.push({ id, owner: within, contradiction });
                    }
                }
            } else if (key !== 'at' && key !== 'nameAt' && key !== 'provenance') {
                visit(part, within);
            }
        }
    };
    for (const root of roots) {
        visit(root, '');
    }
    return { remarks, contradictions, idOf: (note) => ids.get(note) ?? '' };
}

function isNamed(value: object): value is Named {
    return 'name' in value && 'nameAt' in value;
}
