import { expect, test } from 'vitest';
import { open } from './editor.js';
import { NATIONAL } from './gezinshulp.js';

test('names are coloured by what they stand for, where they are given and where they are used', async () => {
    const editor = await open(NATIONAL);
    const provider = editor.services.lsp.SemanticTokenProvider;
    const { data } = (await provider?.semanticHighlight(editor.document, {
        textDocument: editor.params.textDocument,
    })) ?? { data: [] };
    const names = Object.keys(provider?.tokenTypes ?? {});
    const found: string[] = [];
    const place = { line: 0, character: 0 };
    for (let i = 0; i < data.length; i += 5) {
        const [lines = 0, characters = 0, length = 0, type = 0] = data.slice(i, i + 5);
        place.character = lines > 0 ? characters : place.character + characters;
        place.line += lines;
        const end = { line: place.line, character: place.character + length };
        found.push(`${editor.document.textDocument.getText({ start: place, end })}: ${names[type] ?? '?'}`);
    }
    expect(found).toContain('Gezinshulp: class');
    expect(found).toContain('nodig: variable');
    expect(found.filter((f) => f === 'Werker: type')).toHaveLength(4);
    expect(found.filter((f) => f === 'Klaar: event')).toHaveLength(3);
});
