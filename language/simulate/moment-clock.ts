import type { Machine, Station } from '../execution/machine.js';
import type { Length, Term, TimedWork } from '../execution/timed-work.js';
import { isFirm, leadingTerms } from '../execution/timed-work.js';
import type { Clock, When } from '../execution/timeline.js';
import { isVague, type Value } from '../model/values.js';
import { earliest, later, laterOf, REGISTRATION, type Clock as Calendar, type Moment } from './clock.js';
import type { Passed } from './situation.js';
import { parseDuration } from './duration.js';
import type { Visit } from './script.js';

/** What a moment is reckoned by. */
export interface Reckoning {
    readonly machine: Machine;
    readonly work: TimedWork;
    readonly calendar: Calendar;
    /** what the case says of the work that a move is about, and of each handover that it passes */
    readonly visit: Visit | undefined;
    readonly passed: readonly Passed[];
    /** the day before which nothing happens any more */
    readonly notBefore: number;
    /** told of what does not state how long it takes, or vaguely */
    readonly open: (name: string) => void;
    /** told of a term or duration that is surely overrun, and of the moment that it counts from */
    readonly late: (length: Length, from: Moment) => void;
    /** what is surely overrun where the moments by themselves leave that open: it bounds nothing */
    readonly overrun?: ReadonlySet<Length>;
}

/** A moment that something comes to. */
interface Reached {
    readonly point: Moment;
    readonly since: Moment;
    /** in days, how much later it is at least than that since which it goes on */
    readonly span: number;
}

/** What bounds a moment. */
interface Bound {
    readonly length: Length;
    readonly from: Moment;
    /** whether it is known that it counts from no later than the work began */
    readonly isEarlier: boolean;
    /** whether a way surely leads on then: work that is done was done by then, also where it was interrupted */
    readonly leads?: boolean;
    readonly limit: (from: Moment) => Moment | undefined;
}

const NO_MOST = Number.POSITIVE_INFINITY;

/** How long something takes by what the case says; undefined where that says nothing. */
export function saidBy(visit: Visit | undefined): Value | undefined {
    return visit?.event?.duration === undefined ? undefined : parseDuration(visit.event.duration);
}

/** When a term runs out that counts from a moment; undefined where it has no most in figures. */
export function limitOf(calendar: Calendar, term: Term, from: Moment): Moment | undefined {
    if (!isFirm(term) || term.most === undefined) {
        return undefined;
    }
    const { at, isOpen } = later(calendar, from, term.most);
    return isOpen ? undefined : at;
}

