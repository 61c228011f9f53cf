import type { Box, Diagram, Point } from '../../../language/diagram/geometry.js';
import type { GraphNode, WorkflowGraph } from '../../../language/workflow/graph.js';

interface Segment {
    readonly flow: string;
    readonly a: Point;
    readonly b: Point;
}

/** What a drawing of a graph must not have: in words, one for each fault. */
export function faultsIn(graph: WorkflowGraph, diagram: Diagram): string[] {
    const nodes = new Map(graph.nodes.map((n) => [n.id, n]));
    const segments = diagram.edges.flatMap(({ flow, points }) =>
        points.slice(1).map((b, i): Segment => ({ flow, a: points[i] as Point, b })),
    );
    return [
        ...missing(graph, diagram),
        ...overlaps(diagram, nodes),
        ...segments.filter(({ a, b }) => a.x !== b.x && a.y !== b.y).map((s) => `${s.flow} is not straight`),
        ...crossedShapes(graph, diagram, nodes, segments),
        ...labels(diagram, nodes, segments),
        ...shared(graph, segments),
        ...outside(diagram),
    ];
}

function missing(graph: WorkflowGraph, diagram: Diagram): string[] {
    const shapes = new Set(diagram.shapes.map((s) => s.node));
    const edges = new Set(diagram.edges.map((e) => e.flow));
    return [
        ...graph.nodes.filter((n) => !shapes.has(n.id)).map((n) => `${n.id} is missing`),
        ...graph.flows.filter((f) => !edges.has(f.id)).map((f) => `${f.id} is missing`),
    ];
}

/** Whether two boxes have more than a border in common. */
function meet(a: Box, b: Box, slack = 0.01): boolean {
    return (
        a.x + a.width > b.x + slack &&
        b.x + b.width > a.x + slack &&
        a.y + a.height > b.y + slack &&
        b.y + b.height > a.y + slack
    );
}

function holds(outer: Box, inner: Box): boolean {
    return (
        outer.x < inner.x &&
        outer.y < inner.y &&
        outer.x + outer.width > inner.x + inner.width &&
        outer.y + outer.height > inner.y + inner.height
    );
}

function overlaps(diagram: Diagram, nodes: ReadonlyMap<string, GraphNode>): string[] {
    const result: string[] = [];
    diagram.shapes.forEach((a, i) => {
        for (const b of diagram.shapes.slice(i + 1)) {
            const [one, two] = [nodes.get(a.node), nodes.get(b.node)];
            if (
                !one ||
                !two ||
                (one.kind === 'boundary' && one.on === two.id) ||
                (two.kind === 'boundary' && two.on === one.id)
            ) {
                continue;
            }
            const isIn = (n: GraphNode, frame: string) => {
                for (let at = n.scope; at !== undefined; at = nodes.get(at)?.scope) {
                    if (at === frame) {
                        return true;
                    }
                }
                return false;
            };
            if (isIn(two, one.id) ? !holds(a, b) : isIn(one, two.id) ? !holds(b, a) : meet(a, b)) {
                result.push(`${a.node} and ${b.node} overlap`);
            }
        }
    });
    return result;
}

/** The part of a box that a horizontal or vertical line runs through is more than its border. */
function runsThrough({ a, b }: Segment, box: Box): boolean {
    const line = {
        x: Math.min(a.x, b.x),
        y: Math.min(a.y, b.y),
        width: Math.abs(a.x - b.x),
        height: Math.abs(a.y - b.y),
    };
    return (
        line.x < box.x + box.width - 0.01 &&
        line.x + line.width > box.x + 0.01 &&
        line.y < box.y + box.height - 0.01 &&
        line.y + line.height > box.y + 0.01
    );
}

