import type { Block, Definition, DocumentModel, Inline, Notice, Picture, Section } from '../document/document.js';
import { plainText } from '../document/claims.js';
import type { InlineWriter } from './inlines.js';
import type { Names } from './names.js';
import type { Numbering } from './numbering.js';
import { mostOfAPicture, piecesOf } from '../document/pieces.js';
import { drawingXml } from './drawing.js';
import { endOfPages, textWidth } from './pages.js';
import { fieldXml, paragraphXml, runXml, type ParagraphLook } from './paragraph.js';
import { NESTED_TERM_WIDTH, TERM_WIDTH } from './style.js';
import { tableXml } from './table.js';
import { capital } from '../../text/capital.js';

/** Where blocks stand: how far from the margin, how deep in lists, and in what. */
interface Place {
    readonly indent: number;
    readonly level: number;
    /** the style of paragraphs in a notice or a quotation */
    readonly style?: string;
}

const LIST_INDENT = 340;

/** The width of a letter of a term, at most, in the fonts that take the place of ours. */
const LETTER = 110;

/** Takes a picture into the file. @returns its number among the images */
export type TakePicture = (picture: Picture) => number;

/** Writes the body of a Word document. */
export class BodyWriter {
    private tables = 0;
    private figures = 0;
    private drawings = 0;
    /** whether the page that is written lies on its side */
    private landscape: boolean;

    constructor(
        private readonly model: DocumentModel,
        private readonly lines: InlineWriter,
        private readonly names: Names,
        private readonly numbering: Numbering,
        private readonly take: TakePicture | undefined,
    ) {
        this.landscape = model.landscape === true;
    }

    body(): string {
        const { model, lines } = this;
        const banner = model.banner ? [paragraphXml({ style: 'MeldingTegenspraak' }, lines.line(model.banner))] : [];
        const subtitle =
            model.subtitle.length === 0 ? [] : [paragraphXml({ style: 'Subtitle' }, lines.line(model.subtitle))];
        return [
            ...banner,
            paragraphXml({ style: 'SoortStuk' }, runXml(model.kicker, lines.own())),
            paragraphXml({ style: 'Title' }, runXml(model.title)),
            ...subtitle,
            this.contents(),
            ...model.sections.map((s) => this.section(s, 1)),
        ].join('');
    }

    /** A table of contents that can be used as it stands, and that Word makes anew when somebody asks. */
    private contents(): string {
        const entries: { readonly level: number; readonly link: string }[] = [];
        const list = (sections: readonly Section[], level: number): void => {
            for (const section of sections.filter(
                ({ look }) => look !== 'element' && look !== 'step' && look !== 'group',
            )) {
                const number = section.number === undefined ? '' : `${section.number} `;
                const anchor = this.names.known(section.id) ?? '';
                const text = runXml(number + plainText(section.title));
                entries.push({ level, link: `<w:hyperlink w:anchor="${anchor}" w:history="1">${text}</w:hyperlink>` });
                if (level < 3 && section.look !== 'card') {
                    list(section.sections, level + 1);
                }
            }
        };
        list(this.model.sections, 1);
        if (entries.length < FEWEST_ENTRIES) {
            return '';
        }
        const begin =
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o "1-3" \\n \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>';
        const end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>';
        const paragraphs = entries.map(({ level, link }, i) =>
            paragraphXml(
                { style: `TOC${String(level)}` },
                (i === 0 ? begin : '') + link + (i === entries.length - 1 ? end : ''),
            ),
        );
        const title = this.model.language === 'nl' ? 'Inhoud' : 'Contents';
        return paragraphXml({ style: 'TOCHeading' }, runXml(title, this.lines.own())) + paragraphs.join('');
    }

    private section(section: Section, level: number): string {
        if (!section.landscape || this.landscape) {
            return this.sectionAsIs(section, level);
        }
        this.landscape = true;
        const content = this.sectionAsIs(section, level);
        this.landscape = false;
        return endOfPages(false) + content + endOfPages(true);
    }

