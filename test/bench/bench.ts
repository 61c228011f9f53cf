/**
 * `npm run bench`: how fast a text is parsed, linked, modelled and checked, beside Langium as it comes on the same text,
 * how long the tool takes from a cold start beside `node -e 0`, and how quick the language server is over its protocol,
 * beside LikeC4's, which is installed from npm for it.
 * Each size runs in a process of its own.
 * `--smoke` takes the smaller sizes, and only asks that everything runs and that ten times as much is no hundred times as slow.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { coldRatio, coldStart, printCold, type ColdStart } from './cold.js';
import { lspChecks, lspSmokeChecks, measureLsp, printLsp, type LspMeasurement } from './lsp.js';
import { draaiboek, likeC4 } from './lsp-servers.js';
import { measure, type Measurement, type Stages } from './measure.js';
import { measureOutputs, type OutputMeasurement } from './outputs.js';
import { measureExamples, measureProcess, PROCESS_SIZES, type ProofMeasurement } from './proofs.js';

const SIZES = [1_000, 10_000, 100_000];
const LEAST_LINES_PER_SECOND = 50_000;
const MOST_GROWTH = 12;
/** Of ten times as many lines, proofs and all; what grew with their square would take a hundred times as long. */
const MOST_GROWTH_OF_PROOFS = 40;
const MOST_MEGABYTES = 1_536;
const MOST_COLD_START = 5;
const COLD_RUNS = 15;
/** How often more the examples are proved than the large processes: each is small, and is compiled late. */
const RUNS_TO_WARM = 4;
const MOST_MS_OF_EXAMPLES = 50;
const MOST_MS_OF_LARGEST = 2_000;
const MOST_MB_OF_LARGEST = 500;
const MOST_MS_OF_LAYOUT = 200;
const MOST_MS_OF_OUTPUTS = 2_000;
const MOST_MS_OF_PAPERS = 5_000;

const self = fileURLToPath(import.meta.url);

async function main(args: readonly string[]): Promise<void> {
    const only = args.indexOf('--size');
    if (only >= 0) {
        const measurement = await measure(Number(args[only + 1]), Number(args[only + 2]));
        process.stdout.write(JSON.stringify(measurement));
        return;
    }
    const which = args.indexOf('--process');
    if (which >= 0) {
        const [size, runs] = [PROCESS_SIZES[Number(args[which + 1])], Number(args[which + 2])];
        process.stdout.write(JSON.stringify(size && (await measureProcess(size, runs))));
        return;
    }
    if (args.includes('--proofs')) {
        process.stdout.write(JSON.stringify(await proofs(args.includes('--smoke') ? 1 : 5)));
        return;
    }
    if (args.includes('--outputs')) {
        const [examples, tool] = [new URL('../examples/', import.meta.url), new URL('../dist/cli/', import.meta.url)];
        process.stdout.write(JSON.stringify(await measureOutputs(examples, tool, args.includes('--smoke') ? 1 : 5)));
        return;
    }
    if (args.includes('--lsp') || args.includes('--likec4')) {
        const [files, runs] = args.includes('--smoke') ? [10, 2] : [200, 100];
        const server = args.includes('--lsp')
            ? draaiboek(new URL('../dist/server/server.cjs', import.meta.url))
            : likeC4(new URL('./likec4/', import.meta.url));
        process.stdout.write(JSON.stringify(await measureLsp(server, files, runs)));
        return;
    }
    const smoke = args.includes('--smoke');
    const results = (smoke ? SIZES.slice(0, 2) : SIZES).map((size) => inOwnProcess(size, smoke ? 1 : 5));
    printStages(results);
    const cold = coldStart(smoke ? 2 : COLD_RUNS);
    printCold(cold);
    const proved = inChild<Proofs>(['--proofs', ...(smoke ? ['--smoke'] : [])]);
    printProofs(proved);
    const outputs = inChild<OutputMeasurement>(['--outputs', ...(smoke ? ['--smoke'] : [])]);
    console.log(
        `\nLayout of 500 steps (${String(outputs.shapes)} shapes): ${outputs.layout.toFixed(0)} ms. All ${String(outputs.files)} output files of all examples: ${outputs.outputs.toFixed(0)} ms, and ${outputs.papers.toFixed(0)} ms of documents in Word, HTML and Markdown.`,
    );
    const lsp = inChild<LspMeasurement>(['--lsp', ...(smoke ? ['--smoke'] : [])]);
    printLsp(lsp, smoke ? undefined : inChild<LspMeasurement>(['--likec4']));
    const passed = report([
        ...(smoke ? smokeChecks(results, cold) : checks(results, cold)),
        ...(smoke ? proofSmokeChecks(proved) : proofChecks(proved)),
        ...(smoke ? outputSmokeChecks(outputs) : outputChecks(outputs)),
        ...(smoke ? lspSmokeChecks(lsp) : lspChecks(lsp)),
    ]);
    process.exitCode = passed ? 0 : 1;
}

