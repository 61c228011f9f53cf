import { describe, expect, it } from 'vitest';
import { checkFor, expectFindings } from '../rule-tester.js';

const handover = (organisation: string, role: string, document: string) => `${organisation}
interventie A {
    rol Arts
    rol Ander ${role}
    document ${document}
    overdracht H van Arts naar Ander { informatie D }
}
`;

describe('dossier/buiten-jgz', () => {
    const code = 'dossier/buiten-jgz';
    const team = 'organisatie O { soort jeugdhulp }';

    it.each([
        ['its title', 'D "Het JGZ-dossier"'],
        ['its kind', 'D { soort "JGZ-dossier" }'],
        ['its title in full', 'D "Dossier van de jeugdgezondheidszorg"'],
    ])('knows a file of the JGZ by %s', async (_, document) => {
        await expectFindings(code, handover(team, 'van O', document), [
            { line: 6, says: 'naar `Ander` van `O`, buiten de JGZ', severity: 'error' },
        ]);
    });

    it('takes a child’s file for one when the JGZ hands it over', async () => {
        const text = handover(`organisatie J { soort jgz }\n${team}`, 'van O', 'D "Kinddossier"');
        expect(await checkFor(code, text)).toEqual([]);
        await expectFindings(code, text.replace('rol Arts', 'rol Arts van J'), [{ line: 7, says: 'buiten de JGZ' }]);
    });

    it('leaves other documents, and files that stay within the JGZ', async () => {
        expect(await checkFor(code, handover(team, 'van O', 'D "Het gezinsplan"'))).toEqual([]);
        const jgz = 'organisatie O { soort jgz }';
        expect(await checkFor(code, handover(jgz, 'van O', 'D "Het JGZ-dossier"'))).toEqual([]);
    });

    it.each([
        ['the organisation', team, ''],
        ['its kind', 'organisatie O', 'van O'],
        ['a kind that is known', 'organisatie O { soort onbekend }', 'van O'],
    ])('cannot decide without %s', async (_, organisation, role) => {
        await expectFindings(code, handover(organisation, role, 'D "Het JGZ-dossier"'), [
            { line: 6, says: 'valt niet te zeggen', severity: 'info' },
        ]);
    });
});

describe('document/gegevens', () => {
    const code = 'document/gegevens';

    it('names what is missing, at the document', async () => {
        const text = handover('', '', 'D { vertrouwelijkheid onbekend }');
        const found = await expectFindings(code, text, [{ line: 5, says: '`bevat` en `bewaartermijn`' }]);
        expect(found[0]?.fixes.map((f) => f.title.nl)).toEqual([
            'Voeg `bevat onbekend` en `bewaartermijn onbekend` toe',
        ]);
    });

    it('asks nothing of a document that stays', async () => {
        expect(await checkFor(code, 'interventie A {\n    document D\n}\n')).toEqual([]);
    });

    it('tells a document once that goes along with two handovers', async () => {
        const text = handover('', '', 'D').replace(
            '{ informatie D }',
            '{ informatie D }\n overdracht I van Ander naar Arts { informatie D }',
        );
        await expectFindings(code, text, [{ line: 5, says: 'overdracht `H`' }]);
    });
});
