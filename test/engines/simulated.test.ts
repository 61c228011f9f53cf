/**
 * Every scenario of every example takes the same path in the simulator and in each engine that runs what is made of it; so do
 * courses of protocols of every structure, and of 120 random processes. Where a case may go another way, the loss report of
 * that output says why. A table says how many did.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { machineOf } from '../../language/execution/machine.js';
import { STRUCTURES } from '../language/support/structured-process.js';
import { playInBpmnEngine } from './bpmn-engine.js';
import {
    difference,
    entangledProcesses,
    examples,
    joined,
    randomProcesses,
    statedLoss,
    structuredProcesses,
    structures,
    type Corpus,
    type CorpusCase,
    type Parting,
} from './corpus.js';
import { playInOperaton, playInZeebe } from './drive.js';
import { differenceInXstate } from './xstate.js';
import { seedOr } from '../random.js';

/** In what each case of a corpus went another way, in its order; undefined where it went the same way. */
type Differences = readonly (Parting | undefined)[];

interface Engine {
    readonly output: string;
    readonly play: (corpus: Corpus) => Promise<Differences>;
}

const ENGINES: Readonly<Record<string, Engine>> = {
    Operaton: { output: 'operaton', play: (corpus) => inJava(corpus, 'operaton', playInOperaton) },
    Zeebe: { output: 'zeebe', play: (corpus) => inJava(corpus, 'zeebe', playInZeebe) },
    'bpmn-engine': {
        output: 'bpmn',
        play: async (corpus) => {
            const cases = corpus.cases.map((c) => c.case);
            const played = await playInBpmnEngine(corpus.sourcesOf('bpmn'), cases);
            return corpus.cases.map((one, i) => difference(one, played[i]));
        },
    },
    XState: {
        output: 'xstate',
        play: async (corpus) => {
            const found: (Parting | undefined)[] = [];
            for (const { of, given } of corpus.cases) {
                found.push(await differenceInXstate(of, given));
            }
            return found;
        },
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

const structured = await structuredProcesses(50, seedOr(20260701));
const scenarios = await examples();
const random = await randomProcesses(50, seedOr(20260501));
const built = await structures();
const entangled = await entangledProcesses(20, seedOr(20260901));
/** All of it: an engine is started once. */
const all = joined([scenarios, built, random, structured, entangled]);
const ROWS: readonly (readonly [row: string, corpus: Corpus])[] = [
    ['protocols of every structure', built],
    ['50 random processes', random],
    ['50 with structures', structured],
    ['20 with ways across parts', entangled],
];

/** By row and engine. */
const table = new Map<string, Map<string, Count>>();

interface Count {
    /** how many took the path of the simulator */
    same: number;
    /** how many took another, as the loss report says that they may */
    stated: number;
    all: number;
}

function rowOf(one: CorpusCase): string {
    return ROWS.find(([, { cases }]) => cases.includes(one))?.[0] ?? one.of.name;
}

function count(row: string, engine: string): Count {
    const cells = table.get(row) ?? new Map<string, Count>();
    const cell = cells.get(engine) ?? { same: 0, stated: 0, all: 0 };
    table.set(row, cells.set(engine, cell));
    return cell;
}

test('there is enough to play', () => {
    expect(scenarios.cases.length).toBeGreaterThanOrEqual(25);
    expect(built.cases.length).toBeGreaterThanOrEqual(120);
    expect(new Set(random.cases.map((c) => c.of.name)).size).toBe(50);
    expect(new Set(structured.cases.map((c) => c.of.name)).size).toBe(50);
    expect(new Set(entangled.cases.map((c) => c.of.name)).size).toBe(20);
});

test('of the fifty processes with structures at least five have each structure', () => {
    const machines = [...new Set(structured.cases.map((c) => c.of.protocol))].flatMap((p) => machineOf(p) ?? []);
    const counts = Object.entries(STRUCTURES).map(([name, has]) => [name, machines.filter(has).length] as const);
    expect(counts.filter(([, found]) => found < 5)).toEqual([]);
    console.log(`of the 50 processes with structures: ${counts.map(([n, c]) => `${String(c)} have ${n}`).join(', ')}`);
});

test.each(Object.entries(ENGINES))('every case goes the same way in %s as in the simulator', async (name, engine) => {
    const differences = await engine.play(all);
    const wrong = all.cases.flatMap((one, i) => {
        const found = differences[i];
        const stated = found === undefined ? undefined : statedLoss(one, engine.output, found);
        const cell = count(rowOf(one), name);
        cell.all++;
        cell.same += found === undefined ? 1 : 0;
        cell.stated += stated === undefined ? 0 : 1;
        return found !== undefined && stated === undefined ? [`${one.of.name}, ${one.case.name}: ${found.said}`] : [];
    });
    expect(wrong).toEqual([]);
    // with ways across parts the loss report has something to say more often than not
    const usual = differences.filter((_, i) => !entangled.cases.includes(all.cases[i] as CorpusCase));
    expect(usual.filter((d) => d === undefined).length).toBeGreaterThan(0.9 * usual.length);
});

afterAll(() => {
    const engines = Object.keys(ENGINES);
    const write = (first: string, cells: readonly string[]) =>
        [first.padEnd(30), ...cells.map((c) => c.padStart(14))].join('');
    const lines = [...table].map(([row, cells]) =>
        write(
            row,
            engines.map((engine) => {
                const { same, stated, all: of } = cells.get(engine) ?? { same: 0, stated: 0, all: 0 };
                return `${String(same)}${stated > 0 ? `+${String(stated)}` : ''}/${String(of)}`;
            }),
        ),
    );
    console.log(
        [
            write('the same path as the simulator', engines),
            ...lines,
            '+: another path, and the loss report says why',
        ].join('\n'),
    );
});
