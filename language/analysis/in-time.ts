import { firstMoments, happening } from '../execution/moments.js';
import { after } from '../execution/after.js';
import { movesIn, type Move } from '../execution/moves.js';
import type { State } from '../execution/state.js';
import type { TimedWork } from '../execution/timed-work.js';
import { timelineOf } from '../execution/timeline.js';
import { daysClock, type Figure } from './days-clock.js';
import type { Edge, Space } from './space.js';

/** Days that differ less are equal. */
const PRECISION = 1e-6;

/**
 * Whether a course can be as the longest one is reckoned: with each piece of work as long as it may be, and what happens
 * in the order of time. In a course of parallel parts of which one asks what another finds out, what is asked may become
 * known too late; then the greatest duration is a bound that no case need reach.
 *
 * @param days what the course was reckoned to take; infinite for one that may go round
 */
export function happensInTime(
    space: Space,
    work: TimedWork,
    figure: Figure,
    { course, days }: { readonly course: readonly Edge[]; readonly days: number },
): boolean {
    const { machine } = space;
    const timeline = timelineOf(machine, work);
    const clock = daysClock(timeline, { figure, cyclic: false }, () => undefined);
    const [first] = course;
    const begin = first && space.beginnings.get(first.from);
    if (!begin) {
        return true;
    }
    const play = (moves: readonly Move[]) => {
        let state: State = begin;
        let moments = firstMoments(timeline, begin, clock);
        const times: number[] = [];
        for (const planned of moves) {
            const move = movesIn(machine, state).find((m) => isSame(m, planned));
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
    const listed = play(course.map((e) => e.move));
    if (!listed) {
        return false;
    }
    const order = course.map((_, i) => i).sort((a, b) => (listed.times[a] ?? 0) - (listed.times[b] ?? 0) || a - b);
    const timed = play(order.flatMap((i) => course[i]?.move ?? []));
    return (
        timed !== undefined &&
        timed.state.end === listed.state.end &&
        timed.times.every((time, i) => i === 0 || time >= (timed.times[i - 1] ?? 0) - PRECISION) &&
        (!Number.isFinite(days) || (timed.end ?? 0) >= days - PRECISION)
    );
}

/** Whether two moves are one, of states that may differ in other work. */
function isSame(a: Move, b: Move): boolean {
    const [one, other] = [a, b].map((move) => [
        move.kind,
        'token' in move ? `${String(move.token.at)} ${String(move.token.again)} ${move.token.stage}` : undefined,
        'station' in move ? move.station : undefined,
        'part' in move ? move.part : undefined,
        'breach' in move ? move.breach : undefined,
        'facts' in move ? JSON.stringify(move.facts) : undefined,
        'way' in move ? move.way : undefined,
    ]);
    return one?.every((part, i) => part === other?.[i]) === true;
}
