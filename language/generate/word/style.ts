import { COLOURS } from '../html/style.js';

/**
 * The styles of a Word document, each with its name, so that a reader can change how all of a kind look at once. The
 * built-in ones have the names that Word gives them in any language.
 */

/** Without `#`, as Word writes colours. */
export const INK = Object.fromEntries(
    Object.entries(COLOURS.light).map(([name, colour]) => [name, colour.slice(1)]),
) as Readonly<Record<keyof typeof COLOURS.light, string>>;

const SANS = 'Calibri';
const SERIF = 'Georgia';

/** In twentieths of a point; the first column of a list of properties. */
export const TERM_WIDTH = 2550;
export const NESTED_TERM_WIDTH = 1900;

interface ParagraphStyle {
    readonly id: string;
    /** as people see it; the built-in names are English in the file */
    readonly name: string;
    readonly based?: string;
    readonly next?: string;
    /** in `w:pPr` */
    readonly paragraph?: string;
    /** in `w:rPr` */
    readonly run?: string;
    readonly hidden?: true;
}

const heading = (level: number, size: number, before: number, run = ''): ParagraphStyle => ({
    id: `Heading${String(level)}`,
    name: `heading ${String(level)}`,
    based: 'Normal',
    next: 'Normal',
    paragraph: `<w:keepNext/><w:keepLines/><w:spacing w:before="${String(before)}" w:after="80" w:line="240" w:lineRule="auto"/><w:outlineLvl w:val="${String(level - 1)}"/>`,
    run: `${fonts(level > 3 ? SANS : SERIF)}<w:b w:val="${level > 2 ? '1' : '0'}"/>${run}<w:color w:val="${INK.ink}"/><w:sz w:val="${String(size)}"/><w:szCs w:val="${String(size)}"/>`,
});

const notice = (id: string, name: string, ink: string, wash: string): ParagraphStyle => ({
    id,
    name,
    based: 'Normal',
    paragraph: `<w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="${ink}"/></w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="${wash}"/><w:spacing w:before="0" w:after="0"/><w:ind w:left="227" w:right="113"/>`,
});

const contents = (level: number): ParagraphStyle => ({
    id: `TOC${String(level)}`,
    name: `toc ${String(level)}`,
    based: 'Normal',
    next: 'Normal',
    paragraph: `<w:spacing w:before="${level === 1 ? '60' : '0'}" w:after="0"/><w:ind w:left="${String((level - 1) * 280)}"/>`,
});

