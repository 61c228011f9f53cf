import { possibleCourse } from '../analysis/possible-course.js';
import { proofsOf, type Proofs } from '../analysis/proofs.js';
import { courseTo, type Edge, type Space } from '../analysis/space.js';
import type { Case } from '../execution/case.js';
import { machineOf, type Machine } from '../execution/machine.js';
import { interruptionBy } from '../execution/after.js';
import type { Group } from '../model/process.js';
import type { Protocol } from '../model/protocol.js';
import { unnamedGroups } from '../model/unnamed-groups.js';
import type { Bilingual } from '../text/bilingual.js';
import { notAnAmount } from './amount-given.js';
import { branchesOf, branchInWords } from './coverage.js';
import { mostTelling, type NotProposed } from './not-proposed.js';
import { NO_ACCESS, refusedFacts } from './refusal.js';
import { simulate } from './simulate.js';
import { tellCourse, type Proposal } from './tell-course.js';

export interface Proposals {
    readonly proposals: readonly Proposal[];
    /** branches, steps, handovers and ends that no proposal comes through, with why */
    readonly left: readonly { readonly what: Bilingual; readonly reason: NotProposed }[];
    /** the groups without a name of which a case would have to say something, so that none comes through there */
    readonly unnamed: readonly Group[];
    /** false where there are more states than the analysis looks at */
    readonly complete: boolean;
}

/** Something that some course should come through, with the shortest ways to it, by length. */
interface Goal {
    readonly what: Bilingual;
    readonly matches: (edge: Edge) => boolean;
    readonly ways: { readonly edge: Edge; readonly length: number }[];
    /** whether some course comes through it, wherever that leads */
    isPassed: boolean;
}

/** What is looked at, and the further days off of the cases. */
type Proven = Pick<Proofs, 'space' | 'work'> & { readonly holidays: readonly string[] };

/** How many ways to a goal are tried: not every course can be told in a scenario, such as work that nothing is said of. */
const MOST_TRIES = 24;

/**
 * Cases that together reach every end, take every branch and confirm every handover of a protocol, as few as a greedy choice gives: for each that
 * no case takes yet, a shortest course through it to an end. Each was run, and goes as the analysis says.
 *
 * @param holidays further days off, ISO dates: `holidays` of the settings
 * @returns undefined where there is no process to go through
 */
