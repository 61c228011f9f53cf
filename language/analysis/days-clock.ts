import type { Station } from '../execution/machine.js';
import type { Handover, Place } from '../model/protocol.js';
import { A_LITTLE, type Days, type Measure } from '../execution/days.js';
import { isFirm, leadingTerms, type Length, type Term, type TimedWork } from '../execution/timed-work.js';
import type { Clock, Timeline, When } from '../execution/timeline.js';

/** A stretch of time on a critical path. */
export interface Stretch {
    /** the step, escalation, phase, group or handover that takes it */
    readonly name: string;
    readonly at: Place;
    readonly days: number;
    /** the day on which it is over, from the beginning of the case */
    readonly until: number;
}

/** A moment, with what it took to come there. */
export interface Point {
    readonly day: number;
    /** of a greatest moment, the day on which it is at the soonest: how much of the time before it cannot be less */
    readonly soonest: number;
    readonly last: Link | undefined;
    /** of open work that was interrupted the moment at which it went on: a term that is over by then runs out then */
    readonly resumed?: Point | undefined;
}

export interface Link extends Stretch {
    readonly before: Link | undefined;
}

/**
 * Which figure of a length of time counts: as people read it, or what holds whatever the calendar, in one measure.
 * - `least`: of the least so much is sure
 * - `early`: of the most so much is sure
 * - `late`: the most is sure to be no more
 */
export type Figure = 'low' | 'high' | `${'least' | 'early' | 'late'} ${Measure}`;

/** Whether a figure is one of the least of a length. */
export function isOfLeast(figure: Figure): boolean {
    return figure === 'low' || figure.startsWith('least');
}

/** What a length comes to in a figure: of a figure of the most its most. */
export function figureOf(days: Days, figure: Figure): number {
    return isOfLeast(figure) ? leastOf(days, figure) : mostOf(days, figure);
}

function leastOf(days: Days, figure: Figure): number {
    const [kind, measure] = split(figure);
    if (!measure) {
        return days.low;
    }
    const size = days.lowest[measure];
    return (kind === 'late' ? size.reach : size.least) + (days.isMore ? A_LITTLE : 0);
}

function mostOf(days: Days, figure: Figure): number {
    const [kind, measure] = split(figure);
    if (!measure) {
        return days.high;
    }
    const size = days.highest[measure];
    return (kind === 'late' ? size.reach : size.least) - (days.isLess ? A_LITTLE : 0);
}

function split(figure: Figure): [kind: string, measure?: Measure] {
    return figure.split(' ') as [string, Measure?];
}

/**
 * Arithmetic of least or greatest moments, each with the critical path to it.
 *
 * @param unknown told of what has no most, since its terms count from what has not been
 */
