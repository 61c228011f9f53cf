/** Implementation and type definition. */
import { basename } from 'node:path';
import type { LocationLink } from 'vscode-languageserver';
import { describe, expect, test } from 'vitest';
import { open } from './editor.js';
import { at, LOCAL } from './gezinshulp.js';

describe('going to', () => {
    const places = (links: LocationLink[] | undefined) =>
        links?.map(
            ({ targetUri, targetSelectionRange: { start } }) => `${basename(targetUri)}:${String(start.line + 1)}`,
        );
    const files = { 'breda.draaiboek': LOCAL };

    test.each([
        ['of a step its local form', 'Plan "Plan maken"', ['breda.draaiboek:4']],
        ['of an interventie its working-outs', 'Gezinshulp "', ['breda.draaiboek:2']],
        ['of a step that nobody changes there is none', 'Kennis "', []],
    ])('implementation: %s', async (_, piece, expected) => {
        const editor = await open(at(piece), files);
        const links = await editor.services.lsp.ImplementationProvider?.getImplementation(
            editor.document,
            editor.params,
        );
        expect(places(links)).toEqual(expected);
    });

    test.each([
        ['of a step who does it', 'Plan "Plan maken"', ['protocol.draaiboek:2']],
        ['of a role there is none', 'Werker "', []],
    ])('type definition: %s', async (_, piece, expected) => {
        const editor = await open(at(piece), files);
        const links = await editor.services.lsp.TypeProvider?.getTypeDefinition(editor.document, editor.params);
        expect(places(links)).toEqual(expected);
    });
});
