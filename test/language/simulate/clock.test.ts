import { describe, expect, test } from 'vitest';
import { clockFrom, later, REGISTRATION } from '../../../language/simulate/clock.js';
import { parseDuration } from '../../../language/simulate/duration.js';

const dateAfter = (start: string, days: number, unit = 'werkdagen', holidays: readonly string[] = []) => {
    const clock = clockFrom(start, holidays);
    return clock.dateOf(clock.add(0, days, unit) ?? Number.NaN);
};

describe('a date that is known', () => {
    test('working days leave out weekends', () => {
        expect(dateAfter('2026-03-05', 1)).toBe('2026-03-06');
        expect(dateAfter('2026-03-05', 2)).toBe('2026-03-09');
        expect(dateAfter('2026-03-07', 1)).toBe('2026-03-09');
    });

    test.each([
        ['New Year', '2025-12-31', '2026-01-02'],
        ['Good Friday and Easter Monday', '2026-04-02', '2026-04-07'],
        ["King's day", '2026-04-24', '2026-04-28'],
        ["King's day on the Saturday before when it is a Sunday", '2025-04-25', '2025-04-28'],
        ['Liberation day', '2026-05-04', '2026-05-06'],
        ['Ascension day', '2026-05-13', '2026-05-15'],
        ['Whit Monday', '2026-05-22', '2026-05-26'],
        ['Christmas', '2025-12-24', '2025-12-29'],
    ])('working days leave out public holidays: %s', (_, from, next) => {
        expect(dateAfter(from, 1)).toBe(next);
    });

    test('working days leave out the days off of the settings', () => {
        expect(dateAfter('2026-03-05', 1, 'werkdagen', ['2026-03-06'])).toBe('2026-03-09');
    });

    test('months and years follow the calendar', () => {
        expect(dateAfter('2026-01-31', 1, 'maand')).toBe('2026-02-28');
        expect(dateAfter('2024-02-29', 1, 'jaar')).toBe('2025-02-28');
        expect(dateAfter('2026-01-01', 2, 'weken')).toBe('2026-01-15');
    });
});

describe('without a date', () => {
    const clock = clockFrom(undefined);

    test('a case begins on a Monday and no day is a holiday', () => {
        expect(clock.add(0, 5, 'werkdagen')).toBe(7);
        expect(clock.add(0, 1, 'maand')).toBe(30.4375);
        expect(clock.dateOf(3)).toBeUndefined();
    });

    test.each([
        ['precies 2 weken', 14, 14, false],
        ['hoogstens 2 weken', 0, 14, false],
        ['minstens 2 weken', 14, Number.POSITIVE_INFINITY, false],
        ['2 tot 4 weken', 14, 28, false],
        ['ongeveer 2 weken', 0, Number.POSITIVE_INFINITY, true],
        ['bijna 2 weken', 0, 14, true],
        ['2 keer', 0, Number.POSITIVE_INFINITY, true],
    ])('%s lasts', (text, low, high, isOpen) => {
        expect(later(clock, REGISTRATION, parseDuration(text))).toEqual({ at: { low, high }, isOpen });
    });
});
