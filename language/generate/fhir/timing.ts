import type { Labour } from '../../model/process.js';
import { onlyValueOf } from '../../model/queries.js';
import type { Block } from '../../model/protocol.js';
import { isForEachOfMore, isVague, type Quantity as Amount, type Value } from '../../model/values.js';
import type { Language } from '../../text/bilingual.js';
import { valueText } from '../../messages/wording.js';
import type { Context } from './context.js';
import type { Quantity, Timed } from './types.js';

const UCUM = 'http://unitsofmeasure.org';

/** Codes of UCUM for units of time, and how many of them one is. A working day has none. */
const UNITS: Readonly<Record<string, readonly [code: string, factor: number]>> = {
    minuut: ['min', 1],
    minuten: ['min', 1],
    uur: ['h', 1],
    uren: ['h', 1],
    dag: ['d', 1],
    dagen: ['d', 1],
    etmaal: ['d', 1],
    etmalen: ['d', 1],
    kalenderdag: ['d', 1],
    kalenderdagen: ['d', 1],
    week: ['wk', 1],
    weken: ['wk', 1],
    maand: ['mo', 1],
    maanden: ['mo', 1],
    kwartaal: ['mo', 3],
    kwartalen: ['mo', 3],
    jaar: ['a', 1],
    jaren: ['a', 1],
};

/** A length of time in figures, in `Duration`, or in a range; undefined where FHIR has no figures for it. */
export function lengthOf(value: Value | undefined): Pick<Timed, 'timingDuration' | 'timingRange'> | undefined {
    const known = value?.type === 'quantity' && !isVague(value) && value.per === undefined ? value : undefined;
    const [code, factor] = unitOf(known?.unit) ?? [];
    if (!known || code === undefined || factor === undefined || known.lowUnit !== undefined) {
        return undefined;
    }
    const of = (amount: number): Quantity => ({ value: amount * factor, unit: code, system: UCUM, code });
    const { low, high } = known;
    if (low !== undefined && high !== undefined && low !== high) {
        return known.highIncluded ? { timingRange: { low: of(low), high: of(high) } } : undefined;
    }
    const comparator = comparatorOf(known);
    const amount = low ?? high;
    return amount === undefined
        ? undefined
        : { timingDuration: { value: amount * factor, ...(comparator ? { comparator } : {}), ...unitPart(code) } };
}

function unitPart(code: string): Pick<Quantity, 'unit' | 'system' | 'code'> {
    return { unit: code, system: UCUM, code };
}

function unitOf(unit: string | undefined): readonly [string, number] | undefined {
    return unit !== undefined && Object.hasOwn(UNITS, unit) ? UNITS[unit] : undefined;
}

/** How a single figure stands to the truth; undefined where it is that figure. */
export function comparatorOf({ bound, low, highIncluded }: Amount): Quantity['comparator'] | undefined {
    switch (bound) {
        case 'at-most':
            return '<=';
        case 'at-least':
            return '>=';
        case 'more-than':
            return '>';
        case 'less-than':
            return '<';
        default:
            return low === undefined ? (highIncluded ? '<=' : '<') : undefined;
    }
}

/** A length of time, in words where FHIR has no figures for it: working days, `ongeveer`. */
export function timed(value: Value, language: Language): { readonly timing: Timed; readonly inWords: boolean } {
    const length = lengthOf(value);
    return length
        ? { timing: length, inWords: false }
        : { timing: { timingTiming: { code: { text: valueText(value, language) } } }, inWords: true };
}

/** How long work takes, and how often it is done in that time: `duur` and `frequentie`. */
export function timingOf(work: Pick<Block, 'statements'> & Partial<Labour>, language: Language): Timed | undefined {
    // several values leave it open which holds
    const length = onlyValueOf(work, 'duur')?.value;
    const often = onlyValueOf(work, 'frequentie')?.value;
    const repeat = often && rateOf(often);
    if (repeat) {
        const { timingDuration } = lengthOf(length) ?? {};
        return {
            timingTiming: { repeat: { ...(timingDuration ? { boundsDuration: timingDuration } : {}), ...repeat } },
        };
    }
    if (length && length.type !== 'unknown' && length.type !== 'local') {
        return timed(length, language).timing;
    }
    return undefined;
}

/** The loss of a time that is not known, or is decided locally. @param kind the statement, as the text has it */
export function loseOpen({ lose }: Context, element: string, kind: string, value: Value): void {
    lose(
        element,
        `${kind} ${valueText(value, 'nl')} staat niet in het plan`,
        `${kind} ${valueText(value, 'en')} is not in the plan`,
    );
}

/** `2 keer per maand` in figures. */
function rateOf(
    value: Value,
): { frequency: number; frequencyMax?: number; period: number; periodUnit: string } | undefined {
    if (
        value.type !== 'quantity' ||
        isVague(value) ||
        value.per === undefined ||
        isForEachOfMore(value) ||
        comparatorOf(value) !== undefined
    ) {
        return undefined;
    }
    const { low, high } = value;
    const [periodUnit, factor] = unitOf(value.per.unit) ?? [];
    if (
        periodUnit === undefined ||
        factor === undefined ||
        low === undefined ||
        !isWhole(low) ||
        !isWhole(high ?? low)
    ) {
        return undefined;
    }
    return {
        frequency: low,
        ...(high === undefined || high === low ? {} : { frequencyMax: high }),
        period: value.per.count * factor,
        periodUnit,
    };
}

function isWhole(figure: number): boolean {
    return Number.isInteger(figure) && figure > 0;
}
