import { interval, isVague, type Quantity } from './values.js';

/** What a quantity allows, as figures in one unit. */
export interface Span {
    readonly low: number;
    readonly high: number;
    readonly lowIncluded: boolean;
    readonly highIncluded: boolean;
}

/** Figures that differ less than this are equal: `1 van 3` is 33,33 %. */
const PRECISION = 1e-9;

/**
 * A quantity as a percentage: of `5 van 78` it is 6.41…, of `80 %` it is 80.
 *
 * @returns undefined where it is neither a percentage nor a part of a whole
 */
export function percentage(q: Quantity): Span | undefined {
    const span = interval(q);
    if (q.unit === '%') {
        return span;
    }
    if (q.total === undefined || q.total <= 0) {
        return undefined;
    }
    return { ...span, low: (span.low / q.total) * 100, high: (span.high / q.total) * 100 };
}

/** Whether no figure satisfies both. */
export function areApart(a: Span, b: Span): boolean {
    return isBelow(a, b) || isBelow(b, a);
}

/** Whether every figure of `inner` is one of `outer`. */
export function isInside(inner: Span, outer: Span): boolean {
    const from =
        inner.low > outer.low + PRECISION ||
        (Math.abs(inner.low - outer.low) <= PRECISION && (outer.lowIncluded || !inner.lowIncluded));
    const to =
        inner.high < outer.high - PRECISION ||
        (inner.high === outer.high && !Number.isFinite(inner.high)) ||
        (Math.abs(inner.high - outer.high) <= PRECISION && (outer.highIncluded || !inner.highIncluded));
    return from && to;
}

function isBelow(a: Span, b: Span): boolean {
    return a.high < b.low - PRECISION || (Math.abs(a.high - b.low) <= PRECISION && !(a.highIncluded && b.lowIncluded));
}

/**
 * How a measurement stands to its norm.
 * - `met`, `missed`: in figures of one unit
 * - `undecided`: one of them is vague or a range that the other cuts, or the norm does not say whether it is a least or a most
 * - `incomparable`: they are about different units
 */
export interface Comparison {
    readonly outcome: 'met' | 'missed' | 'undecided' | 'incomparable';
    /** both in the unit in which they were compared; absent where they were not */
    readonly measured?: Span;
    readonly norm?: Span;
    /** "%" or the unit as written */
    readonly unit?: string;
    /** what leaves it undecided */
    readonly because?: 'vague-norm' | 'vague-measurement' | 'no-bound' | 'range';
}

/** Compares a measurement with its norm; parts of a whole are compared as percentages. */
export function compareWithNorm(measurement: Quantity, norm: Quantity): Comparison {
    const normPercent = percentage(norm);
    const measuredPercent = percentage(measurement);
    let pair: { measured: Span; norm: Span; unit: string } | undefined;
    if (normPercent && measuredPercent) {
        pair = { measured: measuredPercent, norm: normPercent, unit: '%' };
    } else if (
        !normPercent &&
        !measuredPercent &&
        sameUnit(measurement.unit, norm.unit) &&
        measurement.per === norm.per
    ) {
        pair = { measured: interval(measurement), norm: interval(norm), unit: norm.unit ?? '' };
    }
    if (!pair || !hasFigure(measurement) || !hasFigure(norm)) {
        return { outcome: 'incomparable' };
    }
    if (isVague(norm)) {
        return { ...pair, outcome: 'undecided', because: 'vague-norm' };
    }
    if (isVague(measurement)) {
        return { ...pair, outcome: 'undecided', because: 'vague-measurement' };
    }
    if (isInside(pair.measured, pair.norm)) {
        return { ...pair, outcome: 'met' };
    }
    if (norm.bound === undefined && pair.norm.low === pair.norm.high) {
        // `norm 80 %` does not say whether more is better
        return { ...pair, outcome: 'undecided', because: 'no-bound' };
    }
    return areApart(pair.measured, pair.norm)
        ? { ...pair, outcome: 'missed' }
        : { ...pair, outcome: 'undecided', because: 'range' };
}

function hasFigure(q: Quantity): boolean {
    return q.low !== undefined || q.high !== undefined || q.numeral === 'none';
}

/** `week` and `weken`, `gezin` and `gezinnen` are one unit; a missing one is no unit. */
function sameUnit(a: string | undefined, b: string | undefined): boolean {
    if (a === undefined || b === undefined) {
        return a === b;
    }
    return a === b || singular(a) === singular(b);
}

function singular(unit: string): string {
    const stem = unit.toLowerCase().replace(/(en|s)$/, '');
    // doubled consonants and single vowels: gezinnen → gezin, weken → week
    return stem.replace(/([bcdfgklmnprst])\1$/, '$1').replace(/([aeou])\1(?=[a-z]$)/, '$1');
}
