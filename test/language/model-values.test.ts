import { describe, expect, test } from 'vitest';
import type { Statement } from '../../language/model/protocol.js';
import type { Part } from '../../language/model/units.js';
import {
    daysIn,
    interval,
    isExact,
    isVague,
    isWorkingDays,
    parseDate,
    parseNumber,
    type Quantity,
    type Value,
} from '../../language/model/values.js';
import { bare } from './support/bare.js';
import { inBlock, protocol } from './support/language.js';

/** The statement `duur …` with this value. */
async function statement(value: string): Promise<Statement> {
    const [found] = (await protocol(inBlock('interventie', `duur ${value}`))).statements;
    return found ?? expect.fail(`no statement with ${value}`);
}

async function valueOf(text: string): Promise<Value> {
    return (await statement(text)).values[0] ?? expect.fail(`no value in ${text}`);
}

async function quantity(text: string): Promise<Quantity> {
    const value = await valueOf(text);
    return value.type === 'quantity' ? value : expect.fail(`${text} is no quantity`);
}

function parts(a: number, first: string, b: number, second: string): readonly Part[] {
    return [
        { number: a, unit: first },
        { number: b, unit: second },
    ];
}

describe('quantities', () => {
    test.each<[string, Partial<Quantity>]>([
        ['6 maanden', { low: 6, high: 6, unit: 'maanden' }],
        ['6', { low: 6, high: 6 }],
        ['van 0-2 jaar', { low: 0, high: 2, highIncluded: true, unit: 'jaar' }],
        ['vanaf circa 2-6 jaar', { bound: 'about', low: 2, high: 6, highIncluded: true, unit: 'jaar' }],
        ['van 6 weken - 3 maanden', { low: 6, high: 3, highIncluded: true, lowUnit: 'weken', unit: 'maanden' }],
        ['ongeveer 6 maanden', { bound: 'about', low: 6, high: 6, unit: 'maanden' }],
        ['circa 6 maanden', { bound: 'about', low: 6, high: 6, unit: 'maanden' }],
        ['ruim 6 maanden', { bound: 'over', low: 6, high: 6, unit: 'maanden' }],
        ['bijna 6 maanden', { bound: 'almost', low: 6, high: 6, unit: 'maanden' }],
        ['minstens 6 maanden', { bound: 'at-least', low: 6, high: 6, unit: 'maanden' }],
        ['hoogstens 6 maanden', { bound: 'at-most', low: 6, high: 6, unit: 'maanden' }],
        ['precies 6 maanden', { bound: 'exactly', low: 6, high: 6, unit: 'maanden' }],
        ['meer dan 6 maanden', { bound: 'more-than', low: 6, high: 6, unit: 'maanden' }],
        ['ruim 100 ouders in 2025', { bound: 'over', low: 100, high: 100, unit: 'ouders', period: '2025' }],
        ['minder dan 6 maanden', { bound: 'less-than', low: 6, high: 6, unit: 'maanden' }],
        ['diverse keren', { numeral: 'several', unit: 'keren' }],
        ['enkele weken', { numeral: 'some', unit: 'weken' }],
        ['geen contacten', { numeral: 'none', unit: 'contacten' }],
        [
            'enkele keren per week in 2013',
            { numeral: 'some', unit: 'keren', per: { count: 1, unit: 'week' }, period: '2013' },
        ],
        ['2 tot 4 weken', { low: 2, high: 4, unit: 'weken' }],
        ['2 tot en met 4 weken', { low: 2, high: 4, unit: 'weken' }],
        ['0-19 jaar', { low: 0, high: 19, unit: 'jaar' }],
        ['0\u201319 jaar', { low: 0, high: 19, unit: 'jaar' }],
        ['van 0 \u2013 2 jaar', { low: 0, high: 2, highIncluded: true, unit: 'jaar' }],
        ['ongeveer 2 tot 4 weken', { bound: 'about', low: 2, high: 4, unit: 'weken' }],
        ['vanaf 18 jaar', { low: 18, unit: 'jaar' }],
        ['vanaf 2 tot en met 6 jaar', { low: 2, high: 6, unit: 'jaar' }],
        ['vanaf geboorte', { lowEvent: 'geboorte' }],
        ['5 van 78 trajecten in 2013', { low: 5, high: 5, total: 78, population: 'trajecten', period: '2013' }],
        [
            '10 wekelijkse bijeenkomsten van circa 1,5 uur',
            {
                low: 10,
                high: 10,
                unit: 'wekelijkse bijeenkomsten',
                size: {
                    type: 'quantity',
                    bound: 'about',
                    low: 1.5,
                    high: 1.5,
                    highIncluded: true,
                    unit: 'uur',
                    text: 'circa 1,5 uur',
                },
            },
        ],
        ['van januari 2024 tot en met 2026-12', { lowDate: '2024-01', highDate: '2026-12' }],
        ['5 gezinnen van 78 gezinnen', { low: 5, high: 5, unit: 'gezinnen', total: 78, population: 'gezinnen' }],
        [
            '90 % van "de huisartsen in Zwolle"',
            {
                low: 90,
                high: 90,
                unit: '%',
                population: 'de huisartsen in Zwolle',
                text: '90 % van de huisartsen in Zwolle',
            },
        ],
        ['2 keer per maand', { low: 2, high: 2, unit: 'keer', per: { count: 1, unit: 'maand' } }],
        [
            '3 keer per maand in januari 2013',
            { low: 3, high: 3, unit: 'keer', per: { count: 1, unit: 'maand' }, period: 'januari 2013' },
        ],
        [
            '2 gesprekken per week per gezin in 2025',
            { low: 2, high: 2, unit: 'gesprekken', per: { count: 1, unit: 'week', each: 'gezin' }, period: '2025' },
        ],
        ['1 keer per 2 weken', { low: 1, high: 1, unit: 'keer', per: { count: 2, unit: 'weken' } }],
        ['1 keer in de 2 weken', { low: 1, high: 1, unit: 'keer', per: { count: 2, unit: 'weken' } }],
        ['enkele keren per 3 maanden', { numeral: 'some', unit: 'keren', per: { count: 3, unit: 'maanden' } }],
        ['elke 2 weken', { low: 1, high: 1, per: { count: 2, unit: 'weken' } }],
        ['elke maand', { low: 1, high: 1, per: { count: 1, unit: 'maand' } }],
        ['van 2 tot 4 keer per week', { low: 2, high: 4, unit: 'keer', per: { count: 1, unit: 'week' } }],
        ['tussen 2 en 4 weken', { low: 2, high: 4, unit: 'weken' }],
        ['tussen 6 maanden en 2 jaar', { low: 6, lowUnit: 'maanden', high: 2, unit: 'jaar' }],
        ['6 weken tot 3 maanden', { low: 6, lowUnit: 'weken', high: 3, unit: 'maanden' }],
        ['2 t/m 4 weken', { low: 2, high: 4, unit: 'weken' }],
        ['tot en met 6 jaar', { high: 6, unit: 'jaar' }],
        ['t/m 6 jaar', { high: 6, unit: 'jaar' }],
        ['tot 6 gesprekken', { high: 6, unit: 'gesprekken' }],
        ['tot 5 %', { high: 5, unit: '%' }],
        ['vanaf 80 %', { low: 80, unit: '%' }],
        ['80 procent', { low: 80, high: 80, unit: '%' }],
        ['5 van de 78 trajecten', { low: 5, high: 5, total: 78, population: 'trajecten' }],
        ['20 ouders van de 8 gezinnen', { low: 20, high: 20, unit: 'ouders', total: 8, population: 'gezinnen' }],
        ['5 van de 78', { low: 5, high: 5, total: 78 }],
        ['80 % van de gezinnen', { low: 80, high: 80, unit: '%', population: 'gezinnen' }],
        ['2 jaar en 6 maanden', { low: 30, high: 30, unit: 'maanden', parts: parts(2, 'jaar', 6, 'maanden') }],
        ['1 uur en 30 minuten', { low: 90, high: 90, unit: 'minuten', parts: parts(1, 'uur', 30, 'minuten') }],
        ['1 maand en 3 dagen', { low: 31, high: 34, unit: 'dagen', parts: parts(1, 'maand', 3, 'dagen') }],
        ['1 jaar en 2 weken', { low: 379, high: 380, unit: 'dagen', parts: parts(1, 'jaar', 2, 'weken') }],
        ['5 contacten en 3 gesprekken', { parts: parts(5, 'contacten', 3, 'gesprekken') }],
        ['vanaf 2 jaar en 6 maanden', { low: 30, unit: 'maanden' }],
        ['3 keer in 2013-05-01', { low: 3, high: 3, unit: 'keer', period: '2013-05-01' }],
        ['3 effectieve uren', { low: 3, high: 3, unit: 'effectieve uren' }],
        ['6,4 %', { low: 6.4, high: 6.4, unit: '%' }],
        ['1.250 euro', { low: 1250, high: 1250, unit: 'euro' }],
        ['1.250.000,5 euro', { low: 1250000.5, high: 1250000.5, unit: 'euro' }],
        ['2000 werkdagen', { low: 2000, high: 2000, unit: 'werkdagen' }],
    ])('%s', async (text, expected) => {
        expect(bare(await valueOf(text))).toEqual({ type: 'quantity', highIncluded: true, text, ...expected });
    });

    test.each<[string, Partial<Quantity>]>([
        ['tot 6 jaar', { high: 6, unit: 'jaar' }],
        ['tot 3 werkdagen', { high: 3, unit: 'werkdagen' }],
        ['tot 2 jaar en 6 maanden', { high: 30, unit: 'maanden' }],
        ['tot geboorte', { highEvent: 'geboorte' }],
        ['vanaf 1 jaar en 6 maanden tot 4 jaar', { low: 18, lowUnit: 'maanden', high: 4, unit: 'jaar' }],
        ['vanaf 2 tot 6 jaar', { low: 2, high: 6, unit: 'jaar' }],
        ['van 2 tot 6 jaar', { low: 2, high: 6, unit: 'jaar' }],
        ['van 6 maanden tot 2 jaar', { low: 6, lowUnit: 'maanden', high: 2, unit: 'jaar' }],
        ['van zwangerschap tot 2 jaar', { lowEvent: 'zwangerschap', high: 2, unit: 'jaar' }],
        ['van 2 jaar tot schoolgaand', { low: 2, unit: 'jaar', highEvent: 'schoolgaand' }],
        ['van zwangerschap tot geboorte', { lowEvent: 'zwangerschap', highEvent: 'geboorte' }],
    ])('%s excludes its end', async (text, expected) => {
        expect(bare(await valueOf(text))).toEqual({ type: 'quantity', text, ...expected });
    });

    test('a term within a quantity', async () => {
        expect(bare(await valueOf('minstens 80 % binnen hoogstens 3 werkdagen'))).toEqual({
            type: 'quantity',
            bound: 'at-least',
            low: 80,
            high: 80,
            highIncluded: true,
            unit: '%',
            text: 'minstens 80 % binnen hoogstens 3 werkdagen',
            within: {
                type: 'quantity',
                bound: 'at-most',
                low: 3,
                high: 3,
                highIncluded: true,
                unit: 'werkdagen',
                text: 'hoogstens 3 werkdagen',
            },
        });
    });

    test('the text of a quantity has single spaces, over lines too', async () => {
        expect(await quantity('ongeveer   6\t maanden\n per   jaar')).toMatchObject({
            text: 'ongeveer 6 maanden per jaar',
            per: { count: 1, unit: 'jaar' },
        });
    });
});

