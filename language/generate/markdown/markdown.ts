import type {
    Block,
    Definition,
    DocumentModel,
    Inline,
    Notice,
    Picture,
    Section,
    Table,
} from '../document/document.js';
import { WORDS } from '../document/labels.js';
import type { Language } from '../../text/bilingual.js';
import { codeFence, codeSpan, escapeBeginning, escapeInline } from './escape.js';
import { capital } from '../../text/capital.js';

/**
 * Writes a document as Markdown: CommonMark with GitHub's tables, one line for each paragraph, so that a change in the
 * protocol is a change of few lines here. Notes to a claim stand behind it in square brackets; what is unknown stands in
 * bold square brackets.
 *
 * @param pathOf where the file of a picture stands; without it there is only its caption
 */
export function toMarkdown(model: DocumentModel, pathOf?: (picture: Picture) => string): string {
    const writer = new Writer(model.language, model, pathOf);
    const head = [
        ...(model.banner ? [`> ${wrapped('**', writer.line(model.banner, true).trim())}`] : []),
        `# ${escapeInline(model.title)}`,
        [escapeInline(model.kicker), writer.line(model.subtitle)].filter((part) => part !== '').join(' · '),
    ];
    return `${[...head, ...model.sections.flatMap((s) => writer.section(s, 2))].join('\n\n')}\n`;
}

class Writer {
    /** by the id of a section */
    private readonly places = new Map<string, string>();

    constructor(
        private readonly language: Language,
        { title, sections }: DocumentModel,
        private readonly pathOf: ((picture: Picture) => string) | undefined,
    ) {
        const taken = new Set<string>();
        distinct(headingPlace(title), taken);
        const visit = (section: Section) => {
            this.places.set(section.id, distinct(headingPlace(this.heading(section)), taken));
            section.sections.forEach(visit);
        };
        sections.forEach(visit);
    }

    private heading(section: Section): string {
        const number = section.number === undefined ? '' : `${section.number} `;
        const label = section.label === undefined ? '' : `${capital(section.label)} – `;
        return `${number}${escapeInline(label)}${this.line(section.title)}`.trimEnd().replace(/ {2,}/g, ' ');
    }

    section(section: Section, level: number): string[] {
        return [
            `${'#'.repeat(Math.min(level, 6))} ${this.heading(section)}`,
            ...this.blocks(section.blocks),
            ...section.sections.flatMap((s) => this.section(s, level + 1)),
        ];
    }

    blocks(blocks: readonly Block[]): string[] {
        return blocks.map((b) => this.block(b)).filter((text) => text !== '');
    }

    private block(block: Block): string {
        switch (block.type) {
            case 'paragraph':
                return this.paragraph(block.content);
            case 'minor-heading':
                return wrapped('**', this.line(block.content, true).trim());
            case 'list': {
                const start = block.start ?? 1;
                return block.items
                    .map((item, i) => this.item(block.ordered ? `${String(start + i)}. ` : '- ', this.blocks(item)))
                    .join('\n');
            }
            case 'table':
                return this.table(block);
            case 'definitions':
                return block.rows.map((row) => this.definition(row)).join('\n');
            case 'quotation': {
                const by = block.by === undefined ? [] : [`— ${this.line(block.by)}`];
                return quoted([...this.blocks(block.blocks), ...by]);
            }
            case 'notice':
                return this.notice(block);
            case 'picture':
                return this.picture(block);
            case 'code':
                return codeFence(block.text);
            case 'rule':
                return '* * *';
        }
    }

    private paragraph(content: readonly Inline[]): string {
        return this.line(content)
            .split('\n')
            .map((l) => escapeBeginning(l))
            .join('\n');
    }

    private item(marker: string, blocks: readonly string[]): string {
        // a list may follow its line at once, which keeps the list around it tight
        const content = blocks.reduce(
            (before, block) =>
                before +
                (before === '' ? '' : block.startsWith('- ') && !before.includes('\n') ? '\n' : '\n\n') +
                block,
            '',
        );
        return marker + content.replace(/\n(?=[^\n])/g, `\n${' '.repeat(marker.length)}`);
    }

    private definition({ term, details }: Definition): string {
        const name = wrapped('**', `${this.line(term, true).trim()}:`);
        const [only] = details;
        const [line] = only ?? [];
        if (details.length === 1 && only?.length === 1 && line?.type === 'paragraph') {
            return this.item('- ', [`${name} ${this.line(line.content)}`]);
        }
        const items = details.map((d) => this.item('- ', this.blocks(d))).join('\n');
        return this.item('- ', details.length === 1 ? [name, ...this.blocks(only ?? [])] : [`${name}\n${items}`]);
    }

