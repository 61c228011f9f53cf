import { DocumentHighlightKind } from 'vscode-languageserver';
import { describe, expect, test } from 'vitest';
import { open } from './editor.js';

describe('document highlight', () => {
    test('marks where a name is given and where it is used, in this file only', async () => {
        const editor = await open(
            'interventie X {\n  rol <|Werker|> "Werker"\n  aanpak {\n    stap A { door <|<|>Werker|> }\n    stap B { door <|Werker|> }\n  }\n}\n',
            {
                'ander.draaiboek':
                    'gebruik "protocol.draaiboek"\ninterventie Y uitwerking van X { aanpak { stap A { door Werker } } }\n',
            },
        );
        const provider = editor.services.lsp.DocumentHighlightProvider;
        const marks = (await provider?.getDocumentHighlight(editor.document, editor.params)) ?? [];
        expect(marks.map(({ range }) => range).sort((a, b) => a.start.line - b.start.line)).toEqual(
            editor.marked.ranges,
        );
        const given = marks.filter(({ kind }) => kind === DocumentHighlightKind.Write);
        expect(given.map(({ range }) => range.start.line)).toEqual([1]);
    });
});
