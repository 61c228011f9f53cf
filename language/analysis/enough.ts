import { A_LITTLE, measureOf, sizesOf, type Measure } from '../execution/days.js';
import { daysIn } from '../model/values.js';
import { exactFactor } from '../model/units.js';

/** How long something has to be, in one measure. */
export interface Needed {
    readonly amount: number;
    /** whether it has to be more than that */
    readonly isMore: boolean;
    readonly measure: Measure;
}

const UNIT: Readonly<Record<Measure, string>> = { days: 'dagen', working: 'werkdagen', months: 'maanden' };

/** The least whole number of a unit of time that is as long as is needed. */
export function enoughIn(unit: string, { amount, isMore, measure }: Needed): number {
    const own = measureOf(unit);
    const needed = sizesOf(amount, UNIT[measure])[own];
    const figure = (own === measure ? amount : needed.reach) + (isMore ? A_LITTLE : 0);
    const one = own === 'days' ? (daysIn(unit) ?? 1) : own === 'months' ? (exactFactor(unit, 'maand') ?? 1) : 1;
    // sums of parts of days are not exact
    return Math.max(1, Math.ceil(figure / one - A_LITTLE / 1000));
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
