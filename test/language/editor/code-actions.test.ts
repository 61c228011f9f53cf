import type { CodeAction } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import { describe, expect, test } from 'vitest';
import { applied, open, type Editor } from './editor.js';
import { MISSPELT } from './gezinspad.js';

describe('quick fixes', () => {
    async function actions(editor: Editor, only?: string[]): Promise<CodeAction[]> {
        const range = { start: editor.cursor, end: editor.cursor };
        const found = await editor.services.lsp.CodeActionProvider?.getCodeActions(editor.document, {
            textDocument: { uri: editor.document.uri.toString() },
            range,
            context: { diagnostics: [], ...(only ? { only } : {}) },
        });
        return (found ?? []) as CodeAction[];
    }

    test('are those of the finding at the cursor, and mend it', async () => {
        const editor = await open(MISSPELT.replace('stapp', 'sta<|>pp'));
        const [fix] = await actions(editor);
        expect(fix).toMatchObject({ title: 'Maak er `stap` van', kind: CodeActionKind.QuickFix, isPreferred: true });
        expect(fix?.diagnostics?.[0]?.code).toBe('meta/syntaxis');
        expect(applied(editor, fix?.edit)['protocol.draaiboek']).toContain('        stap Begin { }\n');
    });

    test('there are none elsewhere', async () => {
        expect(await actions(await open(MISSPELT.replace('doel Verder', 'doel Ver<|>der')))).not.toContainEqual(
            expect.objectContaining({ title: 'Maak er `stap` van' }),
        );
    });

    test('a finding can be ignored with a comment above its line, which then asks for the reason', async () => {
        const editor = await open('interventie X {\r\n    doel Ver<|>der "Verder"\r\n}\r\n');
        const [ignore] = (await actions(editor)).filter((a) => a.title.startsWith('Negeer `doel/meetbaar`'));
        const text = applied(editor, ignore?.edit)['protocol.draaiboek'] ?? '';
        expect(text).toBe(
            'interventie X {\r\n    // draaiboek: negeer doel/meetbaar –\r\n    doel Verder "Verder"\r\n}\r\n',
        );
        editor.files.set('protocol.draaiboek', text);
        await editor.changed(['protocol.draaiboek']);
        const codes = editor.document.diagnostics?.map((d) => d.code);
        expect(codes).not.toContain('doel/meetbaar');
        expect(codes).toContain('meta/onderdrukking');
    });

    test('what cannot be read cannot be ignored', async () => {
        const titles = (await actions(await open(MISSPELT.replace('stapp', 'sta<|>pp')))).map((a) => a.title);
        expect(titles.filter((t) => t.startsWith('Negeer'))).toEqual([]);
    });

    test('all safe ones at once, when an editor asks for that', async () => {
        const editor = await open(MISSPELT.replace('doel', 'doell').replace('einde', 'eende'));
        const [all, ...others] = await actions(editor, [CodeActionKind.SourceFixAll]);
        expect(others).toEqual([]);
        const text = applied(editor, all?.edit)['protocol.draaiboek'];
        expect(text).toContain('stap Begin');
        expect(text).toContain('doel Verder');
        expect(text).toContain('einde Klaar');
    });

    test('of every kind for an editor that asks for the kind without a name', async () => {
        const editor = await open(MISSPELT.replace('stapp', 'sta<|>pp'));
        const kinds = new Set((await actions(editor, [CodeActionKind.Empty])).map(({ kind }) => kind));
        expect([...kinds]).toEqual([CodeActionKind.QuickFix, 'source.fixAll.draaiboek']);
    });
});