const PARAGRAPHS: readonly ParagraphStyle[] = [
    {
        id: 'Title',
        name: 'Title',
        based: 'Normal',
        next: 'Subtitle',
        paragraph: '<w:keepNext/><w:spacing w:before="0" w:after="100" w:line="240" w:lineRule="auto"/>',
        run: `${fonts(SERIF)}<w:color w:val="${INK.ink}"/><w:sz w:val="52"/><w:szCs w:val="52"/>`,
    },
    {
        id: 'Subtitle',
        name: 'Subtitle',
        based: 'Normal',
        next: 'Normal',
        paragraph: '<w:spacing w:before="0" w:after="240"/>',
        run: `<w:color w:val="${INK.soft}"/>`,
    },
    {
        id: 'SoortStuk',
        name: 'Soort stuk',
        based: 'Normal',
        next: 'Title',
        paragraph: '<w:keepNext/><w:spacing w:before="0" w:after="60"/>',
        run: `<w:b/><w:color w:val="${INK.accent}"/>`,
    },
    heading(1, 34, 420),
    heading(2, 28, 320),
    heading(3, 24, 260),
    heading(4, 22, 220),
    heading(5, 21, 200),
    heading(6, 21, 180, '<w:i/>'),
    {
        id: 'TussenkopTekst',
        name: 'Tussenkop in tekst',
        based: 'Normal',
        next: 'Normal',
        paragraph: '<w:keepNext/><w:spacing w:before="160" w:after="40"/>',
        run: '<w:b/>',
    },
    { id: 'ListBullet', name: 'List Bullet', based: 'Normal', paragraph: '<w:spacing w:after="40"/>' },
    { id: 'ListNumber', name: 'List Number', based: 'Normal', paragraph: '<w:spacing w:after="40"/>' },
    {
        id: 'Gegeven',
        name: 'Gegeven',
        based: 'Normal',
        paragraph: `<w:tabs><w:tab w:val="left" w:pos="${String(TERM_WIDTH)}"/></w:tabs><w:spacing w:after="50"/><w:ind w:left="${String(TERM_WIDTH)}" w:hanging="${String(TERM_WIDTH)}"/>`,
    },
    {
        id: 'Quote',
        name: 'Quote',
        based: 'Normal',
        paragraph: `<w:pBdr><w:left w:val="single" w:sz="12" w:space="10" w:color="${INK.line}"/></w:pBdr><w:spacing w:after="60"/><w:ind w:left="284"/>`,
        run: fonts(SERIF),
    },
    {
        id: 'CitaatBron',
        name: 'Wie het zei',
        based: 'Quote',
        run: `${fonts(SANS)}<w:color w:val="${INK.soft}"/><w:sz w:val="19"/><w:szCs w:val="19"/>`,
    },
    {
        id: 'Caption',
        name: 'caption',
        based: 'Normal',
        next: 'Normal',
        paragraph: '<w:keepNext/><w:spacing w:before="200" w:after="80"/>',
        run: `<w:b/><w:color w:val="${INK.soft}"/><w:sz w:val="18"/><w:szCs w:val="18"/>`,
    },
    {
        id: 'Figuur',
        name: 'Figuur',
        based: 'Normal',
        next: 'OnderschriftFiguur',
        paragraph: '<w:keepNext/><w:spacing w:before="160" w:after="0" w:line="240" w:lineRule="auto"/>',
    },
    {
        id: 'OnderschriftFiguur',
        name: 'Onderschrift bij figuur',
        based: 'Caption',
        next: 'Normal',
        paragraph: '<w:keepNext w:val="0"/><w:spacing w:before="80" w:after="200"/>',
    },
    {
        id: 'Tabeltekst',
        name: 'Tabeltekst',
        based: 'Normal',
        paragraph: '<w:spacing w:before="30" w:after="30" w:line="240" w:lineRule="auto"/>',
        run: '<w:sz w:val="19"/><w:szCs w:val="19"/>',
    },
    {
        id: 'Tussenruimte',
        name: 'Tussenruimte',
        based: 'Normal',
        paragraph: '<w:spacing w:before="0" w:after="0" w:line="140" w:lineRule="exact"/>',
    },
    { id: 'Tabelkop', name: 'Tabelkop', based: 'Tabeltekst', paragraph: '<w:keepNext/>', run: '<w:b/>' },
    notice('MeldingLetOp', 'Melding let op', INK.open, INK['open-wash']),
    notice('MeldingOpmerking', 'Melding opmerking', INK.remark, INK['remark-wash']),
    notice('MeldingTegenspraak', 'Melding tegenspraak', INK.clash, INK['clash-wash']),
    notice('MeldingUitleg', 'Melding uitleg', INK.soft, INK.wash),
    {
        id: 'Leeg',
        name: 'Niets gezegd',
        based: 'Normal',
        run: `<w:i/><w:color w:val="${INK.soft}"/>`,
    },
    {
        id: 'Code',
        name: 'Code',
        based: 'Normal',
        paragraph: `<w:shd w:val="clear" w:color="auto" w:fill="${INK.wash}"/><w:spacing w:after="0" w:line="240" w:lineRule="auto"/>`,
        run: `${fonts('Consolas')}<w:noProof/><w:sz w:val="18"/><w:szCs w:val="18"/>`,
    },
    {
        id: 'TOCHeading',
        name: 'TOC Heading',
        based: 'Normal',
        next: 'Normal',
        paragraph: '<w:keepNext/><w:spacing w:before="240" w:after="60"/>',
        run: `<w:b/><w:color w:val="${INK.soft}"/>`,
    },
    contents(1),
    contents(2),
    contents(3),
    {
        id: 'FootnoteText',
        name: 'footnote text',
        based: 'Normal',
        paragraph: '<w:spacing w:before="0" w:after="20" w:line="240" w:lineRule="auto"/>',
        run: '<w:sz w:val="17"/><w:szCs w:val="17"/>',
    },
    {
        id: 'Footer',
        name: 'footer',
        based: 'Normal',
        paragraph: '<w:spacing w:after="0"/>',
        run: `<w:color w:val="${INK.soft}"/><w:sz w:val="17"/><w:szCs w:val="17"/>`,
    },
];

