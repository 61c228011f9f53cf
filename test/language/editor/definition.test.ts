import type { LocationLink } from 'vscode-languageserver';
import { describe, expect, test } from 'vitest';
import { open, textAt, uriOf } from './editor.js';
import { files, PROTOCOL } from './gezinspad.js';

describe('definition', () => {
    test('leads from a use to the name in the declaration, in another file too', async () => {
        const editor = await open(PROTOCOL.replace('van JGZ', 'van J<|>GZ'), files);
        const [link] = (await editor.services.lsp.DefinitionProvider?.getDefinition(
            editor.document,
            editor.params,
        )) as LocationLink[];
        expect(link?.targetUri).toBe(uriOf('netwerk.draaiboek'));
        expect(link && textAt(editor.other('netwerk.draaiboek'), link.targetSelectionRange)).toBe('JGZ');
    });

    test('the path behind gebruik is a link to the file; one that leads nowhere is none', async () => {
        const editor = await open(`gebruik "weg.draaiboek"\n${PROTOCOL}`, files);
        const links = await editor.services.lsp.DocumentLinkProvider?.getDocumentLinks(editor.document, editor.params);
        expect(links?.map((l) => l.target)).toEqual([uriOf('netwerk.draaiboek')]);
    });
});