function crossedShapes(
    graph: WorkflowGraph,
    diagram: Diagram,
    nodes: ReadonlyMap<string, GraphNode>,
    segments: readonly Segment[],
): string[] {
    const flows = new Map(graph.flows.map((f) => [f.id, f]));
    const inside = (scope: string | undefined, frame: string): boolean =>
        scope !== undefined && (scope === frame || inside(nodes.get(scope)?.scope, frame));
    return diagram.shapes.flatMap((shape) =>
        segments
            .filter((s) => {
                const scope = nodes.get(flows.get(s.flow)?.from ?? '')?.scope;
                return !inside(scope, shape.node) && runsThrough(s, shape);
            })
            .map((s) => `${s.flow} crosses ${shape.node}`),
    );
}

function labels(diagram: Diagram, nodes: ReadonlyMap<string, GraphNode>, segments: readonly Segment[]): string[] {
    const texts = [
        ...diagram.shapes.flatMap((s) => (s.text ? [{ of: s.node, box: s.text, shape: s }] : [])),
        ...diagram.edges.flatMap((e) => (e.text ? [{ of: e.flow, box: e.text, shape: undefined }] : [])),
    ];
    const result: string[] = [];
    texts.forEach((text, i) => {
        for (const other of texts.slice(i + 1)) {
            if (meet(text.box, other.box)) {
                result.push(`labels of ${text.of} and ${other.of} overlap`);
            }
        }
        for (const shape of diagram.shapes) {
            const node = nodes.get(shape.node);
            const isAround = node?.kind === 'subprocess' && holds(shape, text.box);
            const own = shape === text.shape && (node?.kind === 'task' || node?.kind === 'subprocess');
            if (own && !holds(shape, text.box)) {
                result.push(`label of ${text.of} sticks out`);
            }
            if (!own && !isAround && meet(shape, text.box)) {
                result.push(`label of ${text.of} overlaps ${shape.node}`);
            }
        }
        for (const s of segments.filter((s) => runsThrough(s, text.box))) {
            result.push(`label of ${text.of} is crossed by ${s.flow}`);
        }
    });
    return result;
}

function shared(graph: WorkflowGraph, segments: readonly Segment[]): string[] {
    const flows = new Map(graph.flows.map((f) => [f.id, f]));
    const result: string[] = [];
    segments.forEach((s, i) => {
        for (const t of segments.slice(i + 1)) {
            const [f, g] = [flows.get(s.flow), flows.get(t.flow)];
            if (f && g && f !== g && f.from !== g.from && f.to !== g.to && runTogether(s, t)) {
                result.push(`${s.flow} and ${t.flow} run over each other`);
            }
        }
    });
    return result;
}

/** Whether two lines have more than a point in common. */
function runTogether(s: Segment, t: Segment): boolean {
    const along = (p: 'x' | 'y', q: 'x' | 'y') =>
        s.a[p] === s.b[p] &&
        t.a[p] === t.b[p] &&
        Math.abs(s.a[p] - t.a[p]) < 3 &&
        Math.min(Math.max(s.a[q], s.b[q]), Math.max(t.a[q], t.b[q])) >
            Math.max(Math.min(s.a[q], s.b[q]), Math.min(t.a[q], t.b[q])) + 0.01;
    return along('x', 'y') || along('y', 'x');
}

function outside(diagram: Diagram): string[] {
    const whole = { x: -1, y: -1, width: diagram.width + 2, height: diagram.height + 2 };
    const boxes = [
        ...diagram.shapes,
        ...diagram.shapes.flatMap((s) => s.text ?? []),
        ...diagram.edges.flatMap((e) => e.text ?? []),
        ...diagram.edges.flatMap((e) => e.points.map((p) => ({ ...p, width: 0, height: 0 }))),
    ];
    const headers = diagram.bands.map((b) => b.header);
    return [
        ...boxes.filter((b) => !holds(whole, b)).map((b) => `something at ${String(b.x)}, ${String(b.y)} is outside`),
        ...boxes.flatMap((b) =>
            headers.filter((h) => meet(h, b)).map(() => `something at ${String(b.x)}, ${String(b.y)} is on a header`),
        ),
    ];
}
