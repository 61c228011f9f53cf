import { gregorianEaster } from 'date-easter';

/** Days on which nobody works, besides Saturday and Sunday: public holidays, and the further ones of the settings. */
export interface DaysOff {
    /** whether a day is one, as an ISO date */
    readonly has: (date: string) => boolean;
    /** the further ones, as ISO dates */
    readonly further: readonly string[];
}

const DAY = 86_400_000;

/**
 * The days off of a case.
 *
 * @param further days besides public holidays, ISO dates: `holidays` of the settings
 */
export function daysOff(further: readonly string[] = []): DaysOff {
    const key = further.join();
    const off = key === '' ? PUBLIC_HOLIDAYS : last?.key === key ? last.off : made(further);
    last = { key, off };
    return off;
}

/** The days off that were last asked for; what is known of a calendar is kept with it (spans.ts). */
let last: { readonly key: string; readonly off: DaysOff } | undefined;

function made(further: readonly string[]): DaysOff {
    const all = new Set(further);
    const years = new Map<string, ReadonlySet<string>>();
    const isPublic = (date: string): boolean => {
        const year = date.slice(0, 4);
        const known = years.get(year) ?? publicHolidays(Number(year));
        years.set(year, known);
        return known.has(date);
    };
    return {
        has: (date) => all.has(date) || isPublic(date),
        further: [...all],
    };
}

/** Public holidays only. */
export const PUBLIC_HOLIDAYS: DaysOff = made([]);

/**
 * The days that article 3 of the Dutch Algemene termijnenwet takes for public holidays, Good Friday included, which its
 * second paragraph puts on a par, and Liberation day each year. The library `date-holidays` knows them too, with those of
 * all other countries, which make it too large to take along in the tool and the editor: a test holds these days against
 * that library's (test/language/execution/calendar.test.ts).
 */
export function publicHolidays(year: number): ReadonlySet<string> {
    const { month, day } = gregorianEaster(year);
    const easter = Date.UTC(year, month - 1, day);
    const kingsDay = Date.UTC(year, 3, year < 2014 ? 30 : 27);
    const sunday = new Date(kingsDay).getUTCDay() === 0;
    return new Set(
        [
            Date.UTC(year, 0, 1),
            ...[-2, 1, 39, 50].map((n) => easter + n * DAY),
            sunday ? kingsDay - DAY : kingsDay,
            Date.UTC(year, 4, 5),
            Date.UTC(year, 11, 25),
            Date.UTC(year, 11, 26),
        ].map((time) => isoDay(new Date(time))),
    );
}

/** Whether it is Saturday or Sunday. */
export function isWeekend(date: Date): boolean {
    const weekday = date.getUTCDay();
    return weekday === 0 || weekday === 6;
}

export function isoDay(date: Date): string {
    return date.toISOString().slice(0, 10);
}
