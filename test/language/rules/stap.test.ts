import { describe, expect, it } from 'vitest';
import { checkFor, expectFindings } from '../rule-tester.js';

describe('stap/aantal', () => {
    const steps = (n: number, claim = '') =>
        Array.from({ length: n }, (_, i) => `        stap S${String(i + 1)}${claim} { door onbekend }`).join('\n');

    it('is content when the source names none', async () => {
        expect(await checkFor('stap/aantal', 'interventie A {\n    6 stappen, niet benoemd\n}\n')).toEqual([]);
    });

    it('asks to say so when none is described', async () => {
        await expectFindings('stap/aantal', 'interventie A {\n    6 stappen\n}\n', [
            { line: 2, says: '`6 stappen, niet benoemd`' },
        ]);
    });

    it('compares a number with the steps of its own source', async () => {
        const of = (count: string) =>
            `bron NJi\nbron STJ\ninterventie A {\n    aanpak {\n        ${count}\n${steps(2, ' volgens STJ')}\n    }\n}\n`;
        expect(await checkFor('stap/aantal', of('6 stappen, niet benoemd volgens NJi'))).toEqual([]);
        expect(await checkFor('stap/aantal', of('2 stappen volgens STJ'))).toEqual([]);
        await expectFindings('stap/aantal', of('3 stappen volgens STJ'), [
            { line: 5, says: 'er zijn er 2 beschreven' },
        ]);
        await expectFindings('stap/aantal', of('6 stappen volgens NJi'), [
            { line: 5, says: 'er zijn er 2 beschreven' },
        ]);
    });

    it.each([
        ['circa 6 stappen', 5, undefined],
        ['2 tot 3 stappen', 3, undefined],
        ['minstens 2 stappen', 5, undefined],
        ['onbekend aantal stappen', 5, undefined],
        ['plaatselijk aantal stappen', 5, undefined],
        ['enkele stappen', 5, undefined],
        ['meer dan 5 stappen', 5, 'Hier worden meer dan 5 stappen geteld en er zijn er 5 beschreven'],
        ['2 tot 3 stappen', 4, 'Hier worden 2 tot 3 stappen geteld en er zijn er 4 beschreven'],
        ['circa 6 stappen', 0, '`circa 6 stappen, niet benoemd`'],
        ['onbekend aantal stappen', 0, undefined],
        ['geen stappen', 0, undefined],
    ])('holds %s against %i steps only where that can be said', async (count, described, says) => {
        const text = `interventie A {\n    aanpak {\n        ${count}\n${steps(described)}\n    }\n}\n`;
        await expectFindings('stap/aantal', text, says === undefined ? [] : [{ line: 3, says }]);
    });

    it('says the source where the steps are of several', async () => {
        const text = `bron A\nbron B\ninterventie I {\n    aanpak {\n        3 stappen volgens A\n${steps(2, ' volgens A')}\n        stap T volgens B { door onbekend }\n    }\n}\n`;
        await expectFindings('stap/aantal', text, [
            { line: 5, says: 'Volgens A zijn het 3 stappen; er zijn er 2 volgens A' },
        ]);
    });

    it('lets steps that only an interruption leads to count or not', async () => {
        const of = (count: number) =>
            `interventie A {\n    gegeven gevaar: ja/nee\n    aanpak {\n        ${String(count)} stappen\n${steps(2)}\n        altijd als gevaar: Veilig\n        stap Veilig { door onbekend }\n    }\n}\n`;
        expect(await checkFor('stap/aantal', of(2))).toEqual([]);
        expect(await checkFor('stap/aantal', of(3))).toEqual([]);
        await expectFindings('stap/aantal', of(4), [{ line: 4, says: 'er zijn er 3 beschreven' }]);
    });

    it('compares a local working-out with the number that its base counts, unless the text explains the difference', async () => {
        const base = 'interventie A {\n    6 stappen, niet benoemd\n}\n';
        const local = (extra: string) =>
            `gebruik "basis.draaiboek"\ninterventie B uitwerking van A {\n    ${extra}\n    aanpak {\n${steps(5)}\n    }\n}\n`;
        const files = { 'basis.draaiboek': base };
        const [finding] = await expectFindings(
            'stap/aantal',
            local('duur onbekend'),
            [{ line: 2, says: '`A` telt er 6' }],
            { files },
        );
        expect(finding?.related[0]?.at.file).toMatch(/basis\.draaiboek$/);
        const recorded = local('tegenspraak "zes stappen of vijf" tussen "zes" en "vijf"');
        expect(await checkFor('stap/aantal', recorded, { files })).toEqual([]);
    });
});

