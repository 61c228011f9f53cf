import { after } from '../execution/after.js';
import { beginnings } from '../execution/begin.js';
import { forget, liveFacts } from '../execution/live-facts.js';
import { movesIn, type Move } from '../execution/moves.js';
import { keyOf, type State, type Token } from '../execution/state.js';
import type { Length, TimedWork } from '../execution/timed-work.js';
import { inTime, type InTime, type Zone } from '../execution/zone.js';
import type { Reading } from '../execution/zone-clock.js';
import { goesSo, isSame } from './in-time.js';
import { overrunOf } from './overrun.js';
import type { Edge, Space } from './space.js';

/** What a finding claims of a course, so that another course may show it where the one that was found cannot be. */
export interface Claim {
    /** whether a course may have a move; left out where any may */
    readonly allows?: (move: Move) => boolean;
    /**
     * whether a course that comes to a state shows it, with whether open work there may have begun; left out where only
     * a course of the same moves does
     */
    readonly shows?: (state: State, hasBegun: HasBegun) => boolean;
    /** of which moves the order counts; left out where of none */
    readonly keeps?: (move: Move) => boolean;
    /** how stated time is read; all of it where left out */
    readonly reading?: Reading;
}

/** Whether open work may have begun: work that waits by `begint … na` has not at once. */
export type HasBegun = (token: Token) => boolean;

/** Where time says nothing. */
export const ALL_BEGUN: HasBegun = () => true;

/**
 * A course in the order of time, as a space of its own, with what it overruns; or that there is none (`never`), or that
 * it depends on time (`open`): on the calendar; or that there was too much to look at (`given up`).
 */
export type Shown = Found | { readonly outcome: 'never' | 'open' | 'given up' };

interface Found {
    readonly outcome: 'possible';
    readonly space: Space;
    readonly state: number;
    readonly course: readonly Edge[];
    /** false where some term, duration of a phase or vague length is not kept on it */
    readonly isKept: boolean;
    /** terms without `anders` and durations of phases that are not kept on it: the work goes on all the same */
    readonly overrun: readonly Length[];
}

/** How many states in time are looked at for one example. */
const MOST_LOOKED_AT = 1_500;
/** How many for the same moves in another order, which is found soon where there is one. */
const MOST_REORDERED = 150;

