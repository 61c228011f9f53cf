import { courseOf } from '../analysis/course.js';
import { possibleCourse } from '../analysis/possible-course.js';
import { proofsOf, type Proofs } from '../analysis/proofs.js';
import { courseTo, type Edge, type Space } from '../analysis/space.js';
import type { Case, CaseEvent } from '../execution/case.js';
import { machineOf, type Machine, type Station } from '../execution/machine.js';
import { interruptionBy } from '../execution/after.js';
import type { State, Token } from '../execution/state.js';
import type { FactValue } from '../execution/truth.js';
import type { Protocol } from '../model/protocol.js';
import { statementsOf } from '../model/queries.js';
import type { Bilingual } from '../text/bilingual.js';
import { branchesOf, branchInWords } from './coverage.js';
import { informalTexts } from './said.js';
import { parseDuration } from './duration.js';
import { comparePaths } from './paths.js';
import type { Run } from './run.js';
import { simulate } from './simulate.js';
import { OPEN_CONDITION } from './stops.js';

/** A case that a scenario can tell, with the course that it takes. */
export interface Proposal {
    readonly given: Case;
    readonly run: Run;
    /** the branch or the end that it was chosen for */
    readonly goal?: Bilingual;
}

export interface Proposals {
    readonly proposals: readonly Proposal[];
    /** branches and ends that no proposal comes through */
    readonly left: readonly Bilingual[];
    /** false where there are more states than the analysis looks at */
    readonly complete: boolean;
}

/** Something that some course should come through, with the shortest ways to it, by length. */
interface Goal {
    readonly what: Bilingual;
    readonly matches: (edge: Edge) => boolean;
    readonly ways: { readonly edge: Edge; readonly length: number }[];
}

/** How many ways to a goal are tried: not every course can be told in a scenario, such as work that nothing is said of. */
const MOST_TRIES = 24;

/**
 * Cases that together reach every end and take every branch of a protocol, as few as a greedy choice gives: for each that
 * no case takes yet, a shortest course through it to an end. Each was run, and goes as the analysis says.
 *
 * @returns undefined where there is no process to go through
 */
export function proposalsFor(protocol: Protocol): Proposals | undefined {
    const machine = machineOf(protocol);
    const proofs = machine && proofsOf(protocol);
    if (!machine || !proofs) {
        return undefined;
    }
    const { space } = proofs;
    const onward = toAnEnd(space);
    const goals = goalsOf(space);
    const depth = depthsOf(space);
    for (const edge of space.out.flat()) {
        const behind = onward.lengths[edge.to];
        if (behind === undefined) {
            continue;
        }
        const length = (depth[edge.from] ?? 0) + 1 + behind;
        for (const goal of goals) {
            if (goal.matches(edge)) {
                keep(goal, edge, length);
            }
        }
    }
    const proposals: Proposal[] = [];
    const open = new Set(goals);
    const left: Bilingual[] = [];
    // what lies furthest away comes with the most on the way
    for (const goal of goals.toSorted((a, b) => (b.ways[0]?.length ?? 0) - (a.ways[0]?.length ?? 0))) {
        if (!open.has(goal)) {
            continue;
        }
        const proposal = firstThatGoes(proofs, goal, onward);
        if (!proposal) {
            left.push(goal.what);
            continue;
        }
        proposals.push({ ...proposal.proposal, goal: goal.what });
        for (const other of goals) {
            if (proposal.edges.some(other.matches)) {
                open.delete(other);
            }
        }
    }
    return { proposals, left, complete: space.complete };
}

/** Keeps the shortest ways, shortest first. */
function keep({ ways }: Goal, edge: Edge, length: number): void {
    const last = ways.at(-1);
    if (ways.length < MOST_TRIES || (last && length < last.length)) {
        const at = ways.findIndex((w) => length < w.length);
        ways.splice(at < 0 ? ways.length : at, 0, { edge, length });
        ways.length = Math.min(ways.length, MOST_TRIES);
    }
}

function firstThatGoes(proofs: Proofs, { ways }: Goal, onward: Onward): ReturnType<typeof propose> {
    for (const { edge } of ways) {
        const proposal = propose(proofs, edge, onward);
        if (proposal) {
            return proposal;
        }
    }
    return undefined;
}

