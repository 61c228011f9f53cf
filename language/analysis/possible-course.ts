import { after } from '../execution/after.js';
import { beginnings } from '../execution/begin.js';
import { forget, liveFacts } from '../execution/live-facts.js';
import { movesIn, type Move } from '../execution/moves.js';
import { keyOf, type State } from '../execution/state.js';
import type { Length, TimedWork } from '../execution/timed-work.js';
import type { InTime, Zone } from '../execution/zone.js';
import type { Reading } from '../execution/zone-clock.js';
import { goesSo, isSame } from './in-time.js';
import { overrunOf } from './overrun.js';
import { everyPlace, timesOf } from './places-in-time.js';
import { lookAhead, search, type HasBegun, type Step, type Wanted } from './search-in-time.js';
import type { Edge, Space } from './space.js';
import { takeSums, type Sums } from './sums-on-course.js';
import { placesOf, type Take } from './zone-graph.js';

/** What a finding claims of a course, so that another course may show it where the one that was found cannot be. */
export interface Claim {
    /** whether a course may have a move; left out where any may */
    readonly allows?: (move: Move) => boolean;
    /**
     * whether a course that comes to a state shows it, with whether open work there may have begun; left out where only
     * a course of the same moves does
     */
    readonly shows?: (state: State, hasBegun: HasBegun) => boolean;
    /** moves of which a course has one of each, in any order; then another course than the one that was found may show it */
    readonly passes?: readonly ((move: Move) => boolean)[];
    /** what the moves of a course take in all; then only another course than the one that was found is looked for */
    readonly sums?: Sums;
    /** of which moves the order counts; left out where of none */
    readonly keeps?: (move: Move) => boolean;
    /** how stated time is read; all of it where left out */
    readonly reading?: Reading;
}

/** Where time says nothing. */
export const ALL_BEGUN: HasBegun = () => true;

/**
 * A course in the order of time, as a space of its own, with what it overruns; or that there is none (`never`), or that
 * it depends on time (`open`): on the calendar; or that there was too much to look at (`given up`).
 */
export type Shown = Found | { readonly outcome: 'never' | 'open' | 'given up' };

export interface Found {
    readonly outcome: 'possible';
    readonly space: Space;
    readonly state: number;
    readonly course: readonly Edge[];
    /** false where some term, duration of a phase or vague length is not kept on it */
    readonly isKept: boolean;
    /** terms without `anders` and durations of phases that are not kept on it: the work goes on all the same */
    readonly overrun: readonly Length[];
}

/** How many states are looked at for the same moves in another order, which is found soon where there is one. */
const MOST_REORDERED = 150;

/**
 * Looks for a course that is possible in time and shows what a finding claims: the one that was found, else the same
 * moves in another order, else another course. One by which everything is kept is best; where there is
 * none, work that is not done by its term goes on all the same, and what is vague rules nothing out.
 *
 * @param course a course that shows it, whatever the time; @param at the state that one without moves comes to
 */
export function possibleCourse(space: Space, work: TimedWork, course: readonly Edge[], claim: Claim, at = 0): Shown {
    const { machine } = space;
    const end = course.at(-1)?.to ?? at;
    const begin = space.beginnings.get(course[0]?.from ?? end);
    const listedCourse: Found = { outcome: 'possible', space, state: end, course, isKept: true, overrun: [] };
    if (!begin || !saysTime(work)) {
        return listedCourse;
    }
    const { allows, shows, passes = [], sums, reading = 'stated' } = claim;
    const moves = course.map((e) => e.move);
    const target = space.states[end];
    const isTarget = target ? sameAs(space, target) : () => false;
    const isShown = (state: State, hasBegun: HasBegun) => shows?.(state, hasBegun) ?? true;
    const listed: Wanted = {
        begins: [begin],
        places: placesOf(machine, takeEach(moves, claim.keeps)),
        isDone: (done) => done.length === moves.length,
        shows: (state, hasBegun) => isTarget(state) && isShown(state, hasBegun),
    };
    const isAny = !shows && !sums && passes.length === 0;
    const take = sums ? takeSums(sums) : allows || passes.length > 0 ? takeSome(allows, passes) : undefined;
    const other: Wanted | undefined = isAny
        ? undefined
        : {
              begins: beginnings(machine),
              places: take ? placesOf(machine, take) : everyPlace(machine),
              isDone: sums ? ([sum = 0]) => sum > sums.moreThan : (done) => done.length === passes.length,
              shows: isShown,
          };
    /** the first that is possible; whether there is none at all */
    const look = (times: InTime): Found | 'none' | 'too many' => {
        if (sums) {
            const found = other ? lookAhead(times, other) : 'none';
            return typeof found === 'object' ? (shown(space, found) ?? 'too many') : found;
        }
        const arrives = (state: State, zone: Zone) => isShown(state, (token) => times.mayHaveBegun(state, zone, token));
        if (goesSo(machine, times, begin, moves, arrives)) {
            return listedCourse;
        }
        const reordered = search(times, listed, { most: MOST_REORDERED, rank: (depth) => -depth });
        const found = typeof reordered === 'object' ? reordered : lookAhead(times, other ?? listed);
        return typeof found === 'object' ? (shown(space, found) ?? 'too many') : found;
    };
    const kept = look(timesOf(machine, work, reading));
    if (typeof kept === 'object') {
        return kept;
    }
    const going = reading === 'stated' ? look(timesOf(machine, work, 'overrun')) : kept;
    if (typeof going === 'object') {
        return { ...going, isKept: false, overrun: overrunOf(going, work) };
    }
    if (other && going === 'none' && lookAhead(timesOf(machine, work, 'certain'), other) === 'none') {
        return { outcome: 'never' };
    }
    return { outcome: [kept, going].includes('too many') ? 'given up' : 'open' };
}

