import type { Machine, Station } from '../execution/machine.js';
import { movesIn } from '../execution/moves.js';
import { isLeftOpen } from '../execution/truth.js';
import { reachedWithout, type Edge, type Reached, type Space } from './space.js';

/** What is known of the flow of a process. Numbers are indices of stations and of states. */
export interface Soundness {
    /** states in which nothing can happen while the case has not ended, shortest course first */
    readonly stuck: readonly number[];
    /** states that are not stuck, from which no end can be reached: the case goes round for ever */
    readonly endless: readonly number[];
    /** states in which an end is reached while other work is open */
    readonly improper: readonly number[];
    /** steps, groups, phases, escalations and ends that no course reaches */
    readonly unreached: readonly number[];
    /** states where the text does not say what comes next */
    readonly unstated: readonly number[];
    /** the courses on which nothing is decided that the text leaves open (`als onbekend`) */
    readonly stated: Reached;
    /** states from which a case is, or may come, where the text leaves open what happens: what it comes to is not certain */
    readonly unsure: ReadonlySet<number>;
}

/**
 * Soundness of the workflow net that an `aanpak` denotes: option to complete, proper completion, no dead parts
 * (van der Aalst, "The application of Petri nets to workflow management", 1998), decided on the states of a case.
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
        } else if (out[i]?.length === 0 && movesIn(machine, state).length === 0) {
            stuck.push(i);
        }
    });
    const into = backward(space);
    const canEnd = reachedFrom(into, [...ends, ...stuck]);
    const open = new Set(machine.stations.filter(isOpenAt).map((s) => s.index));
    const atOpen = states.flatMap(({ tokens }, i) => (tokens.some((t) => open.has(t.at)) ? [i] : []));
    const endless = space.complete ? states.flatMap((_, i) => (canEnd.has(i) ? [] : [i])) : [];
    return {
        stuck,
        endless,
        improper,
        unreached: space.complete ? unreached(space) : [],
        unstated,
        stated: statedCourses(space),
        unsure: reachedFrom(into, atOpen),
    };
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
    const { node, guards, doneWhen, repeats } = station;
    return (
        leadsSomewhereOpen(station) ||
        [...guards, ...doneWhen].some(isLeftOpen) ||
        repeats.some(({ until }) => until !== undefined && isLeftOpen(until)) ||
        (node.kind !== 'end' && node.repeats.some((r) => r.bound !== undefined && r.bound.type !== 'quantity'))
    );
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

function backward({ states, out }: Space): number[][] {
    const into: number[][] = states.map(() => []);
    for (const edge of out.flat()) {
        into[edge.to]?.push(edge.from);
    }
    return into;
}

function reachedFrom(next: readonly (readonly number[])[], start: readonly number[]): Set<number> {
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
        // what is only offered has not begun, but may
        [...state.tokens, ...state.suspended.flatMap((s) => s.tokens)].forEach((t) => {
            if (t.stage !== 'waiting') {
                reach(t.at);
            }
        });
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
