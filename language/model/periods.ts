import { parseDate, parseMonth } from './values.js';

/** The first and the last moment of a period, as time stamps. */
interface Days {
    readonly first: number;
    readonly last: number;
}

/**
 * What is the latest among things of which some say when they were: those that none of the others is surely later than.
 * `2012` is before `maart 2013`, and neither before nor after `maart 2012`; what says no period may be of any time.
 *
 * @param periodOf the period as written: "2013", "januari 2013", "2013-01-31"
 */
export function latestOf<T>(things: readonly T[], periodOf: (thing: T) => string | undefined): readonly T[] {
    const dated = things.map((thing) => ({ thing, days: daysOf(periodOf(thing)) }));
    const start = Math.max(...dated.map(({ days }) => days?.first ?? Number.NEGATIVE_INFINITY));
    return dated.filter(({ days }) => days === undefined || days.last >= start).map(({ thing }) => thing);
}

/** Undefined where the period is no date, month or year; of `najaar 2013` only the year counts. */
function daysOf(period: string | undefined): Days | undefined {
    const date = period === undefined ? undefined : parseDate(period);
    if (date !== undefined) {
        const day = Date.parse(date);
        return { first: day, last: day };
    }
    const month = parseMonth(period ?? '');
    const digits = (month ?? period)?.match(/^(?:\S+ )?(\d{4})(?:-\d{2})?$/)?.[1];
    if (digits === undefined) {
        return undefined;
    }
    const year = Number(digits);
    const index = month === undefined ? undefined : Number(month.slice(-2)) - 1;
    return index === undefined
        ? { first: Date.UTC(year, 0, 1), last: Date.UTC(year, 11, 31) }
        : { first: Date.UTC(year, index, 1), last: Date.UTC(year, index + 1, 0) };
}
