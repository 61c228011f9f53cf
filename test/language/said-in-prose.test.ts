import { describe, expect, it } from 'vitest';
import { parseText, modelOf } from '../../language/workspace.js';
import { applyFix, check, checkFor } from './rule-tester.js';
import { servicesForOne } from './support/language.js';

const FLOW = `    aanpak {
        stap Een { door Werker  bepaalt hulp-nodig  daarna { als hulp-nodig: Overgedragen  anders: Afgesloten } }
        einde Overgedragen
        einde Afgesloten
    }`;
const inside = (...lines: readonly string[]) =>
    ['organisatie Wijkteam', 'bron Handboek', 'interventie X {', ...lines.map((l) => `    ${l}`), '}', ''].join('\n');
const handover = (...lines: readonly string[]) =>
    inside(
        'rol Werker',
        'rol Hulp',
        'gegeven hulp-nodig: ja/nee',
        FLOW.trim(),
        'overdracht O van Werker naar Hulp {',
        ...['vanuit Een', ...lines].map((l) => `    ${l}`),
        '}',
    );

async function protocolOf(text: string) {
    const document = await parseText(servicesForOne(), text, 'memory:/tekst.draaiboek');
    expect(document.parseResult.parserErrors.map((e) => e.message)).toEqual([]);
    const [protocol] = modelOf(servicesForOne(), document).interventions;
    if (!protocol) {
        throw new Error('The text has no interventie.');
    }
    return protocol;
}

describe('what a writer of a protocol in prose wants to say', () => {
    it('takes a handover to be at the end that is named, and asks which where none is', async () => {
        const places = async (text: string) =>
            (await protocolOf(text)).process?.arrows.filter((a) => a.handovers.length > 0).map((a) => a.to);
        expect(await places(handover())).toEqual(['Overgedragen', 'Afgesloten']);
        expect(await places(handover('naar einde Overgedragen'))).toEqual(['Overgedragen']);
        const [finding] = await checkFor('overdracht/welk-einde', handover());
        expect(finding?.fixes.map((f) => f.title.nl)).toContain('Voeg `naar einde Overgedragen` toe');
        const mended = finding ? applyFix(handover(), finding) : '';
        expect(mended).toBe(handover('naar einde Overgedragen'));
        for (const said of ['Overgedragen', 'Overgedragen, Afgesloten', 'onbekend']) {
            expect(await checkFor('overdracht/welk-einde', handover(`naar einde ${said}`))).toEqual([]);
        }
    });

    it('does not know what comes behind an interruption of which the resumption is unknown', async () => {
        const text = inside(
            'aanpak {',
            '    altijd als "brand": Stop, hervat daarna onbekend omdat "niet beschreven"',
            '    stap Werk',
            '    stap Stop',
            '    einde Klaar',
            '}',
        );
        const { process, unknowns } = await protocolOf(text);
        expect(process?.arrows.filter((a) => a.from === 'Stop').map((a) => a.to)).toEqual([undefined]);
        expect(unknowns.map((u) => u.what)).toEqual(['hervat daarna']);
        const findings = await check(text);
        expect(findings.filter((f) => f.severity === 'error' && /stroom|syntaxis/.test(f.code))).toEqual([]);
    });

    it('knows no recognition, and asks nothing about it', async () => {
        const text = inside('erkenning geen volgens Handboek', 'versie "1" van 2026-01-01');
        expect((await protocolOf(text)).recognitions.map((r) => r.none)).toEqual([true]);
        expect((await check(text)).filter((f) => f.code.startsWith('erkenning/'))).toEqual([]);
    });

    it('counts a term from a meeting', async () => {
        const text = handover('bevestiging door Hulp binnen 1 week na gesprek 2');
        const [first] = (await protocolOf(text)).handovers[0]?.confirmations ?? [];
        expect(first?.after).toEqual({ type: 'text', text: 'gesprek 2' });
    });

    it.each([
        [
            'rol Werker {\n        selectie-eis minstens 2 jaar ervaring\n    }',
            'Achter `selectie-eis` staat tekst tussen aanhalingstekens: `"minstens 2 jaar ervaring"`.',
            'selectie-eis "minstens 2 jaar ervaring"',
        ],
    ])('says how to write it: %s', async (line, says, mended) => {
        const text = inside(line);
        const [finding] = await checkFor('meta/syntaxis', text);
        expect(finding?.message.nl).toBe(says);
        expect(finding ? applyFix(text, finding) : '').toContain(mended);
    });

    it('says how an organisation does something, and writes the role', async () => {
        const text = inside('aanpak {', '    stap Een { door Wijkteam }', '}');
        const [finding] = await checkFor('meta/verwijzing', text);
        expect(finding?.message.nl).toContain('`rol Wijkteammedewerker van Wijkteam`');
        const mended = finding ? applyFix(text, finding) : '';
        expect(mended).toContain('rol Wijkteammedewerker van Wijkteam\n');
        expect(mended).toContain('door Wijkteammedewerker }');
        expect(await checkFor('meta/verwijzing', mended)).toEqual([]);
    });

    it('tells that of two open parts of a list of names only one is taken over', async () => {
        const step = (by: string) => inside('rol Werker', 'aanpak {', `    stap Een { door ${by} }`, '}');
        expect(await checkFor('meta/dubbel', step('Werker, onbekend'))).toEqual([]);
        const [finding] = await checkFor('meta/dubbel', step('Werker, onbekend, plaatselijk'));
        expect(finding).toMatchObject({ severity: 'warning' });
        expect(await checkFor('meta/dubbel', inside('principe "a", onbekend, plaatselijk'))).toEqual([]);
    });
});
