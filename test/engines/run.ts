import { cpSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Case, Outcome, Played } from './contract.js';
import { playInOperaton, playInZeebe } from './drive.js';
import { generateExamples } from './examples.js';

const FIXTURES = join(process.cwd(), 'test/engines/fixtures');
/** A case that must not go well, and a part of what is then said. */
interface WrongCase extends Case {
    readonly error: string;
}

const ENGINES = { Operaton: playInOperaton, Zeebe: playInZeebe };
type EngineName = keyof typeof ENGINES;

const right = globSync('cases/*.json', { cwd: FIXTURES })
    .sort()
    .flatMap((file) => read<Case[]>(file));
const wrong = read<WrongCase[]>('wrong.json');
const counts = { passed: 0, failed: 0 };

/**
 * Deploys what the tool makes of the examples in each engine, and plays the fixtures there. Every case has to go as it says,
 * and the same way in both; what is wrong on purpose has to be refused with the message that stands beside it.
 *
 * @returns how many of these checks passed and how many failed
 */
export async function playInEngines(): Promise<{ passed: number; failed: number }> {
    const outcomes = new Map<EngineName, Outcome>();
    for (const [name, play] of Object.entries(ENGINES) as [EngineName, typeof playInZeebe][]) {
        const begin = performance.now();
        const outcome = await playAll(name.toLowerCase(), play);
        outcomes.set(name, outcome);
        report(name, outcome, performance.now() - begin);
    }
    compare(outcomes);
    return counts;
}

async function playAll(dialect: string, play: typeof playInZeebe): Promise<Outcome> {
    const folder = mkdtempSync(join(tmpdir(), 'draaiboek-engines-'));
    try {
        cpSync(join(FIXTURES, dialect), join(folder, 'fixtures'), { recursive: true });
        generateExamples(dialect, join(folder, 'examples'));
        return await play(folder, [...right, ...wrong]);
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}

function read<T>(file: string): T {
    return JSON.parse(readFileSync(join(FIXTURES, file), 'utf8')) as T;
}

function report(engine: EngineName, outcome: Outcome, duration: number): void {
    console.log(`${engine} (${(duration / 1000).toFixed(1)} s)`);
    for (const { file, ok, error } of outcome.deployments) {
        count(ok, `${engine}, ${file}: ${error ?? ''}`);
    }
    const examples = outcome.deployments.filter(({ file, ok }) => ok && file.startsWith('examples/')).length;
    count(examples > 0, `${engine}: nothing was made of the examples`);
    console.log(`  of the examples ${examples} files deployed`);
    const cases = outcome.cases.slice(0, right.length);
    for (const one of cases) {
        count(one.ok, `${engine}, ${nameOf(one)}: ${one.error ?? ''}`);
    }
    for (const [at, { error, ...given }] of wrong.entries()) {
        const said = outcome.cases[right.length + at]?.error;
        count(
            said?.includes(error) === true,
            `${engine}, ${nameOf(given)}: should say "${error}", and says ${said ?? 'nothing'}`,
        );
    }
    for (const process of new Set(cases.map((one) => one.process))) {
        const its = cases.filter((one) => one.process === process);
        const steps = its.reduce((sum, one) => sum + one.path.length, 0);
        const column = `${its.filter((one) => one.ok).length}/${its.length}`;
        console.log(`  ${process.padEnd(16)} ${column.padStart(6)} cases ${String(steps).padStart(4)} tasks`);
    }
}

/** Whether each case took the same way in all engines: tasks, who may do them and when they are due, events, and variables. */
function compare(outcomes: ReadonlyMap<EngineName, Outcome>): void {
    const [[first, one] = [], ...others] = outcomes;
    for (const [name, other] of others) {
        for (const [at, given] of right.entries()) {
            const differences = Object.entries(traceOf(one?.cases[at])).filter(
                ([part, value]) => !isDeepStrictEqual(value, traceOf(other.cases[at])[part]),
            );
            const parts = differences.map(([part]) => part).join(', ');
            count(parts === '', `${nameOf(given)}: ${first ?? ''} and ${name} differ in ${parts}`);
        }
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
