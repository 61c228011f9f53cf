import type { Bilingual } from '../text/bilingual.js';
import type { DraftFlow } from './draft.js';
import type { Building } from './building.js';
import type { Flow, GraphNode, WorkflowGraph } from './graph.js';

/**
 * Makes a draft whole: leaves out what no case comes to and gateways that do nothing, puts a gateway where ways come
 * together, and gives each flow its id.
 */
export function finish(b: Building, id: string): WorkflowGraph {
    const { draft, machine, lanes } = b;
    const { protocol } = machine;
    let flows = reachable(draft.nodes, draft.flows);
    flows = withDefaults(draft.nodes, flows);
    flows = withoutIdleGateways(draft.nodes, flows);
    flows = withMerges(b, flows);
    const nodes = inOrder(draft.nodes, draft.order);
    const used = [...new Set(nodes.map((n) => n.lane))].sort((x, y) => x - y);
    const laneAt = new Map(used.map((lane, i) => [lane, i]));
    const there = new Set(nodes.map((n) => n.element));
    const unreached: string[] = [];
    for (const { node, index } of machine.stations) {
        const isFlat = node.kind === 'group' || node.kind === 'phase';
        const isKept = there.has(node.name) || (isFlat && isEntered(b, index, there));
        if (!isKept) {
            unreached.push(node.name);
            draft.lose(node.name, {
                nl: 'geen weg leidt hierheen, dus het staat niet in de werkstroom',
                en: 'no way leads here, so it is not in the workflow',
            });
        }
    }
    const handedOver = new Set(nodes.flatMap((n) => (n.kind === 'task' && n.handover ? [n.handover.name] : [])));
    for (const { name } of protocol.handovers.filter((h) => !handedOver.has(h.name))) {
        unreached.push(name);
        draft.lose(name, NEVER_HANDED_OVER);
    }
    return {
        id,
        title: protocol.title ?? protocol.name,
        lanes: used.flatMap((at) => {
            const lane = lanes[at];
            return lane ? [{ ...lane, id: draft.free(lane.id) }] : [];
        }),
        nodes: nodes.map((n) => ({ ...n, lane: laneAt.get(n.lane) ?? 0 })),
        flows: named(flows, nodes, draft.free),
        variables: draft.variables,
        losses: draft.losses,
        unreached,
    };
}

/** The loss of a handover on no way that a case takes. */
export const NEVER_HANDED_OVER: Bilingual = {
    nl: 'geen weg waarop deze overdracht plaatsvindt, wordt ooit genomen, dus zij staat niet in de werkstroom',
    en: 'no way on which this handover takes place is ever taken, so it is not in the workflow',
};

function isEntered({ machine }: Building, index: number, there: ReadonlySet<string | undefined>): boolean {
    return (machine.stations[index]?.children ?? []).some((child) => {
        const name = machine.stations[child]?.node.name;
        return there.has(name) || isEntered({ machine } as Building, child, there);
    });
}

type Nodes = Map<string, GraphNode>;

/** The flows that a case can take; nodes that it never comes to go. */
function reachable(nodes: Nodes, flows: readonly DraftFlow[]): DraftFlow[] {
    const out = Map.groupBy(flows, (f) => f.from);
    const attached = Map.groupBy(
        [...nodes.values()].filter((n) => n.kind === 'boundary'),
        (n) => n.on,
    );
    const seen = new Set<string>();
    const work: string[] = [];
    const visit = (id: string) => {
        if (!seen.has(id)) {
            seen.add(id);
            work.push(id);
        }
    };
    const starts = Map.groupBy(
        [...nodes.values()].filter((n) => n.kind === 'start'),
        (n) => n.scope,
    );
    starts.get(undefined)?.forEach((n) => {
        visit(n.id);
    });
    for (const node of nodes.values()) {
        if (node.kind === 'subprocess' && node.byEvent) {
            visit(node.id);
        }
    }
    for (let id = work.pop(); id !== undefined; id = work.pop()) {
        out.get(id)?.forEach((f) => {
            visit(f.to);
        });
        attached.get(id)?.forEach((n) => {
            visit(n.id);
        });
        starts.get(id)?.forEach((n) => {
            visit(n.id);
        });
    }
    for (const id of nodes.keys()) {
        if (!seen.has(id)) {
            nodes.delete(id);
        }
    }
    return flows.filter((f) => seen.has(f.from) && seen.has(f.to));
}

