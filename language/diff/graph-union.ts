import type { Mark } from '../generate/svg/marks.js';
import type { Flow, GraphNode, Lane, WorkflowGraph } from '../workflow/graph.js';
import { identifier } from '../workflow/draft.js';
import type { Names } from './keys.js';

/** Two graphs in one: everything of the new one, and of the old one what is gone. */
export interface Union {
    readonly graph: WorkflowGraph;
    /** of nodes and flows, by their id; what stayed as it was has none */
    readonly marks: ReadonlyMap<string, Mark>;
    /** of nodes that are gone the node before them, by their ids: they stand in the same part */
    readonly behind: ReadonlyMap<string, string>;
}

/**
 * Puts what is gone from a graph in the one that came after it. A node is the same when it is of the same kind and comes
 * from the same element; a flow when it goes from the same node to the same one under the same condition.
 *
 * @param markOf what became of an element of the new text
 */
export function unionOf(
    older: WorkflowGraph,
    newer: WorkflowGraph,
    names: Names,
    markOf: (element: string) => Mark | undefined,
): Union {
    const marks = new Map<string, Mark>();
    const behind = new Map<string, string>();
    const idOf = sameNodes(older, newer, names);
    const lanes: Lane[] = [...newer.lanes];
    const laneOf = (index: number): number => {
        const own = older.lanes[index];
        const role = own?.role === undefined ? undefined : (names.get(own.role) ?? own.role);
        const known = lanes.findIndex((l) => (role === undefined ? l.role === undefined : l.role === role));
        return known >= 0 || !own ? Math.max(known, 0) : lanes.push({ ...own, id: freeId(own.id, lanes) }) - 1;
    };
    const kept = new Set(idOf.values());
    // a step with a term on its border and a choice behind it changed once
    const shown = new Set(newer.nodes.flatMap((n) => (isBody(n) ? (n.element ?? []) : [])));
    const nodes: GraphNode[] = newer.nodes.map((n) => {
        const isMarked = n.element !== undefined && (isBody(n) || !shown.has(n.element));
        const mark = !kept.has(n.id) ? 'added' : isMarked ? markOf(n.element) : undefined;
        if (mark) {
            marks.set(n.id, mark);
        }
        return n;
    });
    let before: string | undefined;
    for (const node of older.nodes) {
        const same = idOf.get(node.id);
        if (same !== undefined) {
            before = same;
            continue;
        }
        const id = freeId(node.id, nodes);
        idOf.set(node.id, id);
        marks.set(id, 'removed');
        if (before !== undefined) {
            behind.set(id, behind.get(before) ?? before);
        }
        const scope = node.scope === undefined ? undefined : idOf.get(node.scope);
        const { scope: _, ...rest } = node;
        const moved = { ...rest, id, lane: laneOf(node.lane), ...(scope === undefined ? {} : { scope }) };
        const placed = moved.kind === 'boundary' ? { ...moved, on: idOf.get(moved.on) ?? moved.on } : moved;
        nodes.splice(nodes.findIndex((n) => n.id === before) + 1, 0, placed);
        before = id;
    }
    return {
        graph: { ...newer, lanes, nodes, flows: flowsOf(older, newer, { nodes, idOf, marks, names }) },
        marks,
        behind,
    };
}

/** Whether a node is an element itself, and not what can happen to it or how it goes on. */
function isBody({ kind }: GraphNode): boolean {
    return kind === 'task' || kind === 'end' || kind === 'subprocess';
}

/** Which node of the new graph each of the old one is. */
function sameNodes({ nodes: olds }: WorkflowGraph, { nodes: news }: WorkflowGraph, names: Names): Map<string, string> {
    const result = new Map<string, string>();
    const keyOf = (node: GraphNode, called: Names): string => {
        const element = node.element === undefined ? undefined : (called.get(node.element) ?? node.element);
        return `${node.kind} ${node.kind === 'task' ? node.work : ''} ${element ?? renamedId(node.id, called)}`;
    };
    const byKey = Map.groupBy(news, (n) => keyOf(n, NO_NAMES));
    for (const node of olds) {
        const same = byKey.get(keyOf(node, names));
        const index = same?.findIndex((n) => n.id === renamedId(node.id, names)) ?? -1;
        const [found] = same?.splice(Math.max(index, 0), 1) ?? [];
        if (found) {
            result.set(node.id, found.id);
        }
    }
    return result;
}

const NO_NAMES: Names = new Map();

/** The id that a node would have had if its element had its new name before. */
function renamedId(id: string, names: Names): string {
    for (const [was, is] of names) {
        const [old, now] = [identifier(was), identifier(is)];
        if (id === old || id.endsWith(`_${old}`) || id.startsWith(`${old}_`)) {
            return id.replace(old, now);
        }
    }
    return id;
}

function flowsOf(
    older: WorkflowGraph,
    newer: WorkflowGraph,
    union: {
        readonly nodes: readonly GraphNode[];
        readonly idOf: ReadonlyMap<string, string>;
        readonly marks: Map<string, Mark>;
        readonly names: Names;
    },
): Flow[] {
    const { nodes, idOf, marks, names } = union;
    const scopes = new Map(nodes.map((n) => [n.id, n.scope]));
    const keyOf = ({ from, to, label }: Flow) => `${from} ${to} ${label}`;
    const gone = older.flows.map((f): Flow => ({
        ...f,
        from: idOf.get(f.from) ?? f.from,
        to: idOf.get(f.to) ?? f.to,
        label: f.label.replace(/[\p{L}\d_-]+/gu, (word) => names.get(word) ?? word),
    }));
    const before = new Set(gone.map(keyOf));
    const after = new Set(newer.flows.map(keyOf));
    const flows = [...newer.flows];
    newer.flows.filter((f) => !before.has(keyOf(f))).forEach((f) => marks.set(f.id, 'added'));
    for (const flow of gone) {
        // a way between what stands in different frames now cannot be drawn as it was
        const isThere = scopes.has(flow.from) && scopes.has(flow.to) && scopes.get(flow.from) === scopes.get(flow.to);
        if (!after.has(keyOf(flow)) && isThere) {
            const id = freeId(flow.id, flows);
            marks.set(id, 'removed');
            flows.push({ ...flow, id });
        }
    }
    return flows;
}

/** An id that nothing has yet. */
function freeId(id: string, taken: readonly { readonly id: string }[]): string {
    const all = new Set(taken.map((t) => t.id.toLowerCase()));
    let free = id;
    for (let n = 1; all.has(free.toLowerCase()); n++) {
        free = `${id}_oud${n === 1 ? '' : String(n)}`;
    }
    return free;
}