function goalsOf(space: Space): Goal[] {
    const { machine, states } = space;
    const ends = machine.stations.flatMap(({ node, index }): Goal[] =>
        node.kind === 'end'
            ? [{ what: { nl: node.name, en: node.name }, matches: (e) => states[e.to]?.end === index, ways: [] }]
            : [],
    );
    const branches = branchesOf(machine).map((arrow): Goal => {
        const matches = ({ from, move }: Edge): boolean => {
            if (arrow.kind === 'repeat') {
                return move.kind === 'again' && machine.stations[move.token.at]?.node.name === arrow.from;
            }
            if (arrow.kind === 'interrupt') {
                const before = states[from];
                const breach = before && interruptionBy(machine, before, move);
                return breach !== undefined && machine.breaches[breach]?.interrupt.at === arrow.at;
            }
            return 'way' in move && move.way.arrow === arrow;
        };
        return { what: branchInWords(arrow), matches, ways: [] };
    });
    const work = machine.stations.flatMap(({ node, index }): Goal[] =>
        node.kind === 'step' || node.kind === 'escalation'
            ? [
                  {
                      what: { nl: node.name, en: node.name },
                      matches: ({ move }) => move.kind === 'finish' && move.token.at === index,
                      ways: [],
                  },
              ]
            : [],
    );
    return [...ends, ...branches, ...work];
}

/** How many moves a shortest course to each state takes; a state is looked at after the one that leads to it. */
function depthsOf({ states, first }: Space): number[] {
    const depths: number[] = [];
    states.forEach((_, i) => {
        const edge = first[i];
        depths.push(edge ? (depths[edge.from] ?? 0) + 1 : 0);
    });
    return depths;
}

/** From each state a shortest course to an end; to a place of which nothing is said where no end can be reached. */
interface Onward {
    /** how many moves it takes; undefined where there is none */
    readonly lengths: readonly (number | undefined)[];
    readonly edges: (state: number) => Edge[];
}

function toAnEnd({ states, out }: Space): Onward {
    const into: Edge[][] = states.map(() => []);
    for (const edge of out.flat()) {
        into[edge.to]?.push(edge);
    }
    const next: (Edge | undefined)[] = [];
    const lengths: (number | undefined)[] = states.map(() => undefined);
    const search = (start: readonly number[]) => {
        const queue = [...start];
        start.forEach((i) => {
            lengths[i] = 0;
        });
        for (const to of queue) {
            for (const edge of into[to] ?? []) {
                if (lengths[edge.from] === undefined) {
                    lengths[edge.from] = (lengths[to] ?? 0) + 1;
                    next[edge.from] = edge;
                    queue.push(edge.from);
                }
            }
        }
    };
    search(states.flatMap((s, i) => (typeof s.end === 'number' ? [i] : [])));
    search(states.flatMap((s, i) => (s.end === 'unknown' ? [i] : [])));
    return {
        lengths,
        edges: (state) => {
            const edges: Edge[] = [];
            for (let edge = next[state]; edge; edge = next[edge.to]) {
                edges.push(edge);
            }
            return edges;
        },
    };
}

/** The case of a course, when a scenario can tell it and it goes that way. */
function propose(
    { space, work }: Proofs,
    edge: Edge,
    onward: Onward,
): { readonly proposal: Proposal; readonly edges: readonly Edge[] } | undefined {
    const { machine, states } = space;
    const edges = [...courseTo(space, edge.from), edge, ...onward.edges(edge.to)];
    const last = edges.at(-1)?.to ?? 0;
    const shown = possibleCourse(space, work, edges, { reading: 'certain' });
    if (shown.outcome !== 'possible') {
        return undefined;
    }
    const course = courseOf(shown.space, shown.state, shown.course);
    const end = states[last]?.end;
    const name = typeof end === 'number' ? machine.stations[end]?.node.name : undefined;
    const going = (given: Case): Proposal | undefined => {
        const run = simulate(machine, given);
        const goesSo = run.end === name && !run.stop && run.unused.length === 0;
        return goesSo && !comparePaths(machine, course.path, run) ? { given, run } : undefined;
    };
    const told = tellable(machine, course.case);
    const proposal = going(withoutBare(told)) ?? thinned(machine, told, daysOf(shown.space, shown.course), going);
    return proposal && { proposal, edges };
}

/** How long a visit takes of which there is nothing else to say: as the text says, and else so many days. */
function durationOf(machine: Machine, step: string, days = 1): string {
    const node = stationOf(machine, step)?.node;
    const stated = node && 'statements' in node ? statementsOf(node, 'duur')[0]?.values[0] : undefined;
    const isTold = stated?.type === 'quantity' && parseDuration(stated.text).type === 'quantity';
    return isTold ? stated.text : days === 1 ? '1 dag' : `${String(days)} dagen`;
}

