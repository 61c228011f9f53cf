import { describe, expect, it } from 'vitest';
import { layOut } from '../../../language/diagram/layout.js';
import { flowText } from '../../../language/diagram/sizes.js';
import type { WorkflowGraph } from '../../../language/workflow/graph.js';
import { faultsIn } from './faults.js';
import { randomGraph } from './random-graph.js';

describe('the layout of a process', () => {
    it.each(Array.from({ length: 200 }, (_, seed) => seed))('has no faults in generated process %i', (seed) => {
        const graph = randomGraph(seed, 3 + (seed % 40), 1 + (seed % 5));
        expect(faultsIn(graph, layOut(graph)).slice(0, 5)).toEqual([]);
    });
});

describe('the layout of a process that is folded', () => {
    it.each(Array.from({ length: 200 }, (_, seed) => seed))('has no faults in generated process %i', (seed) => {
        const graph = randomGraph(seed, 3 + (seed % 40), 1 + (seed % 5));
        const inScope = graph.nodes.filter((n) => n.scope === undefined);
        const parts = new Map(
            inScope.slice(0, inScope.length - 3).map((n, i) => [n.id, Math.floor((3 * i) / inScope.length)]),
        );
        for (const fold of [
            { width: 600 + (seed % 7) * 150, parts: new Map<string, number>() },
            { width: 900, parts },
        ]) {
            expect(faultsIn(graph, layOut(graph, fold)).slice(0, 5)).toEqual([]);
        }
    });

    it('is one strip where it is narrow enough, and else several that are not much wider', () => {
        const graph = chain(20);
        const none = new Map<string, number>();
        const whole = layOut(graph);
        expect(layOut(graph, { width: 1e6, parts: none })).toEqual(whole);
        const folded = layOut(graph, { width: 900, parts: none });
        expect(folded.strips.length).toBe(5);
        expect(folded.width).toBeLessThan(900 + 200);
    });

    it('begins a strip with each part', () => {
        const folded = layOut(chain(6), {
            width: 500,
            parts: new Map([0, 1, 2, 3, 4].map((i) => [`t${String(i)}`, i < 2 ? 0 : 1])),
        });
        expect(folded.strips.map((s) => s.part)).toEqual([0, 1, 1]);
        const strip = (id: string) => {
            const y = folded.shapes.find((s) => s.node === id)?.y ?? 0;
            return folded.strips.findIndex((s) => s.y < y && y < s.y + s.height);
        };
        expect(['t0', 't1', 't2', 't3', 't4', 't5'].map(strip)).toEqual([0, 0, 1, 1, 2, 2]);
    });
});

/** Steps in a row. */
function chain(length: number): WorkflowGraph {
    const ids = Array.from({ length }, (_, i) => `t${String(i)}`);
    return {
        ...{ id: 'x', title: 'X', lanes: [{ id: 'l', title: 'L' }], variables: [], losses: [], unreached: [] },
        nodes: ids.map((id) => ({
            ...{ id, kind: 'task', work: 'step', label: id, lane: 0, candidates: [], with: [], fills: [] },
            ...{ requires: [], delivers: [], guards: [] },
        })),
        flows: ids.slice(1).map((to, i) => ({ id: `f${to}`, from: ids[i] ?? '', to, label: '' })),
    };
}

describe('a label outside a shape', () => {
    it('is smaller where it is cut otherwise, and as large as usual where that does not help', () => {
        const sizes = [
            'als dit zo is',
            'als dit allemaal zo is en ook dat nog, en het plan van het gezin nu klaar is',
            'woorden '.repeat(60),
        ];
        expect(sizes.map((label) => flowText(label, 0, 0)).map(({ size, isCut }) => [size, isCut])).toEqual([
            [11, false],
            [10, false],
            [11, true],
        ]);
    });
});

describe('the search for faults', () => {
    const graph = randomGraph(11, 30, 3);
    const whole = layOut(graph);
    const tasks = whole.shapes.filter((s) => s.node.startsWith('task'));

    it('finds a shape on another', () => {
        const [a, b] = tasks;
        const shapes = whole.shapes.map((s) => (s === b && a ? { ...s, x: a.x + 10, y: a.y } : s));
        expect(faultsIn(graph, { ...whole, shapes })).toContain(`${a?.node ?? ''} and ${b?.node ?? ''} overlap`);
    });

    it('finds a flow through a shape, and one over another', () => {
        const straight = whole.edges.map((e) => {
            const [first, last] = [e.points[0], e.points.at(-1)];
            return first && last ? { ...e, points: [first, { x: last.x, y: first.y }, last] } : e;
        });
        const found = faultsIn(graph, { ...whole, edges: straight }).join('\n');
        expect(found).toMatch(/crosses/);
        expect(found).toMatch(/run over each other/);
    });

    it('finds a label on something', () => {
        const edges = whole.edges.map((e) =>
            e.text && tasks[0] ? { ...e, text: { ...e.text, x: tasks[0].x, y: tasks[0].y } } : e,
        );
        expect(faultsIn(graph, { ...whole, edges }).join('\n')).toMatch(/label of flow_\d+ overlaps task/);
    });

    it('finds what is missing and what is slanting', () => {
        expect(faultsIn(graph, { ...whole, shapes: whole.shapes.slice(1) })).toContain(
            `${whole.shapes[0]?.node ?? ''} is missing`,
        );
        const edges = whole.edges.map((e) => ({
            ...e,
            points: [
                { x: 0, y: 0 },
                { x: 5, y: 5 },
            ],
        }));
        expect(faultsIn(graph, { ...whole, edges }).join('\n')).toMatch(/is not straight/);
    });
});
