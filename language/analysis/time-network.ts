import type { Handover } from '../model/protocol.js';
import { isWorkingDays } from '../model/values.js';
import { A_LITTLE, type Days, type Measure, type Sizes } from '../execution/days.js';
import { NOT_AT_ONCE, type AtOnce } from './begins-at-once.js';
import type { Edge, Space } from './space.js';
import { isFirm, type Length, type TimedWork } from '../execution/timed-work.js';
import { firstMoments } from '../execution/moments.js';
import { momentsAlong } from './moments-along.js';
import type { Clock, Timeline } from '../execution/timeline.js';

/** `to` is at most so long after `from`, or at least so long. */
export interface Constraint {
    readonly from: number;
    readonly to: number;
    readonly kind: 'least' | 'most';
    /** what states it; undefined for the order of the work */
    readonly because: Length | undefined;
    /** how long; where vague, its figures by themselves */
    readonly sizes: Sizes | undefined;
    /** whether it is more than that, less than that; of what is vague it may be */
    readonly isStrict: boolean;
    /** whether it counts from the end of work that is counted in working days */
    readonly fromWork: boolean;
    /** of a most: whether what takes that long at most is stated to take that long, too */
    readonly isOwn: boolean;
    /** the station that takes at least so long */
    readonly station: number | undefined;
    /** the station that takes at most so long, where that is how long it takes */
    readonly lasting?: number;
    /** whether it takes so long only where its term runs out */
    readonly byTerm?: true;
}

/**
 * How a network is asked.
 * - `certain`: as the calendar suits best, so what cannot be met then never can
 * - `calendar`: as the calendar suits worst, so what can be met then always can
 * - `vague`: the same, and what is stated vaguely binds as well
 */
export type Reading = 'certain' | 'calendar' | 'vague';

/** The moments of one course with what the text says about the time between them. */
export interface TimeNetwork {
    readonly size: number;
    readonly constraints: readonly Constraint[];
}

/**
 * The network of the moments of a course: each begin and end is a vertex, each term and duration a bound.
 *
 * @param atOnce where nothing waits; left out, all work may have to
 */
export function networkOf(
    space: Space,
    timeline: Timeline,
    course: readonly Edge[],
    atOnce: AtOnce = NOT_AT_ONCE,
): TimeNetwork {
    const constraints: Constraint[] = [];
    let size = 1;
    const clock = clockOf(timeline, constraints, () => size++, atOnce);
    const [first] = course;
    let state = first && space.states[first.from];
    if (!state) {
        return { size, constraints };
    }
    let moments = firstMoments(timeline, state, clock);
    for (const edge of course) {
        const next = space.states[edge.to];
        if (next && state) {
            moments = momentsAlong(timeline, edge, [state, next], moments, clock);
            state = next;
        }
    }
    return { size, constraints };
}