export function proposalsFor(protocol: Protocol, holidays: readonly string[]): Proposals | undefined {
    const machine = machineOf(protocol);
    const proofs = machine && proofsOf(protocol, holidays);
    if (!machine || !proofs) {
        return undefined;
    }
    const { space, work } = proofs;
    const onward = toAnEnd(space);
    const goals = goalsOf(space);
    const depth = depthsOf(space);
    for (const edge of space.out.flat()) {
        const behind = onward.lengths[edge.to];
        for (const goal of goals.filter((g) => g.matches(edge))) {
            goal.isPassed = true;
            if (behind !== undefined) {
                keep(goal, edge, (depth[edge.from] ?? 0) + 1 + behind);
            }
        }
    }
    const proposals: Proposal[] = [];
    const open = new Set(goals);
    const reasons = new Map<Goal, NotProposed>();
    const unnamed = new Set<string>();
    // what lies furthest away comes with the most on the way
    for (const goal of goals.toSorted((a, b) => (b.ways[0]?.length ?? 0) - (a.ways[0]?.length ?? 0))) {
        if (!open.has(goal)) {
            continue;
        }
        const proposal = firstThatGoes({ space, work, holidays }, goal, onward, unnamed);
        if ('why' in proposal) {
            reasons.set(goal, proposal);
            continue;
        }
        proposals.push({ ...proposal.proposal, goal: goal.what });
        for (const other of goals) {
            if (proposal.edges.some(other.matches)) {
                open.delete(other);
            }
        }
    }
    const refused = refusedFacts(machine);
    if (refused && unsayable(machine, { facts: refused, at: [] }) === undefined) {
        const given = { facts: refused, at: [] };
        proposals.push({ given, run: simulate(machine, given, { holidays }), goal: NO_ACCESS });
    }
    // a case for something else may come through it all the same
    const left = [...reasons].flatMap(([goal, reason]) => (open.has(goal) ? [{ what: goal.what, reason }] : []));
    const groups = unnamedGroups(protocol);
    return {
        proposals,
        left,
        unnamed: left.some((l) => l.reason.why === 'unnamed')
            ? [...unnamed].flatMap((name) => groups.get(name) ?? [])
            : [],
        complete: space.complete,
    };
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

function firstThatGoes(
    proofs: Proven,
    { ways, isPassed }: Goal,
    onward: Onward,
    unnamed: Set<string>,
): Proposed | NotProposed {
    const { machine, complete } = proofs.space;
    const groups = unnamedGroups(machine.protocol);
    const reasons: NotProposed[] = [];
    for (const { edge } of ways) {
        const proposed = propose(proofs, edge, onward);
        if ('why' in proposed) {
            reasons.push(proposed);
            continue;
        }
        const { given } = proposed.proposal;
        const fact = unsayable(machine, given);
        const nameless = given.at.flatMap((e) => [e.step, ...(e.chooses ?? [])]).filter((name) => groups.has(name));
        if (fact === undefined && nameless.length === 0) {
            return proposed;
        }
        nameless.forEach((name) => unnamed.add(name));
        reasons.push(fact === undefined ? { why: 'unnamed' } : { why: 'amount', fact });
    }
    return mostTelling(reasons) ?? { why: isPassed ? 'no end' : complete ? 'nobody' : 'too many' };
}

/** A fact of which a scenario cannot say the figure of a case; see {@link notAnAmount}. */
function unsayable(machine: Machine, { facts, at }: Case): string | undefined {
    return [facts, ...at.map((e) => e.facts ?? {})]
        .flatMap((given) => Object.entries(given))
        .find(([name, value]) => notAnAmount(machine, name, value))?.[0];
}

function goalsOf(space: Space): Goal[] {
    const { machine, states } = space;
    const ends = machine.stations.flatMap(({ node, index }): Goal[] =>
        node.kind === 'end'
            ? [
                  {
                      what: { nl: node.name, en: node.name },
                      matches: (e) => states[e.to]?.end === index,
                      ways: [],
                      isPassed: false,
                  },
              ]
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
        return { what: branchInWords(machine.protocol, arrow), matches, ways: [], isPassed: false };
    });
    const work = machine.stations.flatMap(({ node, index }): Goal[] =>
        node.kind === 'step' || node.kind === 'escalation'
            ? [
                  {
                      what: { nl: node.name, en: node.name },
                      matches: ({ move }) => move.kind === 'finish' && move.token.at === index,
                      ways: [],
                      isPassed: false,
                  },
              ]
            : [],
    );
    const handovers = machine.protocol.handovers.map(({ name }): Goal => ({
        what: {
            nl: `de bevestigde overdracht ${name}`,
            en: `the confirmed handover ${name}`,
        },
        matches: ({ move }) =>
            'way' in move && move.way.arrow.kind !== 'fallback' && move.way.handovers.some((h) => h.name === name),
        ways: [],
        isPassed: false,
    }));
    return [...ends, ...branches, ...work, ...handovers];
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

interface Proposed {
    readonly proposal: Proposal;
    readonly edges: readonly Edge[];
}

/** The case of a course, when a scenario can tell it and it goes that way. */
function propose({ space, work, holidays }: Proven, edge: Edge, onward: Onward): Proposed | NotProposed {
    const edges = [...courseTo(space, edge.from), edge, ...onward.edges(edge.to)];
    const shown = possibleCourse(space, work, edges, { reading: 'certain' });
    if (shown.outcome !== 'possible') {
        return { why: shown.outcome === 'given up' ? 'not found out' : 'ruled out' };
    }
    const proposal = tellCourse(shown.space, shown.state, shown.course, { holidays });
    return proposal ? { proposal, edges } : { why: 'untold' };
}
