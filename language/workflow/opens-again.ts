import type { GraphNode, WorkflowGraph } from './graph.js';

/** Whether a case may come to a node of a workflow once more. On the safe side: conditions and bounds are not looked at. */
export function opensAgain(graph: WorkflowGraph, id: string): boolean {
    const following = followingIn(graph);
    const seen = new Set<string>();
    const work = [...(following.get(id) ?? [])];
    for (let next = work.pop(); next !== undefined; next = work.pop()) {
        if (next === id) {
            return true;
        }
        if (!seen.has(next)) {
            seen.add(next);
            work.push(...(following.get(next) ?? []));
        }
    }
    return false;
}

const known = new WeakMap<WorkflowGraph, ReadonlyMap<string, readonly string[]>>();

/** For each node where a case may come from there, gathered once for a workflow. */
function followingIn(graph: WorkflowGraph): ReadonlyMap<string, readonly string[]> {
    const following = known.get(graph) ?? new Map(graph.nodes.map(({ id }) => [id, nextOf(graph, id)]));
    known.set(graph, following);
    return following;
}

/** Where a case may come from a node: by a flow, over a border, by what it raises, and in and out of a subprocess. */
function nextOf({ nodes, flows }: WorkflowGraph, id: string): string[] {
    const node = nodes.find((n) => n.id === id);
    const raised = node?.kind === 'end' || node?.kind === 'throw' ? node.trigger : undefined;
    const follows = (other: GraphNode) =>
        (other.kind === 'boundary' && other.on === id) ||
        (other.kind === 'start' && other.scope === id) ||
        ((other.kind === 'start' || other.kind === 'boundary') &&
            raised?.kind === other.trigger?.kind &&
            raised !== undefined &&
            raised.kind !== 'timer' &&
            other.trigger?.kind !== 'timer' &&
            raised.name === other.trigger?.name);
    return [
        ...flows.filter((f) => f.from === id).map((f) => f.to),
        ...nodes.filter(follows).map((n) => n.id),
        ...(node?.kind === 'end' && node.scope !== undefined
            ? flows.filter((f) => f.from === node.scope).map((f) => f.to)
            : []),
    ];
}
