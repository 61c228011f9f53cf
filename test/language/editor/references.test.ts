import type { Location } from 'vscode-languageserver';
import { describe, expect, test } from 'vitest';
import { open, uriOf, type Editor } from './editor.js';
import { files, PROTOCOL } from './gezinspad.js';

async function references(editor: Editor, place = editor.params): Promise<Location[]> {
    const found = await editor.services.lsp.ReferencesProvider?.findReferences(editor.document, {
        ...place,
        context: { includeDeclaration: true },
    });
    return found ?? [];
}

describe('references', () => {
    test('are the declaration and all uses, the name only', async () => {
        const editor = await open(PROTOCOL, files);
        for (const { start } of editor.marked.ranges) {
            const found = await references(editor, { ...editor.params, position: start });
            expect(found.map((l) => l.range).toSorted((a, b) => a.start.line - b.start.line)).toEqual(
                editor.marked.ranges,
            );
        }
    });

    test('in all files', async () => {
        const editor = await open(PROTOCOL.replace('van JGZ', 'van J<|>GZ'), files);
        expect((await references(editor)).map((l) => l.uri)).toEqual([
            uriOf('netwerk.draaiboek'),
            uriOf('protocol.draaiboek'),
        ]);
    });
});