function inOwnProcess(size: number, runs: number): Measurement {
    process.stderr.write(`measuring ${String(size)} lines …\n`);
    return inChild<Measurement>(['--size', String(size), String(runs)]);
}

/** What this script prints with these arguments, in a process of its own. */
function inChild<T>(args: readonly string[]): T {
    const options = { encoding: 'utf8' as const, maxBuffer: 1 << 24 };
    return JSON.parse(execFileSync(process.execPath, ['--expose-gc', self, ...args], options)) as T;
}

/** How long the proofs take: of generated processes, and of all examples together. */
interface Proofs {
    readonly processes: readonly ProofMeasurement[];
    readonly examples: number;
}

async function proofs(runs: number): Promise<Proofs> {
    return {
        processes: PROCESS_SIZES.map((_, i) => inChild<ProofMeasurement>(['--process', String(i), String(runs)])),
        examples: await measureExamples(new URL('../examples/', import.meta.url), runs * RUNS_TO_WARM),
    };
}

function printProofs({ processes, examples }: Proofs): void {
    console.log(
        '\nAll proofs of a generated process, milliseconds, median of the runs; in brackets by how much more than the line above.\n',
    );
    console.log(row(['process', 'steps', 'states', 'ms', 'MB']));
    processes.forEach((p, i) => {
        const before = processes[i - 1];
        const growth = before ? ` (${(p.time / before.time).toFixed(1)})` : '';
        console.log(
            row([p.name, String(p.steps), String(p.states), p.time.toFixed(0) + growth, p.megabytes.toFixed(0)]),
        );
    });
    console.log(`\nAll proofs of all examples: ${examples.toFixed(0)} ms.`);
}

function proofSmokeChecks({ processes }: Proofs): Check[] {
    const unproved = processes.flatMap((p) => p.unproved);
    return [
        {
            name: `every question about the generated processes is proved ${unproved.join(', ')}`.trim(),
            holds: unproved.length === 0,
        },
    ];
}

function proofChecks(measured: Proofs): Check[] {
    const largest = measured.processes.at(-1);
    return [
        ...proofSmokeChecks(measured),
        {
            name: `all proofs of all examples take ${measured.examples.toFixed(0)} ms, at most ${String(MOST_MS_OF_EXAMPLES)}`,
            holds: measured.examples <= MOST_MS_OF_EXAMPLES,
        },
        {
            name: `the largest process takes ${(largest?.time ?? Number.NaN).toFixed(0)} ms, at most ${String(MOST_MS_OF_LARGEST)}`,
            holds: largest !== undefined && largest.time <= MOST_MS_OF_LARGEST,
        },
        {
            name: `${(largest?.megabytes ?? Number.NaN).toFixed(0)} MB for it, at most ${String(MOST_MB_OF_LARGEST)}`,
            holds: largest !== undefined && largest.megabytes <= MOST_MB_OF_LARGEST,
        },
    ];
}

function outputSmokeChecks({ shapes, files }: OutputMeasurement): Check[] {
    return [{ name: 'a process of 500 steps is drawn, and outputs are made', holds: shapes > 500 && files > 50 }];
}

function outputChecks(measured: OutputMeasurement): Check[] {
    return [
        ...outputSmokeChecks(measured),
        {
            name: `the layout of 500 steps takes ${measured.layout.toFixed(0)} ms, at most ${String(MOST_MS_OF_LAYOUT)}`,
            holds: measured.layout <= MOST_MS_OF_LAYOUT,
        },
        {
            name: `all outputs of all examples but documents take ${measured.outputs.toFixed(0)} ms, at most ${String(MOST_MS_OF_OUTPUTS)}`,
            holds: measured.outputs <= MOST_MS_OF_OUTPUTS,
        },
        {
            name: `all documents of all examples take ${measured.papers.toFixed(0)} ms, at most ${String(MOST_MS_OF_PAPERS)}`,
            holds: measured.papers <= MOST_MS_OF_PAPERS,
        },
    ];
}

