import { describe, expect, it } from 'vitest';
import { publicHolidays } from '../../../language/execution/calendar.js';
import { fewestIn, latest, mostIn, soonest, working } from '../../../language/execution/spans.js';
import { daysInMonths } from '../../../language/model/units.js';
import { PUBLIC_HOLIDAYS } from '../../../language/execution/calendar.js';

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
    const isWork = (day: number) => weekday(day) !== 0 && weekday(day) !== 6;
    const counts = [1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 20, 23, 60];

    it('are over at the soonest as the calendar gives without holidays', () => {
        for (const count of counts) {
            const fortnight = starts.slice(0, 14);
            const all = fortnight.map((from) => counted(from, count, new Set()));
            const work = fortnight.filter(isWork).map((from) => counted(from, count, new Set()));
            expect([count, soonest(count), soonest(count, true)]).toEqual([count, Math.min(...all), Math.min(...work)]);
        }
    });

    it('are over at the latest as the calendar gives with the holidays of 2020 to 2057', () => {
        for (const count of counts) {
            const longest = starts.reduce((most, from) => Math.max(most, counted(from, count, OFF)), 0);
            expect([count, latest(count, PUBLIC_HOLIDAYS)]).toEqual([count, longest]);
        }
    });

    it('are in so many calendar days at least and at most', () => {
        for (const days of [1, 2, 3, 4, 5, 6, 7, 8, 10, 14, 21, 30, 31]) {
            const inside = (from: number, off: ReadonlySet<number>) =>
                Array.from({ length: days }, (_, i) => from + i + 1).filter((d) => isWork(d) && !off.has(d)).length;
            const fewest = starts.reduce((least, from) => Math.min(least, inside(from, OFF)), days);
            const fortnight = starts.slice(0, 14);
            const most = Math.max(...fortnight.map((from) => inside(from, new Set())));
            const fromWork = Math.max(...fortnight.filter(isWork).map((from) => inside(from, new Set())));
            expect([days, fewestIn(days, PUBLIC_HOLIDAYS), mostIn(days), mostIn(days, true)]).toEqual([
                days,
                fewest,
                most,
                fromWork,
            ]);
            expect(soonest(working(days))).toBeGreaterThanOrEqual(days);
            expect(soonest(working(days) - 1)).toBeLessThan(days);
        }
    });

    it('are nothing when there are none', () => {
        expect([soonest(0), soonest(0, true), latest(0, PUBLIC_HOLIDAYS)]).toEqual([0, 0, 0]);
    });
});

describe('months in days', () => {
    it.each([
        [1, 28, 31],
        [2, 59, 62],
        [3, 89, 92],
        [6, 181, 184],
        [12, 365, 366],
        [13, 393, 397],
        [24, 730, 731],
        [48, 1461, 1461],
    ])('%i are %i to %i', (count, least, most) => {
        expect(daysInMonths(count)).toEqual([least, most]);
    });

    it('are what a date gives, with the last day where a month has no such day', () => {
        for (const count of [1, 2, 3, 5, 6, 11, 12, 13, 18]) {
            const found = Array.from({ length: 365 * 4 + 1 }, (_, i) => {
                const from = new Date(Date.UTC(2024, 0, 1 + i));
                const [month, day] = [from.getUTCMonth() + count, from.getUTCDate()];
                const last = new Date(Date.UTC(from.getUTCFullYear(), month + 1, 0)).getUTCDate();
                return (Date.UTC(from.getUTCFullYear(), month, Math.min(day, last)) - from.getTime()) / DAY;
            });
            expect([count, ...daysInMonths(count)]).toEqual([count, Math.min(...found), Math.max(...found)]);
        }
    });
});
