/** What a text says to be open is not asked for, and that is told. */
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../language/rules/catalogue.js';
import { check, expectFindings } from '../rule-tester.js';

const STEPS = 'aanpak {\n        stap Een { door onbekend }\n    }\n';
const text = (statement: string) => `interventie A {
    ${statement}
    doel Verder "Verder" { subdoel Eerst "Eerst" }
    ${STEPS}}
`;
const told = async (source: string, files = {}) =>
    (await check(source, { files, name: 'tekst.draaiboek' }))
        .filter((f) => f.code === 'meta/onbekend' && f.message.nl.startsWith('Doordat'))
        .map((f) => ({ line: f.at.range.start.line + 1, nl: f.message.nl }));

describe('a rule that a text switches off by saying that something is open', () => {
    it.each([
        ['veiligheid/meldcode', 'kenmerk "Meldcode" onbekend'],
        ['veiligheid/meldcode', 'vraag "Hoe wordt de meldcode gevolgd?" plaatselijk'],
        ['doelgroep/aanwezig', 'kenmerk "Doelgroep" onbekend'],
        ['doelgroep/aanwezig', 'doelgroep onbekend'],
        ['escalatie/ontbreekt', 'kenmerk "Escalatie" onbekend'],
        ['doel/meetbaar', 'kenmerk "Indicatoren" onbekend'],
    ])('%s is not asked, and %s says so where it stands', async (code, statement) => {
        const codes = (await check(text(''))).map((f) => f.code);
        expect(codes).toContain(code);
        expect((await check(text(statement))).map((f) => f.code)).not.toContain(code);
        const [one, ...others] = await told(text(statement));
        expect(others).toEqual([]);
        expect(one?.line).toBe(2);
        expect(one?.nl).toContain(`(\`${code}\`)`);
    });

    it('what may truly not be there may be said not to be there; a duty may not', async () => {
        const codes = async (statement: string) => (await check(text(statement))).map((f) => f.code);
        expect(await codes('kenmerk "Escalatie" geen omdat "Er is niemand hogerop."')).not.toContain(
            'escalatie/ontbreekt',
        );
        expect(await codes('kenmerk "Meldcode" geen omdat "Er is niets."')).toContain('veiligheid/meldcode');
        expect(await codes('kenmerk "Doelgroep" geen')).toContain('doelgroep/aanwezig');
    });

    it('nobody directs where a text says that there is no direction', async () => {
        const source = (statement: string) => `interventie A {
    rol W
    rol H
    ${statement}
    aanpak { stap Een { door W }  stap Twee { door H } }
}
`;
        const codes = async (statement: string) => (await check(source(statement))).map((f) => f.code);
        expect(await codes('')).toContain('regie/precies-een');
        expect(await codes('kenmerk "Regie" geen omdat "Een training kent geen regie."')).not.toContain(
            'regie/precies-een',
        );
    });

    it('nothing is told where the rule had nothing to say', async () => {
        const source = text('kenmerk "Meldcode" onbekend').replace('door onbekend', 'door onbekend  volgt meldcode');
        expect(await told(source)).toEqual([]);
    });

    it('one statement that switches off several is told once', async () => {
        const source = text('kenmerk "Doelgroep en meldcode" onbekend');
        const [one, ...others] = await told(source);
        expect(others).toEqual([]);
        expect(one?.nl).toContain('(`doelgroep/aanwezig`)');
        expect(one?.nl).toContain('(`veiligheid/meldcode`)');
    });

    it('in what is worked out it counts as well, and is told in each file', async () => {
        const base = 'interventie Basis {\n    kenmerk "Meldcode" onbekend\n}\n';
        const own = `gebruik "basis.draaiboek"\ninterventie A uitwerking van Basis {\n    ${STEPS}}\n`;
        const files = { 'basis.draaiboek': base };
        expect((await check(own, { files, name: 'tekst.draaiboek' })).map((f) => f.code)).not.toContain(
            'veiligheid/meldcode',
        );
        expect(await told(own, files)).toEqual([
            { line: 2, nl: expect.stringContaining('veiligheid/meldcode') as string },
        ]);
        const same = `${base}interventie A uitwerking van Basis {\n    ${STEPS}}\n`;
        expect(await told(same)).toEqual([{ line: 2, nl: expect.stringContaining('veiligheid/meldcode') as string }]);
    });

    it('is silent with meta/onbekend', async () => {
        const found = await check(text('kenmerk "Meldcode" onbekend'), {
            settings: { rules: { 'meta/onbekend': 'off' } },
        });
        expect(found.map((f) => f.code)).not.toContain('meta/onbekend');
    });

    it('is not told of a rule that the settings switch off', async () => {
        const rules = { 'veiligheid/meldcode': 'off' } as const;
        const found = await check(text('kenmerk "Meldcode" onbekend'), { settings: { rules } });
        expect(JSON.stringify(found)).not.toContain('veiligheid/meldcode');
    });

    it('names a statement that does it, which the reference shows', async () => {
        for (const { code, leftOpen } of catalogue.filter((r) => r.leftOpen)) {
            const found = await check(text(leftOpen?.example ?? ''));
            expect(
                found.map((f) => f.code),
                code,
            ).not.toContain(code);
        }
        await expectFindings('veiligheid/meldcode', text(''), [{ line: 1, says: '' }]);
    });
});
