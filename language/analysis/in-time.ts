import { firstMoments, happening } from '../execution/moments.js';
import { after } from '../execution/after.js';
import { movesIn, type Move } from '../execution/moves.js';
import type { State } from '../execution/state.js';
import type { TimedWork } from '../execution/timed-work.js';
import type { Machine } from '../execution/machine.js';
import type { InTime, Zone } from '../execution/zone.js';
import { timelineOf } from '../execution/timeline.js';
import { daysClock, isOfLeast, type Figure } from './days-clock.js';
import { timesOf } from './places-in-time.js';
import type { Edge, Space } from './space.js';

/** Days that differ less are equal. */
const PRECISION = 1e-6;

/** What a course was reckoned to take, and with which figure of each length; infinite for one that may go round. */
export interface Reckoned {
    readonly course: readonly Edge[];
    readonly days: number;
    readonly figure: Figure;
}

/**
 * A course as the longest or the shortest one is reckoned, with each piece of work as long or as short as it may be, in
 * the order of time. In a course of parallel parts of which one asks what another finds out, what is asked may become
 * known too late; then the greatest duration is a bound that no case need reach.
 *
 * @param reading `overrun` where terms without `anders`, durations of phases and vague lengths need not be kept
 * @returns the moves in that order; undefined where the course cannot be so
 */
export function inOrderOfTime(
    { machine, beginnings }: Space,
    work: TimedWork,
    { course, days, figure }: Reckoned,
    reading: 'stated' | 'overrun' = 'stated',
): readonly Move[] | undefined {
    const timeline = timelineOf(machine, work);
    const clock = daysClock(timeline, { figure, cyclic: false }, () => undefined);
    const moves = course.map((e) => e.move);
    const [first] = course;
    const begin = first && beginnings.get(first.from);
    if (!begin) {
        return moves;
    }
    const play = (planned: readonly Move[]) => {
        let state: State = begin;
        let moments = firstMoments(timeline, begin, clock);
        const times: number[] = [];
        for (const plan of planned) {
            const move = movesIn(machine, state).find((m) => isSame(m, plan));
            if (!move) {
                return undefined;
            }
            const next = after(machine, state, move);
            const happened = happening(timeline, state, moments, move, next, clock);
            times.push(happened.since.day);
            [state, moments] = [next, happened.moments];
        }
        return { state, times, end: moments.end?.day };
    };
    const listed = play(moves);
    if (!listed) {
        return undefined;
    }
    const order = moves
        .map((_, i) => i)
        .sort((a, b) => (listed.times[a] ?? 0) - (listed.times[b] ?? 0) || a - b)
        .flatMap((i) => moves[i] ?? []);
    const timed = play(order);
    const isPossible =
        timed !== undefined &&
        timed.state.end === listed.state.end &&
        timed.times.every((time, i) => i === 0 || time >= (timed.times[i - 1] ?? 0) - PRECISION) &&
        (!Number.isFinite(days) || isOfLeast(figure) || (timed.end ?? 0) >= days - PRECISION);
    return isPossible && goesSo(machine, timesOf(machine, work, reading), begin, order) ? order : undefined;
}

/**
 * Whether these moves can happen in this order, no other open work being over before. Many courses of a process begin
 * alike, and are asked one after another: how far each came is kept for what comes next.
 *
 * @param arrives whether the state and the moments that they come to are as they must be
 */
export function goesSo(
    machine: Machine,
    times: InTime,
    begin: State,
    moves: readonly Move[],
    arrives: (state: State, zone: Zone) => boolean = () => true,
): boolean {
    const ofTimes = beginnings.get(times)?.deref() ?? new WeakMap<State, CameTo>();
    beginnings.set(times, new WeakRef(ofTimes));
    let here = ofTimes.get(begin) ?? {
        state: begin,
        zone: times.first(begin),
        next: new Map<Move, CameTo | undefined>(),
    };
    ofTimes.set(begin, here);
    for (const planned of moves) {
        const there = here.next.has(planned) ? here.next.get(planned) : moved(machine, times, here, planned);
        here.next.set(planned, there);
        if (!there) {
            return false;
        }
        here = there;
    }
    return arrives(here.state, here.zone);
}

/** What a course came to, and what each move that was asked leads to from there; undefined where it cannot happen. */
interface CameTo {
    readonly state: State;
    readonly zone: Zone;
    readonly next: Map<Move, CameTo | undefined>;
}

/** Where courses begin; let go of when nobody asks any more, since it may be large. */
const beginnings = new WeakMap<InTime, WeakRef<WeakMap<State, CameTo>>>();

function moved(machine: Machine, times: InTime, { state, zone }: CameTo, planned: Move): CameTo | undefined {
    const move = movesIn(machine, state).find((m) => isSame(m, planned));
    const next = move && after(machine, state, move);
    const then = next && times.next(state, zone, move, next);
    return then && { state: next, zone: then, next: new Map() };
}

/** Whether two moves are one, of states that may differ in other work. */
export function isSame(a: Move, b: Move): boolean {
    if (a.kind !== b.kind) {
        return false;
    }
    if ('token' in a && 'token' in b) {
        const [one, other] = [a.token, b.token];
        if (one.at !== other.at || one.again !== other.again || one.stage !== other.stage) {
            return false;
        }
    }
    return (
        ('station' in a ? a.station : undefined) === ('station' in b ? b.station : undefined) &&
        ('part' in a ? a.part : undefined) === ('part' in b ? b.part : undefined) &&
        ('breach' in a ? a.breach : undefined) === ('breach' in b ? b.breach : undefined) &&
        ('way' in a ? a.way : undefined) === ('way' in b ? b.way : undefined) &&
        ('facts' in a ? JSON.stringify(a.facts) : '') === ('facts' in b ? JSON.stringify(b.facts) : '')
    );
}
