import { rangeInDays } from '../execution/days.js';
import { exactFactor } from './units.js';
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

/** What a quantity allows with each end multiplied by the size of its own unit. Undefined where a unit has no size. */
export function spanIn(q: Quantity, sizeOf: (unit: string) => number | undefined): Span | undefined {
    const [low, high] = [q.lowUnit ?? q.unit, q.unit].map((unit) => (unit === undefined ? undefined : sizeOf(unit)));
    if (low === undefined || high === undefined) {
        return undefined;
    }
    const span = interval(q);
    return { ...span, low: span.low * low, high: span.high * high };
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
 * - `undecided`: one of them is vague or a range that the other cuts, the norm does not say whether it is a least or a
 *   most, or it depends on the calendar: how long months are, weekends and public holidays
 * - `incomparable`: they are about different units or terms, or one of them has no figure
 */
export interface Comparison {
    readonly outcome: 'met' | 'missed' | 'undecided' | 'incomparable';
    /** both in the unit in which they were compared; absent where they were not */
    readonly measured?: Span;
    readonly norm?: Span;
    /** "%" or the unit as written */
    readonly unit?: string;
    /** what leaves it undecided or incomparable; absent where one of the two could not be read */
    readonly because?:
        'vague-norm' | 'vague-measurement' | 'no-bound' | 'range' | 'calendar' | 'other-unit' | 'other-term';
}

/** A measurement and its norm in one unit. */
interface Pair {
    readonly measured: Span;
    readonly norm: Span;
    readonly unit: string;
}

/**
 * Compares a measurement with its norm. Parts of a whole are compared as percentages, and times in one unit where that
 * is exact. A month has 28 to 31 days, ten working days take 12 to 19: the outcome counts when it is the same however long
 * they take.
 */
export function compareWithNorm(measurement: Quantity, norm: Quantity): Comparison {
    const withoutFigure = !hasFigure(norm) ? 'vague-norm' : !hasFigure(measurement) ? 'vague-measurement' : undefined;
    if (measurement.unread || norm.unread) {
        return { outcome: 'incomparable' };
    }
    if (withoutFigure) {
        return { outcome: 'incomparable', because: withoutFigure };
    }
    if (measurement.within && norm.within && !isOneTerm(measurement.within, norm.within)) {
        return { outcome: 'incomparable', because: 'other-term' };
    }
    const pairs = pairsOf(measurement, norm);
    const [first, ...others] = pairs.map((pair) => comparePair(measurement, norm, pair));
    if (!first) {
        return { outcome: 'incomparable', because: 'other-unit' };
    }
    // what is too short at its shortest and too long at its longest may be right between
    const isOneSide = new Set(pairs.map((pair) => isBelow(pair.measured, pair.norm))).size === 1;
    return others.every((o) => o.outcome === first.outcome) && (first.outcome !== 'missed' || isOneSide)
        ? first
        : { ...first, outcome: 'undecided', because: 'calendar' };
}

/** Whether two terms are as long: `binnen 3 dagen` is another than `binnen 5 dagen`, `binnen 1 week` is `binnen 7 dagen`. */
function isOneTerm(a: Quantity, b: Quantity): boolean {
    const factor = sameUnit(a.unit, b.unit) ? 1 : exactFactor(a.unit ?? '', b.unit ?? '');
    const [one, other] = [interval(a), interval(b)];
    return (
        factor !== undefined &&
        one.high * factor === other.high &&
        (one.low * factor === other.low || a.bound !== b.bound)
    );
}

/** The two in one unit: once, or as often as each may be long or short. */
function pairsOf(measurement: Quantity, norm: Quantity): readonly Pair[] {
    const measuredPercent = percentage(measurement);
    const normPercent = percentage(norm);
    if (measuredPercent && normPercent) {
        return [{ measured: measuredPercent, norm: normPercent, unit: '%' }];
    }
    const isNone = (q: Quantity) => q.numeral === 'none' && q.unit !== '%';
    if (measuredPercent ? isNone(norm) : normPercent && isNone(measurement)) {
        // none of the whole is 0 %
        return [{ measured: measuredPercent ?? interval(measurement), norm: normPercent ?? interval(norm), unit: '%' }];
    }
    if (measuredPercent || normPercent) {
        return [];
    }
    if (isNone(measurement) || isNone(norm)) {
        // none is 0, in any unit of the same thing
        const isOne = measurement.unit === undefined || norm.unit === undefined || isComparable(measurement, norm);
        return isOne ? [{ measured: interval(measurement), norm: interval(norm), unit: norm.unit ?? '' }] : [];
    }
    // `elke week` is 1 keer per week
    const [measuredUnit, normUnit] = [measurement, norm].map((q) => q.unit ?? (q.per && 'keer'));
    if (sameUnit(measuredUnit, normUnit) && [measurement, norm].every((q) => q.lowUnit === undefined)) {
        return rates(measurement, norm, interval(measurement), interval(norm));
    }
    const unit = norm.unit ?? '';
    const exact = [measurement, norm].map((q) => spanIn(q, (u) => exactFactor(u, unit)));
    if (exact[0] && exact[1]) {
        return rates(measurement, norm, exact[0], exact[1]);
    }
    if (measurement.per || norm.per) {
        return [];
    }
    // each as short and as long as it may be: neither says when it begins
    return LEAST_AND_MOST.flatMap((i) => {
        const [measured, wanted] = [spanInDays(measurement, i), spanInDays(norm, i)];
        const other = spanInDays(norm, i === 0 ? 1 : 0);
        return measured && wanted && other ? [wanted, other].map((w) => ({ measured, norm: w, unit: 'dagen' })) : [];
    });
}

const LEAST_AND_MOST = [0, 1] as const;

/** A length of time in days, each end the least or the most that it may be. */
function spanInDays(q: Quantity, which: 0 | 1): Span | undefined {
    const span = interval(q);
    const { unit = '', lowUnit = unit } = q;
    const [low, high] = [rangeInDays(span.low, lowUnit)?.[which], rangeInDays(span.high, unit)?.[which]];
    return low === undefined || high === undefined ? undefined : { ...span, low, high };
}

/** How often in one period: `2 keer per maand` and `6 keer per kwartaal` are the same. */
function rates(measurement: Quantity, norm: Quantity, measured: Span, wanted: Span): readonly Pair[] {
    const [a, b] = [measurement.per, norm.per];
    const unit = norm.unit ?? '';
    if (!sameUnit(a?.each, b?.each)) {
        return [];
    }
    if (!a || !b) {
        return a === b ? [{ measured, norm: wanted, unit }] : [];
    }
    const factor = sameUnit(a.unit, b.unit) ? 1 : exactFactor(a.unit, b.unit);
    const scales =
        factor === undefined
            ? LEAST_AND_MOST.map((i) => {
                  const [one, other] = [rangeInDays(a.count, a.unit)?.[i], rangeInDays(b.count, b.unit)?.[1 - i]];
                  return one && other && other / one;
              })
            : [b.count / (a.count * factor)];
    return scales.flatMap((scale) =>
        scale === undefined
            ? []
            : [
                  {
                      measured: { ...measured, low: measured.low * scale, high: measured.high * scale },
                      norm: wanted,
                      unit,
                  },
              ],
    );
}

function comparePair(measurement: Quantity, norm: Quantity, pair: Pair): Comparison {
    if (isVague(norm)) {
        return { ...pair, outcome: 'undecided', because: 'vague-norm' };
    }
    if (isVague(measurement)) {
        return { ...pair, outcome: 'undecided', because: 'vague-measurement' };
    }
    if (isInside(pair.measured, pair.norm)) {
        return { ...pair, outcome: 'met' };
    }
    if (norm.bound === undefined && norm.numeral !== 'none' && pair.norm.low === pair.norm.high) {
        // `norm 80 %` does not say whether more is better
        return { ...pair, outcome: 'undecided', because: 'no-bound' };
    }
    return areApart(pair.measured, pair.norm)
        ? { ...pair, outcome: 'missed' }
        : { ...pair, outcome: 'undecided', because: 'range' };
}

/** Whether two units are of one kind: the same, or both of time. */
function isComparable(a: Quantity, b: Quantity): boolean {
    const isTime = (q: Quantity) => q.unit !== undefined && rangeInDays(1, q.unit) !== undefined;
    return sameUnit(a.unit, b.unit) || (isTime(a) && isTime(b));
}

/** Whether a quantity says a figure; `enkele` and `diverse` do not, `geen` is 0. */
export function hasFigure(q: Quantity): boolean {
    return q.low !== undefined || q.high !== undefined || q.numeral === 'none';
}

/** `week` and `weken`, `gezin` and `gezinnen` are one unit; a missing one is no unit. */
export function sameUnit(a: string | undefined, b: string | undefined): boolean {
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
