import { exactFactor } from '../../model/units.js';
import { isWorkingDays, type Quantity } from '../../model/values.js';

/**
 * A term or duration as ISO 8601 has it: its latest moment. Working days become calendar days: of a week, five are seven.
 *
 * @returns undefined for what is no time
 */
export function isoDuration(quantity: Quantity): string | undefined {
    const { unit = '' } = quantity;
    const amount = quantity.high ?? quantity.low;
    if (amount !== undefined && quantity.per === undefined && isWorkingDays(unit)) {
        return `P${String(Math.ceil((amount * 7) / 5))}D`;
    }
    const length = lengthOf(quantity);
    if (!length) {
        return undefined;
    }
    const { months, minutes } = length;
    return months === 0 ? inMinutes(minutes) : months % 12 === 0 ? `P${String(months / 12)}Y` : `P${String(months)}M`;
}

/**
 * The latest moment of a term, in whole months or else in minutes.
 *
 * @returns undefined for what is no time, and for working days
 */
export function lengthOf(quantity: Quantity): { readonly months: number; readonly minutes: number } | undefined {
    const { unit = '' } = quantity;
    const amount = quantity.high ?? quantity.low;
    if (amount === undefined || quantity.per !== undefined || isWorkingDays(unit)) {
        return undefined;
    }
    const months = exactFactor(unit, 'maand');
    if (months !== undefined && Number.isInteger(amount * months)) {
        return { months: amount * months, minutes: 0 };
    }
    // what is left of a month is counted in days, of which it has thirty
    const minutes = months === undefined ? exactFactor(unit, 'minuut') : 30 * 1440 * months;
    return minutes === undefined ? undefined : { months: 0, minutes: Math.round(amount * minutes) };
}

/** Whether {@link isoDuration} counts in days what the text says in months: of a month there are parts of no fixed length. */
export function countsPartOfMonth(quantity: Quantity): boolean {
    return exactFactor(quantity.unit ?? '', 'maand') !== undefined && (lengthOf(quantity)?.minutes ?? 0) > 0;
}

function inMinutes(all: number): string {
    const days = Math.floor(all / 1440);
    const hours = Math.floor((all % 1440) / 60);
    const rest = all % 60;
    const time = `${hours > 0 ? `${String(hours)}H` : ''}${rest > 0 ? `${String(rest)}M` : ''}`;
    return `P${days > 0 ? `${String(days)}D` : ''}${time === '' ? '' : `T${time}`}${all === 0 ? 'T0M' : ''}`;
}
