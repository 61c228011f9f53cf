import { exactFactor, type Part } from './units.js';

/**
 * Values as a protocol states them: unknown, left to each municipality, a text, a word, a date or a quantity.
 * Vague and exact quantities are one type: what is vague says so and keeps its words.
 */
export type Value = UnknownValue | LocalValue | TextValue | WordValue | DateValue | Quantity;

/** `onbekend`: the source leaves it open. Never filled in by a tool. */
export interface UnknownValue {
    readonly type: 'unknown';
    /** `hoogstens onbekend`: that there is a bound is known, what it is not */
    readonly bound?: Bound;
    /** in what it is counted, as written behind a bound: weken in `hoogstens onbekend weken`, "keer per week" */
    readonly unit?: string;
    readonly reason?: string;
    /** when it is expected to be known, as written: "2014" */
    readonly expected?: string;
}

/** `plaatselijk`: each municipality fills it in. */
export interface LocalValue {
    readonly type: 'local';
    /** `minstens plaatselijk` */
    readonly bound?: Bound;
    /** in what it is counted: `minstens plaatselijk keer per week` */
    readonly unit?: string;
    readonly reason?: string;
    /** what holds where a municipality says nothing */
    readonly standard?: Quantity;
}

/** Text in quotes. */
export interface TextValue {
    readonly type: 'text';
    readonly text: string;
    /** true where it was in triple quotes; then it is Markdown, and otherwise every character stands for itself */
    readonly markdown?: boolean;
}

/** A word of a vocabulary, such as `warm` or `outreachend`. */
export interface WordValue {
    readonly type: 'word';
    readonly word: string;
}

export interface DateValue {
    readonly type: 'date';
    /** ISO 8601, `2026-03-01`; `2026-03` where only the month is said */
    readonly date: string;
}

/** How the figure stands to the truth. `about`: ongeveer, circa. `over`: ruim. `almost`: bijna. */
export type Bound = 'about' | 'over' | 'almost' | 'at-least' | 'at-most' | 'exactly' | 'more-than' | 'less-than';

/** The period of `per maand` or, with a count, of `per 2 weken` and `elke 2 weken`. */
export interface Per {
    readonly count: number;
    /** 3 in `1 keer per 2 tot 3 weken` */
    readonly high?: number;
    readonly unit: string;
    /** gezin in `2 gesprekken per week per gezin`: so much for each of them */
    readonly each?: string;
}

/**
 * An amount with its unit. `5 van de 78 trajecten in 2013` has low = high = 5, total 78, population "trajecten", period
 * "2013"; `10 bijeenkomsten van 1,5 uur` has a size and no total; `2 tot 4 weken` and `tussen 2 en 4 weken` have low 2 and high 4; `vanaf 2 tot 6 jaar` excludes 6, and so does
 * `tot 6 jaar`, which has no low; `vanaf 18 jaar` has no high; `2 jaar en 6 maanden` is 30 maanden; `elke 2 weken` is 1
 * per 2 weken; `diverse keren` has a numeral and no figures; `van zwangerschap tot 2 jaar` has an event instead of low.
 */
export interface Quantity {
    readonly type: 'quantity';
    readonly bound?: Bound;
    readonly low?: number;
    readonly high?: number;
    /**
     * false where the highest value itself is excluded: of time and ages in `tot 6 jaar` and `vanaf 2 tot 6 jaar`.
     * Of things that are counted (`tot 6 gesprekken`) the last one counts.
     */
    readonly highIncluded: boolean;
    /** the ends of a range of dates, ISO 8601: `2020-01-01 tot en met 2022-12-31`; such a range has no figures */
    readonly lowDate?: string;
    readonly highDate?: string;
    readonly lowEvent?: string;
    readonly highEvent?: string;
    readonly numeral?: 'several' | 'some' | 'none';
    /** as written: "weken"; "%" for percentages, however written; of an amount in two units the smaller: "maanden" */
    readonly unit?: string;
    /** unit of `low` where it differs: `vanaf 6 maanden tot 2 jaar` */
    readonly lowUnit?: string;
    /** the two figures of an amount such as `2 jaar en 6 maanden`, as written; without figures where they do not add up */
    readonly parts?: readonly Part[];
    /** the whole of which it is a part: 78 in `5 van 78` */
    readonly total?: number;
    /** `61 van circa 78 gezinnen` */
    readonly totalBound?: Bound;
    /** `5 van onbekend gezinnen`, `vanaf onbekend tot 6 jaar`, `vanaf 2 tot onbekend` */
    readonly totalValue?: Value;
    readonly lowValue?: Value;
    readonly highValue?: Value;
    /** how large each is: 1,5 uur in `10 bijeenkomsten van 1,5 uur` */
    readonly size?: Quantity;
    /** what the whole consists of: "de huisartsen in Zwolle" */
    readonly population?: string;
    /** the period in `2 keer per maand` */
    readonly per?: Per;
    /** as written: "2013", "januari 2013" */
    readonly period?: string;
    /** the term in `80 % binnen 3 werkdagen` */
    readonly within?: Quantity;
    /** `80 % binnen onbekend` */
    readonly withinValue?: Value;
    /** why there is none: `geen omdat "…"` */
    readonly reason?: string;
    /** true where a mistake of writing keeps it from being read to its end: then it has no figures */
    readonly unread?: true;
    /** the quantity as it stands in the text, with single spaces and without quotation marks */
    readonly text: string;
}

/** Whether a value says in figures what it means: no vague word, no event, nothing left open. */
export function isExact(value: Value): boolean {
    return (
        value.type === 'date' ||
        (value.type === 'quantity' &&
            !isVague(value) &&
            ((value.low ?? value.high) !== undefined || value.numeral === 'none')) ||
        (value.type === 'quantity' &&
            isDateRange(value) &&
            value.lowEvent === undefined &&
            value.highEvent === undefined)
    );
}

