import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildGraph } from '../../../language/workflow/build-graph.js';
import { randomProcess } from '../analysis/random-process.js';
import { exampleCases } from '../generate/support.js';
import { protocol } from '../support/language.js';
import { faultsIn } from './well-formed.js';

const examples = (await exampleCases()).map((c) => c.protocol);

test('the graph of each example is well formed', () => {
    const graphs = examples.flatMap((p) => buildGraph(p) ?? []);
    expect(graphs.map((g) => g.id).sort()).toEqual([
        'BemoeizorgWestBrabant',
        'Gezinspad',
        'GezinspadBreda',
        'GezinspadVerder',
        'VoorZorg',
    ]);
    expect(graphs.flatMap((g) => faultsIn(g).map((f) => `${g.id}: ${f}`))).toEqual([]);
});

test('the graph of random processes is well formed, and the same each time', async () => {
    let built = 0;
    await fc.assert(
        fc.asyncProperty(randomProcess, async (text) => {
            const one = await protocol(text);
            const graph = buildGraph(one);
            if (graph) {
                built++;
                expect(faultsIn(graph)).toEqual([]);
                expect(buildGraph(one)).toEqual(graph);
            }
        }),
        { numRuns: 100, seed: 20260401 },
    );
    expect(built).toBeGreaterThan(90);
});
