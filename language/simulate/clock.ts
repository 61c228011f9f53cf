import { daysOff, isoDay, isWeekend } from '../execution/calendar.js';
import { spanOf } from '../execution/span.js';
import { exactFactor } from '../model/units.js';
import { daysIn, isWorkingDays, type Value } from '../model/values.js';

/**
 * When something happens, in days since `aanmelding`: not before `low` and not after `high`, which is infinite where
 * the text gives no most.
 */
export interface Moment {
    readonly low: number;
    readonly high: number;
    /** of work that went on after an interruption, as if it began so much later: when it did at the latest */
    readonly resumed?: number;
}

export const REGISTRATION: Moment = { low: 0, high: 0 };

/** Counts days as people do. */
export interface Clock {
    /** undefined where the case does not say on which date it begins */
    readonly start: string | undefined;
    /** days since `aanmelding`, an amount of time after a moment; undefined where the unit is no time */
    readonly add: (days: number, amount: number, unit: string) => number | undefined;
    /** the date of a moment, ISO 8601; undefined without a start */
    readonly dateOf: (days: number) => string | undefined;
}

const DAY = 86_400_000;
const MONDAY = Date.UTC(2024, 0, 1);

/**
 * A clock for a case. Working days are Monday to Friday, without the days that the Dutch Algemene termijnenwet (article
 * 3) takes for public holidays and without the given ones. Without a start the case begins on a Monday, a month has the
 * mean length, and no day is a holiday.
 *
 * @param start ISO date; @param holidays further days off, ISO dates
 */
export function clockFrom(start: string | undefined, holidays: readonly string[] = []): Clock {
    const zero = start === undefined ? MONDAY : Date.parse(`${start}T00:00:00Z`);
    const off = daysOff(holidays);
    const isOff = (day: Date): boolean => isWeekend(day) || (start !== undefined && off.has(isoDay(day)));
    const workingDays = (from: number, amount: number): number => {
        let day = Math.floor(from);
        for (let left = Math.ceil(amount); left > 0;) {
            const date = new Date(zero + ++day * DAY);
            left -= isOff(date) ? 0 : 1;
        }
        return day + (from - Math.floor(from));
    };
    return {
        start,
        add: (from, amount, unit) => {
            const length = daysIn(unit);
            const months = exactFactor(unit, 'maand');
            if (!Number.isFinite(from) || !Number.isFinite(amount)) {
                return length === undefined && !isWorkingDays(unit) ? undefined : Number.POSITIVE_INFINITY;
            }
            if (isWorkingDays(unit)) {
                return workingDays(from, amount);
            }
            if (start !== undefined && months !== undefined && Number.isInteger(amount * months)) {
                const whole = Math.floor(from);
                return (monthsLater(zero + whole * DAY, amount * months) - zero) / DAY + (from - whole);
            }
            return length === undefined ? undefined : from + amount * length;
        },
        dateOf: (days) =>
            start === undefined || !Number.isFinite(days) ? undefined : isoDay(new Date(zero + Math.floor(days) * DAY)),
    };
}

/** An amount of time after a moment; `isOpen` where the text is silent, vague or leaves it open. */
export function later(clock: Clock, from: Moment, value: Value | undefined): { at: Moment; isOpen: boolean } {
    const span = value?.type === 'quantity' && value.per === undefined ? spanOf(value) : undefined;
    const low = span && clock.add(from.low, span.low, span.lowUnit);
    const high = span && clock.add(from.high, span.high, span.unit);
    if (!span || low === undefined || high === undefined) {
        return { at: { low: from.low, high: Number.POSITIVE_INFINITY }, isOpen: true };
    }
    return { at: { low, high }, isOpen: span.isVague };
}

/** The later of two moments: when both are there. */
export function laterOf(a: Moment, b: Moment): Moment {
    return { low: Math.max(a.low, b.low), high: Math.max(a.high, b.high) };
}

/** A moment at its earliest. */
export function earliest({ low }: Moment): Moment {
    return { low, high: low };
}

function monthsLater(time: number, months: number): number {
    const from = new Date(time);
    const first = Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1);
    const last = new Date(first);
    const length = new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth() + 1, 0)).getUTCDate();
    return first + (Math.min(from.getUTCDate(), length) - 1) * DAY;
}
