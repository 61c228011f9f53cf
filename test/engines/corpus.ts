import fc from 'fast-check';
import type { Case as SimulatedCase } from '../../language/execution/case.js';
import { machineOf } from '../../language/execution/machine.js';
import type { OutputFile } from '../../language/generate/generator.js';
import { generatorById } from '../../language/generate/registry.js';
import { caseOf } from '../../language/simulate/scenario.js';
import { buildGraph } from '../../language/workflow/build-graph.js';
import { identifier } from '../../language/workflow/draft.js';
import { entangledGroups } from '../../language/workflow/entangled.js';
import { randomProcess } from '../language/analysis/random-process.js';
import { caseFrom, casesOf, exampleCases, type Case as Given } from '../language/generate/support.js';
import { PROTOCOLS } from '../language/support/protocols.js';
import type { Played } from './contract.js';
import { coursesOf } from './courses.js';
import { translate, type Translated } from './to-case.js';

/** A case with the protocol that it is about, and as the simulator is given it. */
export interface CorpusCase extends Translated {
    readonly of: Given;
    readonly given: SimulatedCase;
}

/** Cases as the simulator took them, and the workflows in which they are to go the same way. */
export interface Corpus {
    readonly cases: readonly CorpusCase[];
    /** what an output makes of the protocols */
    readonly filesOf: (output: string) => readonly OutputFile[];
    /** the BPMN of an output by the id of its process */
    readonly sourcesOf: (output: string) => ReadonlyMap<string, string>;
    /** protocols that were left out, and why */
    readonly left: readonly string[];
}

/** Every scenario of every example. */
export async function examples(): Promise<Corpus> {
    const given = await exampleCases();
    return corpusOf(given, (one) =>
        one.options.related.scenarios
            .filter((s) => s.intervention.name === one.protocol.name)
            .map((s) => ({ name: s.title, case: caseOf(s) })),
    );
}

/** Protocols of every structure, each with courses through every move that it has. */
export async function structures(): Promise<Corpus> {
    const given: Given[] = [];
    const names = new Map<Given, string>();
    for (const [name, text] of Object.entries(PROTOCOLS)) {
        const one = await caseFrom(text.replace('interventie X ', `interventie X${String(given.length + 1)} `));
        names.set(one, name);
        given.push(one);
    }
    return corpusOf(given, (one) =>
        coursesOf(machineOf(one.protocol)).map((course, i) => ({
            name: `${names.get(one) ?? ''}, ${String(i + 1)}`,
            case: course,
        })),
    );
}

/** How many courses of a random process are played. */
const COURSES = 6;

/**
 * Random processes, each with courses that go no further, through as many of its moves as fit. A process is left out where
 * a way leads into or out of one part of parallel work, of which the loss report says that engines do not count alike.
 */
export async function randomProcesses(count: number, seed: number): Promise<Corpus> {
    const given: Given[] = [];
    const left: string[] = [];
    for (const text of fc.sample(randomProcess, { numRuns: count * 3, seed })) {
        const [one] = await casesOf(
            text.replace('interventie Proef ', `interventie Proef${String(given.length + 1)} `),
        );
        const machine = one && machineOf(one.protocol);
        if (!one || !machine) {
            left.push('it has no steps');
        } else if (entangledGroups(machine).length > 0) {
            left.push('a way leads into or out of one part of parallel work');
        } else {
            given.push(one);
        }
        if (given.length === count) {
            break;
        }
    }
    const corpus = corpusOf(given, ({ protocol }) =>
        coursesOf(machineOf(protocol), COURSES).map((course, i) => ({
            name: `${protocol.name} ${String(i + 1)}`,
            case: course,
        })),
    );
    return { ...corpus, left };
}

function corpusOf(
    given: readonly Given[],
    casesIn: (one: Given) => readonly { readonly name: string; readonly case: SimulatedCase }[],
): Corpus {
    const cases: CorpusCase[] = [];
    for (const one of given) {
        const machine = machineOf(one.protocol);
        const graph = buildGraph(one.protocol);
        for (const each of machine && graph ? casesIn(one) : []) {
            let translated; try { translated = machine && graph && translate(machine, graph, each.name, each.case, identifier); } catch (e) { console.error('TRANSLATE ' + each.name + ': ' + String(e) + JSON.stringify(each.case)); }
            if (translated) {
                cases.push({ ...translated, of: one, given: each.case });
            }
        }
    }
    const outputsOf = (output: string) =>
        given.map(({ protocol, options }) => ({
            id: buildGraph(protocol)?.id ?? '',
            files: generatorById(output)?.generate(protocol, options).files ?? [],
        }));
    return {
        cases,
        filesOf: (output) => outputsOf(output).flatMap((o) => o.files),
        sourcesOf: (output) =>
            new Map(
                outputsOf(output).flatMap(({ id, files }) => {
                    const file = files.find((f) => f.path.endsWith('.bpmn'));
                    return file ? [[id, String(file.content)] as const] : [];
                }),
            ),
        left: [],
    };
}

/**
 * In what a case went another way than the simulator took it. Each step said which tasks had to be open by the simulator, so
 * what is left to compare is the path, and whether and where it ended.
 *
 * @returns undefined where it went the same way
 */
export function difference({ path, end, case: given }: Translated, played: Played | undefined): string | undefined {
    if (!played) {
        return 'it was not played';
    }
    if (played.error !== null) {
        return played.error;
    }
    const done = given.steps.flatMap((s) => ('complete' in s ? [s.complete] : []));
    if (played.path.join() !== done.join()) {
        return `it went ${played.path.join(', ')} and not ${done.join(', ')}`;
    }
    if (end === undefined) {
        return undefined;
    }
    if (!played.ended || !played.events.includes(end)) {
        return `it does not end at ${end} after ${path.join(', ')}; events: ${played.events.join(', ')}`;
    }
    return undefined;
}