function total(stages: Stages): number {
    return stages.parse + (stages.link ?? 0) + (stages.model ?? 0) + (stages.check ?? 0);
}

function speed(m: Measurement): number {
    return (m.lines / total(m.ours)) * 1000;
}

function printStages(results: readonly Measurement[]): void {
    console.log('Milliseconds, median of the runs; in brackets Langium as it comes, as a multiple of ours.\n');
    console.log(row(['lines', 'parse', 'link', 'model', 'check', 'total', 'lines/s', 'proofs', 'MB']));
    for (const m of results) {
        const stage = (pick: (s: Stages) => number | undefined) => {
            const mine = pick(m.ours);
            const other = m.bare && pick(m.bare);
            if (mine === undefined) {
                return '–';
            }
            return other === undefined ? mine.toFixed(0) : `${mine.toFixed(0)} (${(other / mine).toFixed(1)})`;
        };
        console.log(
            row([
                String(m.lines),
                stage((s) => s.parse),
                stage((s) => s.link),
                stage((s) => s.model),
                stage((s) => s.check),
                total(m.ours).toFixed(0),
                speed(m).toFixed(0),
                stage((s) => s.proofs),
                m.megabytes.toFixed(0),
            ]),
        );
    }
    console.log(
        '\nThe total is without what is proved of all courses of a case; of a process of more than 2,000 parts nothing is.',
    );
    console.log('Langium links by scanning a scope for each reference; above 10,000 lines that is left out.');
}

function row(cells: readonly string[]): string {
    return cells.map((c) => c.padStart(12)).join('');
}

interface Check {
    readonly name: string;
    readonly holds: boolean;
}

function checks(results: readonly Measurement[], cold: ColdStart): Check[] {
    const [, middle, large] = results;
    const growth = middle && large ? total(large.ours) / total(middle.ours) : Number.POSITIVE_INFINITY;
    return [
        ...smokeChecks(results, cold),
        {
            name: `${speed(large ?? missing()).toFixed(0)} lines/s at 100,000 lines, at least ${String(LEAST_LINES_PER_SECOND)}`,
            holds: large !== undefined && speed(large) >= LEAST_LINES_PER_SECOND,
        },
        {
            name: `100,000 lines take ${growth.toFixed(1)} times 10,000, at most ${String(MOST_GROWTH)}`,
            holds: growth <= MOST_GROWTH,
        },
        {
            name: `${(large?.megabytes ?? 0).toFixed(0)} MB at 100,000 lines, at most ${String(MOST_MEGABYTES)}`,
            holds: large !== undefined && large.megabytes <= MOST_MEGABYTES,
        },
        {
            name: `a cold check of the example in the middle takes ${coldRatio(cold).toFixed(1)} times node -e 0, at most ${String(MOST_COLD_START)}`,
            holds: coldRatio(cold) <= MOST_COLD_START,
        },
    ];
}

function smokeChecks(results: readonly Measurement[], cold: ColdStart): Check[] {
    const [small, middle] = results.map((m) => total(m.ours) + (m.ours.proofs ?? 0));
    const growth = small && middle ? middle / small : Number.POSITIVE_INFINITY;
    return [
        {
            name: `10,000 lines with all proofs take ${growth.toFixed(1)} times 1,000, at most ${String(MOST_GROWTH_OF_PROOFS)}`,
            holds: growth <= MOST_GROWTH_OF_PROOFS,
        },
        { name: 'the generated protocols have no errors', holds: results.every((m) => m.errors === 0) },
        { name: 'every stage took time', holds: results.every((m) => m.ours.parse > 0 && (m.ours.check ?? 0) > 0) },
        { name: 'the tool ran', holds: cold.checks.size > 0 },
    ];
}

function missing(): never {
    throw new Error('No measurement.');
}

function report(all: readonly Check[]): boolean {
    console.log('');
    for (const check of all) {
        console.log(`${check.holds ? 'holds ' : 'FAILS '} ${check.name}`);
    }
    const failed = all.filter((c) => !c.holds).length;
    console.log(`${String(all.length - failed)} passed, ${String(failed)} failed`);
    return failed === 0;
}

await main(process.argv.slice(2));
