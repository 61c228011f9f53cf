import { describe, expect, it } from 'vitest';
import { checkFor, expectFindings, pointedAt } from '../rule-tester.js';

const CODE = 'fase/gat';
const phases = (...extents: string[]) =>
    `interventie A {\n    aanpak {\n${extents.map((e, i) => `        fase F${String(i + 1)} ${e}`).join('\n')}\n    }\n}\n`;
const followUp = (first: string, second: string) =>
    `interventie A {\n    leeftijd ${first}\n}\ninterventie B vervolg op A {\n    leeftijd ${second}\n}\n`;

describe('phases of one approach', () => {
    it.each([
        ['van geboorte tot 2 jaar', 'van 2 tot 6 jaar'],
        ['van zwangerschap tot geboorte', 'van 0 tot 2 jaar'],
        ['van 0 tot 6 maanden', 'vanaf 6 maanden tot 2 jaar'],
        ['van 0 tot en met 1 jaar', 'van 2 tot 4 jaar'],
        ['van aanmelding tot plan', 'van plan tot afscheid'],
        ['van 0 tot 24 maanden', 'van 2 tot 4 jaar'],
        ['van 0 tot 52 weken', 'van 1 tot 2 jaar'],
        ['van 0 tot 6 weken', 'van 1,5 maand tot 1 jaar'],
        ['van 0 tot 8 weken', 'van 2 tot 6 maanden'],
        ['van 0 tot 53 weken', 'van 1 tot 2 jaar'],
        ['van 0 tot 365 dagen', 'van 1 tot 2 jaar'],
        ['van 0 tot 1 jaar', 'van 52 tot 104 weken'],
        ['', 'van 2 tot 4 jaar'],
        ['vanaf 2 jaar', 'van 3 tot 4 jaar'],
        ['van 1-2 jaar', 'van 2-3 jaar'],
        ['van 1-1 jaar', 'van 1-1 jaar'],
        ['van 0 tot 2 jaar', 'van onbekend', 'van 4 tot 6 jaar'],
    ])('join: %s, %s', async (...extents) => {
        expect(await checkFor(CODE, phases(...extents))).toEqual([]);
    });

    it.each([
        ['van 0 tot 2 jaar', 'van 3 tot 4 jaar', 'een gat van 1 jaar'],
        ['tot 2 jaar', 'van 3 tot 4 jaar', 'een gat van 1 jaar'],
        ['van 0 tot 1 jaar en 6 maanden', 'van 2 tot 4 jaar', 'een gat van 6 maanden'],
        ['van 0 tot 6 maanden', 'van 9 tot 12 maanden', 'een gat van 3 maanden'],
        ['van 0 tot 3 jaar', 'van 2 tot 4 jaar', 'overlappen 1 jaar'],
        ['van 0 tot en met 2 jaar', 'van 2 tot 4 jaar', 'overlappen 1 jaar'],
        ['van 0 tot 18 maanden', 'van 2 tot 4 jaar', 'een gat van 6 maanden'],
        ['van 0 tot 6 jaar', 'van 1 tot 2 jaar', 'overlappen 1 jaar'],
        ['van 2 tot 6 jaar', 'van 0 tot 3 jaar', 'overlappen 1 jaar'],
        ['van 0 tot 50 weken', 'van 1 tot 2 jaar', 'een gat van ongeveer 2 weken'],
        ['van 0 tot 360 dagen', 'van 1 tot 2 jaar', 'een gat van ongeveer 5 dagen'],
        ['van 0 tot 60 weken', 'van 1 tot 2 jaar', 'overlappen ongeveer 2 maanden'],
    ])('do not: %s, %s', async (first, second, says) => {
        const text = phases(first, second);
        const [finding] = await expectFindings(CODE, text, [{ line: 4, says, severity: 'warning' }]);
        expect(finding && pointedAt(text, finding)).toBe('F2');
    });

    it.each([
        ['van 2 jaar tot 6 jaar', 'van geboorte tot 2 jaar'],
        ['van 2 jaar tot 6 jaar', 'van geboorte tot 2 jaar', 'van 6 tot 8 jaar'],
        ['van 1 jaar tot 2 jaar', 'van geboorte tot 52 weken'],
        ['van 1 jaar tot 2 jaar', 'van geboorte tot 53 weken'],
        ['van 2-6 jaar', 'van 0-2 jaar'],
    ])('stand in another order than they come: %s, %s', async (...extents) => {
        const [finding] = await expectFindings(CODE, phases(...extents), [
            { line: 4, says: 'Fase `F2` staat achter fase `F1`, en is al voorbij als die begint', severity: 'warning' },
        ]);
        expect(finding?.message.en).toContain('Put the phases in the order in which they come');
    });

    it('stand in another order than they come, and leave a gap', async () => {
        await expectFindings(CODE, phases('van 3 tot 6 jaar', 'van geboorte tot 2 jaar'), [
            { line: 3, says: 'Tussen fase `F2` en fase `F1` zit een gat van 1 jaar' },
            { line: 4, says: 'staat achter fase `F1`' },
        ]);
    });

    it('cannot be compared when different events lie between them', async () => {
        await expectFindings(CODE, phases('van aanmelding tot plan', 'van overdracht tot afscheid'), [
            { line: 4, says: '“plan” en “overdracht”', severity: 'info' },
        ]);
    });

    it('have no order in a group', async () => {
        const text =
            'interventie A {\n    aanpak {\n        gelijktijdig G {\n            fase P van 0 tot 4 jaar\n            fase Q van 2 tot 6 jaar\n        }\n    }\n}\n';
        expect(await checkFor(CODE, text)).toEqual([]);
    });
});