describe('interval, isVague and isExact', () => {
    const open = Number.POSITIVE_INFINITY;
    test.each([
        // text, low, low included, high, high included, vague
        ['6 maanden', 6, true, 6, true, false],
        ['precies 6', 6, true, 6, true, false],
        ['minstens 6', 6, true, open, false, false],
        ['meer dan 6', 6, false, open, false, false],
        ['hoogstens 6', 0, true, 6, true, false],
        ['minder dan 6', 0, true, 6, false, false],
        ['ongeveer 6', 6, true, 6, true, true],
        ['ruim 6', 6, true, open, false, true],
        ['bijna 6', 0, true, 6, true, true],
        ['2 tot 4 weken', 2, true, 4, true, false],
        ['vanaf 2 tot 6 jaar', 2, true, 6, false, false],
        ['vanaf 2 tot en met 6 jaar', 2, true, 6, true, false],
        ['vanaf 18 jaar', 18, true, open, false, false],
        ['tot 6 jaar', 0, true, 6, false, false],
        ['tot en met 6 jaar', 0, true, 6, true, false],
        ['tussen 2 en 4 weken', 2, true, 4, true, false],
        ['elke 2 weken', 1, true, 1, true, false],
        ['van zwangerschap tot 2 jaar', 0, true, 2, false, true],
        ['geen contacten', 0, true, 0, true, false],
        ['enkele weken', 0, true, open, false, true],
        ['diverse weken', 0, true, open, false, true],
    ] as const)('%s', async (text, low, lowIncluded, high, highIncluded, vague) => {
        const q = await quantity(text);
        expect(interval(q)).toEqual({ low, lowIncluded, high, highIncluded });
        expect(isVague(q)).toBe(vague);
        expect(isExact(q)).toBe(!vague);
    });

    test.each([
        ['2026-03-01', true],
        ['"zes maanden"', false],
        ['onbekend', false],
        ['plaatselijk standaard 3 weken', false],
    ])('%s says in figures what it means: %s', async (text, exact) => {
        expect(isExact(await valueOf(text))).toBe(exact);
    });
});

