import type { DocumentSymbol } from 'vscode-languageserver';
import { describe, expect, test } from 'vitest';
import { open, textAt, uriOf } from './editor.js';
import { files, PROTOCOL } from './gezinspad.js';

describe('symbols', () => {
    const outline = (symbols: readonly DocumentSymbol[], depth = 0): string[] =>
        symbols.flatMap((s) => [
            `${'  '.repeat(depth)}${s.name} – ${s.detail ?? ''}`,
            ...outline(s.children ?? [], depth + 1),
        ]);

    test('are the blocks and names in the order of the text, each with its keyword and title', async () => {
        const editor = await open(PROTOCOL, files);
        const symbols = await editor.services.lsp.DocumentSymbolProvider?.getSymbols(editor.document, editor.params);
        expect(outline(symbols ?? [])).toEqual([
            'Gezinspad – interventie “Op pad”',
            '  Gezinswerker – rol “Vast gezicht”',
            '  erkenning – ',
            '  Verder – doel “Het gezin kan verder”',
            '    gedeelde-zorg – subdoel “Samen”',
            '  aanpak – ',
            '    Begin – stap “Kennismaken”',
            '      Bellen – activiteit',
            '    gelijktijdig – ',
            '      Beeld – stap',
            '      Kring – stap',
            '    Klaar – einde',
        ]);
    });

    test('are selected by their name, and a block without one by its keyword', async () => {
        const editor = await open(PROTOCOL, files);
        const symbols = await editor.services.lsp.DocumentSymbolProvider?.getSymbols(editor.document, editor.params);
        const selected = (all: readonly DocumentSymbol[]): string[] =>
            all.flatMap((s) => [textAt(editor.document, s.selectionRange), ...selected(s.children ?? [])]);
        expect(selected(symbols ?? [])).toEqual([
            ...['Gezinspad', 'Gezinswerker', 'erkenning', 'Verder', 'gedeelde-zorg', 'aanpak', 'Begin', '"Bellen"'],
            ...['gelijktijdig', 'Beeld', 'Kring', 'Klaar'],
        ]);
    });

    test('a broken text still has them, and each name lies within its block', async () => {
        const editor = await open(
            PROTOCOL.replace('erkenning {', 'erkenning').replace('stap Begin', 'stapp Begin'),
            files,
        );
        const symbols =
            (await editor.services.lsp.DocumentSymbolProvider?.getSymbols(editor.document, editor.params)) ?? [];
        expect(outline(symbols).join('\n')).toContain('Begin – stapp “Kennismaken”');
        const check = ({ range, selectionRange, children = [] }: DocumentSymbol): void => {
            expect(selectionRange.start.line).toBeGreaterThanOrEqual(range.start.line);
            expect(selectionRange.end.line).toBeLessThanOrEqual(range.end.line);
            children.forEach(check);
        };
        symbols.forEach(check);
    });

    test('of the workspace: a step as well as an interventie, with where it stands', async () => {
        const editor = await open(PROTOCOL, files);
        const found = await editor.services.shared.lsp.WorkspaceSymbolProvider?.getSymbols({ query: 'Beeld' });
        expect(found).toMatchObject([
            { name: 'Beeld', containerName: 'Gezinspad', location: { uri: uriOf('protocol.draaiboek') } },
        ]);
    });
});
