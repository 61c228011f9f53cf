/** Documents in Word as people make them, for tests: just enough of Office Open XML to be one. */
import { strToU8, zipSync } from 'fflate';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

export interface MarginComment {
    readonly author: string;
    readonly date: string;
    readonly text: string;
}

export function xml(text: string): string {
    return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

function run(text: string, look = ''): string {
    const lines = text.split('\n').map((line) => `<w:t xml:space="preserve">${xml(line)}</w:t>`);
    return `<w:r>${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}${lines.join('<w:br/>')}</w:r>`;
}

/** A paragraph; `style` is the id of a style, such as `Heading1` or `Kop1`. */
export function paragraph(text: string, style?: string): string {
    const look = style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
    return `<w:p>${look}${run(text)}</w:p>`;
}

export function heading(level: number, text: string): string {
    return paragraph(text, `Heading${String(level)}`);
}

export function bold(text: string): string {
    return `<w:p>${run(text, '<w:b/>')}</w:p>`;
}

export function item(text: string): string {
    return itemBelow(text, 0);
}

/** An item of a list that stands in one of another list; `depth` counts from 0. */
export function itemBelow(text: string, depth: number): string {
    return `<w:p><w:pPr><w:numPr><w:ilvl w:val="${String(depth)}"/><w:numId w:val="1"/></w:numPr></w:pPr>${run(text)}</w:p>`;
}

/** A table; a cell is a text, or paragraphs as they are. */
export function table(...rows: (readonly (string | { readonly body: string })[])[]): string {
    const cell = (content: string | { readonly body: string }) =>
        `<w:tc>${typeof content === 'string' ? paragraph(content) : content.body}</w:tc>`;
    return `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
}

/** A paragraph with a comment on it. */
export function commented(text: string, id: number): string {
    const key = String(id);
    return `<w:p><w:commentRangeStart w:id="${key}"/>${run(text)}<w:commentRangeEnd w:id="${key}"/><w:r><w:commentReference w:id="${key}"/></w:r></w:p>`;
}

/** A paragraph, or an item of a list, with a footnote behind its words. */
export function noted(paragraphXml: string, id: number): string {
    const mark = `<w:r><w:footnoteReference w:id="${String(id)}"/></w:r></w:p>`;
    return paragraphXml.replace(/<\/w:p>$/, () => mark);
}

/** A paragraph in which somebody struck out words and put others, with changes tracked. */
export function revised(before: string, out: string, into: string, after: string): string {
    const who = 'w:id="90" w:author="Els" w:date="2026-03-03T09:00:00Z"';
    const gone = `<w:del ${who}><w:r><w:delText xml:space="preserve">${xml(out)}</w:delText></w:r></w:del>`;
    return `<w:p>${run(before)}${gone}<w:ins ${who}>${run(into)}</w:ins>${run(after)}</w:p>`;
}

const STYLES = `<w:styles ${W}>${[1, 2, 3]
    .flatMap((n) => [
        `<w:style w:type="paragraph" w:styleId="Heading${String(n)}"><w:name w:val="heading ${String(n)}"/></w:style>`,
        `<w:style w:type="paragraph" w:styleId="Kop${String(n)}"><w:name w:val="Kop ${String(n)}"/></w:style>`,
    ])
    .join(
        '',
    )}<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style><w:style w:type="paragraph" w:styleId="Inhopg1"><w:name w:val="toc 1"/></w:style></w:styles>`;
const NUMBERING = `<w:numbering ${W}><w:abstractNum w:abstractNumId="0">${[0, 1, 2].map((n) => `<w:lvl w:ilvl="${String(n)}"><w:numFmt w:val="bullet"/></w:lvl>`).join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;

/** The bytes of a document in Word. @param comments by their id, from 0 @param notes the footnotes, likewise */
export function wordFile(
    body: readonly string[],
    comments: readonly MarginComment[] = [],
    notes: readonly string[] = [],
): Uint8Array {
    const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
    const margin = comments.map(
        ({ author, date, text }, id) =>
            `<w:comment w:id="${String(id)}" w:author="${xml(author)}" w:date="${date}" w:initials="X">${paragraph(text)}</w:comment>`,
    );
    const footnotes = notes.map((text, id) => `<w:footnote w:id="${String(id)}">${paragraph(text)}</w:footnote>`);
    const parts = ['styles', 'numbering', 'comments', 'footnotes'];
    const files = {
        '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${type}.document.main+xml"/>${parts.map((p) => `<Override PartName="/word/${p}.xml" ContentType="${type}.${p}+xml"/>`).join('')}</Types>`,
        '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${rel}/officeDocument" Target="word/document.xml"/></Relationships>`,
        'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${parts.map((p) => `<Relationship Id="${p}" Type="${rel}/${p}" Target="${p}.xml"/>`).join('')}</Relationships>`,
        'word/document.xml': `<w:document ${W}><w:body>${body.join('')}</w:body></w:document>`,
        'word/styles.xml': STYLES,
        'word/numbering.xml': NUMBERING,
        'word/footnotes.xml': `<w:footnotes ${W}>${footnotes.join('')}</w:footnotes>`,
        'word/comments.xml': `<w:comments ${W}>${margin.join('')}</w:comments>`,
    };
    return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));
}
