import { interval, isVague, type Quantity } from '../model/values.js';

/** What a quantity says in figures. */
export interface Span {
    readonly low: number;
    readonly high: number;
    readonly unit: string;
    readonly lowUnit: string;
    readonly isVague: boolean;
}

/** What a quantity says in figures; of `ongeveer` no least and no most is known. */
export function spanOf(quantity: Quantity): Span {
    const unit = quantity.unit ?? '';
    const units = { unit, lowUnit: quantity.lowUnit ?? unit, isVague: isVague(quantity) };
    const { low, high } = interval(quantity);
    if (quantity.bound === 'about') {
        return { low: 0, high: Number.POSITIVE_INFINITY, ...units };
    }
    // `diverse` and `enkele` are not none
    return quantity.numeral === 'several' || quantity.numeral === 'some'
        ? { low: 1, high: Number.POSITIVE_INFINITY, ...units }
        : { low, high, ...units };
}

/**
 * What a quantity of things that are counted says: of `minder dan 3` the most is 2, of `meer dan 3` the least is 4; of
 * `tot 3` the last one counts.
 */
export function countOf(quantity: Quantity): Span {
    const span = spanOf(quantity);
    const isLess = quantity.bound === 'less-than' && Number.isFinite(span.high);
    return {
        ...span,
        low: quantity.bound === 'more-than' ? Math.floor(span.low) + 1 : span.low,
        high: isLess ? Math.ceil(span.high) - 1 : span.high,
    };
}
