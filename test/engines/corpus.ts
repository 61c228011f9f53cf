import fc from 'fast-check';
import type { Case as SimulatedCase } from '../../language/execution/case.js';
import { machineOf } from '../../language/execution/machine.js';
import type { OutputFile } from '../../language/generate/generator.js';
import { generatorById } from '../../language/generate/registry.js';
import { isRefused, refusedFacts } from '../../language/simulate/refusal.js';
import { caseOf } from '../../language/simulate/scenario.js';
import { buildGraph } from '../../language/workflow/build-graph.js';
import { identifier } from '../../language/workflow/draft.js';
import type { Bilingual } from '../../language/text/bilingual.js';
import { ENTANGLED, entangledGroups } from '../../language/workflow/entangled.js';
import { BEGINS_ANEW, GOES_ON_BESIDE, OPENS_BESIDE, REPORTED_NO_MORE } from '../../language/workflow/interruptions.js';
import { GOES_ON_LATER } from '../../language/workflow/leaving.js';
import { OPENS_TWICE } from '../../language/workflow/work.js';
import { randomProcess } from '../language/analysis/random-process.js';
import { caseFrom, casesOf, exampleCases, type Case as Given } from '../language/generate/support.js';
import { PROTOCOLS } from '../language/support/protocols.js';
import { structuredProcess } from '../language/support/structured-process.js';
import type { Played } from './contract.js';
import { coursesOf } from './courses.js';
import { translate, type Translated, type Turn } from './to-case.js';

const BPMN = ['bpmn', 'operaton', 'zeebe'];

/** What a workflow says otherwise than the protocol, in which turn of a case that shows, and in which outputs. */
const IN_WORKFLOW: readonly (readonly [loss: Bilingual, turn: Turn, outputs?: readonly string[]])[] = [
    // what plays plain BPMN counts like the simulator, but does no work twice at once
    [ENTANGLED, 'crosses parts', ['operaton', 'zeebe']],
    [ENTANGLED, 'opens twice', ['bpmn']],
    [OPENS_TWICE, 'opens twice', ['bpmn']],
    [BEGINS_ANEW, 'is there already'],
    [OPENS_BESIDE, 'is there already'],
    [REPORTED_NO_MORE, 'reports late'],
    [GOES_ON_LATER, 'goes on at once'],
    [GOES_ON_BESIDE, 'suspends others'],
    [GOES_ON_BESIDE, 'ends beside'],
];
const IN_STATECHART = /in XState (stoppen|beginnen) de andere onderdelen dan ook/;
const DECIDED_BEFORE = /dat weegt wie de machine start/;

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

/** Protocols of every structure, each with courses through every move that it has, and a case that is not admitted. */
export async function structures(): Promise<Corpus> {
    const given: Given[] = [];
    const names = new Map<Given, string>();
    for (const [name, text] of Object.entries(PROTOCOLS)) {
        const one = await caseFrom(text.replace('interventie X ', `interventie X${String(given.length + 1)} `));
        names.set(one, name);
        given.push(one);
    }
    return corpusOf(given, (one) => {
        const machine = machineOf(one.protocol);
        const refused = machine && refusedFacts(machine);
        return [...coursesOf(machine), ...(refused ? [{ facts: refused, at: [] }] : [])].map((course, i) => ({
            name: `${names.get(one) ?? ''}, ${String(i + 1)}`,
            case: course,
        }));
    });
}

/** How many courses of a random process are played. */
const COURSES = 6;

/** Random processes, each with courses that go no further, through as many of its moves as fit. */
export function randomProcesses(count: number, seed: number): Promise<Corpus> {
    return sampled('Proef', randomProcess, count, seed, false);
}

/** The same, of which each has structures that a workflow says in more than one node. */
export function structuredProcesses(count: number, seed: number): Promise<Corpus> {
    return sampled('Bouw', structuredProcess, count, seed, false);
}

/**
 * Random processes in which a way leads into or out of one part of parallel work: the loss report says that engines do not count
 * alike there.
 */
export function entangledProcesses(count: number, seed: number): Promise<Corpus> {
    return sampled('Dwars', randomProcess, count, seed, true);
}