const CHARACTERS: readonly { readonly id: string; readonly name: string; readonly run: string }[] = [
    { id: 'Strong', name: 'Strong', run: '<w:b/><w:bCs/>' },
    { id: 'Emphasis', name: 'Emphasis', run: '<w:i/><w:iCs/>' },
    { id: 'Hyperlink', name: 'Hyperlink', run: `<w:color w:val="${INK.accent}"/><w:u w:val="single"/>` },
    // on paper a name is a name; who reads on a screen can follow it
    { id: 'Verwijzing', name: 'Verwijzing in dit stuk', run: '<w:noProof w:val="0"/>' },
    { id: 'FootnoteReference', name: 'footnote reference', run: '<w:vertAlign w:val="superscript"/>' },
    { id: 'GegevenNaam', name: 'Naam van een gegeven', run: `<w:color w:val="${INK.soft}"/>` },
    {
        id: 'Onbekend',
        name: 'Onbekend',
        run: `<w:b/><w:color w:val="${INK.open}"/><w:shd w:val="clear" w:color="auto" w:fill="${INK['open-wash']}"/>`,
    },
    {
        id: 'Plaatselijk',
        name: 'Plaatselijk',
        run: `<w:b/><w:color w:val="${INK.local}"/><w:shd w:val="clear" w:color="auto" w:fill="${INK['local-wash']}"/>`,
    },
    { id: 'Kanttekening', name: 'Woord over de tekst', run: `<w:i/><w:color w:val="${INK.soft}"/>` },
    { id: 'NietGevonden', name: 'Niet gevonden', run: `<w:color w:val="${INK.clash}"/><w:u w:val="dotted"/>` },
    {
        id: 'CodeTeken',
        name: 'Code in een regel',
        run: `${fonts('Consolas')}<w:noProof/><w:color w:val="${INK.soft}"/><w:sz w:val="18"/><w:szCs w:val="18"/>`,
    },
    {
        id: 'Opschrift',
        name: 'Soort onderdeel',
        run: `${fonts(SANS)}<w:b/><w:color w:val="${INK.accent}"/><w:sz w:val="18"/><w:szCs w:val="18"/>`,
    },
    { id: 'Kopnummer', name: 'Nummer van een kop', run: `<w:b w:val="0"/><w:color w:val="${INK.soft}"/>` },
];

function fonts(name: string): string {
    return `<w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:cs="${name}"/>`;
}

/** `word/styles.xml`. */
export function stylesXml(): string {
    const paragraphs = PARAGRAPHS.map(({ id, name, based, next, paragraph = '', run = '' }) => {
        const custom = BUILT_IN.test(id) ? '' : ' w:customStyle="1"';
        return (
            `<w:style w:type="paragraph"${custom} w:styleId="${id}"><w:name w:val="${name}"/>` +
            (based === undefined ? '' : `<w:basedOn w:val="${based}"/>`) +
            (next === undefined ? '' : `<w:next w:val="${next}"/>`) +
            '<w:qFormat/>' +
            (paragraph === '' ? '' : `<w:pPr>${paragraph}</w:pPr>`) +
            (run === '' ? '' : `<w:rPr>${run}</w:rPr>`) +
            '</w:style>'
        );
    });
    const characters = CHARACTERS.map(
        ({ id, name, run }) =>
            `<w:style w:type="character"${BUILT_IN.test(id) ? '' : ' w:customStyle="1"'} w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>${run}</w:rPr></w:style>`,
    );
    return (
        `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n` +
        `<w:styles xmlns:w="${W}"><w:docDefaults><w:rPrDefault><w:rPr>${fonts(SANS)}<w:color w:val="${INK.ink}"/><w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="100" w:line="269" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>` +
        `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>` +
        `<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>` +
        `<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>` +
        paragraphs.join('') +
        characters.join('') +
        `<w:style w:type="table" w:customStyle="1" w:styleId="TabelDraaiboek"><w:name w:val="Tabel draaiboek"/><w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="${INK.ink}"/><w:bottom w:val="single" w:sz="4" w:space="0" w:color="${INK.line}"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="${INK.line}"/></w:tblBorders><w:tblCellMar><w:top w:w="28" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="28" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="${INK.ink}"/></w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="${INK.wash}"/></w:tcPr></w:tblStylePr></w:style>` +
        '</w:styles>'
    );
}

/** Ids of styles that Word has itself. */
const BUILT_IN =
    /^(Title|Subtitle|Heading\d|ListBullet|ListNumber|Quote|Caption|TOCHeading|TOC\d|FootnoteText|Footer|Strong|Emphasis|Hyperlink|FootnoteReference)$/;

export const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
