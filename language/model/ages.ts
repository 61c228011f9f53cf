import { daysRange, exactFactor } from './units.js';
import { daysIn, type Quantity } from './values.js';

/**
 * A moment that lies in [earliest, latest], in days of which a month has a twelfth of a year. By the calendar it may be
 * from `least` to `most`, for months and years differ in length.
 */
export interface Moment {
    readonly type: 'moment';
    readonly earliest: number;
    readonly latest: number;
    readonly least: number;
    readonly most: number;
    /** in which it is stated; birth is in any */
    readonly unit?: string;
}

/** One end of an age range or of the extent of a phase: a moment, or an event such as `geboorte`. Birth is day 0. */
export type Edge = Moment | { readonly type: 'event'; readonly event: string };

/** From where and until where; an open end is undefined. */
export interface Stretch {
    readonly from?: Edge;
    readonly until?: Edge;
}

const BIRTH: Edge = { type: 'moment', earliest: 0, latest: 0, least: 0, most: 0 };

/**
 * Reads `vanaf 2 tot 6 jaar`, `van zwangerschap tot geboorte`, `0-19 jaar` as a stretch of time. `tot 6 jaar` ends on
 * the sixth birthday and `tot en met 6 jaar` on the seventh; `0-6 jaar` may mean either, so its end has two figures.
 *
 * @returns undefined where it is no stretch of time, or a vague one
 */
export function stretchOf(q: Quantity): Stretch | undefined {
    const { unit = 'jaar', lowUnit = unit } = q;
    const isTime = [unit, lowUnit].every((u) => daysIn(u) !== undefined);
    const isRange =
        q.high !== undefined || q.highEvent !== undefined || q.low !== undefined || q.lowEvent !== undefined;
    if (!isTime || !isRange || q.bound === 'about' || q.numeral !== undefined) {
        return undefined;
    }
    const bounded = q.bound === undefined || q.bound === 'exactly';
    const from = q.bound === 'at-least' || bounded ? edgeFrom(q, lowUnit) : undefined;
    const until = q.bound === 'at-most' || q.bound === 'less-than' || bounded ? edgeUntil(q, unit) : undefined;
    return { ...(from ? { from } : {}), ...(until ? { until } : {}) };
}

function edgeFrom(q: Quantity, unit: string): Edge | undefined {
    if (q.lowEvent !== undefined) {
        return eventEdge(q.lowEvent);
    }
    return q.low === undefined ? undefined : momentAt(q.low, q.low, unit);
}

function edgeUntil(q: Quantity, unit: string): Edge | undefined {
    if (q.highEvent !== undefined) {
        return eventEdge(q.highEvent);
    }
    if (q.high === undefined) {
        return undefined;
    }
    if (!q.highIncluded || q.bound === 'less-than') {
        return momentAt(q.high, q.high, unit);
    }
    const earliest = /\ben met\b|t\/m/.test(q.text) ? q.high + 1 : q.high;
    return momentAt(earliest, q.high + 1, unit);
}

function momentAt(earliest: number, latest: number, unit: string): Moment {
    const days = daysIn(unit) ?? 1;
    const [least] = daysRange(earliest, unit) ?? [earliest * days];
    const [, most] = daysRange(latest, unit) ?? [0, latest * days];
    return { type: 'moment', earliest: earliest * days, latest: latest * days, least, most, unit };
}

/** Whether an event is birth, from which ages count: `van geboorte tot 2 jaar` is 2 years. */
export function isBirth(event: string | undefined): boolean {
    return event?.toLowerCase() === 'geboorte';
}

function eventEdge(event: string): Edge {
    return isBirth(event) ? BIRTH : { type: 'event', event: event.toLowerCase() };
}

/**
 * Whether one stretch ends where the next begins: `gap` or `overlap` in days, or not to be compared. The days are not
 * exact where one is stated in weeks and the other in months.
 */
export type Joint =
    | { readonly outcome: 'joined' | 'incomparable' }
    | { readonly outcome: 'gap' | 'overlap'; readonly days: number; readonly isExact: boolean };

/** How one stretch and the next fit. An open end fits nothing: not to be compared. */
export function joint(first: Stretch | undefined, second: Stretch | undefined): Joint {
    const [until, from] = [first?.until, second?.from];
    if (!until || !from) {
        return { outcome: 'incomparable' };
    }
    if (until.type === 'event' || from.type === 'event') {
        const same = until.type === 'event' && from.type === 'event' && until.event === from.event;
        return { outcome: same ? 'joined' : 'incomparable' };
    }
    if (isAfter(from, until)) {
        return { outcome: 'gap', days: from.earliest - until.latest, isExact: sameMeasure(until, from) };
    }
    if (isAfter(until, from)) {
        // one within the other overlaps as long as the shorter lasts
        const ends = [until, second?.until].filter((e) => e?.type === 'moment');
        const begins = [first?.from, from].filter((e) => e?.type === 'moment');
        const days = Math.min(...ends.map((e) => e.earliest)) - Math.max(...begins.map((e) => e.latest));
        const isExact = [...ends, ...begins].every((e, _, all) => all.every((other) => sameMeasure(e, other)));
        return days > 0 ? { outcome: 'overlap', days, isExact } : { outcome: 'joined' };
    }
    return { outcome: 'joined' };
}

/** Whether the first stretch begins sooner than the second, and ends at the latest when that begins. */
export function isBefore(first: Stretch | undefined, second: Stretch | undefined): boolean {
    const [begin, until, from] = [first?.from, first?.until, second?.from];
    return (
        until?.type === 'moment' &&
        from?.type === 'moment' &&
        !isAfter(until, from) &&
        (begin?.type !== 'moment' || begin.earliest < from.earliest)
    );
}

/**
 * Whether a moment is later than another for sure. Weeks and months fit as well as they can: 52 weken is 1 jaar for who
 * counts in weeks, so what differs by less than the smaller of the units is one moment.
 */
function isAfter(later: Moment, earlier: Moment): boolean {
    if (sameMeasure(later, earlier)) {
        return later.earliest > earlier.latest;
    }
    const smaller = Math.min(...[later, earlier].map(({ unit = 'jaar' }) => daysIn(unit) ?? 0));
    return later.least - earlier.most >= smaller;
}

function sameMeasure(a: Moment, b: Moment): boolean {
    return a.unit === undefined || b.unit === undefined || exactFactor(a.unit, b.unit) !== undefined;
}
