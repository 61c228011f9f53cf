import type { DaysOff } from '../execution/calendar.js';
import { A_LITTLE, measureOf, sizesOf, type Measure } from '../execution/days.js';
import { daysIn } from '../model/values.js';
import { exactFactor } from '../model/units.js';
import type { Bilingual } from '../text/bilingual.js';
import { lengthInWords } from '../text/days.js';

/** How long something has to be, in one measure. */
export interface Needed {
    readonly amount: number;
    /** whether it has to be more than that */
    readonly isMore: boolean;
    readonly measure: Measure;
}

/** The unit that is one of each measure. */
export const UNIT: Readonly<Record<Measure, string>> = { days: 'dagen', working: 'werkdagen', months: 'maanden' };

/** The least whole number of a unit of time that is as long as is needed. @param off the days off that working days leave out */
export function enoughIn(unit: string, { amount, isMore, measure }: Needed, off: DaysOff): number {
    const own = measureOf(unit);
    const needed = sizesOf(amount, UNIT[measure], off)[own];
    const figure = (own === measure ? amount : needed.reach) + (isMore ? A_LITTLE : 0);
    // sums of parts of days are not exact
    return Math.max(1, Math.ceil(figure / oneOf(unit) - A_LITTLE / 1000));
}

/** How much one of a unit is, in its measure. */
function oneOf(unit: string): number {
    const own = measureOf(unit);
    return own === 'days' ? (daysIn(unit) ?? 1) : own === 'months' ? (exactFactor(unit, 'maand') ?? 1) : 1;
}

const PLURALS: Readonly<Record<string, string>> = {
    minuut: 'minuten',
    dag: 'dagen',
    etmaal: 'etmalen',
    kalenderdag: 'kalenderdagen',
    werkdag: 'werkdagen',
    week: 'weken',
    maand: 'maanden',
    kwartaal: 'kwartalen',
};

/** A number of a unit, as a text writes it: "1 week", "5 weken", "2 jaar". */
export function amountOf(count: number, unit: string): string {
    const singular = Object.entries(PLURALS).find(([one, many]) => unit === one || unit === many);
    const word = singular ? singular[count === 1 ? 0 : 1] : unit.replace(/^uren$/, 'uur').replace(/^jaren$/, 'jaar');
    return `${String(count)} ${word}`;
}

/** The same for people. */
export function amountInWords(count: number, unit: string): Bilingual {
    return { nl: amountOf(count, unit), en: lengthInWords(count * oneOf(unit), measureOf(unit)).en };
}
