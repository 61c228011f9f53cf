import { describe, expect, it } from 'vitest';
import { applyFix, checkFor, expectFindings } from '../rule-tester.js';

const CODE = 'meta/ongebruikt';
const STEPS = '    aanpak {\n        stap S\n    }\n';

describe('what is described and never used', () => {
    it.each([
        ['rol Coach', 'De rol `Coach` doet nergens aan mee'],
        ['rol Coach { doorzettingsmacht onbekend }', 'Mist er een overdracht met `regie naar Coach`'],
        ['rol Gezin is cliënt', 'De rol `Gezin` is cliënt, maar doet nergens aan mee'],
        ['gegeven g: ja/nee', 'Naar het gegeven `g` vraagt geen enkele voorwaarde'],
        ['document Plan', 'Het document `Plan` wordt nergens geleverd'],
        ['begrip Kerngezin "Wie er woont."', 'Het begrip `Kerngezin` komt verder nergens'],
        ['bron Rapport', 'De bron `Rapport` wordt nergens genoemd'],
    ])('is told, and the fix takes it away: %s', async (line, says) => {
        const inside = `interventie X {\n    ${line}\n${STEPS}}\n`;
        const shared = `\n${line}\ninterventie X {\n${STEPS}}\n`;
        for (const text of /^(gegeven|document)/.test(line) ? [inside] : [inside, shared]) {
            const [finding] = await expectFindings(CODE, text, [{ line: 2, says, severity: 'info' }]);
            const mended = finding ? applyFix(text, finding) : text;
            expect(mended).toBe(text.replace(new RegExp(`.*${line.slice(0, 5)}.*\n`), ''));
        }
    });

    it.each([
        ['a role by a step', 'rol Coach', 'aanpak { stap S { door Coach } }'],
        ['a role that directs', 'rol Coach voert regie', STEPS],
        ['a role that another is filled by', 'rol Coach', `rol Regisseur voert regie, vervuld door Coach\n${STEPS}`],
        ['a fact by a condition', 'gegeven g: ja/nee', 'aanpak { toegang als g  stap S }'],
        ['a document that a step delivers', 'document Plan', 'aanpak { stap S { levert Plan } }'],
        ['a source by `volgens`', 'bron Rapport', 'principe "Samen." volgens Rapport'],
        ['a concept by its word', 'begrip Kerngezin "Wie er woont."', 'principe "Voor elk kerngezin."'],
        ['a concept by its plural', 'begrip Kerngezin "Wie er woont."', 'principe "Voor kerngezinnen."'],
        ['a concept by its words', 'begrip GedeeldeZorg "Zorg."', 'principe "Eerst een gedeelde zorg."'],
        [
            'a concept by its name elsewhere',
            'begrip GedeeldeZorg "Zorg."',
            'tegenspraak "x" tussen GedeeldeZorg en "y"',
        ],
    ])('is not told when it is used: %s', async (_, line, use) => {
        expect(await checkFor(CODE, `interventie X {\n    ${line}\n    ${use}\n}\n`)).toEqual([]);
    });

    it('does not count the concept that its own text repeats', async () => {
        await expectFindings(CODE, 'interventie X {\n    begrip Kerngezin "Een kerngezin is wie er woont."\n}\n', [
            { line: 2, says: 'Kerngezin' },
        ]);
    });

    it('is a fact that is determined and that no condition asks for', async () => {
        const text = 'interventie X {\n    gegeven g: ja/nee\n    aanpak {\n        stap S { bepaalt g }\n    }\n}\n';
        const [finding] = await expectFindings(CODE, text, [{ line: 2, says: 'wordt wel bepaald' }]);
        expect(finding?.fixes).toEqual([]);
    });

    it('is no role or document of a description without steps, and nothing in a file without interventie', async () => {
        expect(await checkFor(CODE, 'rol Coach\ninterventie X {\n    rol Werker\n    document Plan\n}\n')).toEqual([]);
        expect(await checkFor(CODE, 'rol Coach\nbron Rapport\nbegrip Kerngezin "x"\norganisatie JGZ\n')).toEqual([]);
    });

    it('is not what another loaded file uses', async () => {
        const hub =
            'organisatie JGZ\nrol Coach van JGZ\nrol Werker van JGZ\ninterventie X { aanpak { stap S { door Werker } } }\n';
        const lokaal = 'gebruik "hub.draaiboek"\ninterventie Y {\n    aanpak { stap S { door Coach } }\n}\n';
        const files = { 'lokaal.draaiboek': lokaal };
        expect(await checkFor(CODE, hub, { name: 'hub.draaiboek', files })).toEqual([]);
        await expectFindings(CODE, hub, [{ line: 2, says: 'Coach' }], { name: 'hub.draaiboek' });
    });

    it('is not a concept whose word a file that uses this one has', async () => {
        const hub = 'begrip Kerngezin "Wie er woont."\ninterventie X\n';
        const lokaal = 'gebruik "hub.draaiboek"\ninterventie Y { principe "Het kerngezin beslist." }\n';
        expect(await checkFor(CODE, hub, { name: 'hub.draaiboek', files: { 'lokaal.draaiboek': lokaal } })).toEqual([]);
        await expectFindings(CODE, hub, [{ line: 1, says: 'Kerngezin' }], {
            name: 'hub.draaiboek',
            files: { 'lokaal.draaiboek': lokaal.replace('gebruik "hub.draaiboek"\n', '') },
        });
    });
});
