import { isWorkingDays, type Quantity } from '../../model/values.js';

/**
 * The working days in a term: Monday to Friday. Holidays are no part of it, since engines do not know them.
 *
 * @returns undefined where it is not said in whole working days
 */
export function workingDaysIn({ unit = '', high, low, per }: Quantity): number | undefined {
    const amount = high ?? low;
    return isWorkingDays(unit) && amount !== undefined && per === undefined ? Math.ceil(amount) : undefined;
}

/**
 * How many calendar days so many working days are, from a day of the week `w` (1 for Monday): each five are seven, the rest
 * takes a weekend along where Friday comes between, and what is gone of a weekend is gone.
 *
 * @param when how the language writes a choice: condition, then, else
 */
function calendarDays(
    days: number,
    w: string,
    when: (condition: string, then: string, otherwise: string) => string,
): string {
    const rest = days % 5;
    const base = String(7 * Math.floor(days / 5) + rest);
    const over = rest === 0 ? '' : ` + ${when(`${w} > ${String(5 - rest)}`, '2', '0')}`;
    return `${base}${over} - ${when(`${w} > 5`, `${w} - 5`, '0')}`;
}

/** That number of calendar days in FEEL, from the moment that it is asked. */
export function calendarDaysInFeel(days: number): string {
    const names = '["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]';
    const when = (condition: string, then: string, otherwise: string) =>
        `(if ${condition} then ${then} else ${otherwise})`;
    return `{w: index of(${names}, day of week(date(now())))[1], n: ${calendarDays(days, 'w', when)}}.n`;
}

/**
 * The moment at which working days are over, in JUEL: a date, from the moment that it is asked. Short, since Operaton keeps
 * no expression of a timer that is longer than 255 characters.
 */
export function dateAfterWorkingDaysInJuel(days: number): string {
    const when = (condition: string, then: string, otherwise: string) => `(${condition} ? ${then} : ${otherwise})`;
    return `dateTime().plusDays(${calendarDays(days, 'dateTime().dayOfWeek', when)}).toDate()`;
}