    private table({ caption, columns, rows }: Table): string {
        const cells = (row: readonly (readonly Inline[])[]) =>
            `| ${columns.map((_, i) => this.line(row[i] ?? []).replace(/\s+/g, ' ')).join(' | ')} |`;
        const table = [
            cells(columns),
            `|${' --- |'.repeat(columns.length)}`,
            ...rows.map((row) => cells(row.cells)),
        ].join('\n');
        return caption === undefined ? table : `${wrapped('**', escapeInline(caption).trim())}\n\n${table}`;
    }

    private picture(picture: Picture): string {
        const caption = wrapped('*', escapeInline(picture.caption).trim());
        const path = this.pathOf?.(picture);
        return path === undefined ? caption : `![${escapeInline(picture.alternative)}](${path})\n\n${caption}`;
    }

    private notice({ kind, title, blocks }: Notice): string {
        const words = this.line(title, true).trim();
        if (kind === 'empty') {
            return wrapped('*', words);
        }
        const inside = this.blocks(blocks);
        return quoted([wrapped('**', words), ...(inside.length === 0 ? this.whereInFull(kind) : inside)]);
    }

    /** A pointer to what stands in full at the end: plain Markdown has no links within a document. */
    private whereInFull(kind: Notice['kind']): string[] {
        const nl = this.language === 'nl';
        const chapters: Partial<Record<Notice['kind'], string>> = {
            contradiction: nl ? 'Tegenspraken' : 'Contradictions',
            remark: nl ? 'Opmerkingen' : 'Remarks',
        };
        const chapter = chapters[kind];
        return chapter === undefined ? [] : [nl ? `Zie het hoofdstuk “${chapter}”.` : `See the chapter “${chapter}”.`];
    }

    /** Inlines on one line, with line ends only where the text breaks. */
    line(content: readonly Inline[], emphasized = false): string {
        return content.map((inline) => this.inline(inline, emphasized)).join('');
    }

    private inline(inline: Inline, emphasized: boolean): string {
        const emphasis = (text: string) => (emphasized ? text : wrapped('*', text));
        switch (inline.type) {
            case 'text':
            case 'date':
                return escapeInline(inline.text);
            case 'reference': {
                const place = inline.inProse ? this.places.get(inline.to) : undefined;
                return place === undefined ? escapeInline(inline.text) : `[${escapeInline(inline.text)}](#${place})`;
            }
            case 'strong':
                return emphasized ? this.line(inline.content, true) : wrapped('**', this.line(inline.content, true));
            case 'emphasis':
                return emphasis(this.line(inline.content, true));
            case 'deleted':
                return wrapped('~~', this.line(inline.content, emphasized));
            case 'code':
                return codeSpan(inline.text);
            case 'anchor':
                return '';
            case 'break':
                return '\\\n';
            case 'link':
                return `[${this.line(inline.content, emphasized)}](<${inline.href.replace(/[<>\\]/g, encodeURIComponent)}>)`;
            case 'open':
                return emphasized ? `[${escapeInline(inline.text)}]` : `**[${escapeInline(inline.text)}]**`;
            case 'citation':
                return ` [${escapeInline(inline.citation.text)}]`;
            case 'mark':
                switch (inline.mark) {
                    case 'name':
                        return codeSpan(inline.text);
                    case 'modality':
                        return escapeInline(inline.text);
                    case 'not-found':
                        return `${escapeInline(inline.text)} ${emphasis(escapeInline(`(${WORDS.notFound[this.language]})`))}`;
                    case 'state':
                        return emphasis(escapeInline(inline.text));
                    default:
                        return emphasis(escapeInline(`(${inline.text})`));
                }
        }
    }
}

/** The anchor that GitHub and editors give a heading: its letters and digits, with hyphens for spaces. */
function headingPlace(heading: string): string {
    return heading
        .toLowerCase()
        .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
        .replaceAll(' ', '-');
}

/** Of headings with the same anchor the second gets `-1` behind it, and so on. */
function distinct(wanted: string, taken: Set<string>): string {
    let place = wanted;
    for (let count = 1; taken.has(place); count++) {
        place = `${wanted}-${String(count)}`;
    }
    taken.add(place);
    return place;
}

/** Marks around a text; spaces at its ends stay outside, since Markdown does not read marks before a space as marks. */
function wrapped(marks: string, text: string): string {
    const [, before = '', inside = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
    return inside === '' ? text : before + marks + inside + marks + after;
}

function quoted(blocks: readonly string[]): string {
    return blocks
        .join('\n\n')
        .split('\n')
        .map((line) => (line === '' ? '>' : `> ${line}`))
        .join('\n');
}
