import { describe, expect, it } from 'vitest';
import { checkFor, expectFindings } from '../rule-tester.js';

const CODE = 'dosis/rekensom';
const step = (...lines: string[]) =>
    `interventie A {\n    aanpak {\n        stap S {\n${lines.map((l) => `            ${l}`).join('\n')}\n        }\n    }\n}\n`;

describe('frequency, duration and number', () => {
    it.each([
        ['frequentie 2 keer per maand', 'duur precies 1 jaar', 'contacten precies 24'],
        ['frequentie 2 keer per maand per ouder', 'duur precies 1 jaar', 'contacten precies 20'],
        ['frequentie 1 keer per week', 'duur precies 6 maanden', 'contacten precies 26'],
        ['frequentie 1 keer per week', 'duur precies 6 maanden', 'contacten precies 27'],
        ['frequentie 1 tot 2 keer per week', 'duur 10 tot 12 weken', 'contacten 15'],
        ['frequentie hoogstens 1 keer per week', 'duur 10 weken', 'contacten 4'],
        ['frequentie 1 keer per week', 'duur 30 minuten', 'contacten 12'],
        ['frequentie 1 keer per week', 'duur 20 werkdagen', 'contacten 4'],
        ['frequentie 1 keer per werkdag', 'duur 2 weken', 'contacten 9'],
        ['frequentie 1 keer per 2 tot 3 weken', 'duur 12 weken', 'contacten 5'],
        ['frequentie elke dag', 'duur 1 maand', 'contacten 28'],
        ['frequentie 1 keer per week', 'duur 10 weken', 'contacten 2 per week'],
        ['frequentie onbekend', 'duur 10 weken', 'contacten 12'],
        ['frequentie 90 minuten per week', 'duur 4 weken', 'contacten 4'],
        ['frequentie 2 uur per week', 'duur 4 weken', 'contacten 4'],
        ['frequentie 80 % per week', 'duur 4 weken', 'contacten 4'],
        ['frequentie 1 keer per week', 'duur 4 weken', 'contacten 90 minuten'],
        ['frequentie veelal 1 keer per week', 'duur 10 weken', 'contacten 20'],
        ['frequentie 1 keer per week', 'contacten 20'],
        ['frequentie 1 keer per 2 weken', 'duur precies 12 weken', 'contacten precies 6'],
        ['frequentie elke 2 weken', 'duur precies 12 weken', 'contacten precies 6'],
        ['frequentie 1 keer per maand', 'duur 2 jaar en 6 maanden', 'contacten precies 30'],
        ['frequentie 1 keer per week', 'duur 4 weken tot 3 maanden', 'contacten 5'],
        ['frequentie 1 keer per week', 'duur tot 6 weken', 'contacten 5'],
        ['frequentie 1 keer per week of zo', 'duur precies 12 weken', 'contacten precies 6'],
        ['frequentie 1 keer per week', 'duur precies 12 weken of zo', 'contacten precies 6'],
        ['frequentie 1 keer per week', 'duur precies 12 weken', 'contacten precies 6 of zo'],
    ])('agree: %s, %s, %s', async (...lines) => {
        expect(await checkFor(CODE, step(...lines))).toEqual([]);
    });

    it.each([
        [['frequentie 2 keer per maand', 'duur precies 1 jaar', 'contacten precies 20'], 'is 24 keer'],
        [['frequentie 2 keer per maand per gezin', 'duur precies 1 jaar', 'contacten precies 20'], 'is 24 keer'],
        [['frequentie 1 keer per 2 weken', 'duur precies 12 weken', 'contacten precies 12'], 'is 6 keer'],
        [['frequentie 1 keer per maand', 'duur 2 jaar en 6 maanden', 'contacten precies 24'], 'is 30 keer'],
        [['frequentie 1 tot 2 keer per week', 'duur 10 weken', 'contacten 30'], 'is 10 tot 20 keer'],
        [['frequentie 1 keer per week', 'duur 20 werkdagen', 'contacten 12'], 'is 3 tot 5 keer'],
        [['frequentie 1 keer per werkdag', 'duur 2 weken', 'contacten 12'], /is [3-7] tot 10 keer/],
        [['frequentie elke dag', 'duur 1 maand', 'contacten 32'], 'is 28 tot 31 keer'],
        [['frequentie minstens 2 keer per week', 'duur 10 weken', 'contacten hoogstens 12'], 'is minstens 20 keer'],
    ])('do not agree: %s', async (lines, says) => {
        await expectFindings(CODE, step(...lines), [{ line: 6, says, severity: 'warning' }]);
    });

    it('cannot be decided where one of them is vague', async () => {
        const [finding] = await expectFindings(
            CODE,
            step('frequentie 1 keer per week', 'duur ongeveer 6 maanden', 'contacten 12'),
            [{ line: 6, says: '“ongeveer 6 maanden” is niet precies', severity: 'info' }],
        );
        expect(finding?.data).toEqual({ computed: [25, 27] });
    });

    it.each([
        ['duur 10 weken', 'activiteit "Huisbezoek" { frequentie 1 keer per week contacten precies 25 }', 'is 10 keer'],
        [
            'duur 10 weken',
            'activiteit "Huisbezoek" { duur 1 uur frequentie 1 keer per week contacten precies 25 }',
            'is 10 keer',
        ],
        [
            'duur 10 weken',
            'activiteit "B" { duur 4 weken frequentie 1 keer per week contacten precies 10 }',
            'is 4 keer',
        ],
    ])('of an activity within the time of its step: %s, %s', async (...[period, activity, says]) => {
        await expectFindings(CODE, step(period, activity), [{ line: 5, says, severity: 'warning' }]);
    });

    it('of an activity agree', async () => {
        const activity = 'activiteit "B" { duur 1 uur frequentie 1 keer per week contacten precies 10 }';
        expect(await checkFor(CODE, step('duur 10 weken', activity))).toEqual([]);
    });

    it.each(['van 0 tot 2 jaar', 'van geboorte tot 2 jaar', 'van Geboorte tot 24 maanden'])(
        'take the period from the phase around a step: %s',
        async (extent) => {
            const text = `interventie A {\n    aanpak {\n        fase F ${extent} {\n            stap S {\n                frequentie 1 keer per maand\n                contacten 12\n            }\n        }\n    }\n}\n`;
            await expectFindings(CODE, text, [{ line: 6, says: 'is 24 keer' }]);
        },
    );

    it('take the period of a phase from birth, and none from another event', async () => {
        const text = (from: string, contacts: number) =>
            `interventie A {\n    aanpak {\n        fase F van ${from} tot 2 jaar {\n            frequentie 1 keer per maand\n            contacten ${String(contacts)}\n        }\n    }\n}\n`;
        await expectFindings(CODE, text('geboorte', 40), [{ line: 5, says: 'is 24 keer' }]);
        expect(await checkFor(CODE, text('geboorte', 24))).toEqual([]);
        expect(await checkFor(CODE, text('zwangerschap', 40))).toEqual([]);
        const about = text('0', 40).replace('tot 2', 'tot ongeveer 2');
        await expectFindings(CODE, about, [
            { line: 5, says: 'tot ongeveer 2 jaar” is niet precies', severity: 'info' },
        ]);
    });

    it('stay within the budget of contacts', async () => {
        const of = (budget: string) =>
            `interventie A {\n    duur 6 maanden\n    aanpak {\n        frequentie 1 keer per maand\n        contactbudget ${budget}\n    }\n}\n`;
        expect(await checkFor(CODE, of('hoogstens 6 contactmomenten'))).toEqual([]);
        expect(await checkFor(CODE, of('veelal 5 contactmomenten'))).toEqual([]);
        expect(await checkFor(CODE, of('12 contactmomenten'))).toEqual([]);
        expect(await checkFor(CODE, of('2 contactmomenten per week'))).toEqual([]);
        expect(await checkFor(CODE, of('2 contactmomenten van onbekend'))).toEqual([]);
        await expectFindings(CODE, of('precies 12 contactmomenten'), [{ line: 5, says: 'is 6 keer' }]);
        await expectFindings(CODE, of('hoogstens 5 contactmomenten'), [
            { line: 5, says: 'het contactbudget is “hoogstens 5' },
        ]);
    });
});

