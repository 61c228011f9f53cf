import { describe, expect, test } from 'vitest';
import { applied, appliedTo, open, textAt, type Editor } from './editor.js';

const PROTOCOL = `interventie Gezinspad {
  rol Gezinswerker "de gezinswerker"
  samenvatting "Eerst is er [[Ken<|>nis]], dan [[ Vervolg ]]; niet \\[[Kennis]]."
  aanpak {
    stap <|Kennis|> "Kennismaking" { door Gezinswerker toelichting """
      Begin rustig.
      De [[Gezinswerker]] belt. """ }
    stap Vervolg { door Gezinswerker termijn 2 weken na Kennis }
    einde Klaar
  }
}
`;

const at = (editor: Editor, index: number) => ({
    ...editor.params,
    position: editor.marked.cursors[index] ?? editor.cursor,
});

describe('a name in running text', () => {
    test('leads to the element, and the element to it', async () => {
        const editor = await open(PROTOCOL);
        const { services, document, params, marked } = editor;
        const [link] = (await services.lsp.DefinitionProvider?.getDefinition(document, params)) ?? [];
        expect(link?.targetSelectionRange).toEqual(marked.ranges[0]);
        expect(link?.originSelectionRange && textAt(document, link.originSelectionRange)).toBe('Kennis');
        const uses = await services.lsp.ReferencesProvider?.findReferences(document, {
            ...params,
            context: { includeDeclaration: false },
        });
        expect(uses?.map(({ range }) => range.start.line)).toEqual([7, 2]);
        const marks = await services.lsp.DocumentHighlightProvider?.getDocumentHighlight(document, params);
        expect(marks?.map(({ range }) => [range.start.line, textAt(document, range)])).toEqual([
            [4, 'Kennis'],
            [7, 'Kennis'],
            [2, 'Kennis'],
        ]);
    });

    test('is explained as the name itself is', async () => {
        const { services, document, params } = await open(PROTOCOL);
        const hover = await services.lsp.HoverProvider?.getHoverContent(document, params);
        expect(JSON.stringify(hover?.contents)).toContain('stap **Kennis**');
        expect(hover?.range && textAt(document, hover.range)).toBe('Kennis');
    });

    test('is renamed with its element, in all files, without the mark that a word of the language needs elsewhere', async () => {
        const editor = await open(PROTOCOL, {
            'breda.draaiboek':
                'gebruik "protocol.draaiboek"\ninterventie Breda uitwerking van Gezinspad {\n samenvatting "Ook hier [[Kennis]]."\n}\n',
        });
        const { services, document, params } = editor;
        const range = await services.lsp.RenameProvider?.prepareRename(document, params);
        expect(range && 'start' in range && textAt(document, range)).toBe('Kennis');
        const edit = await services.lsp.RenameProvider?.rename(document, { ...params, newName: 'als' });
        const texts = applied(editor, edit);
        expect(texts['protocol.draaiboek']).toContain('Eerst is er [[als]], dan');
        expect(texts['protocol.draaiboek']).toContain('stap ^als "Kennismaking"');
        expect(texts['protocol.draaiboek']).toContain('niet \\[[Kennis]]');
        expect(texts['breda.draaiboek']).toContain('Ook hier [[als]].');
    });

    test('has the colour of its element, on the right line of a text of several lines', async () => {
        const { services, document, params } = await open(PROTOCOL);
        const tokens = await services.lsp.SemanticTokenProvider?.semanticHighlight(document, params);
        const found: string[] = [];
        const data = tokens?.data ?? [];
        for (let i = 0, line = 0, character = 0; i < data.length; i += 5) {
            const [down = 0, right = 0, length = 0] = data.slice(i);
            character = down === 0 ? character + right : right;
            line += down;
            found.push(
                `${String(line)} ${textAt(document, { start: { line, character }, end: { line, character: character + length } })}`,
            );
        }
        expect(found).toEqual(expect.arrayContaining(['2 Kennis', '2 Vervolg', '6 Gezinswerker']));
        expect(found.filter((f) => f === '2 Kennis')).toHaveLength(1);
    });

    test.each([
        ['no quotation', 'duur 3 maanden volgens B "over [[Ken<|>nis]]"'],
        ['no comment', '// [[Ken<|>nis]]'],
        ['no literal brackets', 'samenvatting "Niet \\[[Ken<|>nis]]"'],
    ])('stands in %s', async (_, statement) => {
        const { services, document, params } = await open(
            `bron B\ninterventie X {\n ${statement}\n aanpak { stap Kennis einde Klaar }\n}\n`,
        );
        expect(await services.lsp.DefinitionProvider?.getDefinition(document, params)).toBeUndefined();
    });
});

describe('behind `[[`', () => {
    const complete = async (editor: Editor, index = 0) =>
        (await services(editor).getCompletion(editor.document, at(editor, index)))?.items ?? [];
    const services = ({ services: { lsp } }: Editor) => lsp.CompletionProvider ?? expect.fail('no completion');

    test('the elements in sight are proposed, the nearest first, with kind and title', async () => {
        const editor = await open(
            `gebruik "netwerk.draaiboek"
interventie Gezinspad {
  aanpak {
    stap Kennis "Kennismaking" { toelichting "Na [[<|>" }
    stap Vervolg { toelichting """
      Zie [[Ke<|>nnis]] hier. """ }
    stap Derde { duur 1 dag volgens B "over [[<|>" }
    einde Klaar
  }
}
interventie Ander { aanpak { stap Vreemd } }
`,
            { 'netwerk.draaiboek': 'bron B\nrol Wijkteam "het wijkteam"\n' },
        );
        const items = await complete(editor);
        const labels = items.toSorted((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1)).map((i) => i.label);
        expect(labels.slice(0, 4)).toEqual(['Derde', 'Kennis', 'Vervolg', 'Klaar']);
        expect(labels).toContain('Wijkteam');
        expect(labels).not.toContain('Vreemd');
        const step = items.find((i) => i.label === 'Kennis');
        expect(step).toMatchObject({
            detail: 'stap',
            labelDetails: { description: 'Kennismaking' },
            textEdit: { newText: 'Kennis]]' },
        });
        const closed = (await complete(editor, 1)).find((i) => i.label === 'Kennis');
        expect(closed?.textEdit && 'range' in closed.textEdit && textAt(editor.document, closed.textEdit.range)).toBe(
            'Kennis',
        );
        expect(closed?.textEdit?.newText).toBe('Kennis');
        expect(await complete(editor, 2)).toEqual([]);
    });

    test('what is chosen makes a reference', async () => {
        const editor = await open(
            'interventie X {\n samenvatting "Zie [[<|>"\n aanpak { stap Begin einde Klaar }\n}\n',
        );
        const chosen = (await complete(editor)).find((i) => i.label === 'Begin');
        const edit = chosen?.textEdit && 'range' in chosen.textEdit ? [chosen.textEdit] : [];
        expect(appliedTo(editor.services, editor.document.uri.toString(), edit)).toContain('"Zie [[Begin]]"');
    });
});
