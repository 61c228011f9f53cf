import { forEachBlock } from '../../model/blocks-within.js';
import { isAbout, type Figure } from '../../model/contradicted.js';
import type { Process } from '../../model/process.js';
import type { Block, Contradiction, Remark } from '../../model/protocol.js';
import type { Anchors } from './anchors.js';
import type { ContradictionNote, RemarkNote } from './context.js';

/** The remarks and contradictions of a protocol, wherever they stand in it. */
export interface Notes {
    readonly remarks: readonly RemarkNote[];
    readonly contradictions: readonly ContradictionNote[];
    /** the place in the document of a remark or a contradiction */
    idOf(note: Remark | Contradiction): string;
    /** the contradictions about what a statement, a number of steps or a budget says, to be told where it stands */
    about(stated: object): readonly Contradiction[];
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
    const about = new Map<object, Contradiction[]>();
    const stated: Subject[] = [];
    forEachBlock(roots, (block, owner) => {
        stated.push(...subjectsIn(block, owner));
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
    for (const { owner, contradiction } of contradictions) {
        for (const subject of stated.filter((s) => s.owner === owner && isAbout(contradiction, s))) {
            about.set(subject.of, [...(about.get(subject.of) ?? []), contradiction]);
        }
    }
    return { remarks, contradictions, idOf: (note) => ids.get(note) ?? '', about: (of) => about.get(of) ?? [] };
}

/** Something that a contradiction may be about. */
interface Subject extends Figure {
    readonly of: object;
    readonly owner: string;
}

function subjectsIn(block: Block, owner: string): Subject[] {
    const { stepCounts = [], contactBudgets = [] } = block as Partial<Pick<Process, 'stepCounts' | 'contactBudgets'>>;
    return [
        ...block.statements.map((s) => ({ of: s, owner, word: s.subject ?? s.kind, values: s.values })),
        ...stepCounts.map((c) => ({ of: c, owner, word: 'stappen', values: [c.count] })),
        ...contactBudgets.map((b) => ({ of: b, owner, word: 'contactbudget', values: [b.value] })),
    ];
}
