/** Units of time of which one is so many of another, always: a year is 12 months, a week is 7 days. */
const MONTHS: Readonly<Record<string, number>> = {
    maand: 1,
    maanden: 1,
    kwartaal: 3,
    kwartalen: 3,
    jaar: 12,
    jaren: 12,
};
const MINUTES: Readonly<Record<string, number>> = {
    minuut: 1,
    minuten: 1,
    uur: 60,
    uren: 60,
    dag: 1440,
    dagen: 1440,
    etmaal: 1440,
    etmalen: 1440,
    kalenderdag: 1440,
    kalenderdagen: 1440,
    week: 10_080,
    weken: 10_080,
};
const MINUTES_IN_DAY = 1440;

/** Units that convert into each other without more: their size is a number of the `family`. */
interface Size {
    readonly family: 'months' | 'minutes';
    readonly size: number;
}

function sizeOf(unit: string): Size | undefined {
    if (Object.hasOwn(MONTHS, unit)) {
        return { family: 'months', size: MONTHS[unit] ?? 1 };
    }
    return Object.hasOwn(MINUTES, unit) ? { family: 'minutes', size: MINUTES[unit] ?? 1 } : undefined;
}

/** How many `to` one `from` is, always: 12 from `jaar` to `maanden`. Undefined where that is not fixed. */
export function exactFactor(from: string, to: string): number | undefined {
    const [a, b] = [sizeOf(from), sizeOf(to)];
    return a && b && a.family === b.family ? a.size / b.size : undefined;
}

/** From the least to the most. */
export type Range = readonly [least: number, most: number];

/**
 * The least and the most days in an amount of time: 28 and 31 in a month, 365 and 366 in a year, 7 and 7 in a week.
 *
 * @returns undefined for working days and what is no time
 */
export function daysRange(count: number, unit: string): Range | undefined {
    const size = sizeOf(unit);
    if (size?.family === 'months') {
        return daysInMonths(count * size.size);
    }
    const days = size && (count * size.size) / MINUTES_IN_DAY;
    return days === undefined ? undefined : [days, days];
}

const DAY = 86_400_000;
const known = new Map<number, Range>();

/**
 * How many days so many months in a row are: one is 28 to 31 days, two are 59 to 62, twelve 365 to 366. From a day that the
 * month where it ends has not (31 January) it is until its last day.
 */
export function daysInMonths(count: number): Range {
    const whole = Math.floor(count);
    const rest = count - whole;
    if (!Number.isFinite(count) || count <= 0) {
        return [Math.max(0, count), Math.max(0, count)];
    }
    const old = known.get(whole) ?? rangeOfMonths(whole);
    known.set(whole, old);
    return [old[0] + rest * 28, old[1] + rest * 31];
}

function rangeOfMonths(count: number): Range {
    let [least, most] = [Number.POSITIVE_INFINITY, 0];
    for (let month = 0; month < 48; month++) {
        const [start, end] = [Date.UTC(2024, month, 1), Date.UTC(2024, month + count, 1)];
        const lengthOf = (m: number) => new Date(Date.UTC(2024, m + 1, 0)).getUTCDate();
        const short = Math.max(0, lengthOf(month) - lengthOf(month + count));
        const days = (end - start) / DAY;
        [least, most] = [Math.min(least, days - short), Math.max(most, days)];
    }
    return [least, most];
}

/** A figure with its unit: one of the two in `2 jaar en 6 maanden`. */
export interface Part {
    readonly number: number;
    readonly unit: string;
}

/**
 * Two lengths of time together, in the smaller unit: 2 jaar and 6 maanden are 30 maanden. Where the units have no fixed
 * ratio, in days from the least to the most: 1 maand and 3 dagen are 31 to 34 dagen.
 *
 * @returns undefined where they are not both lengths of calendar time
 */
export function together(a: Part, b: Part): { low: number; high: number; unit: string } | undefined {
    const factor = exactFactor(a.unit, b.unit);
    if (factor !== undefined) {
        const sum = factor >= 1 ? a.number * factor + b.number : a.number + b.number / factor;
        return { low: sum, high: sum, unit: factor >= 1 ? b.unit : a.unit };
    }
    const [first, second] = [daysRange(a.number, a.unit), daysRange(b.number, b.unit)];
    return first && second && { low: first[0] + second[0], high: first[1] + second[1], unit: 'dagen' };
}

/** Whether the unit is one of time, in which `tot 6` ends at 6: `tot 6 jaar` is until the sixth birthday. */
export function isTimeUnit(unit: string): boolean {
    return sizeOf(unit) !== undefined || /^(werkdag(en)?|dagde(el|len)|(school|levens)ja(ar|ren))$/.test(unit);
}
