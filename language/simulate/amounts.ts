import { daysIn } from '../model/values.js';
import type { Bilingual } from '../text/bilingual.js';
import { formatNumber } from '../text/numbers.js';
import type { Moment } from './clock.js';
import type { Sum } from '../execution/contacts.js';

/** `5 tot 7 contactmomenten, en niet gezegd bij Plan` */
export function contactsInWords(sum: Sum): Bilingual {
    const figure = figures(sum, 'contactmomenten', 'contacts');
    return withOpen(figure, sum.open);
}

/** An amount of days, in the given unit where it has a length, else in days. */
export function timeInWords(sum: Sum, unit = 'dagen'): Bilingual {
    const length = daysIn(unit);
    const shown = length === undefined || length <= 1 ? 1 : length;
    const word = shown === 1 ? 'dagen' : unit;
    return withOpen(figures(sum, word, ENGLISH_UNITS[word] ?? word, shown), sum.open);
}

const ENGLISH_UNITS: Readonly<Record<string, string>> = {
    dagen: 'days',
    week: 'weeks',
    weken: 'weeks',
    maand: 'months',
    maanden: 'months',
    jaar: 'years',
    jaren: 'years',
};

function figures({ low, high }: Moment, nl: string, en: string, length = 1): Bilingual {
    const [least, most] = [formatNumber(low / length), formatNumber(high / length)];
    if (!Number.isFinite(high)) {
        return { nl: `minstens ${least.nl} ${nl}`, en: `at least ${least.en} ${en}` };
    }
    return low === high
        ? { nl: `${least.nl} ${nl}`, en: `${least.en} ${en}` }
        : { nl: `${least.nl} tot ${most.nl} ${nl}`, en: `${least.en} to ${most.en} ${en}` };
}

/** When something happens, in days since `aanmelding`, with the date where that is known: `dag 3 tot 10`. */
export function momentInWords({ low, high }: Moment, date: string | undefined): Bilingual {
    const [least, most] = [formatNumber(low), formatNumber(high)];
    const on = date === undefined ? '' : `${date}, `;
    if (!Number.isFinite(high)) {
        return { nl: `${on}dag ${least.nl} of later`, en: `${on}day ${least.en} or later` };
    }
    return low === high
        ? { nl: `${on}dag ${least.nl}`, en: `${on}day ${least.en}` }
        : { nl: `${on}dag ${least.nl} tot ${most.nl}`, en: `${on}day ${least.en} to ${most.en}` };
}

function withOpen({ nl, en }: Bilingual, open: readonly string[]): Bilingual {
    const list = open.join(', ');
    return open.length === 0
        ? { nl, en }
        : { nl: `${nl}; niet of vaag gezegd bij ${list}`, en: `${en}; not or vaguely stated at ${list}` };
}
