import type { Machine } from '../execution/machine.js';
import { firstMoments, happening, whenAt } from '../execution/moments.js';
import type { Move } from '../execution/moves.js';
import type { State, Token } from '../execution/state.js';
import { timedWork, type Length } from '../execution/timed-work.js';
import { timelineOf, type Moments } from '../execution/timeline.js';
import { later, REGISTRATION, type Clock, type Moment } from './clock.js';
import type { Passed, Situation } from './situation.js';
import { limitOf, momentClock, saidBy, type Reckoning } from './moment-clock.js';
import type { Visit } from './script.js';

/** Keeps when each piece of work begins and is done. */
export interface Timing extends Pick<Situation, 'isBefore' | 'isTooLate'> {
    /** a case begins */
    readonly begins: (state: State) => void;
    /** something happens; when it is over, and the terms and durations that are then surely overrun, each once */
    readonly happens: (
        move: Move,
        next: State,
        visit: Visit | undefined,
        passed: readonly Passed[],
    ) => { readonly at: Moment; readonly late: readonly Length[] };
    /** when the case came to where it is */
    readonly now: () => Moment;
    /** names of what does not state how long it takes, or vaguely */
    readonly open: () => readonly string[];
}

/**
 * The time of a case, by what it says, and else by what the text says: the moments of the semantics
 * (execution/moments.ts) from a least to a most.
 */
export function timingOf(machine: Machine, calendar: Clock, ahead: (name: string) => Visit): Timing {
    const work = timedWork(machine);
    const timeline = timelineOf(machine, work);
    const open = new Set<string>();
    /** of each length that was overrun, the moment from which it counted then */
    const overrun = new Map<Length, Moment>();
    const clock = (of: Pick<Reckoning, 'visit' | 'passed'>, late: Length[] = []) =>
        momentClock({
            machine,
            work,
            calendar,
            open: (name) => open.add(name),
            late: (length, from) => {
                if (overrun.get(length) !== from) {
                    overrun.set(length, from);
                    late.push(length);
                }
            },
            ...of,
        });
    let state: State | undefined;
    let moments: Moments<Moment> | undefined;
    let now = REGISTRATION;

    const since = (token: Token): Moment => moments?.tokens[state?.tokens.indexOf(token) ?? -1] ?? REGISTRATION;
    const limitsAt = (index: number): { readonly term: Length; readonly limit: Moment }[] => {
        const known = moments;
        const when = known && whenAt(timeline, () => known, REGISTRATION);
        return (work.stations[index]?.terms ?? []).flatMap((term) => {
            const from = when?.(term.from);
            const limit = from && limitOf(calendar, term, from);
            return limit ? [{ term, limit }] : [];
        });
    };
    return {
        begins: (first) => {
            state = first;
            moments = firstMoments(timeline, first, clock({ visit: undefined, passed: [] }));
        },
        happens: (move, next, visit, passed) => {
            const late: Length[] = [];
            if (state && moments) {
                const happened = happening(timeline, state, moments, move, next, clock({ visit, passed }, late));
                [state, moments] = [next, happened.moments];
                now = happened.moments.end ?? happened.at;
            }
            return { at: now, late };
        },
        isBefore: (a, b) => {
            const [first, second] = [a, b].map((token) => {
                const value = saidBy(ahead(machine.stations[token.at]?.node.name ?? ''));
                return value && later(calendar, since(token), value).at;
            });
            return first !== undefined && second !== undefined && first.high < second.low;
        },
        isTooLate: (token, way, visit) => {
            const value = saidBy(visit);
            const stated = limitsAt(token.at).find(({ term }) => term.at === way.arrow.at);
            return (
                value !== undefined &&
                stated !== undefined &&
                later(calendar, since(token), value).at.low > stated.limit.high
            );
        },
        now: () => now,
        open: () => [...open],
    };
}