/** Arithmetic of the moments of one case: by what the case says, and else from the least to the most that the text says. */
export function momentClock({
    machine,
    work,
    calendar,
    visit,
    passed,
    notBefore,
    open,
    late,
    overrun,
}: Reckoning): Clock<Moment> {
    const after = (from: Moment, { quantity, vague }: Length): Moment =>
        vague && !isVague(quantity) ? { low: from.low, high: NO_MOST } : later(calendar, from, quantity).at;
    /** things happen in the order of time */
    const now = ({ low, high }: Moment): Moment => ({ low: Math.max(low, notBefore), high: Math.max(high, notBefore) });
    const saidAfter = (from: Moment, value: Value, name: string): Moment => {
        const { at, isOpen } = later(calendar, from, value);
        if (isOpen) {
            open(name);
        }
        return at;
    };
    /** false where it is asked when work would be done that does not come to it */
    let isTold = true;
    /** a moment that is not after a bound, nor before what comes first; what surely overruns a bound goes on by it */
    const before = ({ point, since, span }: Reached, bound: Bound): Moment => {
        const { length, from, isEarlier, leads = false, limit } = bound;
        const { resumed } = since;
        const soonest = resumed === undefined ? since.high : leads ? 0 : Math.max(since.high, resumed);
        const most = limit(from)?.high;
        // what counts from no later is over by so much after the earliest moment from which it counts
        const isTooLong = (isEarlier || from === since) && span > (limit(earliest(from))?.high ?? NO_MOST) - from.low;
        if (isTold && most !== undefined && (most < point.low || isTooLong)) {
            late(length, from);
        }
        return most === undefined || most < point.low || isTooLong || overrun?.has(length) === true
            ? point
            : { low: point.low, high: Math.min(point.high, Math.max(soonest, most)) };
    };
    const leading = (around: readonly number[]) => around.flatMap((at) => leadingTerms(machine, work, at));
    /** no later than the terms allow; of what counts from the begin of these it is known that it was before */
    const within = (
        reached: Reached,
        terms: readonly Term[],
        when: When<Moment>,
        around: readonly number[],
        own?: Moment,
    ): Moment =>
        terms.reduce((point, term) => {
            const from = when(term.from, own);
            const isEarlier =
                term.from.type === 'registration' || (term.from.type === 'begin' && around.includes(term.from.station));
            return from
                ? before(
                      { ...reached, point },
                      {
                          length: term,
                          from,
                          isEarlier,
                          leads: reached.since.resumed !== undefined && leading(around).includes(term),
                          limit: (since) => limitOf(calendar, term, since),
                      },
                  )
                : point;
        }, reached.point);
    /** no later than the phases around it allow */
    const inside = (reached: Reached, around: readonly number[], when: When<Moment>): Moment =>
        around.reduce((point, index) => {
            const { duration, terms = [] } = work.stations[index] ?? {};
            const from = when({ type: 'round', station: index });
            const bounded =
                duration && !duration.vague && from
                    ? before(
                          { ...reached, point },
                          { length: duration, from, isEarlier: true, limit: (since) => after(since, duration) },
                      )
                    : point;
            return within({ ...reached, point: bounded }, terms, when, around);
        }, reached.point);
    /** no later than its own terms and what is around it allow */
    const bounded = (reached: Reached, { index, around }: Station, when: When<Moment>): Moment => {
        const point = within(reached, work.stations[index]?.terms ?? [], when, around);
        return inside({ ...reached, point }, around.slice(1), when);
    };
    /** a case that comes later begins at once */
    const begun: Clock<Moment>['begun'] = ({ index, node }, arrival, when) => {
        const { starts = [], wait, pause } = work.stations[index] ?? {};
        const begin = starts.reduce((at, start) => {
            const from = when(start.from);
            return from ? laterOf(at, after(from, start)) : at;
        }, arrival);
        const between = pause !== undefined && when({ type: 'round', station: index }) ? pause : undefined;
        if (wait !== undefined || between !== undefined) {
            open(node.name);
        }
        return [wait, between].includes('not-stated') ? { low: begin.low, high: NO_MOST } : begin;
    };
    const done: Clock<Moment>['work'] = (station, arrival, when) => {
        const { index, node } = station;
        const begin = begun(station, arrival, when);
        const { duration, activities = [], gap } = work.stations[index] ?? {};
        const least = activities.filter((a) => !a.vague).map((a) => after(begin, a).low);
        const own = duration ? after(begin, duration) : { low: Math.max(begin.low, ...least), high: NO_MOST };
        const at = bounded({ point: now(own), since: begin, span: own.low - begin.low }, station, when);
        // of what begins nobody knows when, that is not told again
        if (gap !== undefined || (at.high === NO_MOST && begin.high !== NO_MOST)) {
            open(node.name);
        }
        return at;
    };
    /** when terms lead on at the latest: one that is over before a case comes there runs out then */
    const termsOver = ({ around }: Station, arrival: Moment, when: When<Moment>): number[] =>
        leading(around).flatMap((term) => {
            const from = when(term.from);
            const limit = from && limitOf(calendar, term, from);
            return limit ? [Math.max(arrival.high, limit.high)] : [];
        });
    const handOver = ({ handover, visit: of, confirmed, back }: Passed, from: Moment, when: When<Moment>): Moment => {
        const { name } = handover;
        const said = saidBy(of);
        const { terms = [], confirmation } = work.handovers.get(name) ?? {};
        if (said) {
            const over = laterOf(from, saidAfter(from, said, name));
            within({ point: over, since: from, span: over.low - from.low }, terms, when, [], from);
            return over;
        }
        const limitsOf = (those: readonly Term[]) =>
            those.flatMap((term) => {
                const since = when(term.from, from);
                return (since && limitOf(calendar, term, since)) ?? [];
            });
        const limits = limitsOf(terms);
        // where that very term runs out, nothing else does before
        const [over] = limitsOf(terms.filter((t) => t.at === back?.arrow.at));
        if (over) {
            return laterOf(from, over);
        }
        const answer = confirmation && !confirmation.vague ? [after(from, confirmation)] : [];
        const soonest = confirmation ? after({ low: from.low, high: from.low }, confirmation).high : from.low;
        const [first] = limits.length > 0 ? limits : answer;
        if (!first) {
            open(name);
            return { low: from.low, high: NO_MOST };
        }
        const term = (limits.length > 0 ? limits : answer).reduce((a, b) => (b.high < a.high ? b : a), first);
        if (confirmed) {
            // a term is the latest moment
            return { low: from.low, high: Math.max(from.high, term.high) };
        }
        // not confirmed: the whole of its term goes by, from when the work may be done at the soonest
        const outcomes = [term, ...answer.map(({ high }) => ({ low: soonest, high }))];
        return laterOf(from, {
            low: Math.min(...[...limits, ...outcomes].map((o) => o.low)),
            high: Math.max(...outcomes.map((o) => o.high)),
        });
    };
    const handedOver = (_: unknown, from: Moment, when: When<Moment>): Moment =>
        passed.reduce((at, p) => handOver(p, at, when), from);
    const latest = (moments: readonly Moment[]) => moments.reduce(laterOf, { low: 0, high: 0 });
    return {
        start: REGISTRATION,
        begun,
        work: (station, arrival, when) => {
            const said = saidBy(visit);
            if (!said) {
                return done(station, arrival, when);
            }
            const begin = begun(station, arrival, when);
            // what the case says holds, also where the text does not allow it
            const over = saidAfter(begin, said, station.node.name);
            const { duration } = work.stations[station.index] ?? {};
            const stated = duration && !duration.vague ? after(earliest(begin), duration).high : NO_MOST;
            if (duration && later(calendar, earliest(begin), said).at.low > stated) {
                late(duration, begin);
            }
            bounded({ point: now(over), since: begin, span: over.low - begin.low }, station, when);
            return now(over);
        },
        latest,
        close: ({ index, node, around }, begin, end, when, early) => {
            const { duration, terms = [] } = work.stations[index] ?? {};
            const over = (point: Moment, span = 0): Moment =>
                within({ point, since: begin ?? end, span }, terms, when, around);
            if (!begin || !duration) {
                return over(end);
            }
            const own = after(begin, duration);
            if (duration.vague) {
                if (!early) {
                    open(node.name);
                }
                return over(early ? end : laterOf(end, own));
            }
            const least = { low: own.low, high: own.low - begin.low + begin.high };
            const span = early ? 0 : own.low - begin.low;
            const point = before(
                { point: early ? end : laterOf(end, least), since: begin, span },
                { length: duration, from: begin, isEarlier: true, limit: (since) => after(since, duration) },
            );
            return over(point, span);
        },
        handedOver,
        notConfirmed: handedOver,
        expired: ({ index, node }, way, work_, when) => {
            // what was interrupted runs out when it goes on, at the soonest
            const since = latest(work_.map(({ time }) => laterOf(time, { low: 0, high: time.resumed ?? 0 })));
            const term = work.stations[index]?.terms.find((t) => t.at === way.arrow.at);
            const from = term && when(term.from);
            const at = from && limitOf(calendar, term, from);
            if (!at) {
                open(node.name);
                return now({ low: since.low, high: NO_MOST });
            }
            // what is broken off took longer than is stated
            for (const { token, time } of work_.filter((w) => w.token.stage === 'busy')) {
                const { duration } = work.stations[token.at] ?? {};
                const of = machine.stations[token.at];
                const begin = of && begun(of, time, when);
                if (!begin || !duration || duration.vague || saidBy(visit)) {
                    continue;
                }
                // what counts from the same moment begins when that does
                const last = from === begin ? earliest(begin) : { low: begin.high, high: begin.high };
                if (after(last, duration).high < at.low) {
                    late(duration, begin);
                }
            }
            return now(laterOf(since, at));
        },
        brokenIn: (broken, when) => {
            const said = saidBy(visit);
            const spoken = said && broken.find(({ token }) => nameAt(machine, token.at) === visit?.event?.step);
            if (said && spoken) {
                return now(saidAfter(spoken.time, said, nameAt(machine, spoken.token.at)));
            }
            // while all of it is going on
            const since = latest(broken.map((w) => w.time));
            isTold = false;
            const ends = broken.flatMap(({ token, time }) => {
                const station = machine.stations[token.at];
                return station && token.stage === 'busy'
                    ? [done(station, time, when).high, ...termsOver(station, time, when)]
                    : [];
            });
            isTold = true;
            return now({ low: since.low, high: ends.length > 0 ? Math.max(since.low, Math.min(...ends)) : since.high });
        },
        escalated: ({ index, node }, from) => {
            const { within: term } = work.stations[index] ?? {};
            if (term?.vague) {
                open(node.name);
            }
            return term ? { low: from.low, high: after(from, term).high } : from;
        },
        shifted: (time, interrupted, resumed, isBusy) => ({
            ...(isBusy && { resumed: resumed.high }),
            low: isBusy || time.low > interrupted.low ? time.low + resumed.low - interrupted.low : time.low,
            high:
                isBusy || time.high > interrupted.high ? shifted(time.high, resumed.high, interrupted.high) : time.high,
        }),
    };
}

/** A moment as much later as another has become. */
function shifted(old: number, now: number, then: number): number {
    return Number.isFinite(now) && Number.isFinite(then) ? old + now - then : NO_MOST;
}

function nameAt(machine: Machine, index: number): string {
    return machine.stations[index]?.node.name ?? '';
}
