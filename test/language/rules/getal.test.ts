import { describe, expect, it } from 'vitest';
import { numbersIn } from '../../../language/text/amounts-in-text.js';
import { checkFor, expectFindings, pointedAt } from '../rule-tester.js';

const CODE = 'meta/getal';

const saying = (statement: string, quote: string, block = 'stap S') =>
    `bron Handboek\ninterventie X {\n    aanpak {\n        ${block} {\n            ${statement} volgens Handboek "${quote}"\n        }\n    }\n}\n`;

describe('a number and the quotation behind it', () => {
    it.each([
        ['contacten 5', 'In de regel zijn er zes gesprekken.', 'zes gesprekken'],
        ['contacten 5', 'Er zijn 6 huisbezoeken.', '6 huisbezoeken'],
        ['contacten 5 gesprekken', 'Wij voeren twaalf wekelijkse gesprekken.', 'twaalf wekelijkse gesprekken'],
        ['duur 6 weken', 'Na de start duurt het traject 8 weken.', '8 weken'],
        ['duur 1 week', 'Een traject van drie weken.', 'drie weken'],
        ['duur hoogstens 6 weken', 'Het duurt zeven weken.', 'zeven weken'],
        ['duur hoogstens 6 weken', 'Het duurt maximaal 8 weken.', '8 weken'],
        ['duur 8 weken', 'Het duurt ten hoogste zes weken.', 'zes weken'],
        ['duur 4 weken', 'Het duurt minstens zes weken.', 'zes weken'],
        ['frequentie 2 keer per week', 'De werker komt drie keer per week.', 'drie keer'],
        ['termijn 3 werkdagen', 'Binnen vijf werkdagen is er contact.', 'vijf werkdagen'],
        ['duur 1,5 uur', 'Het gesprek duurt 2 uur.', '2 uur'],
        ['duur 6 weken', 'De pilot duurt 6 maanden.', '6 maanden'],
        ['duur 6 jaar', 'De pilot duurt zes maanden.', 'zes maanden'],
    ])('contradict each other: %s, “%s”', async (statement, quote, quoted) => {
        const text = saying(statement, quote);
        const [finding] = await expectFindings(CODE, text, [
            { line: 5, says: `de aanhaling uit bron \`Handboek\` zegt “${quoted}”`, severity: 'warning' },
        ]);
        expect(finding && pointedAt(text, finding)).toBe(statement.replace(/^\w+ /, ''));
    });

    it.each([
        ['it says the same', 'contacten 6', 'Er zijn zes gesprekken.'],
        ['it says the same elsewhere', 'contacten 5', 'Eerst vijf, later zes gesprekken.'],
        ['it says it of another unit', 'contacten 5', 'Het duurt zes weken.'],
        ['another unit has the same number too', 'duur 6 weken', 'Na 6 weken volgt nazorg van 6 maanden.'],
        ['another length has another number', 'duur 6 weken', 'Het kind is 4 jaar.'],
        ['it says the same in words of another unit', 'duur 6 dagen', 'Er is elke 6 weken een gesprek.'],
        ['it says it of time', 'duur 5 dagen', 'Binnen zes werkdagen.'],
        ['it has more of that unit', 'contacten 5', 'Zes gesprekken thuis en zeven gesprekken op school.'],
        ['it has a range', 'contacten 5', 'Er zijn vier tot acht gesprekken.'],
        ['it has a range in figures', 'contacten 5', 'Er zijn 4-8 gesprekken.'],
        ['it has a range with both', 'contacten 5', 'Er zijn vier tot en met acht gesprekken.'],
        ['it has a range of units', 'duur 5 weken', 'Dat duurt 4 weken tot 3 maanden.'],
        ['it leaves a choice', 'contacten 5', 'Er zijn zeven of acht gesprekken.'],
        ['it is vague', 'contacten 5', 'Er zijn ongeveer zes gesprekken.'],
        ['it is a mean', 'contacten 5', 'Er zijn gemiddeld 6,4 gesprekken.'],
        ['it is about a part', 'contacten 5', 'De eerste drie gesprekken zijn thuis.'],
        ['it says when', 'duur 5 weken', 'Na zes weken is er een evaluatie.'],
        ['it says how often', 'duur 5 weken', 'Om de zes weken is er een evaluatie.'],
        ['it says each', 'contacten 5', 'Er zijn twee keer zes gesprekken.'],
        ['it has an ordinal', 'contacten 5', 'In het 3e gesprek.'],
        ['it has a compound', 'duur 5 weken', 'De 6-weekse training.'],
        ['it has another period', 'frequentie 2 keer per week', 'De werker komt drie keer per maand.'],
        ['it counts something else', 'duur 5 weken', 'Het duurt drie keer.'],
        ['it leaves room for it', 'duur 5 weken', 'Het duurt hoogstens zes weken.'],
        ['the article is no number', 'contacten 5', 'Er is een gesprek.'],
        ['the statement is vague', 'contacten ongeveer 5', 'Er zijn zes gesprekken.'],
        ['the statement is a range', 'contacten 5 tot 7', 'Er zijn zes gesprekken.'],
        ['the statement is open', 'contacten onbekend', 'Er zijn zes gesprekken.'],
        ['the statement is a part of a whole', 'contacten 5 van 7', 'Er zijn zes gesprekken.'],
        ['the statement has more values', 'contacten 5, 6', 'Er zijn zeven gesprekken.'],
    ])('are left alone where %s', async (_, statement, quote) => {
        expect(await checkFor(CODE, saying(statement, quote))).toEqual([]);
    });

    it('is found in a block of the file, of a handover and of the aanpak too', async () => {
        const claim = (quote: string) => `volgens Handboek "${quote}"`;
        const text = [
            'bron Handboek',
            `rol R { caseload 20 gezinnen ${claim('Een werker heeft 15 gezinnen.')} }`,
            'interventie X {',
            `    aanpak { contactbudget hoogstens 5 ${claim('Er zijn hoogstens zes contacten.')} }`,
            `    overdracht H van R naar R { gesprekken 2 ${claim('Bij de overdracht zijn er drie gesprekken.')} }`,
            '}',
            '',
        ].join('\n');
        await expectFindings(CODE, text, [
            { line: 2, says: '15 gezinnen' },
            { line: 4, says: 'zes contacten' },
            { line: 5, says: 'drie gesprekken' },
        ]);
    });
});

describe('the numbers of a text', () => {
    it('are read in figures, with the Dutch signs, and in words', () => {
        const { numbers, amounts } = numbersIn('1.250 gezinnen, 6,4 %, één kind en twaalf scholen', (w) =>
            /^(gezinnen|%|kind|scholen)$/.test(w),
        );
        expect(numbers).toEqual([1250, 6.4, 1, 12]);
        expect(amounts.map((a) => a.text)).toEqual(['1.250 gezinnen', '6,4 %', 'één kind', 'twaalf scholen']);
    });
});