/**
 * Looks for a course that is possible in time and shows what a finding claims: the one that was found, else the same
 * moves in another order, else another course, breadth first. One by which everything is kept is best; where there is
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
    const { shows, reading = 'stated' } = claim;
    const moves = course.map((e) => e.move);
    const target = space.states[end];
    const isTarget = target ? sameAs(space, target) : () => false;
    const isShown = (state: State, hasBegun: HasBegun) => shows?.(state, hasBegun) ?? true;
    const listed: Wanted = {
        ...claim,
        begins: [begin],
        moves,
        shows: (state, hasBegun) => isTarget(state) && isShown(state, hasBegun),
    };
    const other = shows && { ...claim, begins: beginnings(machine), shows };
    /** the first that is possible; whether there is none at all */
    const look = (times: InTime): Found | 'none' | 'too many' => {
        const arrives = (state: State, zone: Zone) => isShown(state, (token) => times.mayHaveBegun(state, zone, token));
        if (goesSo(machine, times, begin, moves, arrives)) {
            return listedCourse;
        }
        const reordered = search(space, times, listed);
        const found = typeof reordered === 'object' || !other ? reordered : search(space, times, other);
        return typeof found === 'object' ? shown(space, found) : found;
    };
    const kept = look(inTime(machine, work, { reading }));
    if (typeof kept === 'object') {
        return kept;
    }
    const going = reading === 'stated' ? look(inTime(machine, work, { reading, keeps: () => false })) : kept;
    if (typeof going === 'object') {
        return { ...going, isKept: false, overrun: overrunOf(going, work) };
    }
    if (other && going === 'none' && search(space, inTime(machine, work, { reading: 'certain' }), other) === 'none') {
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
function saysTime({ stations, handovers }: TimedWork): boolean {
    return (
        stations.some((s) => s.terms.length > 0 || s.duration !== undefined || s.activities.length > 0) ||
        [...handovers.values()].some((h) => h.terms.length > 0 || h.confirmation !== undefined)
    );
}

interface Wanted extends Claim {
    readonly begins: readonly State[];
    readonly shows: (state: State, hasBegun: HasBegun) => boolean;
    /** each of these once, and no other; left out where any may */
    readonly moves?: readonly Move[];
}

/** A course, from its last move to its first. */
interface Step {
    readonly state: State;
    readonly zone: Zone;
    readonly move: Move | undefined;
    readonly before: Step | undefined;
    /** which of the moves that are wanted are done */
    readonly done: ReadonlySet<number>;
}

function search(space: Space, times: InTime, wanted: Wanted): Step | 'none' | 'too many' {
    const { machine } = space;
    const { allows = () => true, keeps = () => false, moves, shows } = wanted;
    const live = liveFacts(machine);
    const open: Step[] = wanted.begins.map((state) => ({
        state,
        zone: times.first(state),
        move: undefined,
        before: undefined,
        done: new Set(),
    }));
    const seen = new Set<string>();
    const isNew = ({ state, zone, done }: Step): boolean => {
        const key = `${keyOf(forget(state, live))} ${keyOfZone(zone)} ${[...done].sort((a, b) => a - b).join()}`;
        return !seen.has(key) && seen.add(key) !== undefined;
    };
    /** which of the moves that are wanted this is; undefined where it is none of them, or not yet */
    const placeOf = (move: Move, done: ReadonlySet<number>): number | undefined => {
        if (!moves) {
            return allows(move) ? -1 : undefined;
        }
        const at = moves.findIndex((m, i) => !done.has(i) && isSame(m, move));
        const isEarly = moves.slice(0, Math.max(0, at)).some((m, i) => !done.has(i) && keeps(m) && keeps(move));
        return at < 0 || isEarly ? undefined : at;
    };
    for (let looked = 0; ; looked++) {
        // the same moves are looked for depth first, another course breadth first
        const step = moves ? open.pop() : open[looked];
        if (!step) {
            return 'none';
        }
        const { state, zone, done } = step;
        const hasBegun: HasBegun = (token) => times.mayHaveBegun(state, zone, token);
        if ((moves === undefined || done.size === moves.length) && shows(state, hasBegun)) {
            return step;
        }
        if (looked >= (moves ? MOST_REORDERED : MOST_LOOKED_AT)) {
            return 'too many';
        }
        const following: Step[] = [];
        for (const move of movesIn(machine, state)) {
            const place = placeOf(move, done);
            const to = place === undefined ? undefined : after(machine, state, move);
            const then = to && times.next(state, zone, move, to);
            if (to && then && place !== undefined) {
                const now = place < 0 ? done : new Set(done).add(place);
                const one: Step = { state: to, zone: then, move, before: step, done: now };
                if (isNew(one)) {
                    following.push(one);
                }
            }
        }
        // the first in the order of the course is looked at first
        following.sort((a, b) => lastOf(b, step) - lastOf(a, step));
        open.push(...following);
    }
}

function lastOf({ done }: Step, { done: before }: Step): number {
    return [...done].find((i) => !before.has(i)) ?? 0;
}

/** Two zones with the same bounds have the same courses behind them. */
function keyOfZone({ bounds, moments, now }: Zone): string {
    const days: string[] = [];
    for (let i = 0; i < bounds.size; i++) {
        for (let j = 0; j < bounds.size; j++) {
            days.push(bounds.most(i, j).toFixed(4));
        }
    }
    return `${JSON.stringify(moments)} ${String(now)} ${days.join()}`;
}

/** The course to a step. */
function shown(of: Space, last: Step): Found {
    const steps: Step[] = [];
    for (let step: Step | undefined = last; step; step = step.before) {
        steps.push(step);
    }
    steps.reverse();
    return asSpace(
        of,
        steps.map((s) => s.state),
        steps.flatMap(({ move }, i): Edge[] => (move ? [{ from: i - 1, to: i, move }] : [])),
    );
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