    private sectionAsIs(section: Section, level: number): string {
        const { id, look, label, number } = section;
        const isOurs = look === 'section' || look === 'colophon';
        const before = label === undefined ? '' : runXml(`${capital(label)}  `, this.lines.own({ style: 'Opschrift' }));
        const figure = number === undefined ? '' : runXml(`${number}  `, { style: 'Kopnummer' });
        const heading = paragraphXml(
            {
                style: `Heading${String(Math.min(level, 6))}`,
                pageBreakBefore: look === 'card' || section.newPage === true,
            },
            this.names.bookmark(id) + before + figure + this.lines.line(section.title, isOurs ? this.lines.own() : {}),
        );
        const inside = this.blocks(section.blocks, { indent: 0, level: 0 });
        return [heading, inside, ...section.sections.map((s) => this.section(s, level + 1))].join('');
    }

    private blocks(blocks: readonly Block[], place: Place): string {
        return blocks
            .map((block, i) => {
                const closes = block.type === 'definitions' || block.type === 'list';
                // a list keeps its distance from the text behind it
                const gap = closes && place.indent === 0 && blocks[i + 1]?.type === 'paragraph' ? GAP : '';
                return this.block(block, place) + gap;
            })
            .join('');
    }

    private block(block: Block, place: Place): string {
        switch (block.type) {
            case 'paragraph':
                return this.paragraph(block.content, place);
            case 'minor-heading':
                return paragraphXml(
                    { ...look(place), style: place.style ?? 'TussenkopTekst', keepNext: true },
                    this.lines.line(block.content, place.style === undefined ? {} : { bold: true }),
                );
            case 'list':
                return this.list(block, place);
            case 'table': {
                const width = textWidth(this.landscape) - place.indent;
                const caption = block.caption === undefined ? '' : this.caption(block.caption);
                // what comes next keeps its distance
                return `${caption}${tableXml(block, width, this.lines, this.names)}${GAP}`;
            }
            case 'definitions':
                return block.rows.map((row) => this.definition(row, place)).join('');
            case 'quotation': {
                const inner = { ...place, indent: place.indent + 284, style: 'Quote' };
                const by =
                    block.by === undefined
                        ? ''
                        : paragraphXml({ ...look({ ...inner, style: 'CitaatBron' }) }, this.lines.line(block.by));
                return this.blocks(block.blocks, inner) + by;
            }
            case 'notice':
                return this.notice(block, place);
            case 'picture':
                return this.picture(block);
            case 'code':
                return block.text
                    .split('\n')
                    .map((line) => paragraphXml({ ...look(place), style: 'Code' }, runXml(line)))
                    .join('');
            case 'rule':
                return paragraphXml({ style: 'Normal' }, runXml('* * *'));
        }
    }

    private paragraph(content: readonly Inline[], place: Place, before = ''): string {
        return paragraphXml(look(place), before + this.lines.line(content));
    }

    private list({ ordered, start, items }: Extract<Block, { type: 'list' }>, place: Place): string {
        const id = ordered ? this.numbering.ordered(start ?? 1, place.level) : this.numbering.bullets;
        const level = Math.min(place.level, 8);
        const indent = place.indent + LIST_INDENT;
        const inner = { ...place, indent, level: place.level + 1 };
        return items
            .map(([first, ...rest]) => {
                const style = place.style ?? (ordered ? 'ListNumber' : 'ListBullet');
                const marked = { style, numbering: { id, level }, indent: { left: indent, hanging: LIST_INDENT } };
                const line = first?.type === 'paragraph' ? this.lines.line(first.content) : '';
                const others = first && first.type !== 'paragraph' ? [first, ...rest] : rest;
                return paragraphXml(marked, line) + this.blocks(others, inner);
            })
            .join('');
    }