describe('rol/stap-zonder', () => {
    it('is content with activities that all have an executor, and names the one that has none', async () => {
        const of = (...who: string[]) =>
            `interventie A {\n    rol R\n    aanpak {\n        stap S {\n${who.map((w, i) => `            activiteit "a${String(i)}" {\n${w} }`).join('\n')}\n        }\n    }\n}\n`;
        expect(await checkFor('rol/stap-zonder', of('door R', 'door onbekend'))).toEqual([]);
        await expectFindings('rol/stap-zonder', of('door R', 'duur 1 uur'), [
            { line: 7, says: 'activiteit “a1” van stap `S`' },
        ]);
        await expectFindings('rol/stap-zonder', of('duur 1 uur'), [{ line: 4, says: 'Wie doet stap `S`?' }]);
    });

    it('only warns about an escalation that nobody starts', async () => {
        const text =
            'interventie A {\n    aanpak {\n        stap S { door onbekend }\n        escalatie E { vanuit S\n daarna: S }\n    }\n}\n';
        await expectFindings('rol/stap-zonder', text, [{ line: 4, says: 'escalatie `E`', severity: 'warning' }]);
    });

    it('leaves inherited steps to what they are inherited from', async () => {
        const text = 'interventie A { aanpak { stap S } }\ninterventie B uitwerking van A\n';
        expect((await checkFor('rol/stap-zonder', text)).map((f) => f.at.range.start.line)).toEqual([0]);
    });
});

describe('rol/toerusting', () => {
    const text = (role: string, rest = '') =>
        `interventie A {\n    rol R ${role}\n    rol Q vervuld door R\n    ${rest}\n    aanpak {\n        stap S { door R }\n        stap T { door Q }\n    }\n}\n`;

    it.each([
        ['its training counts as competence', '{ opleiding "hbo"\n caseload onbekend }', ''],
        [
            'competences may stand in the delivery',
            '{ caseload hoogstens 9 gezinnen }',
            'uitvoering { competentie "luisteren" }',
        ],
        ['a client needs none', 'is cliënt', ''],
    ])('is content: %s', async (_, role, rest) => {
        const found = await checkFor('rol/toerusting', text(role, rest));
        expect(found.filter((f) => f.message.nl.includes('`R`'))).toEqual([]);
    });

    it('speaks once about a role of a shared file, where the role is used', async () => {
        const files = { 'rollen.draaiboek': 'rol R\n' };
        const use =
            'gebruik "rollen.draaiboek"\ninterventie A {\n    aanpak {\n        stap S { door R }\n        stap T { door R }\n    }\n}\n';
        const [finding] = await expectFindings(
            'rol/toerusting',
            use,
            [{ line: 4, says: '`competentie` en `caseload`' }],
            { files },
        );
        expect(finding?.fixes).toEqual([]);
    });
});

describe('regie/doorzettingsmacht', () => {
    it('is content when who fills the role has the mandate', async () => {
        const text =
            'interventie A {\n    rol R { doorzettingsmacht "Roept iedereen bij elkaar" }\n    rol Q voert regie, vervuld door R\n}\n';
        expect(await checkFor('regie/doorzettingsmacht', text)).toEqual([]);
    });

    it('asks it of who gets the direction in a handover', async () => {
        const text =
            'interventie A {\n    rol G\n    rol H\n    overdracht O van G naar H {\n        regie naar H\n    }\n}\n';
        await expectFindings('regie/doorzettingsmacht', text, [{ line: 3, says: '`H`' }]);
    });
});

describe('stap/aantal with a vague number', () => {
    it('tells where the number of steps is another one altogether', async () => {
        const text = (count: string) =>
            `interventie X {\n    aanpak {\n        ${count} stappen\n        stap A\n        stap B\n    }\n}\n`;
        await expectFindings('stap/aantal', text('circa 60'), [{ line: 3, says: 'Hier worden circa 60 stappen' }]);
        for (const count of ['circa 3', 'ruim 2', 'enkele']) {
            await expectFindings('stap/aantal', text(count), []);
        }
    });
});
