import type { Bilingual } from './bilingual.js';
import { formatNumber } from './numbers.js';

/** A number of days for people: "3 dagen", from two weeks on "12 weken" where it is whole weeks. */
export function daysInWords(days: number): Bilingual {
    const isWeeks = days >= 14 && days % 7 === 0;
    const { nl, en } = formatNumber(isWeeks ? days / 7 : days);
    const [dutch, english] = isWeeks ? ['weken', 'weeks'] : nl === '1' ? ['dag', 'day'] : ['dagen', 'days'];
    return { nl: `${nl} ${dutch}`, en: `${en} ${english}` };
}