/** Moments as vertices; what is known of one after another becomes a constraint. */
function clockOf({ work }: Timeline, into: Constraint[], vertex: () => number, atOnce: AtOnce): Clock<number> {
    /** the vertices that are on a working day: where work ends that is counted in working days, and what comes at once */
    const onWork = new Set<number>();
    const add = (from: number, to: number, of: Pick<Constraint, 'kind'> & Partial<Constraint>): void => {
        const rest = { because: undefined, sizes: undefined, isStrict: false, isOwn: false, station: undefined };
        into.push({ ...rest, fromWork: onWork.has(from), ...of, from, to });
    };
    const least = (
        from: number,
        to: number,
        because: Length,
        station?: number,
        byTerm?: Pick<Constraint, 'byTerm'>,
    ): void => {
        const { days, vague, quantity } = because;
        const { low } = days.figures;
        const isFigure = quantity.bound === 'about' || quantity.bound === 'over' || quantity.bound === 'almost';
        const sizes = isFigure ? low : days.lowest;
        const isStrict = days.isMore || (vague && quantity.bound !== 'almost' && sizes.days.most > 0);
        add(from, to, { kind: 'least', because, sizes, isStrict, station, ...byTerm });
    };
    const most = (
        from: number,
        to: number,
        because: Length,
        limit: Days = because.days,
        own?: Pick<Constraint, 'isOwn' | 'lasting'>,
    ): void => {
        const { vague, quantity } = because;
        const isFigure = quantity.bound === 'over' && quantity.high !== undefined;
        if (isFigure || Number.isFinite(limit.high)) {
            const sizes = isFigure ? because.days.figures.high : limit.highest;
            add(from, to, { kind: 'most', because, sizes, isStrict: limit.isLess || (vague && !isFigure), ...own });
        }
    };
    const next = (...from: number[]): number => {
        const to = vertex();
        from.forEach((f) => {
            add(f, to, { kind: 'least' });
        });
        return to;
    };
    /** a moment that follows at once, or may have to wait for people, who then are at work as well */
    const follow = (...from: number[]): number => {
        const to = next(...from);
        if (from.every((f) => onWork.has(f))) {
            onWork.add(to);
        }
        return to;
    };
    /** a moment is no later than another */
    const noLater = (to: number, than: number): void => {
        if (to !== than) {
            add(than, to, { kind: 'most' });
        }
    };
    /** how long work takes from a begin to an end, with what is inside it */
    const lasts = (begin: number, inside: number, end: number, duration: Length, station: number): void => {
        // what is inside has to fit where it is short, and what comes behind it has to where it is long
        most(begin, inside, duration);
        most(begin, end, duration, duration.days, { isOwn: true, lasting: station });
        least(begin, end, duration, station);
        const { unit, lowUnit = unit } = duration.quantity;
        if (!duration.vague && duration.days.low > 0 && isWorkingDays(unit ?? '') && isWorkingDays(lowUnit ?? '')) {
            onWork.add(end);
        }
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
    /** one moment for each that a case comes to work, for whatever counts from its begin */
    const known = new Map<string, number>();
    const begun: Clock<number>['begun'] = (station, arrival, when) => {
        const starts = work.stations[station.index]?.starts ?? [];
        const key = `${String(station.index)} ${String(arrival)}`;
        const begin = known.get(key) ?? (starts.length > 0 ? next(arrival) : arrival);
        for (const start of starts) {
            const from = when(start.from);
            if (from !== undefined) {
                least(from, begin, start, station.index);
            }
        }
        known.set(key, begin);
        return begin;
    };
    return {
        start: 0,
        begun,
        work: (station, since, when) => {
            const timed = work.stations[station.index];
            const arrival = begun(station, since, when);
            // the work may have to wait before it begins
            const begin = follow(arrival);
            if (atOnce.begins(station)) {
                noLater(begin, arrival);
            }
            const inside = next(begin);
            const end = next(inside);
            if (timed?.duration) {
                lasts(begin, inside, end, timed.duration, station.index);
            }
            timed?.activities.forEach((a) => {
                least(begin, inside, a, station.index);
            });
            terms(timed?.terms ?? [], end, when);
            // a group or phase around it is not over before
            for (const around of station.around.slice(1)) {
                const { duration, terms: own = [] } = work.stations[around] ?? {};
                const from = when({ type: 'round', station: around });
                if (duration && from !== undefined) {
                    most(from, end, duration);
                }
                terms(own, end, when);
            }
            return end;
        },
        latest: (moments) => {
            const last = follow(...moments);
            const than = atOnce.lastOf?.(moments);
            if (than !== undefined) {
                noLater(last, than);
            }
            return last;
        },
        close: (station, begin, last, when, early) => {
            const timed = work.stations[station.index];
            const end = timed?.duration ? next(last) : follow(last);
            if (!timed?.duration && atOnce.closes(station)) {
                noLater(end, last);
            }
            if (timed?.duration && begin !== undefined) {
                if (early) {
                    most(begin, end, timed.duration);
                } else {
                    lasts(begin, last, end, timed.duration, station.index);
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
                const byTerm = { byTerm: true } as const;
                least(from, end, { ...term, days: { ...term.limit, isMore: false } }, station.index, byTerm);
            }
            return end;
        },
        brokenIn: (open) => next(...open.map((w) => w.time)),
        escalated: (_station, from) => next(from),
        // how long the work still takes is not asked
        shifted: (time) => time,
    };
}

/** How much a constraint allows, in one measure; negative for a least. */
function allowed({ kind, sizes, isStrict, isOwn, fromWork }: Constraint, measure: Measure, reading: Reading): number {
    if (!sizes) {
        return 0;
    }
    const size = sizes[measure];
    const little = isStrict ? A_LITTLE : 0;
    if (kind === 'least') {
        return -little - (reading !== 'certain' ? size.reach : fromWork ? size.leastFromWork : size.least);
    }
    return (
        (reading === 'certain' ? (fromWork ? size.mostFromWork : size.most) : isOwn ? size.reach : size.least) - little
    );
}

/** How long the rest of a circle takes, in its measure: what takes at least so long, less the other bounds in it. */
export function neededBy(
    constraints: readonly Constraint[],
    bound: Length,
    measure: Measure,
    reading: Reading,
): { readonly amount: number; readonly isMore: boolean } {
    const others = constraints.filter((c) => c.because !== bound || c.kind === 'least');
    const amount = others.reduce((sum, c) => sum - allowed({ ...c, isStrict: false }, measure, reading), 0);
    return { amount, isMore: others.some((c) => c.isStrict) };
}

/**
 * A circle of constraints that cannot all be met: a negative cycle of the simple temporal network (Dechter, Meiri, Pearl,
 * “Temporal constraint networks”, 1991), found by Bellman–Ford with a queue.
 *
 * @param only of the bounds only this one; all where left out
 * @returns undefined where the network has a solution
 */
export function conflictIn(
    network: TimeNetwork,
    measure: Measure,
    reading: Reading,
    only?: Length,
): Constraint[] | undefined {
    if (only) {
        return cycleIn(network, measure, reading, only);
    }
    const asked = `${measure} ${reading}` as const;
    const known = solved.get(network) ?? new Map<typeof asked, Constraint[] | undefined>();
    if (!known.has(asked)) {
        known.set(asked, cycleIn(network, measure, reading, undefined));
    }
    solved.set(network, known);
    return known.get(asked);
}

/** What was found of whole networks: it is asked of each bound in them. */
const solved = new WeakMap<TimeNetwork, Map<`${Measure} ${Reading}`, Constraint[] | undefined>>();

function cycleIn(
    network: TimeNetwork,
    measure: Measure,
    reading: Reading,
    only: Length | undefined,
): Constraint[] | undefined {
    const { size, constraints } = network;
    const out: Arc[][] = Array.from({ length: size }, () => []);
    for (const c of constraints) {
        if (c.because?.vague && reading !== 'vague') {
            continue;
        }
        const days = allowed(c, measure, reading);
        if (c.kind === 'least') {
            out[c.to]?.push({ from: c.to, to: c.from, days, because: c });
        } else if (
            only === undefined ||
            !c.because ||
            c.because === only ||
            (c.lasting !== undefined && !c.because.vague)
        ) {
            out[c.from]?.push({ from: c.from, to: c.to, days, because: c });
        }
    }
    const distance: number[] = Array.from({ length: size }, () => 0);
    const by: (Arc | undefined)[] = Array.from({ length: size }, () => undefined);
    const steps: number[] = Array.from({ length: size }, () => 0);
    // what is least goes back in time, so the latest moments come first
    let queue = Array.from({ length: size }, (_, i) => size - 1 - i);
    for (let round = 0; queue.length > 0; round++) {
        const waiting = new Set<number>();
        for (const v of queue) {
            for (const c of out[v] ?? []) {
                const next = (distance[v] ?? 0) + c.days;
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

/** A bound on how much later one moment is than another. */
interface Arc {
    readonly from: number;
    readonly to: number;
    readonly days: number;
    readonly because: Constraint;
}

function cycleFrom(vertex: number, by: readonly (Arc | undefined)[]): Constraint[] | undefined {
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
        cycle.push(c.because);
        if (c.from === v) {
            break;
        }
    }
    return cycle.reverse();
}
