import { daysRange, exactFactor } from '../model/units.js';
import type { Per, Quantity } from '../model/values.js';

/**
 * An amount of time in the smallest unit in which it is exactly so much: 7 dagen for 1 week, 12 maanden for 1 jaar. Two
 * that are the same amount are written the same then. Working days, and what is no time, stay as they are.
 */
export function inExactUnit(quantity: Quantity): Quantity {
    const { parts: _parts, unit, low, high, lowUnit, per, size, within, ...rest } = quantity;
    const to = exactUnit(unit);
    const from = exactUnit(lowUnit);
    return {
        ...rest,
        ...(to !== undefined && { unit: to }),
        ...(from !== undefined && from !== to && { lowUnit: from }),
        ...(low !== undefined && { low: times(low, lowUnit ?? unit) }),
        ...(high !== undefined && { high: times(high, unit) }),
        ...(per && { per: perIn(per) }),
        ...(size && { size: inExactUnit(size) }),
        ...(within && { within: inExactUnit(within) }),
    };
}

/** Words whose figure is a most, also where the text does not say so. */
const LIMITS: ReadonlySet<string> = new Set(['termijn', 'binnen', 'contactbudget']);

/** What an amount behind a word means: `termijn 2 weken` is two weeks at most. */
export function asLimit(word: string, quantity: Quantity): Quantity {
    return LIMITS.has(word) && quantity.bound === undefined ? { ...quantity, bound: 'at-most' } : quantity;
}

function perIn({ unit, count, high, ...rest }: Per): Per {
    return {
        ...rest,
        unit: exactUnit(unit) ?? unit,
        count: times(count, unit),
        ...(high !== undefined && { high: times(high, unit) }),
    };
}

function times(figure: number, unit: string | undefined): number {
    return Math.round(figure * (factor(unit, exactUnit(unit)) ?? 1) * 1e9) / 1e9;
}

/** Whether two units of time have no fixed relation: of a month nobody knows how many days it is. */
export function isNoFixedRelation(a: string | undefined, b: string | undefined): boolean {
    const isTime = (unit: string | undefined) => unit !== undefined && daysRange(1, unit) !== undefined;
    return isTime(a) && isTime(b) && factor(a, b) === undefined;
}

function exactUnit(unit: string | undefined): string | undefined {
    return factor(unit, 'dag') !== undefined ? 'dag' : factor(unit, 'maand') !== undefined ? 'maand' : unit;
}

function factor(from: string | undefined, to: string | undefined): number | undefined {
    return from === undefined || to === undefined ? undefined : exactFactor(from, to);
}
