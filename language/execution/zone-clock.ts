import type { Handover } from '../model/protocol.js';
import { isVague, type Value } from '../model/values.js';
import type { Bounds } from './bounds.js';
import { daysOf, type Days } from './days.js';
import { isInside, type Machine, type Station, type Way } from './machine.js';
import { isFirm, type Length, type Term, type TimedWork } from './timed-work.js';
import type { Clock, OpenWork, Since, When } from './timeline.js';

/**
 * How stated time is read:
 * - `certain`: only what holds whatever the calendar and whoever keeps to it: exact durations, and terms with `anders`,
 *   by which work is broken off
 * - `stated`: all that is stated, also vaguely, in the figures as people read them; terms are kept
 */
export type Reading = 'certain' | 'stated';

/** What moments are bounded by. */
export interface Ruler {
    readonly machine: Machine;
    readonly work: TimedWork;
    readonly reading: Reading;
    /**
     * of what is stated whether it is kept, of the bounds that need not be: terms without `anders`, the duration of a
     * phase, and what is vague; all of them where left out
     */
    readonly keeps?: (length: Length) => boolean;
    /** how long something takes by what a case says of it, by name */
    readonly said?: (name: string) => Value | undefined;
    /** whether a way may be taken still */
    readonly isOpen: (way: Way) => boolean;
    /** the moment before which nothing happens any more */
    readonly now: number;
}

/** The latest moment of something: so many days after another. */
interface Ceiling {
    readonly from: number;
    readonly days: number;
}

/** Arithmetic of moments of which only bounds on their differences are known. */
export interface ZoneClock extends Clock<number> {
    /**
     * what is open is over by then, or broken off
     *
     * @param over the station of which a term runs out: its work, and all that is open in it, takes longer than stated
     */
    readonly ceilings: (open: OpenWork<number>, when: When<number>, over?: number) => Ceiling[];
    /** when the term by which a way leads on runs out, where that is sure */
    readonly limitOf: (station: number, way: Way, when: When<number>) => Ceiling | undefined;
    /** the terms of work and of what is around it and how long that lasts, each with what it counts from; nothing vague */
    readonly limits: (
        station: Station,
        when: When<number>,
    ) => (Ceiling & { readonly length: Length; readonly since: Since })[];
    /** when open work begins or began, where that is known: it is not while it waits for what has not been yet */
    readonly beginOf: (open: OpenWork<number>, when: When<number>) => number | undefined;
    /** when work may be done, whatever its terms */
    readonly done: Clock<number>['work'];
}

