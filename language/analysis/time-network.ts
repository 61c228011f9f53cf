import type { Handover } from '../model/protocol.js';
import { interval, isWorkingDays } from '../model/values.js';
import type { Edge, Space } from './space.js';
import { isFirm, type Length, type TimedWork } from '../execution/timed-work.js';
import { firstMoments, nextMoments } from '../execution/moments.js';
import type { Clock, Timeline } from '../execution/timeline.js';

/**
 * In which days a network is asked:
 * - `calendar`: calendar days that hold whatever the months and public holidays
 * - `working`: working days; what is stated in calendar days is there at most as many
 * - `figures`: calendar days as people read them, without public holidays
 */
export type Measure = 'calendar' | 'working' | 'figures';

/** `to` is at most so long after `from`; at least so long before it where the figures are negative. */
export interface Constraint {
    readonly from: number;
    readonly to: number;
    readonly days: Readonly<Record<Measure, number>>;
    /** what states it; undefined for the order of the work */
    readonly because: Length | undefined;
    /** the station that takes at least so long */
    readonly station: number | undefined;
}

/** The moments of one course with what the text says about the time between them. */
export interface TimeNetwork {
    readonly size: number;
    readonly constraints: readonly Constraint[];
}

/** The network of the moments of a course: each begin and end is a vertex, each term and duration a bound. */
export function networkOf(space: Space, timeline: Timeline, course: readonly Edge[]): TimeNetwork {
    const constraints: Constraint[] = [];
    let size = 1;
    const clock = clockOf(timeline.work, constraints, () => size++);
    const [first] = course;
    let state = first && space.states[first.from];
    if (!state) {
        return { size, constraints };
    }
    let moments = firstMoments(timeline, state, clock);
    for (const edge of course) {
        const next = space.states[edge.to];
        if (next && state) {
            moments = nextMoments(timeline, state, moments, edge.move, next, clock);
            state = next;
        }
    }
    return { size, constraints };
}

const AT_ONCE = { calendar: 0, working: 0, figures: 0 };

/** Moments as vertices; what is known of one after another becomes a constraint. */
function clockOf(work: TimedWork, into: Constraint[], vertex: () => number): Clock<number> {
    /** at least that long after: the limit of a term that runs out, or the least of a length */
    const least = (from: number, to: number, because?: Length, station?: number): void => {
        const days = because ? leastDays(because) : AT_ONCE;
        const back = { calendar: -days.calendar, working: -days.working, figures: -days.figures };
        into.push({ from: to, to: from, days: back, because, station });
    };
    const most = (from: number, to: number, because: Length, { high, most, working } = because.days): void => {
        if (Number.isFinite(high)) {
            // a month may be longer than the mean
            const longer = isWorkingDays(because.quantity.unit ?? '') ? 0 : Math.ceil(most - high);
            const days = { calendar: most, working: working + longer, figures: high };
            into.push({ from, to, days, because, station: undefined });
        }
    };
    const next = (...from: number[]): number => {
        const to = vertex();
        from.forEach((f) => {
            least(f, to);
        });
        return to;
    };
    const terms = (
        all: TimedWork['stations'][number]['terms'],
        end: number,
        when: Parameters<Clock<number>['work']>[2],
        own?: number,
    ): void => {
        for (const term of all) {
            const from = when(term.from, own);
            if (from !== undefined) {
                most(from, end, term, term.limit);
            }
        }
    };
    const handedOver = (handovers: readonly Handover[], from: number, when: Parameters<Clock<number>['work']>[2]) =>
        handovers.reduce((since, h) => {
            const end = next(since);
            terms(work.handovers.get(h.name)?.terms ?? [], end, when, from);
            return next(end);
        }, from);
    return {
        start: 0,
        work: (station, since, when) => {
            const timed = work.stations[station.index];
            // the work may have to wait before it begins
            const begin = next(since);
            const end = next(begin);
            if (timed?.duration) {
                least(begin, end, timed.duration, station.index);
                most(begin, end, timed.duration);
            }
            timed?.activities.forEach((a) => {
                least(begin, end, a, station.index);
            });
            terms(timed?.terms ?? [], end, when);
            return end;
        },
        latest: (moments) => next(...moments),
        close: (station, begin, last, when, early) => {
            const timed = work.stations[station.index];
            const end = next(last);
            if (timed?.duration && begin !== undefined) {
                most(begin, end, timed.duration);
                if (!early) {
                    least(begin, end, timed.duration, station.index);
                }
            }
            terms(timed?.terms ?? [], end, when);
            return end;
        },
        handedOver,
        notConfirmed: (_handovers, from) => next(from),
        expired: (station, way, open, when) => {
            const end = next(...open.map((w) => w.time));
            const term = work.stations[station.index]?.terms.find((t) => t.at === way.arrow.at);
            const from = term && when(term.from);
            if (term && from !== undefined && isFirm(term)) {
                least(from, end, { ...term, days: { ...term.limit, low: term.limit.high } }, station.index);
            }
            return end;
        },
        brokenIn: (open) => next(...open.map((w) => w.time)),
        escalated: (_station, from) => next(from),
        // how long the work still takes is not asked
        shifted: (time) => time,
    };
}

function leastDays({ days, quantity }: Length): Record<Measure, number> {
    const count = isWorkingDays(quantity.lowUnit ?? quantity.unit ?? '') ? interval(quantity).low : 0;
    return { calendar: days.least, working: count, figures: days.low };
}

/**
 * A circle of constraints that cannot all be met: a negative cycle of the simple temporal network (Dechter, Meiri, Pearl,
 * “Temporal constraint networks”, 1991), found by Bellman–Ford with a queue.
 *
 * @param vague whether what is stated vaguely binds as well
 * @returns undefined where the network has a solution
 */
export function conflictIn(network: TimeNetwork, measure: Measure, vague: boolean): Constraint[] | undefined {
    const { size, constraints } = network;
    const out: Constraint[][] = Array.from({ length: size }, () => []);
    for (const c of constraints) {
        if (vague || !c.because?.vague) {
            out[c.from]?.push(c);
        }
    }
    const distance: number[] = Array.from({ length: size }, () => 0);
    const by: (Constraint | undefined)[] = Array.from({ length: size }, () => undefined);
    const steps: number[] = Array.from({ length: size }, () => 0);
    // what is least goes back in time, so the latest moments come first
    let queue = Array.from({ length: size }, (_, i) => size - 1 - i);
    for (let round = 0; queue.length > 0; round++) {
        const waiting = new Set<number>();
        for (const v of queue) {
            for (const c of out[v] ?? []) {
                const next = (distance[v] ?? 0) + c.days[measure];
                if (next < (distance[c.to] ?? 0) - PRECISION) {
                    distance[c.to] = next;
                    by[c.to] = c;
                    steps[c.to] = (steps[v] ?? 0) + 1;
                    if ((steps[c.to] ?? 0) >= size) {
                        return cycleFrom(c.to, by);
                    }
                    waiting.add(c.to);
                }
            }
        }
        queue = [...waiting].sort((a, b) => b - a);
    }
    return undefined;
}

const PRECISION = 1e-9;

function cycleFrom(vertex: number, by: readonly (Constraint | undefined)[]): Constraint[] | undefined {
    const seen = new Set<number>();
    let v = vertex;
    while (!seen.has(v)) {
        seen.add(v);
        const c = by[v];
        if (!c) {
            return undefined;
        }
        v = c.from;
    }
    const cycle: Constraint[] = [];
    for (let c = by[v]; c; c = by[c.from]) {
        cycle.push(c);
        if (c.from === v) {
            break;
        }
    }
    return cycle.reverse();
}
