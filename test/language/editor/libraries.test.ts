import type { CompletionList, DocumentLink, Hover, LocationLink } from 'vscode-languageserver';
import { describe, expect, test } from 'vitest';
import { open } from './editor.js';

const PROTOCOL = `gebruik "draaiboek:i-pass"
interventie Pad "Pad" {
    toelichting "Naar I-PASS" volgens Starmer<|>2014
}
`;
const LIBRARY = 'draaiboek:/i-pass.draaiboek';

async function offered(text: string, others: Record<string, string> = {}, trigger?: string) {
    const { services, document, params } = await open(text, others);
    const list = (await services.lsp.CompletionProvider?.getCompletion(document, {
        ...params,
        ...(trigger === undefined ? {} : { context: { triggerKind: 2, triggerCharacter: trigger } }),
    })) as CompletionList;
    return list.items.map((i) => ({ label: i.label, edit: i.textEdit }));
}

describe('behind gebruik "', () => {
    test('stand the files and the built-in libraries', async () => {
        const items = await offered('gebruik "<|>', { 'netwerk.draaiboek': '' }, '"');
        expect(items.map((i) => i.label)).toEqual([
            'netwerk.draaiboek',
            'draaiboek:i-pass',
            'draaiboek:tidier',
            'draaiboek:erkenning',
        ]);
    });

    test('what stands between the quotes is replaced, and nothing else', async () => {
        const [item] = await offered('gebruik "draai<|>oek:"\nrol Werker\n');
        expect(item?.edit).toEqual({
            newText: 'draaiboek:i-pass',
            range: { start: { line: 0, character: 9 }, end: { line: 0, character: 18 } },
        });
    });

    test.each(['rol Werker "<|>', 'gebruik "a" // "<|>', 'bron B { bestand "<|>" }'])(
        'and nowhere else: %s',
        async (text) => {
            expect(await offered(text, {}, '"')).toEqual([]);
        },
    );
});

describe('a name from a library', () => {
    test('leads to its text', async () => {
        const { services, document, params } = await open(PROTOCOL);
        const [link] = (await services.lsp.DefinitionProvider?.getDefinition(document, params)) as LocationLink[];
        expect(link?.targetUri).toBe(LIBRARY);
    });

    test('is told on hover', async () => {
        const { services, document, params } = await open(PROTOCOL);
        const hover = (await services.lsp.HoverProvider?.getHoverContent(document, params)) as Hover;
        expect(JSON.stringify(hover.contents)).toContain('handoff program');
    });

    test('is not renamed, and it is said why', async () => {
        const { services, document, params } = await open(PROTOCOL);
        await expect(
            (async () => services.lsp.RenameProvider?.rename(document, { ...params, newName: 'Anders' }))(),
        ).rejects.toThrow('Deze naam komt uit de ingebouwde bibliotheek');
    });
});

describe('the path of a library', () => {
    const onPath = PROTOCOL.replace('<|>', '').replace('draaiboek:', 'draai<|>boek:');

    test('is told on hover, with what it makes known', async () => {
        const { services, document, params } = await open(onPath);
        const hover = (await services.lsp.HoverProvider?.getHoverContent(document, params)) as Hover;
        const text = (hover.contents as { value: string }).value;
        expect(text).toContain('De vijf onderdelen van een overdracht volgens I-PASS (Starmer e.a., 2014)');
        expect(text).toContain('toetsingskader **VijfOnderdelen**');
    });

    test('is a link to its text', async () => {
        const { services, document, params } = await open(onPath);
        const links = (await services.lsp.DocumentLinkProvider?.getDocumentLinks(document, params)) as DocumentLink[];
        expect(links.map((l) => l.target)).toEqual([LIBRARY]);
    });

    test('has no definition of its own, and asking for one is no problem', async () => {
        const { services, document, params } = await open(onPath);
        expect(await services.lsp.DefinitionProvider?.getDefinition(document, params)).toBeUndefined();
    });
});

test('a library has no findings of its own, whatever the settings say', async () => {
    const settings = JSON.stringify({ rules: { 'meta/bron': 'fout', 'toetsing/dekking': 'fout' } });
    const { services, document } = await open(PROTOCOL.replace('<|>', ''), { 'draaiboek.json': settings });
    const library = services.shared.workspace.LangiumDocuments.all.find((d) => d.uri.toString() === LIBRARY);
    expect(library?.diagnostics).toEqual([]);
    expect(document.diagnostics?.map((d) => d.code)).not.toContain('meta/verwijzing');
});