describe('an intervention and its follow-up', () => {
    it.each([
        ['0-2 jaar', 'vanaf 2 tot 6 jaar'],
        ['0-2 jaar', '3-6 jaar'],
        ['van zwangerschap tot 2 jaar', '2-6 jaar'],
        ['onbekend', '2-6 jaar'],
        ['vanaf 4 jaar', '2-6 jaar'],
        ['ongeveer 2 jaar', '6-8 jaar'],
    ])('join: %s, %s', async (first, second) => {
        expect(await checkFor(CODE, followUp(first, second))).toEqual([]);
    });

    it('leave a gap, also from a file that is used', async () => {
        const text = followUp('0-2 jaar', '4-6 jaar');
        await expectFindings(CODE, text, [{ line: 5, says: 'Tussen `A` en het vervolg `B` zit een gat van 1 jaar' }]);
        const files = { 'eerst.draaiboek': 'interventie A {\n    doelgroep D { leeftijd 0 tot en met 2 jaar }\n}\n' };
        const elsewhere = 'gebruik "eerst.draaiboek"\ninterventie B vervolg op A {\n    leeftijd 4-6 jaar\n}\n';
        const [finding] = await expectFindings(CODE, elsewhere, [{ line: 3, says: 'een gat van 1 jaar' }], { files });
        expect(finding?.related[0]?.at.file).toMatch(/eerst\.draaiboek$/);
    });

    it('overlap', async () => {
        await expectFindings(CODE, followUp('0-4 jaar', 'vanaf 2 tot 6 jaar'), [
            { line: 5, says: 'overlappen 2 jaar' },
        ]);
    });

    it('are compared by their phases when no ages are stated', async () => {
        const text = `${phases('van 0 tot 2 jaar')}interventie B vervolg op A {\n    leeftijd 3-6 jaar\n}\n`;
        await expectFindings(CODE, text, [{ line: 7, says: 'een gat van 1 jaar' }]);
    });
});

describe('ages with veelal', () => {
    it('leave room, so no gap is certain', async () => {
        const text = (word: string) =>
            `interventie Eerst { leeftijd ${word}van 0 tot 2 jaar }\ninterventie Daarna vervolg op Eerst { leeftijd vanaf 3 tot 6 jaar }\n`;
        expect(await checkFor('fase/gat', text(''))).toHaveLength(1);
        expect(await checkFor('fase/gat', text('veelal '))).toEqual([]);
    });
});

describe('fase/gat and the ages of the interventie', () => {
    it('tells of ages that no phase is for', async () => {
        const text = (ages: string) =>
            `interventie X {\n    leeftijd ${ages}\n    aanpak {\n        fase A van 0 tot 2 jaar { stap S }\n        fase B van 2 tot 4 jaar { stap T }\n    }\n}\n`;
        await expectFindings('fase/gat', text('0-6 jaar'), [{ line: 2, says: 'van 2 jaar daarvan', severity: 'info' }]);
        await expectFindings('fase/gat', text('0 tot 4 jaar'), []);
        const turned = text('0-4 jaar')
            .replace('0 tot 2', '4')
            .replace('2 tot 4', '0 tot 2')
            .replace('4 jaar {', '2 tot 4 jaar {');
        await expectFindings('fase/gat', turned, [{ line: 5, says: 'staat achter fase `A`' }]);
        await expectFindings('fase/gat', text('0 tot 6 jaar').replaceAll(/(\d) jaar {/g, '$1 weken {'), []);
    });
});

it('says which extent is too vague to tell whether phases join', async () => {
    const vague = (...extents: string[]) => checkFor(CODE, phases(...extents));
    const [finding, ...others] = await vague('van 0 tot ongeveer 2 jaar', 'van 3 tot 6 jaar');
    expect(others).toEqual([]);
    expect(finding?.severity).toBe('info');
    expect(finding?.message.nl).toMatch(
        /^Of fase `F2` begint waar fase `F1` eindigt, valt niet te zeggen: “.*ongeveer 2 jaar” is niet precies\.$/,
    );
});
