import type { ContactBudget } from '../model/process.js';
import { daysIn, isExact, isOneInACourse, isWorkingDays, type Quantity } from '../model/values.js';
import { countOf } from './span.js';

/** A budget of contacts in figures: from so many to so many over the whole course of a case. */
export interface Budget {
    readonly least: number;
    /** infinite where it states no most */
    readonly most: number;
}

/**
 * A budget in figures. One without further words (`5 contactmomenten`) is a most; part of a contact is none.
 *
 * @returns undefined where it is left open, vague, or counts no contacts of a whole course: `2 per week`, `60 minuten`
 */
export function budgetOf({ value, organisationValue }: ContactBudget): Budget | undefined {
    if (value.type !== 'quantity' || !isExact(value) || organisationValue || !countsCourses(value)) {
        return undefined;
    }
    const { low, high } = countOf(value);
    const isMost = value.bound === undefined && value.low === value.high;
    return { least: isMost ? 0 : Math.ceil(low), most: Number.isFinite(high) ? Math.floor(high) : high };
}

function countsCourses({ unit, per, within, total }: Quantity): boolean {
    const isTime = unit !== undefined && (daysIn(unit) !== undefined || isWorkingDays(unit));
    const isCase = per === undefined || (per.count === 1 && isOneInACourse(per.unit));
    return !isTime && unit !== '%' && unit !== 'euro' && isCase && within === undefined && total === undefined;
}
