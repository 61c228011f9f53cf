import { cpSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Case, Outcome, Played } from './contract.js';
import { playInOperaton, playInZeebe } from './drive.js';
import { generateExamples } from './examples.js';

/** A case that must not go well, and a part of what is then said. */
interface WrongCase extends Case {
    readonly error: string;
}

interface Engine {
    readonly name: string;
    /** the folder of its fixtures, and the output of the tool */
    readonly dialect: string;
    /** fixtures with what it does not have */
    readonly lacks: readonly string[];
    readonly play: typeof playInOperaton;
}

const FIXTURES = join(process.cwd(), 'test/engines/fixtures');
const ENGINES: readonly Engine[] = [
    { name: 'Operaton', dialect: 'operaton', lacks: [], play: playInOperaton },
    {
        name: 'Zeebe 8.8',
        dialect: 'zeebe',
        lacks: ['altijd'],
        play: (folder, cases) => playInZeebe(folder, cases, '8.8'),
    },
    { name: 'Zeebe 8.9', dialect: 'zeebe', lacks: [], play: (folder, cases) => playInZeebe(folder, cases, '8.9') },
];
const right = globSync('cases/*.json', { cwd: FIXTURES })
    .sort()
    .flatMap((file) => read<Case[]>(file));
const wrong = read<WrongCase[]>('wrong.json');
const counts = { passed: 0, failed: 0 };

/**
 * Deploys what the tool makes of the examples in each engine, and plays the fixtures there. Every case has to go as it says,
 * and the same way everywhere; what is wrong on purpose has to be refused with the message that stands beside it.
 *
 * @returns how many of these checks passed and how many failed
 */
export async function playInEngines(): Promise<{ passed: number; failed: number }> {
    let first: Map<string, Played> | undefined;
    for (const engine of ENGINES) {
        const begin = performance.now();
        const outcome = await playAll(engine);
        console.log(`${engine.name} (${((performance.now() - begin) / 1000).toFixed(1)} s)`);
        reportDeployments(engine, outcome);
        const played = new Map(outcome.cases.map((one) => [nameOf(one), one]));
        reportCases(engine, played);
        if (first) {
            compare(first, played, engine);
        }
        first ??= played;
    }
    return counts;
}

function read<T>(file: string): T {
    return JSON.parse(readFileSync(join(FIXTURES, file), 'utf8')) as T;
}

async function playAll(engine: Engine): Promise<Outcome> {
    const folder = mkdtempSync(join(tmpdir(), 'draaiboek-engines-'));
    try {
        const there = (file: string) => !engine.lacks.includes(basename(file, '.bpmn'));
        cpSync(join(FIXTURES, engine.dialect), join(folder, 'fixtures'), { recursive: true, filter: there });
        generateExamples(engine.dialect, join(folder, 'examples'));
        return await engine.play(folder, [...casesOf(engine), ...wrong]);
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}

function casesOf({ lacks }: Engine): readonly Case[] {
    return right.filter((one) => !lacks.includes(one.process));
}

function reportDeployments({ name }: Engine, { deployments }: Outcome): void {
    for (const { file, ok, error } of deployments) {
        count(ok, `${name}, ${file}: ${error ?? ''}`);
    }
    const examples = deployments.filter(({ file, ok }) => ok && file.startsWith('examples/')).length;
    count(examples > 0, `${name}: nothing was made of the examples`);
    console.log(`  of the examples ${String(examples)} files deployed`);
}

function reportCases(engine: Engine, played: ReadonlyMap<string, Played>): void {
    const cases = casesOf(engine).flatMap((given) => played.get(nameOf(given)) ?? []);
    count(cases.length === casesOf(engine).length, `${engine.name}: not every case was played`);
    for (const one of cases) {
        count(one.ok, `${engine.name}, ${nameOf(one)}: ${one.error ?? ''}`);
    }
    for (const { error, ...given } of wrong) {
        const said = played.get(nameOf(given))?.error ?? 'nothing';
        count(said.includes(error), `${engine.name}, ${nameOf(given)}: should say "${error}", and says ${said}`);
    }
    for (const process of new Set(cases.map((one) => one.process))) {
        const its = cases.filter((one) => one.process === process);
        const column = `${String(its.filter((one) => one.ok).length)}/${String(its.length)}`;
        const tasks = its.reduce((sum, one) => sum + one.path.length, 0);
        console.log(`  ${process.padEnd(16)} ${column.padStart(6)} cases ${String(tasks).padStart(4)} tasks`);
    }
}

/** Whether each case took the same way: tasks, who may do them and when they are due, events, and variables. */
function compare(first: ReadonlyMap<string, Played>, other: ReadonlyMap<string, Played>, engine: Engine): void {
    for (const given of casesOf(engine)) {
        const one = traceOf(first.get(nameOf(given)));
        const another = traceOf(other.get(nameOf(given)));
        const parts = Object.keys(one).filter((part) => !isDeepStrictEqual(one[part], another[part]));
        count(parts.length === 0, `${nameOf(given)}: another ${parts.join(', ')} in ${engine.name} than in Operaton`);
    }
}

/** What has to be the same. Which of two things that begin at once an engine begins first is its own affair. */
function traceOf(played: Played | undefined): Record<string, unknown> {
    const { path, events, tasks = [], variables, ended } = played ?? {};
    return { path, events, tasks: tasks.map((task) => JSON.stringify(task)).sort(), variables, ended };
}

function nameOf({ process, name }: Pick<Played, 'process' | 'name'>): string {
    return `${process}, ${name}`;
}

function count(passed: boolean, message: string): void {
    counts[passed ? 'passed' : 'failed']++;
    if (!passed) {
        console.error(`Not right: ${message}`);
    }
}
