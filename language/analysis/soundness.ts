import type { Machine, Station } from '../execution/machine.js';
import { isIntervention, movesIn } from '../execution/moves.js';
import type { State, Token } from '../execution/state.js';
import { isLeftOpen } from '../execution/truth.js';
import { laboursOf, leavesOpen } from '../model/queries.js';
import { reachedWithout, type Edge, type Reached, type Space } from './space.js';

/** What is known of the flow of a process. Numbers are indices of stations and of states. */
export interface Soundness {
    /** states in which a case has not ended and has no way on, shortest course first: see {@link isStuck} */
    readonly stuck: readonly number[];
    /**
     * states that are not stuck, from which no end can be reached but by what people may decide: the case goes round for
     * ever
     */
    readonly endless: readonly number[];
    /** states in which an end is reached while other work is open */
    readonly improper: readonly number[];
    /** steps, groups, phases, escalations and ends that no course reaches */
    readonly unreached: readonly number[];
    /** states where the text does not say what comes next */
    readonly unstated: readonly number[];
    /** the courses on which nothing is decided that the text leaves open (`als onbekend`) */
    readonly stated: Reached;
    /** the courses on which no work is done of which the text leaves open what becomes known by it (`bepaalt onbekend`) */
    readonly known: Reached;
    /**
     * states from which a case is, or may come by its ways on, where the text leaves open what happens: what it comes to
     * is not certain
     */
    readonly unsure: ReadonlySet<number>;
}

/**
 * Soundness of the workflow net that an `aanpak` denotes: option to complete, proper completion, no dead parts
 * (van der Aalst, "The application of Petri nets to workflow management", 1998), decided on the states of a case. A case
 * is to complete by its ways on alone: an interruption or an escalation that people decide on may always happen, but
 * happens to some cases only, so those to which it does not happen are to come to an end without it.
 */
export function soundnessOf(space: Space): Soundness {
    const { machine, states, out } = space;
    const stuck: number[] = [];
    const improper: number[] = [];
    const unstated: number[] = [];
    const ends: number[] = [];
    states.forEach((state, i) => {
        if (state.end !== undefined) {
            ends.push(i);
            if (state.end === 'unknown') {
                unstated.push(i);
            }
            if (state.leftOpen.length > 0) {
                improper.push(i);
            }
        } else if (out[i]?.every((e) => isIntervention(e.move)) && isStuck(machine, state)) {
            stuck.push(i);
        }
    });
    const into = backward(space, (e) => !isIntervention(e.move));
    const canEnd = reachedFrom(into, [...ends, ...stuck]);
    const open = new Set(machine.stations.filter(isOpenAt).map((s) => s.index));
    const within = new Set(machine.stations.filter(isOpenWithin).map((s) => s.index));
    const isAtOpen = ({ at }: Token) =>
        open.has(at) || machine.stations[at]?.around.some((i) => within.has(i)) === true;
    const atOpen = states.flatMap(({ tokens }, i) => (tokens.some(isAtOpen) ? [i] : []));
    const endless = space.complete ? states.flatMap((_, i) => (canEnd.has(i) ? [] : [i])) : [];
    return {
        stuck,
        endless,
        improper,
        unreached: space.complete ? unreached(space) : [],
        unstated,
        stated: statedCourses(space),
        known: reachedWithout(space, ({ move }) => move.kind === 'finish' && leavesFactsOpenAt(machine, move.token.at)),
        unsure: reachedFrom(into, atOpen),
    };
}

/** Whether the text leaves open what becomes known at a station: `bepaalt onbekend`. */
export function leavesFactsOpenAt({ stations }: Machine, station: number): boolean {
    const { node } = stations[station] ?? {};
    return node !== undefined && laboursOf(node).some((work) => leavesOpen(work, 'bepaalt'));
}

/** Whether a case has not ended and has no way on; something that people may decide, which need not happen, is none. */
export function isStuck(machine: Machine, state: State): boolean {
    return state.end === undefined && movesIn(machine, state).every(isIntervention);
}

