import { strToU8, zipSync, type Zippable } from 'fflate';
import { xmlAttribute, xmlText } from '../../text/xml.js';
import type { DocumentModel, Picture } from '../document/document.js';
import { withStyle } from '../document/pictures.js';
import { plainText } from '../document/claims.js';
import { InlineWriter, type Relations } from './inlines.js';
import { namesOf } from './names.js';
import { Numbering } from './numbering.js';
import { fieldXml, paragraphXml, partXml, runXml } from './paragraph.js';
import { stylesXml, W } from './style.js';
import { footerOf, pagesXml, textWidth } from './pages.js';
import { BodyWriter } from './writer.js';
import { cut } from '../../text/cut.js';

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * Writes a document as Word (Office Open XML, ECMA-376, transitional): real styles, headings, header rows, captions,
 * footnotes, bookmarks at every place that is referred to, alternative texts, and Dutch as the language of the text. The
 * same document gives the same bytes: ids count from one, and the only dates in it are what the model says and the first
 * that a ZIP knows.
 *
 * @param toPng makes points of a drawing; without it its description stands in its place
 */
export function toWord(model: DocumentModel, toPng?: (svg: string) => Uint8Array): Uint8Array {
    const names = namesOf(model);
    const links = { text: new Links(), notes: new Links() };
    const lines = new InlineWriter(model.language, names, links);
    const numbering = new Numbering();
    const media: Uint8Array[] = [];
    const draw = toPng && ((picture: Picture) => media.push(toPng(withStyle(picture.svg, 'light'))));
    const body = new BodyWriter(model, lines, names, numbering, draw).body();
    const section = pagesXml(model.landscape === true);
    const texts: Readonly<Record<string, string>> = {
        '[Content_Types].xml': contentTypes(media.length > 0),
        '_rels/.rels': relationsXml([
            relation('rId1', 'officeDocument', 'word/document.xml'),
            `<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>`,
            relation('rId3', 'extended-properties', 'docProps/app.xml'),
        ]),
        'docProps/core.xml': coreXml(model),
        'docProps/app.xml': `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Draaiboek</Application></Properties>`,
        'word/document.xml': partXml('document', `<w:body>${body}${section}</w:body>`),
        'word/styles.xml': stylesXml(),
        'word/numbering.xml': numbering.xml(),
        'word/settings.xml': SETTINGS,
        'word/footnotes.xml': partXml('footnotes', SEPARATORS + lines.footnoteXml()),
        'word/footer1.xml': partXml('ftr', footer(model, textWidth(false))),
        'word/footer2.xml': partXml('ftr', footer(model, textWidth(true))),
        'word/_rels/document.xml.rels': relationsXml([
            ...['styles', 'numbering', 'settings', 'footnotes'].map((part) =>
                relation(`rId_${part}`, part, `${part}.xml`),
            ),
            relation(footerOf(false), 'footer', 'footer1.xml'),
            relation(footerOf(true), 'footer', 'footer2.xml'),
            ...media.map((_, i) => relation(`rIdImage${String(i + 1)}`, 'image', `media/image${String(i + 1)}.png`)),
            ...links.text.xml(),
        ]),
        'word/_rels/footnotes.xml.rels': relationsXml(links.notes.xml()),
    };
    const files: Zippable = {
        ...Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, strToU8(text)])),
        // a picture is packed already
        ...Object.fromEntries(media.map((bytes, i) => [`word/media/image${String(i + 1)}.png`, [bytes, { level: 0 }]])),
    };
    return zipSync(files, { mtime: new Date(1980, 0, 1), level: 6 });
}

/** Links from a part to addresses outside, each address once. */
class Links implements Relations {
    private readonly ids = new Map<string, string>();

    external(address: string): string {
        const id = this.ids.get(address) ?? `rIdLink${String(this.ids.size + 1)}`;
        this.ids.set(address, id);
        return id;
    }

    xml(): string[] {
        return [...this.ids].map(
            ([address, id]) =>
                `<Relationship Id="${id}" Type="${RELATIONSHIPS}/hyperlink" Target="${xmlAttribute(address)}" TargetMode="External"/>`,
        );
    }
}

function relation(id: string, type: string, target: string): string {
    return `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`;
}

function relationsXml(relations: readonly string[]): string {
    return `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`;
}

function contentTypes(hasPictures: boolean): string {
    const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
    const parts = ['styles', 'numbering', 'settings', 'footnotes'].map(
        (part) => `<Override PartName="/word/${part}.xml" ContentType="${word}.${part}+xml"/>`,
    );
    return (
        `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
        (hasPictures ? '<Default Extension="png" ContentType="image/png"/>' : '') +
        `<Override PartName="/word/document.xml" ContentType="${word}.document.main+xml"/>${parts.join('')}` +
        ['footer1', 'footer2']
            .map((part) => `<Override PartName="/word/${part}.xml" ContentType="${word}.footer+xml"/>`)
            .join('') +
        '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>' +
        '<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>'
    );
}

function coreXml({ title, kicker, language, date }: DocumentModel): string {
    const moment = date === undefined ? undefined : `${date}T00:00:00Z`;
    const dates =
        moment === undefined
            ? ''
            : ['created', 'modified']
                  .map((name) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${moment}</dcterms:${name}>`)
                  .join('');
    return `${HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlText(title)}</dc:title><dc:subject>${xmlText(kicker)}</dc:subject><dc:creator>Draaiboek</dc:creator><dc:language>${language === 'nl' ? 'nl-NL' : 'en-GB'}</dc:language>${dates}</cp:coreProperties>`;
}

/** The width of a letter at the foot of a page, with room for the number of the page. */
const FOOTER_LETTER = 112;

function footer({ title, kicker, language, subtitle }: DocumentModel, width: number): string {
    const [version = ''] = plainText(subtitle).split(' · ');
    const behind = [kicker, version].filter((part) => part !== '').join(' · ');
    const room = Math.max(20, Math.floor(width / FOOTER_LETTER) - behind.length);
    const left = [cut(title, room), behind].filter((part) => part !== '').join(' · ');
    const of = language === 'nl' ? ' van ' : ' of ';
    const page = fieldXml('PAGE', '1') + runXml(of) + fieldXml('NUMPAGES', '1');
    return paragraphXml(
        { style: 'Footer', tab: { at: width, align: 'right' } },
        `${runXml(left)}<w:r><w:tab/></w:r>${page}`,
    );
}

const SEPARATORS = [
    ['separator', 0],
    ['continuationSeparator', 1],
]
    .map(
        ([name, id]) =>
            `<w:footnote w:type="${String(name)}" w:id="${String(id)}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:${String(name)}/></w:r></w:p></w:footnote>`,
    )
    .join('');

const SETTINGS = `${HEAD}<w:settings xmlns:w="${W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/><w:autoHyphenation/><w:characterSpacingControl w:val="doNotCompress"/><w:footnotePr><w:footnote w:id="0"/><w:footnote w:id="1"/></w:footnotePr><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="nl-NL"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>`;
