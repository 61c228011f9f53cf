import { describe, expect, it } from 'vitest';
import type { Diagram } from '../../../language/diagram/geometry.js';
import { layOut } from '../../../language/diagram/layout.js';
import type { GraphNode, WorkflowGraph } from '../../../language/workflow/graph.js';
import { random, randomGraph } from './random-graph.js';

const SEEDS = Array.from({ length: 200 }, (_, seed) => seed);
const generated = (seed: number) => randomGraph(seed, 3 + (seed % 40), 1 + (seed % 5));

describe('a drawing after a change', () => {
    it.each(SEEDS)('moves nothing when everything in generated process %i is called otherwise', (seed) => {
        const graph = generated(seed);
        const renamed = {
            ...graph,
            lanes: graph.lanes.map((l) => ({ ...l, title: 'Een rol met een heel andere naam' })),
            nodes: graph.nodes.map((n) => (n.label === '' ? n : { ...n, label: 'x' })),
            flows: graph.flows.map((f) =>
                f.label === '' ? f : { ...f, label: `${f.label} en nog veel meer woorden` },
            ),
        };
        expect(places(layOut(renamed))).toEqual(places(layOut(graph)));
    });

    it.each(SEEDS)(
        'keeps the rows of all other bands and the order of columns when a step comes into process %i',
        (seed) => {
            const { before, after, others, graph } = withStep(seed);
            for (const lane of Map.groupBy(others, (n) => n.lane).values()) {
                expect(orders(lane, after, 'y')).toEqual(orders(lane, before, 'y'));
            }
            if (!graph.nodes.some((n) => n.kind === 'subprocess')) {
                const nodes = graph.nodes.filter((n) => n.kind === 'task' || n.kind === 'gateway');
                const [one, two] = [orders(nodes, before, 'x'), orders(nodes, after, 'x')];
                expect(one.filter((sign, i) => sign * (two[i] ?? 0) < 0)).toEqual([]);
            }
        },
    );

    // a frame has its border, and so a line for its title, in the first band that it reaches: it cannot stay there when a
    // step makes the frame reach into a band above, nor can its lower border when it reaches into one below
    it.each(SEEDS)('leaves what stands in other bands at its height when a step comes into process %i', (seed) => {
        const { others, isMoved, reachesFurther } = withStep(seed);
        expect(others.filter((n) => isMoved(n) && !reachesFurther).map((n) => n.id)).toEqual([]);
    });

    // where a strip is too wide with it, what comes behind goes on in a next one: but
    // everything stays in a strip of its own part, or in the last, of what stands apart
    it.each(SEEDS)('keeps a folded process %i in the same parts when a step comes in', (seed) => {
        const { graph, longer } = withStep(seed);
        const parts = new Map(graph.nodes.map((n, i) => [n.id, Math.floor((i * 3) / graph.nodes.length)]));
        const fold = { width: 400, parts };
        const [before, after] = [layOut(graph, fold), layOut(longer, fold)];
        expect(before.strips.length).toBeGreaterThan(1);
        expect(partsIn(graph, after)).toEqual(partsIn(graph, before));
    });

    it('seldom makes a frame reach further', () => {
        const all = SEEDS.map(withStep);
        expect(all.reduce((sum, { others }) => sum + others.length, 0)).toBeGreaterThan(3000);
        expect(all.filter((a) => a.reachesFurther).length).toBeLessThan(20);
    });
});

/** A generated process, and the same with one more step on one of its flows. */
function withStep(seed: number) {
    const graph = generated(seed);
    const next = random(seed + 999);
    const flow = graph.flows[Math.floor(next() * graph.flows.length)];
    const from = graph.nodes.findIndex((n) => n.id === flow?.from);
    const lane = Math.floor(next() * graph.lanes.length);
    const scope = graph.nodes[from]?.scope;
    const step: GraphNode = {
        ...{ id: 'new', kind: 'task', work: 'step', label: 'nieuw', lane, candidates: [], with: [], fills: [] },
        ...{ requires: [], delivers: [], guards: [], ...(scope !== undefined && { scope }) },
    };
    const longer: WorkflowGraph = {
        ...graph,
        nodes: graph.nodes.toSpliced(from + 1, 0, step),
        flows: graph.flows.flatMap((f) =>
            f === flow
                ? [
                      { ...f, to: 'new' },
                      { id: 'onward', from: 'new', to: f.to, label: '' },
                  ]
                : [f],
        ),
    };
    const [before, after] = [layOut(graph), layOut(longer)];
    const others = graph.nodes.filter((n) => n.lane !== lane && n.kind !== 'subprocess' && n.kind !== 'boundary');
    const inBand = (d: Diagram, { id, lane: own }: GraphNode) => middle(d, id, 'y') - (d.bands[own]?.y ?? 0);
    const isMoved = (n: GraphNode) => Math.abs(inBand(before, n) - inBand(after, n)) > 0;
    const reachesFurther = JSON.stringify(reaches(graph, graph)) !== JSON.stringify(reaches(longer, graph));
    return { graph, longer, before, after, others, isMoved, reachesFurther };
}

/** Which part the strip shows that a node stands in. */
function partsIn({ nodes }: WorkflowGraph, diagram: Diagram): unknown {
    return nodes
        .filter((n) => n.kind !== 'subprocess' && n.kind !== 'boundary')
        .map((n) => {
            const y = middle(diagram, n.id, 'y');
            const strip = diagram.strips.find((s) => s.y <= y && y <= s.y + s.height);
            return [n.id, strip?.isApart ? 'apart' : strip?.part];
        });
}

/** The first and the last band of each frame. */
function reaches(graph: WorkflowGraph, { nodes }: WorkflowGraph) {
    const isIn = (scope: string | undefined, frame: string): boolean =>
        scope !== undefined && (scope === frame || isIn(nodes.find((n) => n.id === scope)?.scope, frame));
    return nodes
        .filter((n) => n.kind === 'subprocess')
        .map((frame) => {
            const lanes = graph.nodes
                .filter((n) => n.kind !== 'subprocess' && n.kind !== 'boundary' && isIn(n.scope, frame.id))
                .map((n) => n.lane);
            return [Math.min(...lanes), Math.max(...lanes)];
        });
}

function middle(diagram: Diagram, id: string, along: 'x' | 'y'): number {
    const shape = diagram.shapes.find((s) => s.node === id);
    return shape ? Math.round(shape[along] + (along === 'x' ? shape.width : shape.height) / 2) : Number.NaN;
}

/** For each two nodes which comes first, or 0 where they are level. */
function orders(nodes: readonly GraphNode[], diagram: Diagram, along: 'x' | 'y'): number[] {
    const at = nodes.map((n) => middle(diagram, n.id, along));
    return at.flatMap((a) => at.map((b) => Math.sign(a - b)));
}

/** A drawing without its words. */
function places(diagram: Diagram): unknown {
    return JSON.parse(JSON.stringify(diagram, (key, value: unknown) => (key === 'text' ? undefined : value)));
}
