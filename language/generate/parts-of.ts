import type { Activity, End, Escalation, FlowNode, Step } from '../model/process.js';
import type { Protocol } from '../model/protocol.js';

/** Steps and escalations. */
export function worksOf({ process }: Protocol): readonly (Step | Escalation)[] {
    return process?.nodes.filter((n) => n.kind === 'step' || n.kind === 'escalation') ?? [];
}

/** The same, each with the activities in it behind it. */
export function laboursIn(protocol: Protocol): readonly (Step | Escalation | Activity)[] {
    return worksOf(protocol).flatMap((w) => [w, ...w.activities]);
}

/** All but the ends. */
export function nodesOf({ process }: Protocol): readonly Exclude<FlowNode, End>[] {
    return process?.nodes.flatMap((n) => (n.kind === 'end' ? [] : [n])) ?? [];
}
