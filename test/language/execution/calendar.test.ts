import Holidays from 'date-holidays';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysOff, publicHolidays } from '../../../language/execution/calendar.js';
import { rangeInDays } from '../../../language/execution/days.js';
import { tijdSom } from '../../../language/rules/catalogue/tijd/som.js';
import { clockFrom } from '../../../language/simulate/clock.js';
import { check } from '../rule-tester.js';

const YEARS = Array.from({ length: 61 }, (_, i) => 2000 + i);

/** Days off that the law names and the library lists as days on which schools are closed. */
const ON_A_PAR = ['Goede Vrijdag', 'Bevrijdingsdag'];

describe('public holidays', () => {
    it.each(YEARS)('of %d are those of date-holidays, but for Sundays that are one each year', (year) => {
        const listed = new Holidays('NL', { languages: 'nl' })
            .getHolidays(year)
            .filter(({ type, name }) => type === 'public' || ON_A_PAR.includes(name))
            .filter(({ name }) => name !== 'Pasen' && name !== 'Pinksteren')
            .map(({ date }) => date.slice(0, 10));
        expect([...publicHolidays(year)].sort()).toEqual([...new Set(listed)].sort());
    });
});

const date = fc
    .date({ min: new Date('2024-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
    .map((d) => d.toISOString().slice(0, 10));

describe('further days off', () => {
    it('are counted by the simulator and bounded by the analysis alike', () => {
        fc.assert(
            fc.property(
                fc.array(date, { maxLength: 30 }),
                date,
                fc.integer({ min: 1, max: 40 }),
                (further, start, n) => {
                    const counted = clockFrom(start, further).add(0, n, 'werkdagen') ?? Number.NaN;
                    const [least, most] = rangeInDays(n, 'werkdagen', daysOff(further)) ?? [];
                    expect(counted).toBeGreaterThanOrEqual(least ?? Number.NaN);
                    expect(counted).toBeLessThanOrEqual(most ?? Number.NaN);
                },
            ),
            { numRuns: 400 },
        );
        // a closed fortnight is longer than any public holidays
        const closed = Array.from({ length: 14 }, (_, i) => `2026-08-${String(i + 3).padStart(2, '0')}`);
        expect(clockFrom('2026-07-31', closed).add(0, 1, 'werkdagen')).toBe(17);
        expect(rangeInDays(1, 'werkdagen')?.[1]).toBeLessThan(17);
        expect(rangeInDays(1, 'werkdagen', daysOff(closed))?.[1]).toBe(17);
    });

    it('count once where they are holidays, in a weekend or said twice', () => {
        const most = (...further: string[]) => rangeInDays(1, 'werkdagen', daysOff(further))?.[1];
        expect(most()).toBe(most('2027-04-27', '2027-03-06', '2027-03-08', '2027-03-08'));
        // Christmas on Friday and Saturday, with the days around it
        expect(most('2026-12-21', '2026-12-22', '2026-12-23', '2026-12-24', '2026-12-28')).toBe(11);
    });

    it('make what would surely fit depend on the calendar', async () => {
        const text = `interventie Proef "Proef" {
            duur hoogstens ${String(rangeInDays(5, 'werkdagen')?.[1])} dagen
            aanpak { stap A { duur precies 5 werkdagen } }
        }`;
        const rules = { rules: [tijdSom] };
        expect(await check(text, rules)).toEqual([]);
        const holidays = ['2026-08-03', '2026-08-04', '2026-08-05', '2026-08-06', '2026-08-07'];
        const found = await check(text, { ...rules, settings: { holidays } });
        expect(found.map((f) => [f.severity, f.message.nl])).toEqual([
            ['info', expect.stringContaining('hangt af van weekenden, feestdagen')],
        ]);
    });
});
