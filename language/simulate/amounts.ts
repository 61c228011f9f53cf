import { daysIn } from '../model/values.js';
import type { Bilingual } from '../text/bilingual.js';
import { formatNumber } from '../text/numbers.js';
import type { Moment } from './clock.js';
import type { Sum } from '../execution/contacts.js';

/** `5 tot 7 contactmomenten, niet of vaag gezegd bij Plan` */
export function contactsInWords(sum: Sum): Bilingual {
    const words = {
        nl: isLastOne(sum) ? 'contactmoment' : 'contactmomenten',
        en: isOnlyOne(sum) ? 'contact' : 'contacts',
    };
    return withOpen(figures(sum, words), sum.open);
}

/** An amount of days, in the given unit where it has a length, else in days. */
export function timeInWords(sum: Sum, unit = 'dagen'): Bilingual {
    if (isInHours(sum)) {
        return withOpen(hours(sum), sum.open);
    }
    const length = daysIn(unit);
    // what is less than one of a unit is told in days
    const isShort = length === undefined || length <= 1 || (sum.low > 0 && sum.low < length) || sum.high < length;
    const shown = isShort ? 1 : length;
    const wordFor = (isOne: boolean) => {
        const [singular, plural] = shown === 1 ? ['dag', 'dagen'] : [SINGULAR[unit] ?? unit, PLURAL[unit] ?? unit];
        return isOne ? singular : plural;
    };
    const english = wordFor(isOnlyOne(sum, shown));
    const words = { nl: wordFor(isLastOne(sum, shown)), en: ENGLISH_UNITS[english] ?? english };
    return withOpen(figures(sum, words, shown), sum.open);
}

/** Whether the last figure that is said is one: `minstens 1 week`, `0 tot 1 dag`. */
function isLastOne({ low, high }: Moment, one = 1): boolean {
    return (Number.isFinite(high) ? high : low) === one;
}

/** Whether one is the only figure that is said: English has `0 to 1 days`. */
function isOnlyOne({ low, high }: Moment, one = 1): boolean {
    return low === one && (high === one || !Number.isFinite(high));
}

/** Less than a day at most, or at least where no most is known. */
function isInHours({ low, high }: Moment): boolean {
    return Number.isFinite(high) ? high > 0 && high < 1 : low > 0 && low < 1;
}

function hours({ low, high }: Moment): Bilingual {
    const [least, most] = [formatNumber(low * 24), formatNumber(high * 24)];
    const word = least.en === '1' && most.en === '1' ? 'hour' : 'hours';
    return !Number.isFinite(high)
        ? { nl: `minstens ${least.nl} uur`, en: `at least ${least.en} ${least.en === '1' ? 'hour' : 'hours'}` }
        : least.nl === most.nl
          ? { nl: `${least.nl} uur`, en: `${least.en} ${word}` }
          : { nl: `${least.nl} tot ${most.nl} uur`, en: `${least.en} to ${most.en} ${word}` };
}

const ENGLISH_UNITS: Readonly<Record<string, string>> = {
    dag: 'day',
    dagen: 'days',
    week: 'week',
    weken: 'weeks',
    maand: 'month',
    maanden: 'months',
    jaar: 'year',
};
const PLURAL: Readonly<Record<string, string>> = { week: 'weken', maand: 'maanden' };
const SINGULAR: Readonly<Record<string, string>> = { weken: 'week', maanden: 'maand', jaren: 'jaar' };

function figures({ low, high }: Moment, { nl, en }: Bilingual, length = 1): Bilingual {
    const [least, most] = [rounded(low / length), rounded(high / length)];
    if (!Number.isFinite(high)) {
        return { nl: `minstens ${least.nl} ${nl}`, en: `at least ${least.en} ${en}` };
    }
    return low === high
        ? { nl: `${least.nl} ${nl}`, en: `${least.en} ${en}` }
        : { nl: `${least.nl} tot ${most.nl} ${nl}`, en: `${least.en} to ${most.en} ${en}` };
}

/** A figure without decimals: 20.4 is "ruim 20", and 20.9 "bijna 21". */
function rounded(value: number): Bilingual {
    const whole = formatNumber(value, 0);
    return Math.abs(value - Math.round(value)) < 0.01
        ? whole
        : value > Math.round(value)
          ? { nl: `ruim ${whole.nl}`, en: `just over ${whole.en}` }
          : { nl: `bijna ${whole.nl}`, en: `almost ${whole.en}` };
}

/** When something happens, as a log has it. */
interface When {
    readonly time: Moment;
    /** the dates of the earliest and the latest moment, where they are known */
    readonly date?: string;
    readonly latestDate?: string;
}

/** When something happens, in days since `aanmelding`, with the dates where they are known: `dag 3 tot 10`. */
export function momentInWords({ time, date, latestDate }: When): Bilingual {
    const [least, most] = [time.low, time.high].map((day) => String(Math.floor(day)));
    const on = date === undefined ? '' : `${date}, `;
    if (!Number.isFinite(time.high)) {
        return { nl: `${on}dag ${least ?? ''} of later`, en: `${on}day ${least ?? ''} or later` };
    }
    const [until, to] =
        date === undefined || latestDate === undefined || date === latestDate
            ? [on, on]
            : [`${date} tot ${latestDate}, `, `${date} to ${latestDate}, `];
    return least === most
        ? { nl: `${until}dag ${least ?? ''}`, en: `${to}day ${least ?? ''}` }
        : { nl: `${until}dag ${least ?? ''} tot ${most ?? ''}`, en: `${to}day ${least ?? ''} to ${most ?? ''}` };
}

function withOpen({ nl, en }: Bilingual, open: readonly string[]): Bilingual {
    const list = open.join(', ');
    return open.length === 0
        ? { nl, en }
        : { nl: `${nl}, niet of vaag gezegd bij ${list}`, en: `${en}, not or vaguely stated at ${list}` };
}