describe('dosis/rekensom of the whole interventie', () => {
    it('holds how often and how long against the intensity', async () => {
        const text = (intensity: string) =>
            `interventie X {\n    frequentie 2 keer per maand\n    duur 6 maanden\n    intensiteit ${intensity}\n}\n`;
        await expectFindings('dosis/rekensom', text('20 huisbezoeken'), [{ line: 4, says: 'is 12 keer' }]);
        for (const intensity of ['12 huisbezoeken', '2 uur', '20 huisbezoeken per jaar', 'onbekend']) {
            await expectFindings('dosis/rekensom', text(intensity), []);
        }
    });
});

describe('dosis/rekensom of a whole and its parts', () => {
    const phase = (own: string, ...inside: string[]) =>
        `interventie A {\n    gegeven g: ja/nee\n    aanpak {\n        fase F {\n            contacten ${own}\n${inside.join('\n')}\n        }\n        einde Klaar\n    }\n}\n`;

    it.each([
        ['precies 3', ['stap A { contacten precies 1 }', 'stap B { contacten precies 2 }']],
        ['precies 3', ['stap A { contacten precies 1 }', 'stap B']],
        ['hoogstens 3', ['stap A { contacten precies 1 bepaalt g herhaal hoogstens 9 keer tot g }']],
        ['precies 3', ['een van K {', 'stap A { contacten precies 3 }', 'stap B { contacten precies 1 }', '}']],
        ['ongeveer 3', ['stap A { contacten precies 9 }']],
        ['onbekend', ['stap A { contacten precies 9 }']],
        ['veelal 3', ['stap A { contacten precies 9 }']],
        ['precies 3', []],
    ])('%s agrees with %j', async (own, inside) => {
        expect(await checkFor(CODE, phase(own, ...inside))).toEqual([]);
    });

    it.each([
        ['precies 3', ['stap A { contacten precies 2 }', 'stap B { contacten precies 2 }'], 'meer contacten'],
        ['hoogstens 3', ['fase G { contacten precies 2 stap A }', 'stap B { contacten precies 2 }'], 'meer contacten'],
        ['minstens 5', ['stap A { contacten hoogstens 2 }', 'stap B { contacten precies 2 }'], 'minder contacten'],
    ])('%s does not agree with %j', async (own, inside, says) => {
        await expectFindings(CODE, phase(own, ...inside), [{ line: 5, says, severity: 'warning' }]);
    });

    it('of a step, whose activities are not all of it', async () => {
        expect(await checkFor(CODE, step('contacten precies 5', 'activiteit "B" { contacten precies 1 }'))).toEqual([]);
        await expectFindings(CODE, step('contacten precies 1', 'activiteit "B" { contacten precies 2 }'), [
            { line: 4, says: 'telt op elke weg samen meer contacten', severity: 'warning' },
        ]);
    });
});
