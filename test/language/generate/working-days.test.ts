import { evaluate } from 'feelin';
import { expect, test } from 'vitest';
import { calendarDaysInFeel, dateAfterWorkingDaysInJuel } from '../../../language/generate/bpmn/working-days.js';
import { countsPartOfMonth, isoDuration } from '../../../language/generate/bpmn/iso-duration.js';
import { generatorById } from '../../../language/generate/registry.js';
import { clockFrom } from '../../../language/simulate/clock.js';
import type { Quantity } from '../../../language/model/values.js';
import { caseFrom } from './support.js';

test('working days are as many calendar days as the simulator counts, from each day of the week', () => {
    for (let day = 1; day <= 7; day++) {
        // from Monday 5 June 2023 on there was no holiday until Christmas
        const begin = `2023-06-${String(day + 4).padStart(2, '0')}`;
        const clock = clockFrom(begin);
        for (let days = 1; days <= 12; days++) {
            const expression = calendarDaysInFeel(days).replace('now()', `"${begin}"`);
            const { value } = evaluate(expression, {}) as { value: unknown };
            expect({ begin, days, value }).toEqual({ begin, days, value: clock.add(0, days, 'werkdagen') });
        }
    }
});

test('an expression for a timer is not longer than Operaton keeps', () => {
    expect(dateAfterWorkingDaysInJuel(999).length).toBeLessThan(240);
});

test.each([
    [3, 'dagen', 'P3D'],
    [2, 'weken', 'P14D'],
    [1, 'etmaal', 'P1D'],
    [6, 'maanden', 'P6M'],
    [18, 'maanden', 'P18M'],
    [2, 'jaar', 'P2Y'],
    [1, 'kwartaal', 'P3M'],
    [1.5, 'maanden', 'P45D'],
    [36, 'uur', 'P1DT12H'],
    [30, 'minuten', 'PT30M'],
    [5, 'werkdagen', 'P7D'],
    [4, 'gesprekken', undefined],
])('%d %s is %s', (high, unit, duration) => {
    const quantity: Quantity = { type: 'quantity', high, highIncluded: true, unit, text: `${String(high)} ${unit}` };
    expect(isoDuration(quantity)).toBe(duration);
    expect(countsPartOfMonth(quantity)).toBe(high === 1.5);
});

test('a part of a month is counted in days, and that is said; whole months stay months', async () => {
    const one = await caseFrom(`interventie X { rol R aanpak {
        stap Half { door R duur 1,5 maanden } stap Heel { door R duur 2 maanden } einde Klaar } }`);
    for (const id of ['operaton', 'zeebe']) {
        const { files, losses } = generatorById(id)?.generate(one.protocol, one.options) ?? { files: [], losses: [] };
        const text = files.map((f) => String(f.content)).join('\n');
        expect(text).toContain('P45D');
        expect(text).toContain('P2M');
        expect(losses.filter((l) => l.reason.nl.includes('deel van een maand')).map((l) => l.element)).toEqual([
            'Half',
        ]);
    }
});
