import { describe, expect, it } from 'vitest';
import { paragraph, text, type Block, type DocumentModel } from '../../../language/generate/document/document.js';
import { toWord } from '../../../language/generate/word/word.js';
import { validateXML } from 'xmllint-wasm';
import { partsOfWord, textOfWord } from './word-text.js';

const DRAWING =
    '<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="100"><title id="t">Verloop</title><desc id="d">Van begin tot eind</desc></svg>';

function documentOf(blocks: readonly Block[], more: Partial<DocumentModel> = {}): DocumentModel {
    return {
        language: 'nl',
        title: 'Het pad & <de weg>',
        kicker: 'Proef',
        subtitle: [text('Versie 1')],
        sections: [
            {
                id: 'stap-een',
                look: 'section',
                number: '1',
                title: [text('Eerste')],
                blocks,
                sections: [
                    {
                        id: 'stap-één',
                        look: 'step',
                        label: 'stap 1',
                        title: [text('Binnen')],
                        blocks: [],
                        sections: [],
                    },
                ],
            },
        ],
        ...more,
    };
}

const NOTE = { key: 'a', content: [text('Bron A, “zo staat het er”')], text: 'Bron A' };

const ALL: readonly Block[] = [
    paragraph(text('Gewoon, '), { type: 'reference', to: 'stap-één', text: 'zie daar' }, { type: 'reference', to: 'weg', text: 'nergens' }),
    paragraph({ type: 'open', open: 'unknown', text: 'onbekend' }, { type: 'citation', citation: NOTE }),
    paragraph({ type: 'citation', citation: NOTE }, { type: 'link', href: 'https://example.org/?a=1&b="', content: [text('web')] }),
    { type: 'minor-heading', content: [text('Tussenkop')] },
    { type: 'list', ordered: true, start: 3, items: [[paragraph(text('drie'))], [{ type: 'list', ordered: false, items: [[paragraph(text('vier'))]] }]] },
    { type: 'table', caption: 'De stappen', columns: [[text('Stap')], [text('Door')]], rowHeadings: true, rows: [{ id: 'rij', cells: [[text('a')]] }] },
    { type: 'definitions', rows: [{ term: [text('Duur')], details: [[paragraph(text('2 weken'))], []] }] },
    { type: 'quotation', blocks: [paragraph(text('Zo.'))], by: [text('Iemand')] },
    { type: 'notice', kind: 'attention', title: [text('Let op')], blocks: [paragraph(text('Dit.'))] },
    { type: 'notice', kind: 'empty', title: [text('Niets.')], blocks: [] },
    { type: 'picture', name: 'verloop', caption: 'Het verloop', alternative: 'Van "begin" tot eind', svg: DRAWING },
    { type: 'code', text: 'a\n  b' },
    { type: 'rule' },
]; // prettier-ignore

const points = () => new Uint8Array([137, 80, 78, 71]);

