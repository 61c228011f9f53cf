import { describe, expect, it } from 'vitest';
import { layOut } from '../../../language/diagram/layout.js';
import { faultsIn } from './faults.js';
import { randomGraph } from './random-graph.js';

describe('the layout of a process', () => {
    it.each(Array.from({ length: 200 }, (_, seed) => seed))('has no faults in generated process %i', (seed) => {
        const graph = randomGraph(seed, 3 + (seed % 40), 1 + (seed % 5));
        expect(faultsIn(graph, layOut(graph)).slice(0, 5)).toEqual([]);
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