/** By name the days that each visit takes when on a course something is done each day, in its order. */
function daysOf({ machine, states }: Space, course: readonly Edge[]): ReadonlyMap<string, readonly number[]> {
    const since = new Map<Token, number>();
    const days = new Map<string, number[]>();
    let day = 0;
    const begin = (state: State | undefined) => {
        state?.tokens.filter((t) => !since.has(t)).forEach((t) => since.set(t, day));
    };
    begin(states[course[0]?.from ?? -1]);
    for (const { from, to, move } of course) {
        if (move.kind === 'finish') {
            const { at, again, stage } = move.token;
            const token = states[from]?.tokens.find((t) => t.at === at && t.again === again && t.stage === stage);
            const name = machine.stations[at]?.node.name ?? '';
            day++;
            days.set(name, [...(days.get(name) ?? []), day - (token ? (since.get(token) ?? 0) : 0)]);
        }
        begin(states[to]);
    }
    return days;
}

/** In a case of more events each visit is told: to leave one out takes another run. */
const MOST_THINNED = 40;

function isBare(event: CaseEvent): boolean {
    return Object.keys(event).length === 1;
}

/** Most visits of which there is nothing to say need not be told. */
function withoutBare({ facts, at }: Case): Case {
    return { facts, at: at.filter((e) => !isBare(e)) };
}

/**
 * A case in which only those visits of which there is nothing to say are told that matter: by their place in the order, or
 * since what was said of the visit before would hold again.
 */
function thinned(
    machine: Machine,
    { facts, at }: Case,
    days: ReadonlyMap<string, readonly number[]>,
    going: (given: Case) => Proposal | undefined,
): Proposal | undefined {
    const visits = new Map<string, number>();
    const told = at.map((e) => {
        const visit = visits.get(e.step) ?? 0;
        visits.set(e.step, visit + 1);
        return isBare(e) ? { ...e, duration: durationOf(machine, e.step, days.get(e.step)?.[visit]) } : e;
    });
    let best = going({ facts, at: told });
    for (const event of at.length > MOST_THINNED ? [] : told.filter((e, i) => e !== at[i])) {
        best = best && (going({ facts, at: best.given.at.filter((e) => e !== event) }) ?? best);
    }
    return best;
}

/** The case as a scenario tells it: what people decide by its text where there is no name to choose. */
function tellable(machine: Machine, { facts, at }: Case): Case {
    const told = at.map((event): CaseEvent => {
        const { chooses = [], again, facts: known, ...rest } = event;
        // to choose a step at itself may be to do it once more: where it is not, its way back is told by its text
        const isSelf = (name: string) => name === event.step && again === false;
        const named = chooses.filter((name) => name !== OPEN_CONDITION && !isSelf(name));
        const said: Record<string, FactValue | null> = {
            ...known,
            ...(chooses.includes(OPEN_CONDITION) ? textsTo(machine, event.step, undefined) : {}),
            ...(chooses.some(isSelf) ? textsTo(machine, event.step, machine.index.get(event.step)) : {}),
            ...(again === false ? textsThatEnd(machine, event.step) : {}),
        };
        return {
            ...rest,
            ...(Object.keys(said).length > 0 ? { facts: said } : {}),
            ...(named.length > 0 ? { chooses: named } : {}),
            ...(again === true ? { again } : {}),
        };
    });
    return { facts, at: told };
}

/** What people decide at a step for a case to go to a place: where the text says `onbekend` where it is undefined. */
function textsTo(machine: Machine, step: string, to: number | undefined): Record<string, boolean> {
    const result: Record<string, boolean> = {};
    for (const { arrow, target } of stationOf(machine, step)?.exits ?? []) {
        const texts = arrow.condition ? informalTexts(arrow.condition) : [];
        texts.forEach((text) => (result[text] = target === to));
        if (target === to) {
            break;
        }
    }
    return result;
}

/** What people decide at a step for it not to be done once more. */
function textsThatEnd(machine: Machine, step: string): Record<string, boolean> {
    const untils = stationOf(machine, step)?.repeats.flatMap((r) => r.until ?? []) ?? [];
    return Object.fromEntries(untils.flatMap(informalTexts).map((text) => [text, true]));
}

function stationOf(machine: Machine, name: string): Station | undefined {
    return machine.stations[machine.index.get(name) ?? -1];
}