export function daysClock(
    { work, machine }: Timeline,
    { figure, cyclic }: { figure: Figure; cyclic: boolean },
    unknown: (name: string) => void,
): Clock<Point> {
    const isLeast = isOfLeast(figure);
    const of = (days: Days) => figureOf(days, figure);
    const later = (a: Point, b: Point): Point => ({
        ...(b.day > a.day ? b : a),
        soonest: Math.max(a.soonest, b.soonest),
        resumed: laterResumed(a, b),
    });
    const latest = (points: readonly Point[]) => points.reduce((a, b) => later(a, b));
    /** @param least how much of these days it takes at the soonest */
    const after = (point: Point, days: number, name: string, at: Place, least = 0): Point => {
        const day = point.day + days;
        const soonest = point.soonest + least;
        return days > 0
            ? { day, soonest, last: { name, at, days, until: day, before: point.last } }
            : { ...point, soonest };
    };
    /**
     * No later than the terms allow: what comes before is then no longer than leaves room for it. Where there is none for
     * certain, the work goes on.
     *
     * @param going the work that lasts from `since` until then, where it has begun by that
     */
    const within = (
        point: Point,
        since: Point,
        terms: readonly Term[],
        when: When<Point>,
        own?: Point,
        going?: string,
    ): Point =>
        isLeast
            ? point
            : terms.reduce((earliest, term) => {
                  const from = term.vague ? undefined : when(term.from, own);
                  // where people may break in for ever, no term helps
                  const room = Number.isFinite(since.day) ? point.soonest - (from?.soonest ?? 0) : since.day;
                  const limit = of(term.limit);
                  const day = from && from.day + Math.max(limit, room || 0);
                  // what surely misses its term goes on
                  return from && day !== undefined && day < earliest.day && !(room > limit)
                      ? { ...until(from.day >= since.day ? from : since, day, term, going), soonest: point.soonest }
                      : earliest;
              }, point);
    const until = (from: Point, day: number, { of, at }: Length, going?: string): Point => {
        if (day <= from.day) {
            return { ...from, day };
        }
        const { last } = from;
        // how long work takes at least is no stretch of its own
        const [name, since, before] =
            last && last.name === going && last.until === from.day
                ? [going, from.day - last.days, last.before]
                : [of, from.day, last];
        return { ...from, day, last: { name, at, days: day - since, until: day, before } };
    };
    /** in a loop without bound, what takes time may take for ever */
    const length = (days: number) => (cyclic && !isLeast && days > 0 ? Number.POSITIVE_INFINITY : days);
    /** what has no most takes as long as its terms allow; where none counts here it is not known */
    const atMost = (terms: readonly Term[], name: string, least: number, when: When<Point>, own?: Point): number => {
        const firm = terms.filter((t) => isFirm(t));
        if (firm.some((t) => when(t.from, own))) {
            return Number.POSITIVE_INFINITY;
        }
        if (firm.length > 0) {
            unknown(name);
        }
        return least;
    };
    const daysAt = ({ index, node }: Station, when: When<Point>): number => {
        const timed = work.stations[index];
        const days = timed?.duration?.days;
        if (days && (isLeast || Number.isFinite(of(days)))) {
            return of(days);
        }
        const firm = timed?.activities.filter((a) => !a.vague) ?? [];
        const least = days ? leastOf(days, figure) : Math.max(0, ...firm.map((a) => leastOf(a.days, figure)));
        return isLeast
            ? least
            : timed?.covered === true
              ? Number.POSITIVE_INFINITY
              : atMost(timed?.terms ?? [], node.name, least, when);
    };
    /** no later than a phase around it lasts; one of which that is vague bounds only what has no other bound */
    const inside = (point: Point, { index, node }: Station, begin: Point | undefined): Point => {
        const duration = work.stations[index]?.duration;
        if (isLeast || !begin || !duration || (duration.vague && Number.isFinite(point.day))) {
            return point;
        }
        const most = after(begin, of(duration.days), node.name, duration.at);
        const isOverrun = point.soonest - begin.soonest > of(duration.days);
        // what surely takes longer goes on; work that the phase cuts short is not on the path: the phase is
        return point.day <= most.day || isOverrun ? point : { ...most, soonest: point.soonest };
    };
    /** how long work takes for certain */
    const leastAt = ({ index }: Station): number => {
        const { duration, activities = [] } = work.stations[index] ?? {};
        const firm = [...(duration ? [duration] : []), ...activities].filter((l) => !l.vague);
        return Math.max(0, ...firm.map((l) => leastOf(l.days, figure)));
    };
    /** a case that comes later begins at once */
    const begun: Clock<Point>['begun'] = ({ index, node }, arrival, when) =>
        (work.stations[index]?.starts ?? []).reduce((at, start) => {
            const from = when(start.from);
            const stated = Number.isFinite(of(start.days)) ? of(start.days) : leastOf(start.days, figure);
            const days = start.from.type === 'round' ? length(stated) : stated;
            const soonest = start.vague ? 0 : leastOf(start.days, figure);
            return from && !(isLeast && start.vague) ? later(at, after(from, days, node.name, start.at, soonest)) : at;
        }, arrival);
    const done = (station: Station, arrival: Point, when: When<Point>): Point => {
        const begin = begun(station, arrival, when);
        const days = daysAt(station, when);
        const point = after(begin, length(days), station.node.name, placeOf(work, station), leastAt(station));
        // a term makes no work shorter than it is: what is not done by then goes on
        const own = work.stations[station.index]?.duration;
        const least = own && !own.vague ? after(begin, leastOf(own.days, figure), station.node.name, own.at) : begin;
        const going = least.day > begin.day ? station.node.name : undefined;
        return station.around.slice(1).reduce(
            (p, index) => {
                const container = machine.stations[index];
                const of = when({ type: 'round', station: index });
                return container
                    ? within(inside(p, container, of), least, work.stations[index]?.terms ?? [], when, undefined, going)
                    : p;
            },
            within(point, least, work.stations[station.index]?.terms ?? [], when, undefined, going),
        );
    };
    /** a term is the latest moment, confirmation included; without one the term of the confirmation is */
    const handedOver = (handovers: readonly Handover[], from: Point, when: When<Point>): Point =>
        handovers.reduce((point, h) => {
            const timed = work.handovers.get(h.name);
            if (isLeast || !timed) {
                return point;
            }
            const { terms, confirmation } = timed;
            if (confirmation && !terms.some((t) => isFirm(t) && when(t.from, from))) {
                return after(point, length(of(confirmation.days)), h.name, confirmation.at);
            }
            const over = within(
                after(point, atMost(terms, h.name, 0, when, from), h.name, h.nameAt),
                point,
                terms,
                when,
                from,
            );
            return after(over, length(over.day - point.day) - (over.day - point.day), h.name, h.nameAt);
        }, from);
    /** no later than when a term leads on: one that is over before a case comes there runs out then */
    const beforeTerms = ({ around }: Station, arrival: Point, point: Point, when: When<Point>): Point =>
        around
            .flatMap((at) => leadingTerms(machine, work, at))
            .reduce((earliest, term) => {
                const from = isFirm(term) ? when(term.from) : undefined;
                const over = from && until(from, from.day + of(term.limit), term);
                const last = over && latest([over, arrival, ...(arrival.resumed ? [arrival.resumed] : [])]);
                return last && last.day < earliest.day ? { ...last, soonest: arrival.soonest } : earliest;
            }, point);
    const confirmedBy = (handovers: readonly Handover[], from: Point): Point[] =>
        handovers.flatMap((h) => {
            const { confirmation } = work.handovers.get(h.name) ?? {};
            return confirmation ? [after(from, length(of(confirmation.days)), h.name, confirmation.at)] : [];
        });
    return {
        start: { day: 0, soonest: 0, last: undefined },
        begun,
        work: done,
        latest,
        close: (station, begin, end, when, early) => {
            const timed = work.stations[station.index];
            const { duration } = timed ?? {};
            if (!begin || !duration) {
                return within(end, begin ?? end, timed?.terms ?? [], when);
            }
            const days = leastOf(duration.days, figure);
            const least = after(begin, days, station.node.name, duration.at, duration.vague ? 0 : days);
            const point = inside(early ? end : later(end, least), station, begin);
            return within(point, begin, timed?.terms ?? [], when);
        },
        handedOver,
        notConfirmed: (handovers, from, when) => {
            if (!isLeast) {
                return latest([handedOver(handovers, from, when), ...confirmedBy(handovers, from)]);
            }
            // the first of what can run out
            const terms = handovers.flatMap((h) =>
                (work.handovers.get(h.name)?.terms ?? []).flatMap((t) => {
                    const since = when(t.from, from);
                    const day = since && Math.max(from.day, since.day + of(t.limit));
                    return day === undefined ? [] : [after(from, day - from.day, h.name, h.nameAt)];
                }),
            );
            const [first = from, ...others] = [...terms, ...confirmedBy(handovers, from)];
            return others.reduce((a, b) => (b.day < a.day ? b : a), first);
        },
        expired: (station, way, open, when) => {
            const since = open.map((w) => w.time);
            const last = isLeast ? since.reduce((a, b) => (b.day < a.day ? b : a)) : latest(since);
            const term = work.stations[station.index]?.terms.find((t) => t.at === way.arrow.at);
            const from = term && when(term.from);
            if (!from) {
                return last;
            }
            const over = { ...until(from, from.day + of(term.limit), term), soonest: from.soonest + of(term.limit) };
            const resumed = open.flatMap((w) => w.time.resumed ?? []);
            return latest([over, last, ...resumed]);
        },
        brokenIn: (open, when) => {
            const moments = open.map(({ token, time }) => {
                const station = machine.stations[token.at];
                return isLeast || !station || token.stage !== 'busy'
                    ? time
                    : beforeTerms(station, time, done(station, time, when), when);
            });
            return isLeast ? moments.reduce((a, b) => (b.day < a.day ? b : a)) : latest(moments);
        },
        escalated: (station, from) => {
            const timed = work.stations[station.index]?.within;
            return isLeast || !timed ? from : after(from, length(of(timed.days)), station.node.name, timed.at);
        },
        shifted: (time, interrupted, resumed, isBusy) => ({
            ...(isBusy || time.day > interrupted.day
                ? {
                      day: time.day + added(interrupted, resumed),
                      soonest: time.soonest + Math.max(0, resumed.soonest - interrupted.soonest || 0),
                      last: resumed.last,
                  }
                : time),
            resumed: { ...resumed, resumed: undefined },
        }),
    };
}

/** The later one of when two pieces of work went on. */
export function laterResumed({ resumed: a }: Point, { resumed: b }: Point): Point | undefined {
    return a && b ? (b.day > a.day ? b : a) : (a ?? b);
}

/** How many days an interruption took; both may be without bound, where it comes again and again. */
function added(interrupted: Point, resumed: Point): number {
    const days = resumed.day - interrupted.day;
    if (Number.isNaN(days)) {
        return resumed.last === interrupted.last ? 0 : Number.POSITIVE_INFINITY;
    }
    // what goes on within a term may have a bound where what it broke into has none
    return Math.max(0, days);
}

function placeOf(work: TimedWork, station: Station): Place {
    return work.stations[station.index]?.duration?.at ?? station.node.nameAt;
}