/** Whether the text leaves open where a way on from a station leads, or when, or which handover it passes. */
export function leadsSomewhereOpen({ exits }: Station): boolean {
    return exits.some(
        ({ target, arrow, handovers }) =>
            target === undefined ||
            (arrow.condition !== undefined && isLeftOpen(arrow.condition)) ||
            handovers.some((h) => h.to === undefined),
    );
}

/** Whether the text leaves open what a case does at a station: a condition, a bound, where a way leads, who receives. */
function isOpenAt(station: Station): boolean {
    const { exits, guards, doneWhen, repeats } = station;
    return (
        leadsSomewhereOpen(station) ||
        [...guards, ...doneWhen].some(isLeftOpen) ||
        repeats.some(({ until }) => until !== undefined && isLeftOpen(until)) ||
        repeats.some((r) => r.isOpen) ||
        exits.some((w) => w.mayBeUsedUp)
    );
}

/** Whether the text leaves open whether a group or phase begins or is done: no work is open at it where that is asked. */
function isOpenWithin({ children, guards, doneWhen }: Station): boolean {
    return children.length > 0 && [...guards, ...doneWhen].some(isLeftOpen);
}

/** What a case comes to whatever stands where the text says `onbekend`: without a decision on such a condition. */
function statedCourses(space: Space): Reached {
    const { stations } = space.machine;
    return reachedWithout(space, ({ move }: Edge) => {
        switch (move.kind) {
            case 'leave':
            case 'fall back': {
                // the branches before it did not hold
                const { exits = [] } = stations[move.token.at] ?? {};
                const last = exits.findIndex((w) => w === move.way || w.fallbacks.includes(move.way));
                return exits.slice(0, last + 1).some(({ arrow }) => arrow.condition && isLeftOpen(arrow.condition));
            }
            case 'again':
            case 'enough':
                return stations[move.token.at]?.repeats.some((r) => r.until && isLeftOpen(r.until)) === true;
            default:
                return false;
        }
    });
}

/** The states from which a case may come to one of these, and these themselves. */
export function statesLeadingTo(
    space: Space,
    states: readonly number[],
    counts?: (edge: Edge) => boolean,
): Set<number> {
    return reachedFrom(backward(space, counts), states);
}

function backward({ states, out }: Space, counts: (edge: Edge) => boolean = () => true): number[][] {
    const into: number[][] = states.map(() => []);
    for (const edge of out.flat()) {
        if (counts(edge)) {
            into[edge.to]?.push(edge.from);
        }
    }
    return into;
}

/** What can be reached from these, and these themselves. @param next for each what comes behind it at once */
export function reachedFrom(next: readonly (readonly number[])[], start: readonly number[]): Set<number> {
    const seen = new Set(start);
    const stack = [...start];
    for (let i = stack.pop(); i !== undefined; i = stack.pop()) {
        for (const other of next[i] ?? []) {
            if (!seen.has(other)) {
                seen.add(other);
                stack.push(other);
            }
        }
    }
    return seen;
}

function unreached({ machine, states }: Space): number[] {
    const reached = new Set<number>();
    const reach = (i: number): void => {
        if (!reached.has(i)) {
            machine.stations[i]?.around.forEach((at) => reached.add(at));
        }
    };
    for (const state of states) {
        for (const { tokens, joinings } of [state, ...state.suspended]) {
            // what is only offered has not begun, but may; what waits has not, but what it is in has
            tokens.forEach((t) => {
                const begun = t.stage === 'waiting' ? machine.stations[t.at]?.parent : t.at;
                if (begun !== undefined) {
                    reach(begun);
                }
            });
            joinings.forEach((j) => {
                reach(j.group);
            });
        }
        if (typeof state.end === 'number') {
            reach(state.end);
        }
    }
    return machine.stations.map((s) => s.index).filter((i) => !reached.has(i) && !isImplicitEnd(machine, i));
}

function isImplicitEnd(machine: Machine, index: number): boolean {
    const node = machine.stations[index]?.node;
    return node?.kind === 'end' && node.implicit;
}