/** A decide gateway of which no flow is for what is left takes its last one then. */
function withDefaults(nodes: Nodes, flows: readonly DraftFlow[]): DraftFlow[] {
    const last = new Map<string, DraftFlow>();
    for (const flow of flows) {
        const node = nodes.get(flow.from);
        if (node?.kind === 'gateway' && node.gateway === 'decide') {
            const known = last.get(flow.from);
            if (!known?.otherwise) {
                last.set(flow.from, flow);
            }
        }
    }
    return flows.map((flow) => {
        if (last.get(flow.from) !== flow || flow.otherwise) {
            return flow;
        }
        const { from, to, label, at } = flow;
        return { from, to, label, otherwise: true, ...(at ? { at } : {}) };
    });
}

/** Gateways with one way out are left out, but for those that wait for more than one token. */
function withoutIdleGateways(nodes: Nodes, flows: readonly DraftFlow[]): DraftFlow[] {
    const rest = new Set(flows);
    const into = new Map<string, Set<DraftFlow>>();
    const out = new Map<string, Set<DraftFlow>>();
    for (const flow of flows) {
        into.set(flow.to, (into.get(flow.to) ?? new Set()).add(flow));
        out.set(flow.from, (out.get(flow.from) ?? new Set()).add(flow));
    }
    const ids = [...nodes.values()].flatMap((n) => (n.kind === 'gateway' ? [n.id] : []));
    for (let again = true; again;) {
        again = false;
        for (const id of ids) {
            const node = nodes.get(id);
            const ins = into.get(id);
            const [after, ...others] = out.get(id) ?? [];
            const joins = node?.kind === 'gateway' && node.gateway === 'join';
            const isIdle = ins !== undefined && (ins.size === 1 || !joins) && after && others.length === 0;
            // each way into a gateway that waits for all is a token of its own
            const next = nodes.get(after?.to ?? '');
            const feeds = next?.kind === 'gateway' && next.gateway === 'join' && ins !== undefined && ins.size > 1;
            if (!isIdle || after.to === id || feeds) {
                continue;
            }
            for (const before of ins) {
                before.to = after.to;
                into.get(after.to)?.add(before);
            }
            into.get(after.to)?.delete(after);
            rest.delete(after);
            nodes.delete(id);
            into.delete(id);
            out.delete(id);
            again = true;
        }
    }
    return flows.filter((f) => rest.has(f));
}

/** Where more than one flow comes to a node other than a gateway that joins, they come together in a gateway before it. */
function withMerges(b: Building, flows: readonly DraftFlow[]): DraftFlow[] {
    const { nodes, order, add } = b.draft;
    const result = [...flows];
    const into = Map.groupBy(flows, (f) => f.to);
    for (const [id, ins] of into) {
        const node = nodes.get(id);
        const joins = node?.kind === 'gateway' && (node.gateway === 'merge' || node.gateway === 'join');
        if (!node || joins || ins.length < 2) {
            continue;
        }
        const merge = add(`${id}_samenkomst`, (order.get(id) ?? 0) - 0.001, {
            kind: 'gateway',
            gateway: 'merge',
            lane: node.lane,
            ...(node.scope === undefined ? {} : { scope: node.scope }),
        });
        for (const flow of ins) {
            flow.to = merge;
        }
        result.push({ from: merge, to: id, label: '' });
    }
    return result;
}

/** In the order of the text; what stands in a subprocess right behind it. */
function inOrder(nodes: Nodes, order: ReadonlyMap<string, number>): GraphNode[] {
    const inside = Map.groupBy(nodes.values(), (n) => n.scope);
    const at = (n: GraphNode) => order.get(n.id) ?? 0;
    const list = (scope: string | undefined): GraphNode[] =>
        (inside.get(scope) ?? [])
            .toSorted((x, y) => at(x) - at(y))
            .flatMap((n) => (n.kind === 'subprocess' ? [n, ...list(n.id)] : [n]));
    return list(undefined);
}

/** Flows with ids, in the order of the nodes that they leave, and those of one gateway in the order in which it asks. */
function named(flows: readonly DraftFlow[], nodes: readonly GraphNode[], free: (wanted: string) => string): Flow[] {
    const out = Map.groupBy(flows, (f) => f.from);
    return nodes
        .flatMap((n) => out.get(n.id) ?? [])
        .map(({ from, to, label, when, otherwise, at }) => ({
            id: free(`${from.slice(0, 40)}_naar_${to.slice(0, 40)}`),
            from,
            to,
            label,
            ...(when && !otherwise ? { when } : {}),
            ...(otherwise ? { otherwise } : {}),
            ...(at ? { at } : {}),
        }));
}
