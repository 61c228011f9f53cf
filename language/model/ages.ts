import { daysIn, type Quantity } from './values.js';

/**
 * One end of an age range or of the extent of a phase: a moment that lies in [earliest, latest], in days, or an event
 * such as `geboorte`. Birth is day 0.
 */
export type Edge =
    | { readonly type: 'moment'; readonly earliest: number; readonly latest: number }
    | { readonly type: 'event'; readonly event: string };

/** From where and until where; an open end is undefined. */
export interface Stretch {
    readonly from?: Edge;
    readonly until?: Edge;
}

const BIRTH: Edge = { type: 'moment', earliest: 0, latest: 0 };

/**
 * Reads `vanaf 2 tot 6 jaar`, `van zwangerschap tot geboorte`, `0-19 jaar` as a stretch of time. `tot 6 jaar` ends on
 * the sixth birthday and `tot en met 6 jaar` on the seventh; `0-6 jaar` may mean either, so its end has two figures.
 *
 * @returns undefined where it is no stretch of time, or a vague one
 */
export function stretchOf(q: Quantity): Stretch | undefined {
    const days = daysIn(q.unit ?? 'jaar');
    const lowDays = daysIn(q.lowUnit ?? q.unit ?? 'jaar');
    const isRange =
        q.high !== undefined || q.highEvent !== undefined || q.low !== undefined || q.lowEvent !== undefined;
    if (days === undefined || lowDays === undefined || !isRange || q.bound === 'about' || q.numeral !== undefined) {
        return undefined;
    }
    const bounded = q.bound === undefined || q.bound === 'exactly';
    const from = q.bound === 'at-least' || bounded ? edgeFrom(q, lowDays) : undefined;
    const until = q.bound === 'at-most' || q.bound === 'less-than' || bounded ? edgeUntil(q, days) : undefined;
    return { ...(from ? { from } : {}), ...(until ? { until } : {}) };
}

function edgeFrom(q: Quantity, days: number): Edge | undefined {
    if (q.lowEvent !== undefined) {
        return eventEdge(q.lowEvent);
    }
    return q.low === undefined ? undefined : { type: 'moment', earliest: q.low * days, latest: q.low * days };
}

function edgeUntil(q: Quantity, days: number): Edge | undefined {
    if (q.highEvent !== undefined) {
        return eventEdge(q.highEvent);
    }
    if (q.high === undefined) {
        return undefined;
    }
    const exclusive = q.high * days;
    const inclusive = (q.high + 1) * days;
    if (!q.highIncluded || q.bound === 'less-than') {
        return { type: 'moment', earliest: exclusive, latest: exclusive };
    }
    const earliest = /\ben met\b|t\/m/.test(q.text) ? inclusive : exclusive;
    return { type: 'moment', earliest, latest: inclusive };
}

/** Whether an event is birth, from which ages count: `van geboorte tot 2 jaar` is 2 years. */
export function isBirth(event: string | undefined): boolean {
    return event?.toLowerCase() === 'geboorte';
}

function eventEdge(event: string): Edge {
    return isBirth(event) ? BIRTH : { type: 'event', event: event.toLowerCase() };
}

/** Whether one stretch ends where the next begins: `gap` or `overlap` in days, or not to be compared. */
export type Joint =
    { readonly outcome: 'joined' | 'incomparable' } | { readonly outcome: 'gap' | 'overlap'; readonly days: number };

/** How the end of one stretch and the beginning of the next fit. An open end fits nothing: not to be compared. */
export function joint(until: Edge | undefined, from: Edge | undefined): Joint {
    if (!until || !from) {
        return { outcome: 'incomparable' };
    }
    if (until.type === 'event' || from.type === 'event') {
        const same = until.type === 'event' && from.type === 'event' && until.event === from.event;
        return { outcome: same ? 'joined' : 'incomparable' };
    }
    if (from.earliest > until.latest) {
        return { outcome: 'gap', days: from.earliest - until.latest };
    }
    if (from.latest < until.earliest) {
        return { outcome: 'overlap', days: until.earliest - from.latest };
    }
    return { outcome: 'joined' };
}