describe('a quantity that was not read to its end has its words and no figure', () => {
    test.each([
        ['1 keer per week of zo', '1 keer per week'],
        ['1 keer per en 2 weken', '1 keer per'],
        ['2 à 3 keer', '2 à'],
        ['tussen 2 weken', 'tussen 2 weken'],
        ['minstens 80 % binnen', 'minstens 80 %'],
        ['3 § weken', '3 § weken'],
    ])('%s', async (text, words) => {
        const q = await quantity(text);
        expect(bare(q)).toEqual({ type: 'quantity', highIncluded: true, unread: true, text: words });
        expect(interval(q)).toMatchObject({ low: 0, high: Number.POSITIVE_INFINITY });
        expect([isVague(q), isExact(q)]).toEqual([true, false]);
    });

    test.each([
        ['3 weken\n    blablub 5', '3 weken'],
        ['3 weken volgens STJ blablub', '3 weken'],
    ])('a mistake in what follows is no mistake in it: %j', async (text, words) => {
        const q = await quantity(text);
        expect(q).toMatchObject({ low: 3, text: words });
        expect(q.unread).toBeUndefined();
    });
});

describe('other values', () => {
    test.each<[string, unknown]>([
        ['"kort"', { type: 'text', text: 'kort' }],
        ['“kort”', { type: 'text', text: 'kort' }],
        ['2026-03-01', { type: 'date', date: '2026-03-01' }],
        ['1-3-2026', { type: 'date', date: '2026-03-01' }],
        ['31-12-2026', { type: 'date', date: '2026-12-31' }],
        ['1 maart 2026', { type: 'date', date: '2026-03-01' }],
        ['12 December  2026', { type: 'date', date: '2026-12-12' }],
        [
            '1 januari 2020 tot en met 31 december 2022',
            {
                type: 'quantity',
                lowDate: '2020-01-01',
                highDate: '2022-12-31',
                highIncluded: true,
                text: '1 januari 2020 tot en met 31 december 2022',
            },
        ],
        [
            'van 2020-01-01 tot 1-6-2020',
            {
                type: 'quantity',
                lowDate: '2020-01-01',
                highDate: '2020-06-01',
                text: 'van 2020-01-01 tot 1-6-2020',
            },
        ],
        ['vanaf 1 mei 2020', { type: 'quantity', lowDate: '2020-05-01', highIncluded: true, text: 'vanaf 1 mei 2020' }],
        ['onbekend', { type: 'unknown' }],
        ['onbekend omdat "x"', { type: 'unknown', reason: 'x' }],
        ['onbekend, verwacht in 2014', { type: 'unknown', expected: '2014' }],
        ['onbekend omdat "x", verwacht in januari 2014', { type: 'unknown', reason: 'x', expected: 'januari 2014' }],
        ['plaatselijk', { type: 'local' }],
        [
            'plaatselijk "de wijk kiest" standaard 3 weken',
            {
                type: 'local',
                reason: 'de wijk kiest',
                standard: { type: 'quantity', low: 3, high: 3, highIncluded: true, unit: 'weken', text: '3 weken' },
            },
        ],
    ])('%s', async (text, expected) => {
        expect(bare(await valueOf(text))).toEqual(expected);
    });

    test('a list of values of several kinds', async () => {
        expect(
            (await statement('"lang", 3 weken, onbekend, plaatselijk, 2026-03-01')).values.map((v) => v.type),
        ).toEqual(['text', 'quantity', 'unknown', 'local', 'date']);
    });

    test.each([
        ['veelal', 'usually'],
        ['in beginsel', 'in-principle'],
        ['zo nodig', 'if-needed'],
        ['bij voorkeur', 'preferably'],
        ['', undefined],
    ])('how firm it is: %s', async (words, modality) => {
        const s = await statement(`${words} 3 weken`);
        expect(s.modality).toBe(modality);
        expect(s.values).toMatchObject([{ low: 3, unit: 'weken' }]);
    });

    test.each([
        ['"""Eén regel."""', 'Eén regel.'],
        ['"""\n    Eerste regel,\n      dieper,\n\n    laatste.\n    """', 'Eerste regel,\n  dieper,\n\nlaatste.'],
        ['"""\r\n    Windows,\r\n    regels.\r\n    """', 'Windows,\nregels.'],
        ['"""   zo begonnen\n   en verder\n"""', 'zo begonnen\nen verder'],
        ['"""\n\n    lege regels eromheen\n\n    """', 'lege regels eromheen'],
        ['""""Een citaat" en meer."""', '"Een citaat" en meer.'],
        ['""""""', ''],
        ['""', ''],
    ])('text in triple quotes %j', async (text, expected) => {
        const p = await protocol(`interventie X {\n  samenvatting ${text}\n}`);
        expect(p.statements[0]?.values).toEqual([
            { type: 'text', text: expected, ...(text.startsWith('"""') ? { markdown: true } : {}) },
        ]);
    });
});

