import type { FlowNode } from '../model/process.js';
import type { Protocol } from '../model/protocol.js';

/** The stages that a case is in, one behind the other: its phases, or where there is none every node at the highest level. */
export function stagesOf({ process }: Pick<Protocol, 'process'>): readonly FlowNode[] {
    const top =
        process?.nodes.filter((n) => n.parent === undefined && n.kind !== 'end' && n.kind !== 'escalation') ?? [];
    const phases = top.filter((n) => n.kind === 'phase');
    return phases.length > 0 ? phases : top;
}

/** Whether a node is another one, or stands in it. */
export function isWithin(node: FlowNode, stage: FlowNode, nodes: readonly FlowNode[]): boolean {
    for (let at: FlowNode | undefined = node; at; at = nodes.find((n) => n.name === at?.parent)) {
        if (at === stage) {
            return true;
        }
    }
    return false;
}
