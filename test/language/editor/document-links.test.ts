import { expect, test } from 'vitest';
import { open, textAt, uriOf } from './editor.js';

test('of a source its address on the web, and the file with its text where that is there', async () => {
    const { services, document, params } = await open(
        `gebruik "netwerk.draaiboek"
bron A { verwijzing "https://example.org/a", "op de plank" bestand "a.txt" }
bron B { bestand "weg.txt" verwijzing "javascript:alert(1)" }
interventie X volgens A, B { richtlijn R { verwijzing "http://example.org/r" } }
`.replace('A, B', 'A'),
        { 'netwerk.draaiboek': 'rol R1\n', 'a.txt': 'tekst' },
    );
    const links = (await services.lsp.DocumentLinkProvider?.getDocumentLinks(document, params)) ?? [];
    expect(links.map(({ range, target }) => [textAt(document, range).replaceAll('"', ''), target])).toEqual([
        ['netwerk.draaiboek', uriOf('netwerk.draaiboek')],
        ['https://example.org/a', 'https://example.org/a'],
        ['a.txt', uriOf('a.txt')],
        ['http://example.org/r', 'http://example.org/r'],
    ]);
});

test('each address in a text is a link, without what ends the sentence', async () => {
    const { services, document, params } = await open(
        'bron A { verwijzing "Zie https://example.org/a b (http://x.nl/c), en http://y.nl/d_(e).", "geen https://" }\n',
    );
    const links = (await services.lsp.DocumentLinkProvider?.getDocumentLinks(document, params)) ?? [];
    const texts = links.map(({ range }) => textAt(document, range));
    expect(texts).toEqual(['https://example.org/a', 'http://x.nl/c', 'http://y.nl/d_(e)']);
    expect(links.map(({ target }) => target)).toEqual(texts);
});
