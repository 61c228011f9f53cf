import type { Bilingual } from './bilingual.js';
import { formatNumber } from './numbers.js';

/** A number of days for people: "3 dagen", from two weeks on "12 weken" where it is whole weeks. */
export function daysInWords(days: number): Bilingual {
    const isWeeks = days >= 14 && days % 7 === 0;
    const { nl, en } = formatNumber(isWeeks ? days / 7 : days);
    const [dutch, english] = isWeeks ? ['weken', 'weeks'] : nl === '1' ? ['dag', 'day'] : ['dagen', 'days'];
    return { nl: `${nl} ${dutch}`, en: `${en} ${english}` };
}

/** A length of time for people, in days, working days or months; hours are parts of a day. */
export function lengthInWords(amount: number, measure: 'days' | 'working' | 'months'): Bilingual {
    // what differs less is a matter of reckoning
    const rounded = Number.isFinite(amount) ? Math.round(amount * 1000) / 1000 : amount;
    if (measure === 'days') {
        const hours = formatNumber(Math.round(amount * 240) / 10);
        return rounded < 7 && !Number.isInteger(rounded)
            ? { nl: `${hours.nl} uur`, en: `${hours.en} ${hours.en === '1' ? 'hour' : 'hours'}` }
            : daysInWords(rounded);
    }
    const { nl, en } = formatNumber(rounded);
    const isOne = rounded === 1;
    return measure === 'working'
        ? { nl: `${nl} ${isOne ? 'werkdag' : 'werkdagen'}`, en: `${en} ${isOne ? 'working day' : 'working days'}` }
        : { nl: `${nl} ${isOne ? 'maand' : 'maanden'}`, en: `${en} ${isOne ? 'month' : 'months'}` };
}
