import { PUBLIC_HOLIDAYS, type DaysOff } from './calendar.js';
import { fewestIn, latest, monthsFor, monthsIn, mostIn, soonest, working } from './spans.js';
import { daysRange, exactFactor, type Range } from '../model/units.js';
import { daysIn, interval, isWorkingDays, type Quantity } from '../model/values.js';

/** In what a length of time can be reckoned. Nothing is lost only in the one in which it is stated. */
export type Measure = 'days' | 'working' | 'months';

export const MEASURES: readonly Measure[] = ['days', 'working', 'months'];

/** A length of time in one measure, whatever the weekdays, public holidays and months. */
export interface Size {
    /** so much is sure to be over when it is over */
    readonly least: number;
    /** it holds no more than this */
    readonly most: number;
    /** what is sure to be as long */
    readonly reach: number;
    /** `least` and `most` where it counts from a working day */
    readonly leastFromWork: number;
    readonly mostFromWork: number;
}

export type Sizes = Readonly<Record<Measure, Size>>;

/** A length of time, from a least to a most. */
export interface Days {
    /**
     * calendar days as people read them: a month is a twelfth of a year, working days are Monday to Friday without holidays,
     * with as few weekends for the least and as many for the most as there may be
     */
    readonly low: number;
    readonly high: number;
    /** exactly: the least, the most */
    readonly lowest: Sizes;
    readonly highest: Sizes;
    /** whether it is more than that, less than that; what lasts `tot 2 weken` may last two weeks */
    readonly isMore: boolean;
    readonly isLess: boolean;
    /** the figures of a vague length by themselves: 2 weken of `ruim 2 weken` and of `bijna 2 weken` */
    readonly figures: { readonly low: Sizes; readonly high: Sizes };
}

/** Lengths that are more or less than a bound are so by this. */
export const A_LITTLE = 1e-6;

/** The length of what a quantity says; undefined where it is no time. */
export function daysOf(quantity: Quantity, off: DaysOff = PUBLIC_HOLIDAYS): Days | undefined {
    const lowUnit = quantity.numeral === 'none' ? 'dagen' : (quantity.lowUnit ?? quantity.unit);
    const highUnit = quantity.numeral === 'none' ? 'dagen' : quantity.unit;
    const hasFigure = (quantity.low ?? quantity.high) !== undefined || quantity.numeral === 'none';
    if (lowUnit === undefined || highUnit === undefined || !hasFigure || !isTime(lowUnit) || !isTime(highUnit)) {
        return undefined;
    }
    const { low, high } = interval(quantity);
    const from = sizesOf(quantity.low ?? quantity.high ?? 0, lowUnit, off);
    const to = sizesOf(quantity.high ?? quantity.low ?? 0, highUnit, off);
    // a month and three days are 31 to 34 days
    const isOne = quantity.parts !== undefined && quantity.low !== quantity.high;
    const figures = isOne ? { low: between(from, to), high: between(from, to) } : { low: from, high: to };
    return {
        low: figureOf(low, lowUnit)[0],
        high: figureOf(high, highUnit)[1],
        lowest: low === quantity.low ? figures.low : sizesOf(low, lowUnit, off),
        highest: high === quantity.high ? figures.high : sizesOf(high, highUnit, off),
        isMore: quantity.bound === 'more-than',
        isLess: quantity.bound === 'less-than',
        figures,
    };
}

function isTime(unit: string): boolean {
    return isWorkingDays(unit) || daysIn(unit) !== undefined;
}

function figureOf(count: number, unit: string): Range {
    if (!isWorkingDays(unit)) {
        const days = count * (daysIn(unit) ?? 0);
        return [days, days];
    }
    return [soonest(count), soonest(count) + (count > 0 && Number.isFinite(count) ? 2 : 0)];
}

/** A number of calendar days. */
export function exactly(days: number): Days {
    const sizes = sizesOf(days, 'dagen', PUBLIC_HOLIDAYS);
    return {
        low: days,
        high: days,
        lowest: sizes,
        highest: sizes,
        isMore: false,
        isLess: false,
        figures: { low: sizes, high: sizes },
    };
}

/**
 * One length in each measure, each reckoned when it is asked for: exactly, over all days on which it may begin
 * (spans.ts), public holidays and further days off included where they make it longer.
 */
export function sizesOf(count: number, unit: string, off: DaysOff = PUBLIC_HOLIDAYS): Sizes {
    const inMonths = exactFactor(unit, 'maand');
    const isWork = isWorkingDays(unit);
    const size = (least: number, most: number, reach = most, leastFromWork = least, mostFromWork = most): Size => ({
        least,
        most,
        reach,
        leastFromWork,
        mostFromWork,
    });
    const range = (): Range => (isWork ? [soonest(count), latest(count, off)] : (daysRange(count, unit) ?? [0, 0]));
    return {
        get days() {
            const [least, most] = range();
            return size(least, most, most, isWork ? soonest(count, true) : least);
        },
        get working() {
            const [least, most] = range();
            return isWork
                ? size(count, count)
                : size(fewestIn(least, off), mostIn(most), working(most), fewestIn(least, off), mostIn(most, true));
        },
        get months() {
            const [least, most] = range();
            return inMonths === undefined
                ? size(monthsIn(least), monthsFor(most))
                : size(count * inMonths, count * inMonths);
        },
    };
}

/** What is as long as one or the other, or between. */
function between(a: Sizes, b: Sizes): Sizes {
    const both = (measure: Measure): Size => ({
        ...b[measure],
        least: a[measure].least,
        leastFromWork: a[measure].leastFromWork,
    });
    return {
        get days() {
            return both('days');
        },
        get working() {
            return both('working');
        },
        get months() {
            return both('months');
        },
    };
}

/** The measures in which a quantity states a length of time: of `1 maand en 3 dagen` months and days. */
export function measuresIn({ unit = '', lowUnit = unit, parts = [] }: Quantity): Measure[] {
    return [unit, lowUnit, ...parts.map((p) => p.unit)].map(measureOf);
}

/** The measure in which a unit of time is exact. */
export function measureOf(unit: string): Measure {
    return isWorkingDays(unit) ? 'working' : exactFactor(unit, 'maand') === undefined ? 'days' : 'months';
}

/** The least and the most calendar days in an amount of time, public holidays included; undefined where it is no time. */
export function rangeInDays(count: number, unit: string, off: DaysOff = PUBLIC_HOLIDAYS): Range | undefined {
    if (!isTime(unit)) {
        return undefined;
    }
    const { least, most } = sizesOf(count, unit, off).days;
    return [least, most];
}
