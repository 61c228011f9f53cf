/** What helps to read and lay out a text: highlights, folds, selections, formatting while typing. */
import type { SelectionRange } from 'vscode-languageserver';
import { DocumentHighlightKind } from 'vscode-languageserver';
import { describe, expect, test } from 'vitest';
import { selectionRangesAt } from '../../../language/editor/selection-ranges.js';
import { appliedTo, open, textAt } from './editor.js';

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

describe('folding', () => {
    async function folds(text: string) {
        const { services, document } = await open(text, { 'a.draaiboek': '', 'b.draaiboek': '' });
        const params = { textDocument: { uri: document.uri.toString() } };
        const ranges = (await services.lsp.FoldingRangeProvider?.getFoldingRanges(document, params)) ?? [];
        return ranges
            .map(({ startLine, endLine, kind = 'block' }) => `${String(startLine)}-${String(endLine)} ${kind}`)
            .sort((a, b) => Number.parseInt(a) - Number.parseInt(b));
    }

    test('folds blocks up to their brace, long texts, remarks and the row of gebruik', async () => {
        const text = `gebruik "a.draaiboek"
gebruik "b.draaiboek"
// Een opmerking
// van twee regels

// en nog een
interventie X {
  samenvatting """
    Lang.
    En breed.
  """
  aanpak {
    stap A {
      duur 1 week
    }
  }
  /* Ook
     een
     opmerking */
}
`;
        expect(await folds(text)).toEqual([
            '0-1 imports',
            '2-3 comment',
            '6-18 block',
            '7-10 block',
            '11-14 block',
            '12-13 block',
            '16-17 comment',
        ]);
    });

    test('folds nothing that stands on one line', async () => {
        expect(await folds('gebruik "a.draaiboek"\n// kort\ninterventie X { rol A }\n')).toEqual([]);
    });
});

describe('selection ranges', () => {
    async function selected(text: string): Promise<string[]> {
        const { document, cursor } = await open(text);
        const found: string[] = [];
        let range: SelectionRange | undefined = selectionRangesAt(document, [cursor])[0];
        for (; range; range = range.parent) {
            found.push(textAt(document, range.range));
        }
        return found;
    }

    test('grow from a word to its text, its statement, the inside of its block and the block', async () => {
        const step = 'stap A "Kennis maken" {\n      door Werker\n      duur 1 week\n    }';
        const found = await selected(
            `interventie X {\n  rol Werker\n  aanpak {\n    ${step.replace('Werker', 'Wer<|>ker')}\n  }\n}\n`,
        );
        expect(found.slice(0, 3)).toEqual(['Werker', 'door Werker', 'door Werker\n      duur 1 week']);
        expect(found).toContain(step);
        expect(found).toContain(`aanpak {\n    ${step}\n  }`);
        expect(found.at(-1)?.endsWith('}\n')).toBe(true);
        found.slice(1).forEach((outer, i) => {
            expect(outer.length).toBeGreaterThan(found[i]?.length ?? 0);
        });
    });

    test('leave the quotation marks out first', async () => {
        const found = await selected('interventie X {\n  samenvatting "Kort <|>en goed"\n}\n');
        expect(found.slice(0, 3)).toEqual(['Kort en goed', '"Kort en goed"', 'samenvatting "Kort en goed"']);
        expect((await selected('interventie X {\n  samenvatting """Kort <|>en goed"""\n}\n'))[0]).toBe('Kort en goed');
    });

    test('are there in a broken text and in an empty one', async () => {
        expect((await selected('interventie X {\n  stap stap { <|>rol\n')).at(-1)).toContain('interventie X');
        expect(await selected('<|>')).toEqual(['']);
    });
});

describe('formatting while typing', () => {
    async function typed(text: string, ch: '}' | '\n'): Promise<string> {
        const { services, document, cursor, params } = await open(text);
        const options = { tabSize: 2, insertSpaces: true };
        const edits =
            (await services.lsp.Formatter?.formatDocumentOnType(document, {
                ...params,
                position: cursor,
                ch,
                options,
            })) ?? [];
        return appliedTo(services, document.uri.toString(), edits);
    }

    test('puts a brace under the head of its block, and leaves all other lines alone', async () => {
        expect(
            await typed('interventie X {\n      rol A\n  rol B {\n    caseload 3 gezinnen\n      }<|>\n}\n', '}'),
        ).toBe('interventie X {\n      rol A\n  rol B {\n    caseload 3 gezinnen\n  }\n}\n');
    });

    test('lays out the line that was finished, not the one that begins', async () => {
        expect(await typed('interventie X {\n     rol   A\n    <|>\n  rol    B\n}\n', '\n')).toBe(
            'interventie X {\n  rol A\n    \n  rol    B\n}\n',
        );
    });

    test('does nothing in a text that the formatter would not touch', async () => {
        const text = 'interventie X {\n     rol A\n';
        expect(await typed(`${text}<|>`, '\n')).toBe(text);
    });
});
