import type { BoundaryNode, Flow, GraphNode, SubprocessNode, WorkflowGraph } from '../workflow/graph.js';
import { extentOf, FLOW_EXTENT, type Extent } from './sizes.js';

/**
 * What gets a place of its own in the grid of columns and rows: each node that is not on a border, and each label of a
 * flow, through which the flow runs as through a node. That no label overlaps anything follows from that.
 */
export interface Item {
    /** also its order in the text */
    readonly index: number;
    readonly node?: GraphNode;
    /** of a label */
    readonly flow?: Flow;
    readonly lane: number;
    readonly scope: Frame;
    /** the frame that it is, where something stands in it */
    readonly frame?: Frame;
    readonly extent: Extent;
    readonly events: readonly BoundaryNode[];
    column: number;
    row: number;
    /** the one of a folded drawing in which it stands */
    strip: number;
}

/** The whole drawing, or a subprocess with what stands in it; it has its columns for itself. */
export interface Frame {
    readonly node?: SubprocessNode;
    readonly parent?: Frame;
    readonly depth: number;
    readonly items: Item[];
    readonly links: Link[];
    /** first and last column and row */
    left: number;
    right: number;
    top: number;
    bottom: number;
    /** row at which flows arrive and leave */
    port: number;
}

/** A flow, or the part of it before or after its label. */
export interface Link {
    readonly index: number;
    readonly flow: Flow;
    readonly from: Item;
    readonly to: Item;
    /** the event on the border of `from` that it leaves */
    readonly event?: BoundaryNode;
    readonly scope: Frame;
    /** whether it leads back, to what comes before it */
    isBack: boolean;
}

export interface Plan {
    readonly root: Frame;
    /** all frames but the root, outer ones first */
    readonly frames: readonly Frame[];
    readonly items: readonly Item[];
    readonly links: readonly Link[];
    /** first and last row of each strip; one, unless the drawing is folded */
    strips: readonly { readonly top: number; readonly bottom: number }[];
}

/** Reads a graph; what refers to a node that is not there is left out. */
export function planOf(graph: WorkflowGraph): Plan {
    const root = newFrame(undefined, undefined);
    const nodes = new Map(graph.nodes.map((n) => [n.id, n]));
    const inhabited = new Set(graph.nodes.flatMap((n) => (n.kind === 'boundary' ? [] : (n.scope ?? []))));
    const frames = new Map<string, Frame>();
    const items: Item[] = [];
    const byNode = new Map<string, Item>();
    const events = Map.groupBy(
        graph.nodes.filter((n) => n.kind === 'boundary'),
        (n) => n.on,
    );
    const labelled = Map.groupBy(
        graph.flows.filter((f) => f.label !== '' && nodes.has(f.from) && nodes.has(f.to)),
        (f) => f.from,
    );
    const labels = new Map<string, Item>();
    const add = (item: Omit<Item, 'index' | 'column' | 'row' | 'strip'>) => {
        const made = { ...item, index: items.length, column: 0, row: 0, strip: 0 };
        items.push(made);
        item.scope.items.push(made);
        return made;
    };
    for (const node of graph.nodes) {
        const scope = frames.get(node.scope ?? '') ?? root;
        let lane = node.lane;
        if (node.kind === 'boundary') {
            lane = nodes.get(node.on)?.lane ?? lane;
        } else {
            const frame = node.kind === 'subprocess' && inhabited.has(node.id) ? newFrame(node, scope) : undefined;
            const own = events.get(node.id) ?? [];
            byNode.set(
                node.id,
                add({ node, lane, scope, ...(frame && { frame }), extent: extentOf(node, own.length), events: own }),
            );
            if (frame) {
                frames.set(node.id, frame);
            }
        }
        for (const flow of labelled.get(node.id) ?? []) {
            labels.set(flow.id, add({ flow, lane, scope, extent: FLOW_EXTENT, events: [] }));
        }
    }
    const links: Link[] = [];
    for (const flow of graph.flows) {
        const source = nodes.get(flow.from);
        const from = byNode.get(source?.kind === 'boundary' ? source.on : flow.from);
        const to = byNode.get(flow.to);
        const label = labels.get(flow.id);
        if (!source || !from || !to || from.scope !== to.scope) {
            continue;
        }
        const ends = label ? [[from, label] as const, [label, to] as const] : [[from, to] as const];
        for (const [start, end] of ends) {
            const event = source.kind === 'boundary' && start === from ? { event: source } : {};
            const link = {
                index: links.length,
                flow,
                from: start,
                to: end,
                ...event,
                scope: from.scope,
                isBack: false,
            };
            links.push(link);
            from.scope.links.push(link);
        }
    }
    return { root, frames: [...frames.values()], items, links, strips: [] };
}

function newFrame(node: SubprocessNode | undefined, parent: Frame | undefined): Frame {
    const depth = parent ? parent.depth + 1 : 0;
    const place = { left: 0, right: 0, top: 0, bottom: 0, port: 0 };
    return { ...(node && { node }), ...(parent && { parent }), depth, items: [], links: [], ...place };
}
