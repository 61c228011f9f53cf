import { describe, expect, test } from 'vitest';
import { open, uriOf } from './editor.js';
import { at, LOCAL } from './gezinshulp.js';

describe('type hierarchy', () => {
    test('of an interventie: what it works out, and what works it out or continues it', async () => {
        const editor = await open(at('Gezinshulp "'), { 'breda.draaiboek': LOCAL });
        const provider = editor.services.lsp.TypeHierarchyProvider;
        const [item] = (await provider?.prepareTypeHierarchy(editor.document, editor.params)) ?? [];
        expect(item).toMatchObject({ name: 'Gezinshulp', detail: 'Gezinshulp', uri: uriOf('protocol.draaiboek') });
        const below = item ? await provider?.subtypes({ item }) : undefined;
        expect(below?.map((i) => [i.name, i.uri])).toEqual([
            ['Breda', uriOf('breda.draaiboek')],
            ['Later', uriOf('breda.draaiboek')],
        ]);
        const [breda] = below ?? [];
        const above = breda ? await provider?.supertypes({ item: breda }) : undefined;
        expect(above?.map((i) => i.name)).toEqual(['Gezinshulp']);
    });
});
