import type { Fold } from '../../diagram/fold.js';
import type { FlowNode } from '../../model/process.js';
import type { Protocol } from '../../model/protocol.js';
import type { WorkflowGraph } from '../../workflow/graph.js';

/** About the width of a sheet on which the letters of a drawing are large enough to read. */
const SHEET = 1200;

/** How the drawing of a process is folded, and what its parts are called. */
export interface Parts {
    readonly fold: Fold;
    /** empty for what stands in no phase */
    readonly titles: readonly string[];
}

/** A part for each phase that stands in no other, and one for the steps between phases. */
export function partsOf({ process }: Protocol, graph: WorkflowGraph): Parts {
    const nodes = new Map((process?.nodes ?? []).map((n) => [n.name, n]));
    const outermost = (node: FlowNode): FlowNode => {
        const parent = nodes.get(node.parent ?? '');
        return parent === undefined || parent.parent === node.name ? node : outermost(parent);
    };
    const titles: string[] = [];
    const partOf = new Map<string, number>();
    const hasPhases = [...nodes.values()].some((n) => n.kind === 'phase');
    let last: FlowNode | undefined;
    for (const node of hasPhases ? nodes.values() : []) {
        const whole = outermost(node);
        if (whole.kind === 'phase' || whole.kind === 'step' || whole.kind === 'group') {
            const isSame = whole === last || (last !== undefined && last.kind !== 'phase' && whole.kind !== 'phase');
            if (!isSame) {
                titles.push(whole.kind === 'phase' ? (whole.title ?? whole.name) : '');
            }
            last = whole;
            partOf.set(node.name, titles.length - 1);
        }
    }
    const parts = new Map(
        graph.nodes.flatMap(({ id, element = '' }) => {
            const part = partOf.get(element);
            return part === undefined ? [] : [[id, part] as const];
        }),
    );
    return { fold: { width: SHEET, parts }, titles };
}