/** The clock that writes what it knows of moments into bounds; the first moment there is registration. */
export function zoneClock(
    { machine, work, reading, keeps = () => true, said, isOpen, now }: Ruler,
    bounds: Bounds,
): ZoneClock {
    const isStated = reading === 'stated';
    const least = (days: Days) => (isStated ? days.low : certain(days).least);
    const most = (days: Days) => (isStated ? days.high : certain(days).most);
    const isKept = (length: Length) => isStated && keeps(length);
    const binds = (length: Length) => !length.vague || isKept(length);
    const later = (than: number, low: number, high = Number.POSITIVE_INFINITY): number => {
        const moment = bounds.add();
        bounds.limit(than, moment, -low);
        bounds.limit(moment, than, high);
        return moment;
    };
    /** the last of several moments, as far as bounds tell */
    const latest = (moments: readonly number[]): number => {
        const last = moments.find((m) => moments.every((other) => bounds.most(other, m) <= 0));
        if (last !== undefined) {
            return last;
        }
        const sizes = Array.from({ length: bounds.size }, (_, than) =>
            Math.max(...moments.map((m) => bounds.most(m, than))),
        );
        const moment = bounds.add();
        moments.forEach((m) => {
            bounds.limit(m, moment, 0);
        });
        sizes.forEach((days, than) => {
            bounds.limit(moment, than, days);
        });
        return moment;
    };
    const saidOf = (name: string): Extent | undefined => {
        const value = said?.(name);
        const days = value?.type === 'quantity' ? daysOf(value) : undefined;
        // of what is vague no least and no most is known
        return days && value?.type === 'quantity' && !isVague(value)
            ? { least: least(days), most: most(days) }
            : days && { least: 0, most: Number.POSITIVE_INFINITY };
    };
    const ends = (station: Station, term: Term) => station.expiries.some((w) => w.arrow.at === term.at && isOpen(w));
    /** the moments, of some, that may be later than so many days after another */
    const mayBePast = (days: number, from: number, moments: readonly number[]) =>
        moments.filter((m) => bounds.most(m, from) > days);
    /**
     * @param arrival when a case came to open work there: a term that is over by then runs out then, and one that ran out
     *   while the work was interrupted does when it goes on
     */
    const termsAt = (station: Station | undefined, when: When<number>, arrival?: number): Ceiling[] =>
        station === undefined
            ? []
            : (work.stations[station.index]?.terms ?? []).flatMap((term) => {
                  const from = when(term.from);
                  const isBound = isFirm(term) ? ends(station, term) || isKept(term) : term.vague && isKept(term);
                  if (from === undefined || !isBound) {
                      return [];
                  }
                  const days = most(term.limit);
                  const isLeading = arrival !== undefined && isFirm(term) && ends(station, term);
                  const past = isLeading ? mayBePast(days, from, [arrival, now]) : [];
                  return past.length > 0
                      ? [{ from: latest([...past, later(from, days, days)]), days: 0 }]
                      : [{ from, days }];
              });
    /** whether a round of the work is done in this visit */
    const isAgain = (station: number, when: When<number>) => when({ type: 'round', station }) !== undefined;
    /** what the begin of the work counts from: in the first round no other one */
    const startsNow = (index: number, when: When<number>) =>
        (work.stations[index]?.starts ?? []).filter(({ from }) => from.type !== 'round' || isAgain(index, when));
    /** a case that comes later begins at once */
    const beginAt: ZoneClock['begun'] = ({ index }, arrival, when) => {
        const { wait, pause } = work.stations[index] ?? {};
        const starts = startsNow(index, when);
        const firm = starts.filter(binds);
        const begins = firm.flatMap(({ from, days }) => {
            const since = when(from);
            return since === undefined ? [] : [later(since, least(days), most(days))];
        });
        const begin = begins.length > 0 ? latest([arrival, ...begins]) : arrival;
        const isOpen = wait === 'not-stated' || (pause === 'not-stated' && isAgain(index, when));
        return firm.length < starts.length || isOpen ? later(begin, 0) : begin;
    };
    /** one moment for each that a case comes to work, for whatever counts from its begin */
    const begins = new Map<string, number>();
    const begun: ZoneClock['begun'] = (station, arrival, when) => {
        const key = `${String(station.index)} ${String(arrival)}`;
        const begin = begins.get(key) ?? beginAt(station, arrival, when);
        begins.set(key, begin);
        return begin;
    };
    /** @param begin when the work began, where that is known; @param over see {@link ZoneClock.ceilings} */
    const ceilingsFrom = (
        { token }: OpenWork<number>,
        begin: number | undefined,
        when: When<number>,
        { over, arrival }: { readonly over?: number | undefined; readonly arrival?: number } = {},
    ): Ceiling[] => {
        const [own, ...around] = (machine.stations[token.at]?.around ?? []).flatMap((i) => machine.stations[i] ?? []);
        const { duration } = work.stations[token.at] ?? {};
        const isOverrun = (station: number) => over !== undefined && isInside(machine, station, over);
        const stated = duration && binds(duration) && !isOverrun(token.at) ? most(duration.days) : undefined;
        const days = saidOf(own?.node.name ?? '')?.most ?? stated;
        const lasts = around.flatMap((station): Ceiling[] => {
            const length = isOverrun(station.index) ? undefined : work.stations[station.index]?.duration;
            const from = when({ type: 'round', station: station.index });
            return length && isKept(length) && from !== undefined ? [{ from, days: most(length.days) }] : [];
        });
        return [
            ...(days !== undefined && begin !== undefined && token.stage === 'busy' ? [{ from: begin, days }] : []),
            ...termsAt(own, when, arrival),
            ...around.flatMap((station) => termsAt(station, when, arrival)),
            ...lasts,
        ];
    };
    /** of work that waits for what has not been yet, or that does not say for how long, it is not known when it begins */
    const beginOf: ZoneClock['beginOf'] = ({ token, time }, when) => {
        const { wait, pause } = work.stations[token.at] ?? {};
        const starts = startsNow(token.at, when);
        const station = machine.stations[token.at];
        const isOpen = wait !== undefined || (pause !== undefined && isAgain(token.at, when));
        const isKnown = station && !isOpen && starts.every((s) => binds(s) && when(s.from) !== undefined);
        return isKnown ? (starts.length > 0 ? begun(station, time, when) : time) : undefined;
    };
    const ceilings: ZoneClock['ceilings'] = (open, when, over) =>
        ceilingsFrom(open, beginOf(open, when), when, { over, arrival: open.time });
    const under = (moment: number, all: readonly Ceiling[]): number => {
        all.forEach(({ from, days }) => {
            bounds.limit(moment, from, days);
        });
        return moment;
    };
    const doneFrom = ({ index, node }: Station, begin: number): number => {
        const { duration, activities = [] } = work.stations[index] ?? {};
        const lengths = [...(duration ? [duration] : []), ...activities].filter(binds);
        return later(begin, saidOf(node.name)?.least ?? Math.max(0, ...lengths.map((l) => least(l.days))));
    };
    const handedOver = (handovers: readonly Handover[], from: number, when: When<number>): number =>
        handovers.reduce((since, { name }) => {
            const days = saidOf(name);
            if (days) {
                return later(since, days.least, days.most);
            }
            const { terms = [], confirmation } = work.handovers.get(name) ?? {};
            const limits = terms.filter(isKept).flatMap((t) => ceilingOf(when(t.from, since), most(t.limit)));
            const answer = confirmation && isKept(confirmation) ? [{ from: since, days: most(confirmation.days) }] : [];
            return under(later(since, 0), limits.length > 0 ? limits : answer);
        }, from);
    return {
        start: 0,
        ceilings,
        begun,
        beginOf,
        limitOf: (station, way, when) => {
            const term = work.stations[station]?.terms.find((t) => t.at === way.arrow.at);
            const from = term && isFirm(term) ? when(term.from) : undefined;
            return term && from !== undefined ? { from, days: most(term.limit) } : undefined;
        },
        limits: ({ around }, when) =>
            around.flatMap((at, i) => {
                const { duration, terms = [] } = work.stations[at] ?? {};
                const begin = { type: 'round', station: at } as const;
                const lasts = i > 0 && duration && !duration.vague ? [duration] : [];
                return [
                    ...lasts.map((length) => ({ length, since: begin, days: length.days })),
                    ...terms.filter(isFirm).map((term) => ({ length: term, since: term.from, days: term.limit })),
                ].flatMap(({ length, since, days }) => {
                    const from = when(since);
                    return from === undefined ? [] : [{ length, since, from, days: most(days) }];
                });
            }),
        done: (station, arrival, when) => doneFrom(station, begun(station, arrival, when)),
        work: (station, arrival, when) => {
            const begin = begun(station, arrival, when);
            return under(
                doneFrom(station, begin),
                ceilingsFrom({ token: { at: station.index, stage: 'busy', again: 0 }, time: begin }, begin, when),
            );
        },
        latest,
        close: (station, begin, end, when, early) => {
            const { duration } = work.stations[station.index] ?? {};
            if (begin === undefined) {
                return end;
            }
            const lasts = duration && isKept(duration) ? [{ from: begin, days: most(duration.days) }] : [];
            if (early || !duration || !binds(duration)) {
                return under(end, [...termsAt(station, when), ...lasts]);
            }
            const own = later(begin, least(duration.days), isStated ? least(duration.days) : most(duration.days));
            return under(latest([end, own]), [...termsAt(station, when), ...lasts]);
        },
        handedOver,
        notConfirmed: (handovers, from) => {
            const [only, ...others] = handovers.map((h) => work.handovers.get(h.name));
            const answer = others.length === 0 && only?.terms.length === 0 ? only.confirmation : undefined;
            return answer && !answer.vague
                ? later(from, isStated ? answer.days.high : answer.days.highest.days.least)
                : later(from, 0);
        },
        expired: (station, way, open, when) => {
            const since = latest(open.map((w) => w.time));
            const term = work.stations[station.index]?.terms.find((t) => t.at === way.arrow.at);
            const from = term && isFirm(term) ? when(term.from) : undefined;
            if (!term || from === undefined) {
                return later(since, 0);
            }
            const past = mayBePast(most(term.limit), from, [now]);
            return latest([since, ...past, later(from, least(term.limit), most(term.limit))]);
        },
        brokenIn: (open) => later(latest(open.map((w) => w.time)), 0),
        escalated: ({ index }, from) => {
            const { within } = work.stations[index] ?? {};
            return within ? later(from, 0, binds(within) ? most(within.days) : Number.POSITIVE_INFINITY) : from;
        },
        shifted: (time, interrupted, resumed, isBusy) => {
            if (!isBusy && bounds.most(time, interrupted) <= 0) {
                return time;
            }
            const moment = bounds.add();
            bounds.limit(moment, time, bounds.most(resumed, interrupted));
            bounds.limit(time, moment, isBusy ? bounds.most(interrupted, resumed) : 0);
            if (isBusy) {
                bounds.limit(moment, resumed, bounds.most(time, interrupted));
                bounds.limit(resumed, moment, bounds.most(interrupted, time));
            }
            return moment;
        },
    };
}

interface Extent {
    readonly least: number;
    readonly most: number;
}

const extents = new WeakMap<Days, Extent>();

/** The calendar days in a length, whatever the calendar; looking through it takes time, so that is done once. */
function certain(days: Days): Extent {
    const extent = extents.get(days) ?? { least: days.lowest.days.least, most: days.highest.days.most };
    extents.set(days, extent);
    return extent;
}

function ceilingOf(from: number | undefined, days: number): Ceiling[] {
    return from === undefined ? [] : [{ from, days }];
}
