import { describe, expect, it } from 'vitest';
import { checkFor, expectFindings } from '../rule-tester.js';

describe('opmerking/open', () => {
    const code = 'opmerking/open';

    it.each([
        ['without a state', '', 1],
        ['open', '{ stand open }', 1],
        ['done', '{ stand afgehandeld }', 0],
        ['dropped', '{ stand vervallen }', 0],
    ])('finds a remark that is open, wherever it stands: %s', async (_, state, count) => {
        const text = `interventie A {
    aanpak {
        stap B "Praten" {
            opmerking van "Els" "Hoort de steunkring hier ook bij, en wie nodigt die dan uit voor het gesprek?" ${state}
        }
    }
}
`;
        const found = await checkFor(code, text);
        expect(found.map((f) => [f.severity, f.at.range.start.line])).toEqual(Array(count).fill(['info', 3]));
        if (count > 0) {
            expect(found[0]?.message.nl).toContain(
                'van Els staat nog open: “Hoort de steunkring hier ook bij, en wie nodigt die …”',
            );
        }
    });

    it('tells a remark once, and not again where it is inherited', async () => {
        const base = 'interventie A {\n    rol R { opmerking "Wie is dit?" }\n}\n';
        await expectFindings(code, `${base}interventie B uitwerking van A\n`, [{ line: 2, says: 'Wie is dit?' }]);
    });

    const review = (rest: string) => `interventie A {
    versie "1" van 2026-03-01
    versie "2" van 2026-10-01
}
toetsingskader K { oordeel goed  thema T { indicator 1.1 "Het klopt" } }
beoordeling B van A aan de hand van K {
    bevinding 1.1 goed "Ja." { opvolging "Naam op het plan" ${rest} }
}
`;

    it.each([
        ['open without a date', '{ stand open }', /^Deze opvolging staat nog open: “Naam op het plan”/],
        ['under way', 'voor 2027-01-15 { stand lopend }', /voor 2027-01-15 staat nog open/],
        ['past its date', 'voor 2026-09-01', /moest er zijn voor 2026-09-01 .* een versie van 2026-10-01 is/],
    ])('finds a follow-up %s', async (_, rest, says) => {
        await expectFindings(code, review(rest), [{ line: 7, says, severity: 'info' }]);
    });

    it('leaves a follow-up that is done', async () => {
        expect(await checkFor(code, review('voor 2026-09-01 { stand afgehandeld }'))).toEqual([]);
    });

    it('finds the date of a version in another file', async () => {
        const files = { 'a.draaiboek': 'interventie A { versie "2" van 2026-10-01 }\n' };
        const text = `gebruik "a.draaiboek"\n${review('voor 2026-09-01').replace(/^interventie[\s\S]*?\n}\n/, '')}`;
        await expectFindings(code, text, [{ line: 4, says: 'een versie van 2026-10-01' }], { files });
    });
});