    /** A term with what it means behind it; a long term has a line of its own. */
    private definition({ term, details }: Definition, place: Place): string {
        const width = place.indent === 0 ? TERM_WIDTH : NESTED_TERM_WIDTH;
        const left = place.indent + width;
        const isLong = plainText(term).length > width / LETTER;
        const name = this.lines.line(term, this.lines.own({ style: 'GegevenNaam' }));
        const style = place.style ?? 'Gegeven';
        const hanging: ParagraphLook = { style, indent: { left, hanging: width }, tab: { at: left, align: 'left' } };
        const inner = { ...place, indent: left };
        const [[first, ...more] = [], ...others] = details;
        const rest = others.map((d) => this.blocks(d, inner)).join('');
        if (first?.type === 'paragraph' && !isLong) {
            const line = `${name}<w:r><w:tab/></w:r>${this.lines.line(first.content)}`;
            return paragraphXml(hanging, line) + this.blocks(more, inner) + rest;
        }
        const alone = paragraphXml({ style, keepNext: true, indent: { left: place.indent, hanging: 0 } }, name);
        return alone + this.blocks(first ? [first, ...more] : [], inner) + rest;
    }

    private notice({ kind, id, title, blocks }: Notice, place: Place): string {
        const mark = this.names.bookmark(id);
        if (kind === 'empty') {
            return paragraphXml({ ...look(place), style: 'Leeg' }, mark + this.lines.line(title, this.lines.own()));
        }
        const inner = { ...place, indent: place.indent + 227, style: NOTICES[kind] };
        const head = paragraphXml(
            { ...look(inner), keepNext: blocks.length > 0 },
            mark + this.lines.line(title, { bold: true }),
        );
        return `${head}${this.blocks(blocks, inner)}${GAP}`;
    }

    private caption(text: string): string {
        const nl = this.model.language === 'nl';
        const word = nl ? 'Tabel' : 'Table';
        const number = fieldXml(`SEQ ${word} \\* ARABIC`, String(++this.tables), this.lines.own());
        return paragraphXml(
            { style: 'Caption' },
            runXml(`${word} `, this.lines.own()) + number + runXml(`. ${text}`, this.lines.own()),
        );
    }

    private picture(picture: Picture): string {
        const { say } = this;
        const word = say('Figuur', 'Figure');
        const own = this.lines.own();
        const number = String(++this.figures);
        const caption = (field: string, more: string) =>
            paragraphXml(
                { style: 'OnderschriftFiguur' },
                runXml(`${word} `, own) + field + runXml(`. ${picture.caption}${more}`, own),
            );
        const counted = fieldXml(`SEQ ${word} \\* ARABIC`, number, own);
        if (!this.take) {
            return paragraphXml({ style: 'Leeg' }, runXml(picture.alternative)) + caption(counted, '');
        }
        const image = this.take(picture);
        const most = mostOfAPicture(this.landscape);
        const pieces = piecesOf(picture, most);
        return pieces
            .map((piece, i) => {
                const which = ` (${String(i + 1)} ${say('van', 'of')} ${String(pieces.length)})`;
                const more = pieces.length === 1 ? '' : which;
                const alternative = i === 0 ? picture.alternative : picture.caption + more;
                const drawing = drawingXml(picture, piece, { id: ++this.drawings, image, alternative }, most);
                return (
                    paragraphXml({ style: 'Figuur' }, drawing) + caption(i === 0 ? counted : runXml(number, own), more)
                );
            })
            .join('');
    }

    private readonly say = (nl: string, en: string) => (this.model.language === 'nl' ? nl : en);
}

const FEWEST_ENTRIES = 8;

/** Keeps what follows at a distance. */
const GAP = paragraphXml({ style: 'Tussenruimte' }, '');

const NOTICES = {
    contradiction: 'MeldingTegenspraak',
    remark: 'MeldingOpmerking',
    attention: 'MeldingLetOp',
    information: 'MeldingUitleg',
} as const;

function look({ indent, style }: Place): ParagraphLook {
    return {
        ...(style === undefined ? {} : { style }),
        ...(indent === 0 ? {} : { indent: { left: indent } }),
    };
}
