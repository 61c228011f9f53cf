/**
 * Every scenario of every example takes the same path in the simulator and in each engine that runs what is made of it; so do
 * courses of fifty random processes in bpmn-engine and Operaton. A table says how many did.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { playInBpmnEngine } from './bpmn-engine.js';
import { difference, examples, randomProcesses, type Corpus } from './corpus.js';
import { playInOperaton, playInZeebe } from './drive.js';
import { differenceInXstate } from './xstate.js';

/** In what each case of a corpus went another way, in its order; undefined where it went the same way. */
type Differences = readonly (string | undefined)[];

const ENGINES: Readonly<Record<string, (corpus: Corpus) => Promise<Differences>>> = {
    Operaton: (corpus) => inJava(corpus, 'operaton', playInOperaton),
    Zeebe: (corpus) => inJava(corpus, 'zeebe', playInZeebe),
    'bpmn-engine': async (corpus) => {
        const played = await playInBpmnEngine(
            corpus.sourcesOf('bpmn'),
            corpus.cases.map((c) => c.case),
        );
        return corpus.cases.map((one, i) => difference(one, played[i]));
    },
    XState: async (corpus) => {
        const found: (string | undefined)[] = [];
        for (const { of, given } of corpus.cases) {
            found.push(await differenceInXstate(of, given));
        }
        return found;
    },
};

async function inJava(corpus: Corpus, output: string, play: typeof playInZeebe): Promise<Differences> {
    const folder = mkdtempSync(join(tmpdir(), `draaiboek-${output}-`));
    try {
        for (const { path, content } of corpus.filesOf(output)) {
            mkdirSync(dirname(join(folder, path)), { recursive: true });
            writeFileSync(join(folder, path), content);
        }
        const { deployments, cases } = await play(
            folder,
            corpus.cases.map((c) => c.case),
        );
        const refused = deployments.filter((d) => !d.ok).map((d) => `${d.file}: ${d.error ?? ''}`);
        expect(refused).toEqual([]);
        return corpus.cases.map((one, i) => difference(one, cases[i]));
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}

/** By row and engine: how many cases took the path of the simulator, of how many. */
const table = new Map<string, Map<string, readonly [same: number, all: number]>>();

function count(row: string, engine: string, differences: Differences): void {
    const same = differences.filter((d) => d === undefined).length;
    const cells = table.get(row) ?? new Map<string, readonly [number, number]>();
    const [before, all] = cells.get(engine) ?? [0, 0];
    table.set(row, cells.set(engine, [before + same, all + differences.length]));
}

const scenarios = await examples();
const random = await randomProcesses(50, 20260501);

test.each(Object.keys(ENGINES))('every scenario of every example goes the same way in %s', async (engine) => {
    expect(scenarios.cases.length).toBeGreaterThanOrEqual(25);
    const differences = (await ENGINES[engine]?.(scenarios)) ?? [];
    scenarios.cases.forEach((one, i) => {
        count(one.of.name, engine, [differences[i]]);
    });
    const named = scenarios.cases.map((one, i) => [`${one.of.name}: ${one.case.name}`, differences[i]] as const);
    expect(named.filter(([, found]) => found !== undefined)).toEqual([]);
});

test.each(['bpmn-engine', 'Operaton', 'Zeebe'])('fifty random processes go the same way in %s', async (engine) => {
    expect(new Set(random.cases.map((c) => c.of.name)).size).toBe(50);
    const differences = (await ENGINES[engine]?.(random)) ?? [];
    count(`50 random processes`, engine, differences);
    const named = random.cases.map((one, i) => [one.case.name, differences[i]] as const);
    expect(named.filter(([, found]) => found !== undefined)).toEqual([]);
});

afterAll(() => {
    const engines = Object.keys(ENGINES);
    const lines = [...table].map(([row, cells]) => {
        const figures = engines.map((engine) => cells.get(engine)?.join('/') ?? '');
        return [row.padEnd(24), ...figures.map((f) => f.padStart(12))].join('');
    });
    const left =
        random.left.length === 0
            ? ''
            : `\nleft out of the random processes: ${String(random.left.length)}, of which the loss report says why`;
    console.log(
        ['the same path as the simulator'.padEnd(24), ...engines.map((e) => e.padStart(12))].join('') +
            `\n${lines.join('\n')}${left}`,
    );
});