/** The states that are one with a state, but for facts that nothing asks about any more. */
export function sameAs({ machine }: Space, state: State): (other: State) => boolean {
    const live = liveFacts(machine);
    const key = keyOf(forget(state, live));
    return (other) => keyOf(forget(other, live)) === key;
}

/** Whether a process says anything of time by which one thing surely comes before another. */
export function saysTime({ stations, handovers }: TimedWork): boolean {
    return (
        stations.some((s) => s.terms.length > 0 || s.duration !== undefined || s.activities.length > 0) ||
        [...handovers.values()].some((h) => h.terms.length > 0 || h.confirmation !== undefined)
    );
}

/** Each of some moves once and no other. @param keeps see {@link Claim} */
function takeEach(moves: readonly Move[], keeps: (move: Move) => boolean = () => false): Take {
    return (move, done) => {
        const at = moves.findIndex((m, i) => !done.includes(i) && isSame(m, move));
        const isEarly = moves.slice(0, Math.max(0, at)).some((m, i) => !done.includes(i) && keeps(m) && keeps(move));
        return at < 0 || isEarly ? [] : [{ done: [...done, at].sort((a, b) => a - b) }];
    };
}

/** Each of some moves once, among others. */
function takeSome(allows: Claim['allows'], passes: readonly ((move: Move) => boolean)[]): Take {
    return (move, done) =>
        allows?.(move) === false
            ? []
            : [{ done: passes.flatMap((isMeant, i) => (done.includes(i) || isMeant(move) ? [i] : [])) }];
}

/** The course to a step. */
function shown(of: Space, last: Step): Found | undefined {
    const moves: Move[] = [];
    let step = last;
    while ('before' in step.by) {
        moves.push(step.by.move);
        step = step.by.before;
    }
    return 'begin' in step.by ? courseOfMoves(of, step.by.begin, moves.reverse()) : undefined;
}

/** A course as a space of its own. */
function asSpace(of: Space, states: readonly State[], course: readonly Edge[]): Found {
    const beginnings = new Map(states.slice(0, 1).map((state) => [0, state]));
    const out = states.map((_, i) => course.slice(i, i + 1));
    const first = states.map((_, i) => course[i - 1]);
    return {
        outcome: 'possible',
        space: { ...of, states, out, first, beginnings },
        state: states.length - 1,
        course,
        isKept: true,
        overrun: [],
    };
}

/** A course of these moves, from a beginning, as a space of its own; undefined where one of them cannot happen. */
export function courseOfMoves(of: Space, begin: State, moves: readonly Move[]): Found | undefined {
    let state = begin;
    const states = [begin];
    const course: Edge[] = [];
    for (const planned of moves) {
        const move = movesIn(of.machine, state).find((m) => isSame(m, planned));
        if (!move) {
            return undefined;
        }
        course.push({ from: states.length - 1, to: states.length, move });
        state = after(of.machine, state, move);
        states.push(state);
    }
    return asSpace(of, states, course);
}
