import type { DocumentSymbol, Hover, Location, LocationLink } from 'vscode-languageserver';
import { describe, expect, test } from 'vitest';
import { open, textAt, uriOf, type Editor } from './editor.js';

const NETWORK = 'organisatie JGZ "Jeugdgezondheidszorg"\n';
const PROTOCOL = `gebruik "netwerk.draaiboek"
interventie Gezinspad "Op pad" {
    rol <|Gezinswerker|> "Vast gezicht" van JGZ
    erkenning { niveau "goed" }
    doel Verder "Het gezin kan verder" { subdoel gedeelde-zorg "Samen" }
    aanpak {
        stap Begin "Kennismaken" {
            door <|Gezinswerker|>
            activiteit "Bellen" { door <|Gezinswerker|> }
        }
        gelijktijdig { stap Beeld stap Kring }
        einde Klaar
    }
}
`;
const files = { 'netwerk.draaiboek': NETWORK };

async function references(editor: Editor, place = editor.params): Promise<Location[]> {
    const found = await editor.services.lsp.ReferencesProvider?.findReferences(editor.document, {
        ...place,
        context: { includeDeclaration: true },
    });
    return found ?? [];
}

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

describe('hover', () => {
    async function hover(marked: string): Promise<string | undefined> {
        const editor = await open(marked, files);
        const found = await editor.services.lsp.HoverProvider?.getHoverContent(editor.document, editor.params);
        return (found as (Hover & { contents: { value: string } }) | undefined)?.contents.value;
    }

    test('on a name says what it is', async () => {
        expect(await hover(PROTOCOL.replace('door <|Gez', 'door <|>Gez').replaceAll(/<\|(?!>)|(?<!<)\|>/g, ''))).toBe(
            'rol **Gezinswerker**\n\nVast gezicht\n\n```draaiboek\nrol Gezinswerker van JGZ\n```',
        );
    });

    test('on a word of the language says what it means there', async () => {
        expect(await hover('interventie X { aanpak { st<|>ap Begin } }')).toMatch(/```draaiboek\nstap /);
        expect(await hover('bron B\ninterventie X { duur 2 weken volg<|>ens B }')).toContain('bron');
    });

    test('a title is shown as it is written: it is no markup', async () => {
        expect(
            await hover(
                'interventie X { rol A "<img src=x> [klik](http://x) **vet**"\n aanpak { stap B { door <|>A } } }',
            ),
        ).toBe('rol **A**\n\n\\<img src=x\\> \\[klik\\]\\(http://x\\) \\*\\*vet\\*\\*');
    });

    test('is silent in a text', async () => {
        expect(await hover('interventie X { aanleiding "een st<|>ap" }')).toBeUndefined();
    });
});
