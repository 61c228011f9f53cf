import fc from 'fast-check';
import { TextDocument } from 'langium';
import { describe, expect, test } from 'vitest';
import { whitespaceEdits } from '../../../language/editor/whitespace-edits.js';
import { appliedTo, open, uriOf, type Editor } from './editor.js';

const options = { tabSize: 2, insertSpaces: true };
const format = async (editor: Editor) =>
    (await editor.services.lsp.Formatter?.formatDocument(editor.document, { textDocument: { uri: '' }, options })) ??
    [];

/** A text after the lines from one to before another were laid out. */
async function ofRange(text: string, from: number, to: number): Promise<string> {
    const editor = await open(text);
    const range = { start: { line: from, character: 0 }, end: { line: to, character: 0 } };
    const params = { textDocument: { uri: '' }, range, options };
    const edits = await editor.services.lsp.Formatter?.formatDocumentRange(editor.document, params);
    return appliedTo(editor.services, uriOf('protocol.draaiboek'), edits ?? []);
}

const LAID_OUT = `interventie Gezinspad {
  aanpak {
    stap Begin {
      door Werker
    }
  }
}
`;

describe('formatting', () => {
    test('puts a line back with one small change', async () => {
        const editor = await open(LAID_OUT.replace('    stap', '           stap'));
        const edits = await format(editor);
        expect(edits).toEqual([
            { range: { start: { line: 2, character: 4 }, end: { line: 2, character: 11 } }, newText: '' },
        ]);
        expect(appliedTo(editor.services, uriOf('protocol.draaiboek'), edits)).toBe(LAID_OUT);
    });

    test('has nothing to say about a text that is laid out', async () => {
        expect(await format(await open(LAID_OUT))).toEqual([]);
    });

    test('breaks text between triple quotes at the width of the settings', async () => {
        const text = (prose: string) => `begrip Warm """\n  ${prose}\n  """\n`;
        const typed = text('Wie stuurt en wie ontvangt, spreken elkaar met het gezin erbij.');
        const editor = await open(typed, { 'draaiboek.json': '{ "wrap": 40 }' });
        expect(appliedTo(editor.services, uriOf('protocol.draaiboek'), await format(editor))).toBe(
            text('Wie stuurt en wie ontvangt, spreken\n  elkaar met het gezin erbij.'),
        );
        expect(await format(await open(typed))).toEqual([]);
    });

    test('leaves a text with errors alone', async () => {
        expect(await format(await open('interventie X {\n      aanpak {\n stapp B\n'))).toEqual([]);
    });

    test('of a range changes that range only', async () => {
        const editor = await open(LAID_OUT.replace('    stap', ' stap').replace('      door', ' door'));
        const edits = await editor.services.lsp.Formatter?.formatDocumentRange(editor.document, {
            textDocument: { uri: '' },
            range: { start: { line: 3, character: 0 }, end: { line: 4, character: 0 } },
            options,
        });
        expect(appliedTo(editor.services, uriOf('protocol.draaiboek'), edits ?? [])).toBe(
            LAID_OUT.replace('    stap', ' stap'),
        );
    });

    test('of a range leaves the line alone at whose beginning it ends, also where that is not indented at all', async () => {
        expect(await ofRange(LAID_OUT.replace('    stap', ' stap').replace('      door', 'door'), 2, 3)).toBe(
            LAID_OUT.replace('      door', 'door'),
        );
    });

    test('of a range indents its first line, whatever empty lines stand above it', async () => {
        const text = LAID_OUT.replace('    stap', '\n\n\n         stap');
        expect(await ofRange(text, 5, 6)).toBe(text.replace('         stap', '    stap'));
    });

    test('of a range that was pasted from Windows, with tabs, keeps to it', async () => {
        const text = LAID_OUT.replace('    stap Begin {\n      door', '\tstap Begin {\n\t\tdoor').replaceAll(
            '\n',
            '\r\n',
        );
        expect(await ofRange(text, 2, 3)).toBe(text.replace('\tstap', '    stap'));
    });
});

describe('the smallest changes', () => {
    const apply = (before: string, after: string) => {
        const document = TextDocument.create('memory:/x', 'x', 0, before);
        const edits = whitespaceEdits(before, after);
        return TextDocument.applyEdits(
            document,
            edits.map((e) => ({
                range: { start: document.positionAt(e.start), end: document.positionAt(e.end) },
                newText: e.newText,
            })),
        );
    };
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '"', ' ', '\n', '\t', 'é') });

    test('make the one text of the other, whatever they are', () => {
        fc.assert(
            fc.property(text, text, (before, after) => {
                expect(apply(before, after)).toBe(after);
            }),
        );
    });

    test('touch nothing but white space when nothing else differs', () => {
        const words = fc.array(fc.constantFrom('stap', 'A', '{', '}'), { maxLength: 8 });
        const spaces = fc.array(fc.constantFrom(' ', '\n', '\n\n    ', '\t'), { minLength: 9, maxLength: 9 });
        fc.assert(
            fc.property(words, spaces, spaces, (content, one, other) => {
                const join = (gaps: string[]) =>
                    content.map((word, i) => (gaps[i] ?? '') + word).join('') + (gaps[8] ?? '');
                const before = join(one);
                for (const { start, end, newText } of whitespaceEdits(before, join(other))) {
                    expect(before.slice(start, end).trim()).toBe('');
                    expect(newText.trim()).toBe('');
                }
            }),
        );
    });
});
