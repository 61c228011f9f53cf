import { describe, expect, it } from 'vitest';
import { checkFor } from '../rule-tester.js';

const TERMS = 'tijd/onhaalbaar';
const SUM = 'tijd/som';

const approach = (body: string, before = '') =>
    `interventie Proef "Proef" {\n${before}\naanpak {\n${body}\neinde Klaar\n}\n}\n`;

async function severities(code: string, text: string): Promise<string[]> {
    return (await checkFor(code, text)).map((f) => f.severity);
}

/** One step with a length and a term. */
const step = (length: string, term: string) => approach(`stap A { duur ${length}\ntermijn ${term} }`);

describe('a term', () => {
    it.each([
        ['meer dan 2 weken', '2 weken'],
        ['precies 2 weken', 'minder dan 2 weken'],
        ['precies 5 werkdagen', '4 dagen'],
        ['precies 6 werkdagen', '1 week'],
        ['minstens 5 werkdagen', '4 werkdagen'],
        ['precies 1 jaar', '364 dagen'],
        ['precies 1 jaar', '11 maanden'],
        ['precies 32 dagen', '1 maand'],
        ['precies 36 uur', '1 dag'],
        ['precies 1 werkdag', '4 uur'],
        ['precies 3 maanden', '2 maanden'],
        ['precies 35 dagen', '1 maand en 3 dagen'],
    ])('cannot be met: %s in %s', async (length, term) => {
        expect(await severities(TERMS, step(length, term))).toEqual(['error']);
    });

    it.each([
        ['minder dan 2 weken', '2 weken'],
        ['precies 2 weken', 'tot 2 weken'],
        ['precies 5 werkdagen', '5 werkdagen'],
        ['precies 10 werkdagen', '4 weken'],
        ['precies 1 maand', '1 maand'],
        ['precies 1 jaar', '12 maanden'],
        ['precies 2 kwartalen', '6 maanden'],
        ['precies 1 jaar', '366 dagen'],
        ['precies 28 dagen', '1 maand'],
        ['precies 24 uur', '1 dag'],
        ['ruim 2 weken', '3 weken'],
        ['bijna 2 weken', '2 weken'],
        ['veelal 1 week', '2 weken'],
    ])('can be met: %s in %s', async (length, term) => {
        expect(await severities(TERMS, step(length, term))).toEqual([]);
    });

    it.each([
        ['precies 5 werkdagen', '6 dagen'],
        ['precies 5 werkdagen', '1 week'],
        ['precies 10 werkdagen', '2 weken'],
        ['precies 2 weken', '10 werkdagen'],
        ['precies 30 dagen', '1 maand'],
        ['precies 1 jaar', '365 dagen'],
        ['precies 33 dagen', '1 maand en 3 dagen'],
    ])('depends on the calendar: %s in %s', async (length, term) => {
        const [found, ...more] = await checkFor(TERMS, step(length, term));
        expect([found?.severity, found?.message.nl, more]).toEqual([
            'info',
            expect.stringContaining('hangt af van'),
            [],
        ]);
    });

    it.each([
        ['ruim 2 weken', '2 weken'],
        ['ongeveer 2 weken', '2 weken'],
        ['ongeveer 2 weken', 'minder dan 2 weken'],
        ['veelal 2 weken', '2 weken'],
        ['bijna 2 weken', '1 week'],
        ['precies 3 weken', 'ruim 2 weken'],
        ['precies 2 weken', 'bijna 2 weken'],
    ])('is not decided by what is vague: %s in %s', async (length, term) => {
        const [found, ...more] = await checkFor(TERMS, step(length, term));
        expect([found?.severity, found?.message.nl, more]).toEqual([
            'info',
            expect.stringContaining('de tijd bij `A` is niet precies'),
            [],
        ]);
    });

    it('that counts from work in working days counts from a working day', async () => {
        const after = (term: string) =>
            approach(`stap A { duur precies 1 werkdag }\nstap B { duur precies 5 werkdagen termijn ${term} }`);
        expect(await severities(TERMS, after('6 dagen na A'))).toEqual(['error']);
        expect(await severities(TERMS, after('6 dagen'))).toEqual(['error']);
        expect(await severities(TERMS, after('1 week na A'))).toEqual(['info']);
        expect(await severities(TERMS, after('5 werkdagen na A'))).toEqual([]);
    });

    it('is no matter of what else on the course is in another unit', async () => {
        const text = approach(`
            stap A { duur precies 1 maand termijn 1 maand }
            stap B { duur precies 10 werkdagen termijn 10 werkdagen }
            fase F { duur precies 3 maanden stap C { duur precies 60 dagen } }`);
        expect(await severities(TERMS, text)).toEqual([]);
    });

    it.each([
        ['from its own begin', 'stap C { duur precies 3 weken  termijn 2 weken anders: Z }'],
        ['behind other work', 'stap B { duur 1 dag }\nstap C { duur precies 3 weken  termijn 2 weken na B anders: Z }'],
        [
            'from the begin of work in parallel',
            `gelijktijdig G {
                stap B { duur precies 2 weken }
                stap C { duur precies 3 weken  termijn 2 weken na begin van B anders: Z }
             }`,
        ],
    ])('with `anders` that always runs out is no error, counted %s', async (_, body) => {
        const found = await checkFor(TERMS, approach(`${body}\nstap D { daarna: Klaar }\nstap Z { daarna: Klaar }`));
        expect(found.map((f) => [f.severity, f.message.nl])).toEqual([
            [
                'warning',
                '“2 weken” van `C` loopt altijd af voordat het werk klaar is, dus gaat het altijd naar `Z`. Moet `C` af kunnen komen, maak de termijn dan langer of het werk korter.',
            ],
        ]);
    });

    it('of strict parts adds them up', async () => {
        const twice = (term: string) =>
            approach(`stap A { duur meer dan 1 week }\nstap B { duur meer dan 1 week termijn ${term} na aanmelding }`);
        expect(await severities(TERMS, twice('2 weken'))).toEqual(['error']);
        expect(await severities(TERMS, twice('15 dagen'))).toEqual([]);
    });

    it('is told how to write it, so that it can be met', async () => {
        const texts = [
            step('meer dan 2 weken', '2 weken'),
            step('precies 1 werkdag', '4 uur'),
            step('precies 32 dagen', '1 maand'),
            step('minstens 9 werkdagen', '8 werkdagen'),
            approach('stap A { duur precies 3 weken }\nstap B { duur 1 uur termijn 2 weken na aanmelding }'),
            approach('stap A\nstap B { duur precies 2 weken }\nstap C { termijn 1 week na begin van B }'),
            approach('fase F { duur precies 1 week\nstap A { duur precies 6 werkdagen } }'),
        ];
        for (const text of texts) {
            const [found] = await checkFor(TERMS, text);
            const mend = /Schrijf `([^`]+)`/.exec(found?.message.nl ?? '')?.[1] ?? '';
            const { start, end } = found?.at.range ?? {};
            const lines = text.split('\n');
            const line = lines[start?.line ?? 0] ?? '';
            expect([found?.severity, start?.line], text).toEqual(['error', end?.line]);
            lines[start?.line ?? 0] = line.slice(0, start?.character) + mend + line.slice(end?.character);
            const mended = lines.join('\n');
            expect(await severities(TERMS, mended), mended).not.toContain('error');
            expect(await severities('meta/syntaxis', mended), mended).toEqual([]);
        }
    });
});

describe('the duration of the whole', () => {
    it.each([
        ['hoogstens 30 dagen', 'precies 1 maand', ['info']],
        ['hoogstens 1 maand', 'precies 1 maand', []],
        ['hoogstens 1 maand', 'precies 20 werkdagen', ['info']],
        ['hoogstens 1 maand', 'precies 25 werkdagen', ['warning']],
        ['hoogstens 10 werkdagen', 'precies 10 werkdagen', []],
        ['hoogstens 9 werkdagen', 'precies 10 werkdagen', ['warning']],
        ['hoogstens 11 maanden', 'precies 1 maand herhaal precies 11 keer', ['warning']],
        ['hoogstens 12 maanden', 'precies 1 maand herhaal precies 11 keer', []],
        ['hoogstens 6 weken', 'meer dan 6 weken', ['warning']],
        ['minder dan 6 weken', 'precies 6 weken', ['warning']],
        ['minder dan 6 weken', 'minder dan 6 weken', []],
        ['meer dan 6 weken', 'precies 6 weken', ['warning']],
        ['precies 1 jaar', 'precies 364 dagen', ['warning']],
        ['precies 1 jaar', 'precies 365 dagen', ['info']],
        ['minstens 2 weken', 'precies 10 werkdagen', ['info']],
        ['minstens 2 weken', 'precies 9 werkdagen herhaal precies 1 keer', []],
        ['ruim 6 weken', 'precies 12 weken', ['info']],
        ['bijna 6 weken', 'precies 2 weken', ['info']],
        ['hoogstens 6 weken', 'ruim 6 weken', ['info']],
        ['hoogstens 1 dag', '90 minuten herhaal precies 15 keer', []],
        ['hoogstens 1 dag', '90 minuten herhaal precies 16 keer', ['warning']],
    ])('%s, with work of %s', async (whole, length, expected) => {
        expect(await severities(SUM, approach(`stap A { duur ${length} }`, `duur ${whole}`))).toEqual(expected);
    });
});