/** @param isEntangled whether a way leads into or out of one part of parallel work */
async function sampled(
    called: string,
    texts: fc.Arbitrary<string>,
    count: number,
    seed: number,
    isEntangled: boolean,
): Promise<Corpus> {
    const found = new Map<Given, readonly SimulatedCase[]>();
    for (const text of fc.sample(texts, { numRuns: count * 3, seed })) {
        const [one] = await casesOf(
            text.replace('interventie Proef ', `interventie ${called}${String(found.size + 1)} `),
        );
        const machine = one && machineOf(one.protocol);
        if (!machine || entangledGroups(machine).length > 0 !== isEntangled) {
            continue;
        }
        const courses = coursesOf(machine, COURSES);
        if (courses.length > 0) {
            found.set(one, courses);
        }
        if (found.size === count) {
            break;
        }
    }
    return corpusOf([...found.keys()], (one) =>
        (found.get(one) ?? []).map((course, i) => ({ name: `${one.protocol.name} ${String(i + 1)}`, case: course })),
    );
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
            if (machine && graph) {
                const translated = translate(machine, graph, each.name, each.case, identifier);
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
    };
}

/** All that is in several corpora. */
export function joined(corpora: readonly Corpus[]): Corpus {
    return {
        cases: corpora.flatMap((c) => c.cases),
        filesOf: (output) => corpora.flatMap((c) => c.filesOf(output)),
        sourcesOf: (output) => new Map(corpora.flatMap((c) => [...c.sourcesOf(output)])),
    };
}

/** Where a case goes another way than the simulator took it. */
export interface Parting {
    /** what is otherwise */
    readonly said: string;
    /** which of what happens in the simulator, counted from 0, goes otherwise; infinite where only the end does */
    readonly at: number;
}

/**
 * Why a case went another way than the simulator took it: what the loss report of the output says of a turn that the case
 * took no later than where the ways part.
 *
 * @returns undefined where the report says nothing that may part them there
 */
export function statedLoss(one: CorpusCase, output: string, { at }: Parting): string | undefined {
    const { protocol, options } = one.of;
    const losses = generatorById(output)?.generate(protocol, options).losses ?? [];
    const isMet = (turn: Turn) => (one.met.get(turn) ?? Infinity) <= at;
    return losses
        .map((l) => l.reason.nl)
        .find((said) =>
            output === 'xstate'
                ? (IN_STATECHART.test(said) && isMet('crosses parts')) ||
                  (isRefused(one.run) && DECIDED_BEFORE.test(said))
                : IN_WORKFLOW.some(
                      ([{ nl }, turn, outputs = BPMN]) => nl === said && outputs.includes(output) && isMet(turn),
                  ),
        );
}

/**
 * In what a case went another way than the simulator took it. Each step said which tasks had to be open by the simulator, so
 * what is left to compare is the path, and whether and where it ended.
 *
 * @returns undefined where it went the same way
 */
export function difference(translated: Translated, played: Played | undefined): Parting | undefined {
    const { path, ends, case: given } = translated;
    if (!played) {
        return { said: 'it was not played', at: 0 };
    }
    const at = partedAt(translated, played);
    if (played.error !== null) {
        return { said: played.error, at };
    }
    const done = given.steps.flatMap((s) => ('complete' in s ? [s.complete] : []));
    if (played.path.join() !== done.join()) {
        return { said: `it went ${played.path.join(', ')} and not ${done.join(', ')}`, at };
    }
    if (ends === undefined) {
        return undefined;
    }
    const reached = played.events.filter((e) => ends.includes(e));
    return played.ended && reached.length > 0
        ? undefined
        : {
              said: `it does not end at ${ends.join(' or ')} after ${path.join(', ')}; events: ${played.events.join(', ')}`,
              at: Infinity,
          };
}

/** What is told by the first task of a case that was not completed as the simulator did. */
function partedAt({ case: { steps }, tells }: Translated, { path }: Played): number {
    let done = 0;
    const parted = steps.findIndex((s) => 'complete' in s && s.complete !== path[done++]);
    return tells[parted] ?? Infinity;
}