describe('a Word file', () => {
    const file = toWord(documentOf(ALL), points);
    const parts = partsOfWord(file);
    const body = parts['word/document.xml'] ?? '';
    const styles = parts['word/styles.xml'] ?? '';

    it('is made of parts that are well-formed, each with its type and its relations', async () => {
        for (const [path, content] of Object.entries(parts).filter(([p]) => !p.endsWith('.png'))) {
            const { valid, errors } = await validateXML({
                xml: { fileName: path, contents: content },
                normalization: 'format',
            });
            expect({ path, valid, errors }).toEqual({ path, valid: true, errors: [] });
        }
        const types = parts['[Content_Types].xml'] ?? '';
        const named = Object.keys(parts).filter((p) => p.startsWith('word/') && p.endsWith('.xml'));
        expect(named.filter((p) => !types.includes(`PartName="/${p}"`))).toEqual([]);
        for (const part of ['document', 'footnotes']) {
            const used = [...(parts[`word/${part}.xml`] ?? '').matchAll(/r:(?:id|embed)="([^"]+)"/g)].map((m) => m[1]);
            const known = parts[`word/_rels/${part}.xml.rels`] ?? '';
            expect(used.filter((id) => !known.includes(`Id="${String(id)}"`))).toEqual([]);
        }
    });

    it('uses only styles that it has, under the names that Word knows', () => {
        const used = new Set([...body.matchAll(/<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]+)"/g)].map((m) => m[1]));
        expect([...used].filter((id) => !styles.includes(`w:styleId="${String(id)}"`))).toEqual([]);
        expect([...used]).toEqual(expect.arrayContaining(['Title', 'Heading1', 'Heading2', 'Caption', 'ListNumber']));
        expect(styles).toContain('<w:name w:val="heading 1"/>');
        expect(styles).toContain('<w:lang w:val="nl-NL"');
    });

    it('has tables with a header row and a caption, pictures with an alternative text, and notes as footnotes', () => {
        expect(body).toContain('<w:tblHeader/>');
        expect(body).toContain('<w:tblCaption w:val="De stappen"/>');
        expect(body).toMatch(/SEQ Tabel[^>]*>.*?1.*?\. De stappen/);
        expect(body).toContain('descr="Van &quot;begin&quot; tot eind"');
        expect(body.match(/<w:footnoteReference /g)).toHaveLength(1);
        expect(body).toContain('NOTEREF noot_1');
        expect(parts['word/footnotes.xml']).toContain('Bron A, “zo staat het er”');
    });

    it('leads to places by bookmarks, and only to those that are there', () => {
        const bookmarks = [...body.matchAll(/<w:bookmarkStart w:id="(\d+)" w:name="([^"]+)"/g)];
        expect(new Set(bookmarks.map((m) => m[1])).size).toBe(bookmarks.length);
        const names = bookmarks.map((m) => m[2] ?? '');
        expect(new Set(names.map((n) => n.toLowerCase())).size).toBe(names.length);
        expect(names.filter((n) => !/^[A-Za-z]\w{0,39}$/.test(n))).toEqual([]);
        const led = [...body.matchAll(/w:anchor="([^"]+)"/g)].map((m) => m[1] ?? '');
        expect(led.length).toBeGreaterThan(0);
        expect(led.filter((name) => !names.includes(name))).toEqual([]);
        expect(textOfWord(file)).toContain('nergens');
    });

    it('begins a list where it says, and a card on a page of its own', () => {
        expect(parts['word/numbering.xml']).toContain('<w:startOverride w:val="3"/>');
        const [first] = documentOf([]).sections;
        const cards = documentOf([], { sections: first ? [{ ...first, look: 'card' }] : [] });
        expect(partsOfWord(toWord(cards))['word/document.xml']).toContain('<w:pageBreakBefore/>');
    });

    it('has no other date than the one it is given, and is the same, byte for byte', () => {
        expect(parts['docProps/core.xml']).not.toContain('dcterms:created');
        expect(Buffer.from(toWord(documentOf(ALL), points)).equals(Buffer.from(file))).toBe(true);
        const dated = partsOfWord(toWord(documentOf([], { date: '2026-03-01' })));
        expect(dated['docProps/core.xml']).toContain('2026-03-01T00:00:00Z');
    });

    it('describes a picture where nothing makes points', () => {
        expect(textOfWord(toWord(documentOf(ALL)))).toContain('Van"begin"toteind');
        expect(Object.keys(partsOfWord(toWord(documentOf(ALL)))).filter((p) => p.endsWith('.png'))).toEqual([]);
    });

    it('leaves room for the number of a page at its foot, however long the title is', () => {
        const footer = (title: string) =>
            /<w:t(?: [^>]*)?>(.*?)<\/w:t>/.exec(
                partsOfWord(toWord(documentOf([], { title })))['word/footer1.xml'] ?? '',
            )?.[1];
        expect(footer('Het pad')).toBe('Het pad · Proef · Versie 1');
        const long = footer(
            'Jeugd- en gezinswerkers in de huisartsenpraktijk en op de school van het kind of de jongere zelf',
        );
        expect(long).toMatch(/^Jeugd- en gezinswerkers in de huisartsenpraktijk .*… · Proef · Versie 1$/);
        expect(long?.length).toBeLessThan(90);
    });

    it('keeps a text at a distance from the list above it', () => {
        const list: Block = { type: 'list', ordered: false, items: [[paragraph(text('Een'))]] };
        const body = (blocks: readonly Block[]) => partsOfWord(toWord(documentOf(blocks)))['word/document.xml'] ?? '';
        expect(body([list, paragraph(text('Daarna'))])).toMatch(/Een<[\s\S]*"Tussenruimte"[\s\S]*Daarna</);
        expect(body([paragraph(text('Daarna')), list])).not.toContain('"Tussenruimte"');
    });

    it('leaves no row of a table alone on a page, at its head or its foot', () => {
        const rows = ['a', 'b', 'c', 'd'].map((cell) => ({ cells: [[text(cell)]] }));
        const table: Block = { type: 'table', columns: [[text('Wat')]], rowHeadings: false, rows };
        const xml = partsOfWord(toWord(documentOf([table])))['word/document.xml'] ?? '';
        const body = [...xml.matchAll(/<w:tr>.*?<\/w:tr>/gs)].slice(1);
        expect(body.map(([row]) => row.includes('<w:keepNext/>'))).toEqual([true, false, true, false]);
    });

    it('lies on its side for wide tables', () => {
        const wide = partsOfWord(toWord(documentOf(ALL, { landscape: true })))['word/document.xml'] ?? '';
        expect(wide).toContain('w:orient="landscape"');
        const widths = [...wide.matchAll(/<w:gridCol w:w="(\d+)"/g)].map((m) => Number(m[1]));
        expect(widths.reduce((a, b) => a + b, 0)).toBe(14570);
    });

    it('holds any text as text', () => {
        const odd = 'a\u0000b \uD800 ]]> & <w:p> "';
        const made = partsOfWord(toWord(documentOf([paragraph(text(odd))])));
        expect(made['word/document.xml']).toContain('&lt;w:p&gt;');
        expect(made['word/document.xml']).not.toMatch(/\u0000|\uD800/);
    });
});
