import type { Machine, Station, Way } from './machine.js';
import type { Stage, State, Token } from './state.js';
import type { Handover } from '../model/protocol.js';
import { NOWHERE, type CountsFrom, type FromRound, type TimedWork } from './timed-work.js';

/** The moments of one course in one state: of what `T` is, the clock decides. */
export interface Moments<T> {
    /** of each piece of open work, when it came to its stage; in the order of {@link State.tokens} */
    readonly tokens: readonly T[];
    /** of each open group, when the last of its parts that are done was done */
    readonly joinings: readonly T[];
    readonly suspended: readonly { readonly at: T; readonly tokens: readonly T[]; readonly joinings: readonly T[] }[];
    /** the last begin and end of each station in {@link Timeline.marked} */
    readonly begins: readonly (T | undefined)[];
    readonly ends: readonly (T | undefined)[];
    /** when each handover in {@link Timeline.handovers} was over last */
    readonly handedOver: readonly (T | undefined)[];
    /** of each of {@link Timeline.rounds} the begin of a round: of a group or phase the present one, of work the last done */
    readonly rounds: readonly (T | undefined)[];
    /** when the end was reached */
    readonly end: T | undefined;
}

/** What a length of time counts from: what its term says, or the begin of a round. */
export type Since = CountsFrom | FromRound;

/** When something that a length of time counts from was; undefined where it has not been. */
export type When<T> = (from: Since, own?: T) => T | undefined;

/** Open work, with the moment at which it came to its stage. */
export interface OpenWork<T> {
    readonly token: Token;
    readonly time: T;
}

/** Arithmetic of moments. */
export interface Clock<T> {
    /** when the case begins */
    readonly start: T;
    /** when work begins to which a case comes then */
    readonly begun: (station: Station, arrival: T, when: When<T>) => T;
    /** when work is done to which a case came then */
    readonly work: (station: Station, begin: T, when: When<T>) => T;
    readonly latest: (moments: readonly T[]) => T;
    /** when a group or phase ends of which the last work is done then; `early` where a way leads out of it before */
    readonly close: (station: Station, begin: T | undefined, end: T, when: When<T>, early: boolean) => T;
    readonly handedOver: (handovers: readonly Handover[], from: T, when: When<T>) => T;
    readonly notConfirmed: (handovers: readonly Handover[], from: T, when: When<T>) => T;
    /** when a term runs out while this work is open */
    readonly expired: (station: Station, way: Way, open: readonly OpenWork<T>[], when: When<T>) => T;
    /** when people break in on this work */
    readonly brokenIn: (open: readonly OpenWork<T>[], when: When<T>) => T;
    /** when an escalation begins that is called for then */
    readonly escalated: (station: Station, from: T) => T;
    /**
     * a moment, shifted by an interruption: of work that was being done its begin, of what was done its end, which
     * counts only when that was after the interruption
     */
    readonly shifted: (time: T, interrupted: T, resumed: T, isBusy: boolean) => T;
}

/** A process with what is remembered of the course of its cases. */
export interface Timeline {
    readonly machine: Machine;
    readonly work: TimedWork;
    /** the stations whose begin and end must be remembered, since something counts from them */
    readonly marked: readonly number[];
    /** the place of each of them in {@link Moments.begins} and {@link Moments.ends} */
    readonly slots: ReadonlyMap<number, number>;
    /** the handovers from the end of which something counts, by their place in {@link Moments.handedOver} */
    readonly handovers: ReadonlyMap<string, number>;
    /**
     * the repeated phases that state how long they last, which holds for each round, and the work that is done again by a
     * frequency, by their place in {@link Moments.rounds}
     */
    readonly rounds: ReadonlyMap<number, number>;
    /** which of the marked stations have begun and are not over in a state */
    readonly begun: (state: State) => ReadonlySet<number>;
}

const timelines = new WeakMap<TimedWork, Timeline>();

/** Made once for each reading of what a process says about time. */
export function timelineOf(machine: Machine, work: TimedWork): Timeline {
    const known = timelines.get(work);
    const timeline = known?.machine === machine ? known : makeTimeline(machine, work);
    timelines.set(work, timeline);
    return timeline;
}

function makeTimeline(machine: Machine, work: TimedWork): Timeline {
    const terms = [...work.stations, ...work.handovers.values()].flatMap((w) => w.terms);
    const starts = work.stations.flatMap((w) => w.starts);
    const counted = [...terms, ...starts].map(({ from }) => from);
    const stations = counted.flatMap((from) => ('station' in from ? [from.station] : []));
    const named = new Set(counted.flatMap((from) => (from.type === 'handover' ? [from.name] : [])));
    const handovers = new Map([...named].map((name, slot) => [name, slot]));
    const bounded = machine.stations.filter(
        (s) => s.children.length > 0 && (work.stations[s.index]?.duration ?? work.stations[s.index]?.terms.length),
    );
    const paced = machine.stations.filter(({ index }) => isPaced(work, index));
    const marked = new Set([...stations, ...[...bounded, ...paced].map((s) => s.index)]);
    marked.delete(NOWHERE);
    const slots = new Map([...marked].map((m, slot) => [m, slot]));
    const repeated = bounded.filter((s) => s.repeats.length > 0 && work.stations[s.index]?.duration);
    const rounds = new Map([...repeated, ...paced].map((s, slot) => [s.index, slot]));
    const known = new WeakMap<State, ReadonlySet<number>>();
    const begun = (state: State): ReadonlySet<number> => {
        const result = known.get(state) ?? begunIn(machine, state, slots);
        known.set(state, result);
        return result;
    };
    return { machine, work, marked: [...marked], slots, handovers, rounds, begun };
}

/** Whether a frequency says of work that is done again, or leaves open, how long there is between two rounds. */
function isPaced({ stations }: TimedWork, index: number): boolean {
    const { starts = [], pause } = stations[index] ?? {};
    return pause !== undefined || starts.some(({ from }) => from.type === 'round');
}

/** Stages of work that has not begun, or of which nothing is to be done any more: it is over before a case goes on. */
const NOT_GOING_ON: ReadonlySet<Stage> = new Set(['waiting', 'offered', 'leaving']);

/** The marked stations at which, or in which, work has begun and is not over; also while it is interrupted. */
function begunIn({ stations }: Machine, state: State, slots: ReadonlyMap<number, number>): ReadonlySet<number> {
    const result = new Set<number>();
    const add = (at: number, isBegun: boolean) => {
        stations[at]?.around.forEach((m) => {
            if (slots.has(m) && (m !== at || isBegun)) {
                result.add(m);
            }
        });
    };
    [state, ...state.suspended].forEach(({ tokens, joinings }) => {
        tokens.forEach((t) => {
            add(t.at, !NOT_GOING_ON.has(t.stage));
        });
        joinings.forEach((j) => {
            add(j.group, true);
        });
    });
    return result;
}
