import type { Diagnostic } from 'vscode-languageserver';
import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'langium';
import { proofsOf } from '../../../language/analysis/proofs.js';
import { catalogue } from '../../../language/rules/catalogue.js';
import { open, textAt, uriOf, type Editor } from './editor.js';
import { MISSPELT } from './gezinspad.js';

const errorsOf = (editor: Editor, name = 'protocol.draaiboek'): Diagnostic[] =>
    (editor.other(name).diagnostics ?? []).filter((d) => d.severity === DiagnosticSeverity.Error);

describe('diagnostics', () => {
    test('are the findings of the catalogue, in Dutch, at the smallest piece of text', async () => {
        const editor = await open(MISSPELT);
        const [error, ...others] = errorsOf(editor).filter((d) => d.code === 'meta/syntaxis');
        expect(others).toEqual([]);
        expect(error).toMatchObject({
            source: 'draaiboek',
            code: 'meta/syntaxis',
            message: '`stapp` – bedoelde u `stap`?',
        });
        expect(error && textAt(editor.document, error.range)).toBe('stapp');
    });

    test('let go of what was proved of a file that is closed, and keep it of one that is open', async () => {
        const text = 'interventie X { aanpak { stap A { daarna: Klaar }  einde Klaar } }';
        const { services, document } = await open(text);
        const [protocol] = services.models.of(document).interventions;
        const checked = async () => {
            const before = protocol && proofsOf(protocol, []);
            expect(before).toBeDefined();
            await services.validation.DocumentValidator.validateDocument(document);
            return protocol && proofsOf(protocol, []) === before;
        };
        expect(await checked()).toBe(false);
        services.shared.workspace.TextDocuments.set(
            TextDocument.create(document.uri.toString(), 'draaiboek', 1, document.textDocument.getText()),
        );
        expect(await checked()).toBe(true);
    });

    test("do not come from the framework: nothing is said twice, and nothing in the framework's words", async () => {
        const editor = await open('interventie X { rol A van Bestaat-niet }');
        const here = (editor.document.diagnostics ?? []).filter(
            (d) => textAt(editor.document, d.range) === 'Bestaat-niet',
        );
        expect(here.map((d) => d.code)).toEqual(['meta/verwijzing']);
        expect(here[0]?.message).not.toMatch(/resolve|reference/);
    });

    test('follow the settings of the nearest draaiboek.json: severities and language', async () => {
        const editor = await open(MISSPELT, { 'draaiboek.json': '{ "language": "en" }' });
        expect(errorsOf(editor).map((d) => d.message)).toContain('`stapp` – did you mean `stap`?');
    });

    test('the language that was chosen in the editor goes before that of the settings', async () => {
        const editor = await open(MISSPELT, { 'draaiboek.json': '{ "language": "en" }' });
        editor.services.workspaceSettings.chooseLanguage('nl');
        await editor.changed(['protocol.draaiboek']);
        expect(errorsOf(editor).map((d) => d.message)).toContain('`stapp` – bedoelde u `stap`?');
    });

    test.each([
        ['meta/ongebruikt', DiagnosticTag.Unnecessary],
        ['stroom/onbereikbaar', DiagnosticTag.Unnecessary],
        ['keuze/nooit', DiagnosticTag.Unnecessary],
        ['erkenning/verlopen', DiagnosticTag.Deprecated],
    ])('show what %s finds paler or struck out', async (code, tag) => {
        const { document } = await open(catalogue.find((rule) => rule.code === code)?.wrong ?? '');
        expect(document.diagnostics?.filter((d) => d.code === code).map((d) => d.tags)).toContainEqual([tag]);
    });

    test('show nothing so where a rule cannot tell', async () => {
        const { document } = await open(
            'interventie X {\n  erkenning { niveau "goed onderbouwd" datum 2018-06-01 }\n}\n',
        );
        const found = document.diagnostics?.filter((d) => d.code === 'erkenning/verlopen');
        expect(found?.map((d) => [d.severity, d.tags])).toEqual([[DiagnosticSeverity.Information, undefined]]);
    });

    test('name the other places that are concerned', async () => {
        const editor = await open('interventie X {\n rol A\n rol A\n}');
        const twice = editor.document.diagnostics?.find((d) => d.code === 'meta/dubbel');
        expect(twice?.relatedInformation?.[0]?.location.uri).toBe(uriOf('protocol.draaiboek'));
    });

    test('a file elsewhere that is used is read, and its problems are left to who opens it', async () => {
        const files = { '../elders/gedeeld.draaiboek': 'organisatie JGZ\norganisatie JGZ\n' };
        const editor = await open('gebruik "../elders/gedeeld.draaiboek"\ninterventie X { rol A van JGZ }', files);
        expect(editor.document.diagnostics?.filter((d) => d.code === 'meta/verwijzing')).toEqual([]);
        expect(editor.other('../elders/gedeeld.draaiboek').diagnostics).toEqual([]);
    });

    test('a change in a file reaches the files that use it, also through another', async () => {
        const editor = await open(
            'gebruik "midden.draaiboek"\ninterventie Breda uitwerking van Basis {\n aanpak { stap Eigen { door Werker } }\n}',
            {
                'midden.draaiboek': 'gebruik "basis.draaiboek"\ninterventie Basis vervolg op Kern { rol Werker }',
                'basis.draaiboek': 'interventie Kern { doel Verder "Verder" }',
            },
        );
        const missing = () =>
            editor.document.diagnostics
                ?.filter((d) => d.code === 'meta/verwijzing')
                .map((d) => textAt(editor.document, d.range));
        expect(missing()).toEqual([]);
        editor.files.set(
            'midden.draaiboek',
            'gebruik "basis.draaiboek"\ninterventie Basis vervolg op Kern { rol Kok }',
        );
        await editor.changed(['midden.draaiboek']);
        expect(missing()).toEqual(['Werker']);
    });

    test('a file that comes into being mends the file that uses it; one that goes breaks it', async () => {
        const editor = await open('gebruik "netwerk.draaiboek"\ninterventie X { rol A van JGZ }');
        const broken = () => (editor.document.diagnostics ?? []).filter((d) => d.code === 'meta/verwijzing').length;
        expect(broken()).toBeGreaterThan(0);
        editor.files.set('netwerk.draaiboek', 'organisatie JGZ');
        await editor.changed(['netwerk.draaiboek']);
        expect(broken()).toBe(0);
        editor.files.delete('netwerk.draaiboek');
        await editor.changed([], ['netwerk.draaiboek']);
        expect(broken()).toBeGreaterThan(0);
    });

    test('a file that is gone although it was reported as changed does not stop the rest', async () => {
        const editor = await open('interventie X { rol A van JGZ }', { 'weg.draaiboek': 'organisatie JGZ' });
        editor.files.delete('weg.draaiboek');
        editor.files.set('protocol.draaiboek', 'interventie X { rol A }');
        await editor.changed(['weg.draaiboek', 'protocol.draaiboek']);
        expect(editor.document.diagnostics?.filter((d) => d.code === 'meta/verwijzing')).toEqual([]);
        expect(() => editor.other('weg.draaiboek')).toThrow('not loaded');
    });
});