describe('numbers and dates', () => {
    test.each([
        ['0', 0],
        ['12', 12],
        ['1250', 1250],
        ['1.250', 1250],
        ['12.345.678', 12345678],
        ['6,4', 6.4],
        ['1.250,75', 1250.75],
    ])('%s is %d', (text, expected) => {
        expect(parseNumber(text)).toBe(expected);
    });

    test.each([
        ['2026-03-01', '2026-03-01'],
        ['2024-02-29', '2024-02-29'],
        ['1-3-2026', '2026-03-01'],
        ['01-03-2026', '2026-03-01'],
        ['1 maart 2026', '2026-03-01'],
        ['31 Mei 2026', '2026-05-31'],
        ['31 april 2026', undefined],
        ['1 lente 2026', undefined],
        ['29-2-2026', undefined],
        ['2026-02-30', undefined],
        ['31-4-2026', undefined],
        ['2026-13-01', undefined],
        ['2026-00-10', undefined],
        ['0-3-2026', undefined],
        ['2026', undefined],
        ['', undefined],
    ])('the day %j is %j', (text, expected) => {
        expect(parseDate(text)).toBe(expected);
    });

    test('a day that does not exist stays as it is written, for a rule to report', async () => {
        expect(await valueOf('2026-02-30')).toEqual({ type: 'date', date: '2026-02-30' });
    });

    test.each([
        ['dag', 1],
        ['weken', 7],
        ['jaar', 365.25],
        ['maanden', 365.25 / 12],
        ['uur', 1 / 24],
        ['minuten', 1 / 1440],
        ['werkdagen', undefined],
        ['gezinnen', undefined],
        ['constructor', undefined],
    ])('%s in days', (unit, days) => {
        expect(daysIn(unit)).toBe(days);
    });

    test('working days have no length of their own', () => {
        expect(['werkdag', 'werkdagen', 'dagen'].map(isWorkingDays)).toEqual([true, true, false]);
    });
});
