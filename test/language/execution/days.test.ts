import { describe, expect, it } from 'vitest';
import { publicHolidays } from '../../../language/execution/calendar.js';
import { workingDays } from '../../../language/execution/days.js';

const DAY = 86_400_000;

function dayOf(year: number, month: number, day: number): number {
    return Date.UTC(year, month - 1, day) / DAY;
}

function weekday(day: number): number {
    return new Date(day * DAY).getUTCDay();
}

const YEARS = Array.from({ length: 40 }, (_, i) => 2020 + i);
const OFF = new Set(YEARS.flatMap((y) => [...publicHolidays(y)].map((date) => Date.parse(date) / DAY)));

/** How many calendar days after a day so many working days are over. */
function counted(from: number, count: number, off: ReadonlySet<number>): number {
    let day = from;
    for (let left = count; left > 0;) {
        day++;
        if (weekday(day) !== 0 && weekday(day) !== 6 && !off.has(day)) {
            left--;
        }
    }
    return day - from;
}

describe('working days in calendar days', () => {
    const first = dayOf(2020, 1, 1);
    const starts = Array.from({ length: 365 * 38 }, (_, i) => first + i);

    it('are bounded by what the calendar gives without holidays', () => {
        for (const count of [1, 2, 3, 4, 5, 6, 7, 10, 11, 20, 23]) {
            const all = starts.slice(0, 14).map((from) => counted(from, count, new Set()));
            const { low, high } = workingDays(count);
            expect([low, high], `${String(count)} working days`).toEqual([Math.min(...all), Math.max(...all)]);
        }
    });

    it('never take longer than the most, whatever the holidays of 2020 to 2057', () => {
        for (const count of [1, 2, 3, 5, 8, 10, 20, 60]) {
            const longest = starts.reduce((most, from) => Math.max(most, counted(from, count, OFF)), 0);
            expect(workingDays(count).most, `${String(count)} working days`).toBeGreaterThanOrEqual(longest);
            expect(workingDays(count).most).toBeGreaterThan(workingDays(count).high);
        }
    });

    it('are nothing when there are none', () => {
        expect(workingDays(0)).toMatchObject({ low: 0, high: 0, most: 0 });
    });
});
