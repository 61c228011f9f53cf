import { PUBLIC_HOLIDAYS, type DaysOff } from './calendar.js';
import { daysIn, interval, isWorkingDays, type Quantity } from '../model/values.js';

/**
 * A length of time in calendar days. `low` and `high` are the figures as people read them: a month is a twelfth of a
 * year, working days are Monday to Friday. `least` and `most` also hold for public holidays and for the shortest and
 * longest months, so what is outside them is impossible.
 */
export interface Days {
    readonly low: number;
    readonly high: number;
    readonly least: number;
    readonly most: number;
    /** `high` with as few weekends in it as can be: what is sure to be reached */
    readonly early: number;
    /** `high` with public holidays in it */
    readonly late: number;
    /** how many working days `high` holds at most */
    readonly working: number;
}

/** The length in calendar days of what a quantity says; undefined where it is no time. */
export function daysOf(quantity: Quantity, off: DaysOff = PUBLIC_HOLIDAYS): Days | undefined {
    const lowUnit = quantity.numeral === 'none' ? 'dagen' : (quantity.lowUnit ?? quantity.unit);
    const highUnit = quantity.numeral === 'none' ? 'dagen' : quantity.unit;
    const hasFigure = (quantity.low ?? quantity.high) !== undefined || quantity.numeral === 'none';
    if (lowUnit === undefined || highUnit === undefined || !hasFigure) {
        return undefined;
    }
    const { low, high } = interval(quantity);
    const from = lengthOf(low, lowUnit, off);
    const to = lengthOf(high, highUnit, off);
    return from && to && { ...to, low: from.low, least: from.least };
}

function lengthOf(count: number, unit: string, off: DaysOff): Days | undefined {
    if (isWorkingDays(unit)) {
        return workingDays(count, off);
    }
    const one = daysIn(unit);
    if (one === undefined) {
        return undefined;
    }
    const days = count * one;
    if (!/^(maand|kwarta|ja)/.test(unit) || count === 0 || !Number.isFinite(count)) {
        return exactly(days);
    }
    // so many months in a row are never further from the mean: a month has 28 to 31 days, two have 59 to 62
    return { ...exactly(days), least: days - SHORTER, most: days + LONGER };
}

/** A number of calendar days. */
export function exactly(days: number): Days {
    const rest = Number.isFinite(days) ? Math.min(WEEK, days % 7) : days;
    const working = Number.isFinite(days) ? WEEK * Math.floor(days / 7) + rest : days;
    return { low: days, high: days, least: days, most: days, early: days, late: days, working };
}

/** How many days a number of months in a row may be shorter or longer than the mean. */
const SHORTER = 3;
const LONGER = 2;

/**
 * How many calendar days so many working days take, from the day after the one from which is counted. In a week at
 * least: begun on a Sunday, five working days end on Friday, and a sixth has another weekend before it. At most: begun
 * on a Friday, each five started have a weekend before them. A public holiday makes it longer, never shorter; so do the
 * further days off.
 */
export function workingDays(count: number, off: DaysOff = PUBLIC_HOLIDAYS): Days {
    if (!Number.isFinite(count) || count <= 0) {
        return exactly(count > 0 ? count : 0);
    }
    const low = count + 2 * (Math.ceil(count / WEEK) - 1);
    const high = count + 2 * Math.ceil(count / WEEK);
    const late = longest(count, off);
    return { low, high, least: low, most: late, early: low, late, working: count };
}

/** Working days in a week. */
const WEEK = 5;

/**
 * Calendar days that always hold so many working days. The Algemene termijnenwet (article 3) and Good Friday give at
 * most nine public holidays from Monday to Friday in a year, and at most three in any ten days in a row; further days off
 * come on top.
 */
function longest(count: number, off: DaysOff): number {
    let days = Math.floor(count);
    while (fewestIn(days) - off.mostFurtherIn(days) < count) {
        days++;
    }
    return days;
}

function fewestIn(days: number): number {
    const weekdays = WEEK * Math.floor(days / 7) + Math.max(0, (days % 7) - 2);
    return weekdays - Math.min(3 * Math.ceil(days / 10), 9 * (1 + Math.ceil(days / 365)));
}
