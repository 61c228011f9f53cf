import { readdirSync } from 'node:fs';
import { URI } from 'langium';
import { NodeFileSystem } from 'langium/node';
import { createDraaiboekServices } from '../../language/draaiboek-module.js';
import { proofsOf } from '../../language/analysis/proofs.js';
import { answersOf } from '../../language/rules/answers.js';
import { loadFiles, modelOf, parseText } from '../../language/workspace.js';
import { generateProcess, type ProcessSize } from './generate-process.js';
import { median } from './measure.js';

/** Processes of the sizes whose growth is shown; the last is the one with a limit. */
export const PROCESS_SIZES: readonly ProcessSize[] = [
    { steps: 50, decisions: 10, blocks: 2 },
    { steps: 100, decisions: 20, blocks: 4 },
    { steps: 200, decisions: 40, blocks: 8 },
    { steps: 500, decisions: 100, blocks: 20 },
];

/** How long all proofs of one process take. */
export interface ProofMeasurement {
    readonly name: string;
    readonly steps: number;
    readonly states: number;
    /** milliseconds, median of the runs */
    readonly time: number;
    /** questions that apply and do not hold: what is measured must be a whole proof */
    readonly unproved: readonly string[];
    /** largest resident set of the process, in MB */
    readonly megabytes: number;
}

/** Measures the proofs of a generated process in this process, each run on a model of its own. */
export async function measureProcess(size: ProcessSize, runs: number): Promise<ProofMeasurement> {
    const { Draaiboek } = createDraaiboekServices();
    const text = generateProcess(size);
    const times: number[] = [];
    const unproved = new Set<string>();
    const seen = { steps: 0, states: 0 };
    for (let i = 0; i < runs; i++) {
        globalThis.gc?.();
        const document = await parseText(Draaiboek, text);
        const [protocol] = modelOf(Draaiboek, document).interventions;
        const start = performance.now();
        const [answered] = answersOf(document, Draaiboek);
        times.push(performance.now() - start);
        seen.steps = protocol?.process?.nodes.filter((n) => n.kind === 'step').length ?? 0;
        seen.states = protocol ? (proofsOf(protocol, [])?.space.states.length ?? 0) : 0;
        const open = answered?.answers?.filter((a) => a.outcome !== 'holds' && a.outcome !== 'not-applicable');
        (open?.map((a) => a.code) ?? ['none']).forEach((code) => unproved.add(code));
    }
    return {
        name: `${String(size.steps)} steps`,
        ...seen,
        time: median(times) ?? 0,
        unproved: [...unproved],
        megabytes: process.resourceUsage().maxRSS / 1024,
    };
}

/** Milliseconds that all proofs of all examples take together, warm: the best of the runs. */
export async function measureExamples(folder: URL, runs: number): Promise<number> {
    let best = Number.POSITIVE_INFINITY;
    for (let i = 0; i < runs; i++) {
        const { Draaiboek } = createDraaiboekServices(NodeFileSystem);
        const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((f) =>
            f.endsWith('.draaiboek'),
        );
        const documents = await loadFiles(
            Draaiboek,
            files.map((file) => URI.parse(new URL(file, folder).toString())),
        );
        documents.forEach((d) => modelOf(Draaiboek, d));
        const start = performance.now();
        documents.forEach((d) => answersOf(d, Draaiboek));
        best = Math.min(best, performance.now() - start);
    }
    return best;
}
