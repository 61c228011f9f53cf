import { describe, expect, it } from 'vitest';
import { checkFor } from '../rule-tester.js';

const found = async (code: string, lines: string) => {
    const text = `interventie P "P" {\nrol W\ngegeven g: ja/nee\ndocument D\naanpak {\n${lines}\n}\n}\n`;
    return (await checkFor(code, text)).map(({ severity, message, related = [] }) => [
        `${severity} ${message.nl}`,
        ...related.map((r) => r.message.nl),
    ]);
};

const CHOICE = `stap A { door W contacten precies 1 duur precies 1 dag bepaalt g daarna { als g: B anders: C } }
    stap B { door W contacten precies 5 vereist D daarna: Klaar }
    stap C { door W levert D contacten precies 0 daarna: Klaar }
    einde Klaar`;

const OVER =
    'warning De weg in het voorbeeld naar `Klaar` vraagt tot 6 contacten; het budget is 3. Verhoog het budget, of verlaag wat in het voorbeeld staat: het aantal contacten, of hoe vaak iets nog een keer mag.';

describe('what is overrun without `anders` rules out no course: the work goes on', () => {
    it.each([
        [
            'a term that the work surely overruns',
            'stap V { door W contacten 0 duur precies 2 weken termijn 1 week }',
            ['Daarbij loopt V over “1 week” heen.'],
        ],
        [
            'a term that vague work would overrun as people read it',
            'stap V { door W contacten 0 duur ongeveer 2 weken termijn 1 week }',
            ['Daarbij loopt V over “1 week” heen.'],
        ],
        [
            'the duration of a phase',
            'fase F { duur hoogstens 1 week stap V { door W contacten 0 duur ongeveer 2 weken } }',
            ['Daarbij loopt F over “hoogstens 1 week” heen.'],
        ],
        [
            'the term of a group',
            `gelijktijdig F { termijn 2 weken
                stap V { door W contacten 0 duur precies 3 weken }
                stap U { door W contacten 0 duur precies 3 weken } }`,
            ['Daarbij loopt F over “2 weken” heen.'],
        ],
        ['no term at all', 'stap V { door W contacten 0 duur ongeveer 2 weken }', []],
    ])('%s', async (_, before, overrun) => {
        const budget = await found('budget/overschreden', `contactbudget hoogstens 3\n${before}\n${CHOICE}`);
        expect(budget.map(([message, ...parts]) => [message, ...parts.filter((p) => /^Daarbij/.test(p))])).toEqual([
            [OVER, ...overrun],
        ]);
        const missing = await found('document/voor-productie', `${before}\n${CHOICE}`);
        expect(missing.map(([message = '', ...parts]) => [message.split(' ')[0], parts.at(-1)])).toEqual([
            ['error', overrun[0] ?? expect.not.stringMatching(/^Daarbij/)],
        ]);
    });

    it('still prefers a course by which all is kept', async () => {
        const before = 'stap V { door W contacten 0 duur 1 tot 3 weken termijn 2 weken }';
        const [one = []] = await found('budget/overschreden', `contactbudget hoogstens 3\n${before}\n${CHOICE}`);
        expect(one[0]).toBe(OVER);
        expect(one.filter((p) => /^Daarbij/.test(p))).toEqual([]);
    });
});

describe('a course on which a term runs out counts on work that takes longer than is stated, and says so', () => {
    const B = (length: string) => `stap A { door W duur precies 2 weken contacten precies 1 }
        stap B { door W duur ${length} contacten precies 1 termijn 2 weken anders: X daarna: Klaar }
        stap X { door W duur precies 1 week contacten precies 1 }
        einde Klaar`;
    const longer = (findings: readonly string[][]) =>
        findings.map((all) => all.filter((p) => p.startsWith('Daarbij duurt')));

    it.each([
        ['hoogstens 1 week', ['Daarbij duurt B langer dan “hoogstens 1 week”, want de termijn verstrijkt.']],
        ['1 tot 4 weken', []],
        ['ongeveer 1 week', []],
    ])('where it takes %s', async (length, told) => {
        const budget = await found('budget/overschreden', `contactbudget hoogstens 2\n${B(length)}`);
        const time = await found('tijd/som', `duur hoogstens 4 weken\n${B(length)}`);
        expect(longer([...budget, ...time])).toEqual([told, told]);
    });
});
