import { hasFigure, type Span } from '../model/amounts.js';
import { exactFactor, type Range } from '../model/units.js';
import { daysIn, interval, isForEachOfMore, isWorkingDays, type Quantity } from '../model/values.js';
import { rangeInDays, sizesOf } from './days.js';

/** Whether a quantity counts times: minutes, percents and euros say nothing about how many contacts there are. */
export function countsTimes({ unit }: Pick<Quantity, 'unit'>): boolean {
    const isTime = unit !== undefined && (daysIn(unit) !== undefined || isWorkingDays(unit));
    return !isTime && unit !== '%' && unit !== 'euro';
}

/** How many times: a frequency (`2 keer per week`) over a period, rounded both ways. Undefined where their units do not fit. */
export function timesOver(frequency: Quantity, period: Quantity): Span | undefined {
    if (!countsTimes(frequency)) {
        return undefined;
    }
    const { per } = frequency;
    if (!per || isForEachOfMore(frequency) || !hasFigure(frequency) || !hasFigure(period)) {
        return undefined;
    }
    const long = interval(period);
    const { unit = '', lowUnit = unit } = period;
    const [least] = times({ count: long.low, unit: lowUnit }, { count: per.high ?? per.count, unit: per.unit }) ?? [];
    const [, most] = times({ count: long.high, unit }, per) ?? [];
    if (least === undefined || most === undefined || most < 1) {
        return undefined;
    }
    // weeks in months are not whole: the tolerance keeps 2 keer per maand × 6 maanden at 12
    const tolerance = 1e-6;
    const often = interval(frequency);
    const low = Math.floor(often.low * least + tolerance);
    // 0 × Infinity: never is never
    const product = often.high === 0 || most === 0 ? 0 : often.high * most;
    return { low, high: Math.ceil(product - tolerance), lowIncluded: true, highIncluded: Number.isFinite(product) };
}

interface Amount {
    readonly count: number;
    readonly unit: string;
}

/** How many times one length of time goes into another, at least and at most; undefined where one is no time. */
function times(long: Amount, short: Amount): Range | undefined {
    const factor = long.unit === short.unit ? 1 : exactFactor(long.unit, short.unit);
    if (factor !== undefined) {
        const exact = (long.count * factor) / short.count;
        return [exact, exact];
    }
    const [a, b] = [rangeInDays(long.count, long.unit), rangeInDays(short.count, short.unit)];
    if (a && isWorkingDays(short.unit)) {
        const { least, most } = sizesOf(long.count, long.unit).working;
        return [least / short.count, most / short.count];
    }
    return a && b && [a[0] / b[1], a[1] / b[0]];
}
