import { BOUNDS } from '../model/read-quantity.js';
import { daysIn, isWorkingDays, parseNumber, type Value } from '../model/values.js';

/**
 * How long something takes in a case, as the language writes it: "1 week", "hoogstens 3 werkdagen", "2 tot 4 weken".
 *
 * @returns `onbekend` where it is no amount of time
 */
export function parseDuration(text: string): Value {
    const words = Object.keys(BOUNDS).join('|');
    const pattern = new RegExp(`^(?:(${words})\\s+)?([\\d.,]+)(?:\\s+tot(?:\\s+en\\s+met)?\\s+([\\d.,]+))?\\s+(\\S+)$`);
    const [, bound, low, high, unit = ''] = pattern.exec(text.trim()) ?? [];
    const from = low === undefined ? Number.NaN : parseNumber(low);
    const to = high === undefined ? from : parseNumber(high);
    if (Number.isNaN(from) || Number.isNaN(to) || (daysIn(unit) === undefined && !isWorkingDays(unit))) {
        return { type: 'unknown' };
    }
    return {
        type: 'quantity',
        ...(bound === undefined ? {} : { bound: BOUNDS[bound] ?? 'exactly' }),
        low: from,
        high: to,
        highIncluded: true,
        unit,
        text: text.trim(),
    };
}