/** Whether a quantity is bounded by dates. */
export function isDateRange(q: Quantity): boolean {
    return (q.lowDate ?? q.highDate) !== undefined;
}

/** Whether a quantity has no exact figures: ongeveer, circa, ruim, bijna, diverse, enkele, bounded by an event, a date or what is unknown, or not read. */
export function isVague(q: Quantity): boolean {
    return (
        q.bound === 'about' ||
        q.bound === 'over' ||
        q.bound === 'almost' ||
        q.numeral === 'several' ||
        q.numeral === 'some' ||
        q.lowEvent !== undefined ||
        q.highEvent !== undefined ||
        q.totalBound !== undefined ||
        q.per?.high !== undefined ||
        (q.lowValue ?? q.highValue ?? q.totalValue ?? q.withinValue) !== undefined ||
        isDateRange(q) ||
        q.unread === true
    );
}

/** What a quantity allows: from `low` (0 when open) to `high` (Infinity when open), in its own unit. Vague words do not count. */
export function interval(q: Quantity): { low: number; high: number; lowIncluded: boolean; highIncluded: boolean } {
    if (q.numeral === 'none') {
        return { low: 0, high: 0, lowIncluded: true, highIncluded: true };
    }
    const low = q.low ?? 0;
    const high = q.high ?? Number.POSITIVE_INFINITY;
    switch (q.bound) {
        case 'at-least':
        case 'over':
            return { low, high: Number.POSITIVE_INFINITY, lowIncluded: true, highIncluded: false };
        case 'more-than':
            return { low, high: Number.POSITIVE_INFINITY, lowIncluded: false, highIncluded: false };
        case 'at-most':
        case 'almost':
            return { low: 0, high, lowIncluded: true, highIncluded: true };
        case 'less-than':
            return { low: 0, high, lowIncluded: true, highIncluded: false };
        default:
            return { low, high, lowIncluded: true, highIncluded: q.highIncluded && Number.isFinite(high) };
    }
}

/** The most that a quantity allows, in its own unit; undefined where it has none (`minstens 3 weken`) or is vague. */
export function mostOf(q: Quantity): number | undefined {
    const { high } = interval(q);
    return !isVague(q) && Number.isFinite(high) ? high : undefined;
}

/** A number as Dutch writes it: `1.250` is a thousand two hundred and fifty, `6,4` is six and four tenths. */
export function parseNumber(text: string): number {
    return Number(text.replace(/\.(?=\d{3}(\D|$))/g, '').replace(',', '.'));
}

/** The names of the months, in the order of the year. */
export const MONTHS: readonly string[] =
    'januari februari maart april mei juni juli augustus september oktober november december'.split(' ');

/** A month in ISO form, `2026-03`, from that, `3-2026` or `maart 2026`; undefined for anything else. */
export function parseMonth(text: string): string | undefined {
    const [, year, month] = /^(\d{4})-(\d{2})$/.exec(text) ?? [];
    const [, figures, behind] = /^(\d{1,2})-(\d{4})$/.exec(text) ?? [];
    const [, name = '', named] = /^([a-z]+)\s+(\d{4})$/i.exec(text) ?? [];
    const number = Number(month ?? figures ?? MONTHS.indexOf(name.toLowerCase()) + 1);
    const of = year ?? behind ?? named;
    return of !== undefined && number >= 1 && number <= 12 ? `${of}-${String(number).padStart(2, '0')}` : undefined;
}

/** A date in ISO form from `2026-03-01`, `1-3-2026` or `1 maart 2026`; undefined when there is no such day. */
export function parseDate(text: string): string | undefined {
    const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
    const dutch = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(text);
    const inWords = /^(\d{1,2})\s+([a-z]+)\s+(\d{4})$/i.exec(text);
    const [year, month, day] = iso
        ? [iso[1], iso[2], iso[3]]
        : dutch
          ? [dutch[3], dutch[2], dutch[1]]
          : inWords
            ? [inWords[3], String(MONTHS.indexOf(inWords[2]?.toLowerCase() ?? '') + 1), inWords[1]]
            : [];
    if (!year || !month || !day) {
        return undefined;
    }
    const result = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    const date = new Date(`${result}T00:00:00Z`);
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(result) ? result : undefined;
}

/** Whether a day or month lies surely behind another: of a month every day of it is meant. */
export function isLaterDate(date: string, than: string): boolean {
    const figures = Math.min(date.length, than.length);
    return date.slice(0, figures) > than.slice(0, figures);
}

/** The length of one unit of time in calendar days (a month is a twelfth of 365.25 days); undefined for working days and other units. */
export function daysIn(unit: string): number | undefined {
    const months = exactFactor(unit, 'maand');
    return months === undefined ? exactFactor(unit, 'dag') : months * MEAN_MONTH;
}

const MEAN_MONTH = 365.25 / 12;

/** Whether a word is for those of whom there is one in a course of the process: so much for each of them is so much. */
export function isOneInACourse(word: string): boolean {
    return /^(gezin|traject|casus|cli[eë]nt|kind|jeugdige)$/.test(word);
}

/** Whether it is said for each of whom there may be more in a course: nobody knows then how much that is together. */
export function isForEachOfMore({ per }: Quantity): boolean {
    return per?.each !== undefined && !isOneInACourse(per.each);
}

/** Whether the unit counts working days, which have no fixed length in calendar days. */
export function isWorkingDays(unit: string): boolean {
    return unit === 'werkdag' || unit === 'werkdagen';
}
