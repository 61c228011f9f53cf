import type {
    Block,
    Citation,
    Definition,
    DocumentModel,
    Inline,
    Notice,
    Section,
    Table,
} from '../document/document.js';
import { picturesIn } from '../document/pictures.js';
import { plainText } from '../document/claims.js';
import { WORDS } from '../document/labels.js';
import { STYLE_OF_DRAWINGS } from '../svg/style.js';
import { drawing } from './drawing.js';
import { escapeHtml } from './escape.js';
import { page } from './page.js';
import { SKIP_LINK } from './skip-link.js';
import { LANDSCAPE, STYLE } from './style.js';

/**
 * Writes a document as one HTML file: readable on a screen, in light and dark, with a keyboard and a screen reader, and
 * on A4. Claims have a number that leads to their note; the note holds the source with the literal quotation.
 */
export function toHtml(model: DocumentModel): string {
    const writer = new Writer(model);
    const nl = model.language === 'nl';
    const sections = model.sections.map((s) => writer.section(s, 2)).join('\n');
    const banner = model.banner ? `<p class="banner" role="note">${writer.line(model.banner)}</p>\n` : '';
    const subtitle = writer.line(model.subtitle);
    // what a protocol says is Dutch in any edition (WCAG 2.2, 3.1.2)
    const said = nl ? '' : ' lang="nl"';
    const body = `<a class="skip" href="#tekst">${SKIP_LINK[model.language]}</a>
<header class="masthead">
${banner}<p class="kicker">${escapeHtml(model.kicker)}</p>
<h1${said}>${escapeHtml(model.title)}</h1>
${subtitle === '' ? '' : `<p class="subtitle"${said}>${subtitle}</p>`}
</header>
${contents(model)}
<main id="tekst" tabindex="-1"${said}>
${sections}
${writer.notes()}
</main>
<footer class="end"><p>${nl ? 'Gemaakt uit een draaiboek. Wat het draaiboek openlaat, is hier niet ingevuld.' : 'Made from a protocol. What the protocol leaves open has not been filled in here.'}</p></footer>`;
    const parts = [
        STYLE,
        ...(picturesIn(model).length === 0 ? [] : [STYLE_OF_DRAWINGS]),
        ...(model.landscape ? [LANDSCAPE] : []),
    ];
    return page({ language: model.language, title: model.title, style: parts.join(''), body });
}

/** What stands in the table of contents. */
const CHAPTERS: ReadonlySet<Section['look']> = new Set(['section', 'colophon', 'card']);

/** The table of contents: chapters and their parts, not the elements in them. */
function contents({ sections, language }: DocumentModel): string {
    const list = (items: readonly Section[], depth: number): string => {
        const shown = items.filter((s) => CHAPTERS.has(s.look));
        if (shown.length === 0 || depth > 3) {
            return '';
        }
        const entries = shown.map((s) => {
            const number = s.number === undefined ? '' : `<span class="number">${escapeHtml(s.number)}</span>`;
            return `<li><a href="#${s.id}">${number}${escapeHtml(plainText(s.title))}</a>${s.look === 'card' ? '' : list(s.sections, depth + 1)}</li>`;
        });
        return `<ol>${entries.join('')}</ol>`;
    };
    const title = language === 'nl' ? 'Inhoud' : 'Contents';
    return `<nav class="toc" aria-labelledby="inhoudsopgave"><h2 id="inhoudsopgave">${title}</h2>${list(sections, 1)}</nav>`;
}

class Writer {
    /** notes by key, in the order in which the text first calls them */
    private readonly numbered = new Map<string, { readonly number: number; readonly citation: Citation }>();
    private readonly nl: boolean;
    /** the attribute of an element with our own words, in an edition in which they are not Dutch */
    private readonly own: string;
    /** whether what is written lies on its side on paper */
    private isWide: boolean;

    constructor(private readonly model: DocumentModel) {
        this.nl = model.language === 'nl';
        this.isWide = model.landscape === true;
        this.own = this.nl ? '' : ` lang="${model.language}"`;
    }

    section(section: Section, level: number): string {
        const { id, look, label, number } = section;
        const tag = `h${String(Math.min(level, 6))}`;
        const before = label === undefined ? '' : `<span class="label"${this.own}>${escapeHtml(label)} </span>`;
        const figure = number === undefined ? '' : `<span class="number">${escapeHtml(number)}</span> `;
        const own = look === 'section' || look === 'colophon' ? this.own : '';
        const heading = `<${tag}${own}>${before}${figure}${this.line(section.title)}</${tag}>`;
        const around = this.isWide;
        this.isWide = around || section.landscape === true;
        const inside = [
            ...section.blocks.map((b) => this.block(b)),
            ...section.sections.map((s) => this.section(s, level + 1)),
        ];
        this.isWide = around;
        const kind = `${look === 'section' ? 'chapter' : look}${section.landscape ? ' wide' : ''}${section.newPage ? ' apart' : ''}`;
        return `<section id="${id}" class="${kind}">\n${[heading, ...inside].join('\n')}\n</section>`;
    }

    /** What the numbers in the text stand for. */
    notes(): string {
        if (this.numbered.size === 0) {
            return '';
        }
        const items = [...this.numbered.values()].map(({ number, citation }) => {
            const n = String(number);
            const back = `<a class="back" href="#bij-${n}" aria-label="${this.nl ? `Terug naar noot ${n} in de tekst` : `Back to note ${n} in the text`}">↩</a>`;
            return `<li id="noot-${n}">${this.line(citation.content)} ${back}</li>`;
        });
        const title = this.nl ? 'Noten' : 'Notes';
        return `<section id="noten" class="chapter notes">\n<h2${this.own}>${title}</h2>\n<ol>\n${items.join('\n')}\n</ol>\n</section>`;
    }

    private block(block: Block): string {
        switch (block.type) {
            case 'paragraph':
                return `<p>${this.line(block.content)}</p>`;
            case 'minor-heading':
                return `<p class="minor">${this.line(block.content)}</p>`;
            case 'list': {
                const items = block.items.map((item) => `<li>${this.inside(item)}</li>`).join('\n');
                return block.ordered
                    ? `<ol${block.start === undefined ? '' : ` start="${String(block.start)}"`}>\n${items}\n</ol>`
                    : `<ul>\n${items}\n</ul>`;
            }
            case 'table':
                return this.table(block);
            case 'definitions':
                return `<dl class="rows">\n${block.rows.map((row) => this.definition(row)).join('\n')}\n</dl>`;
            case 'quotation': {
                const by = block.by === undefined ? '' : `<figcaption>${this.line(block.by)}</figcaption>`;
                return `<figure class="quotation"><blockquote>${block.blocks.map((b) => this.block(b)).join('\n')}</blockquote>${by}</figure>`;
            }
            case 'notice':
                return this.notice(block);
            case 'picture':
                return drawing(block, this.model.language, this.isWide);
            case 'code':
                return `<pre tabindex="0"><code>${escapeHtml(block.text)}</code></pre>`;
            case 'rule':
                return '<hr>';
        }
    }

    /** Blocks in an item or a cell of a list: one line of text stands there without a paragraph around it. */
    private inside(blocks: readonly Block[]): string {
        const [first, ...rest] = blocks;
        if (first?.type === 'paragraph' && rest.every((b) => b.type !== 'paragraph')) {
            return [this.line(first.content), ...rest.map((b) => this.block(b))].join('\n');
        }
        return blocks.map((b) => this.block(b)).join('\n');
    }

    private definition({ term, details }: Definition): string {
        return `<div><dt${this.own}>${this.line(term)}</dt>${details.map((d) => `<dd>${this.inside(d)}</dd>`).join('')}</div>`;
    }

    private table({ caption, columns, rowHeadings, rows }: Table): string {
        const head = columns
            .map((c) => `<th scope="col"${caption === undefined ? '' : this.own}>${this.line(c)}</th>`)
            .join('');
        const body = rows.map(({ id, cells }) => {
            const content = columns.map((_, i) => {
                const cell = this.line(cells[i] ?? []);
                return rowHeadings && i === 0 ? `<th scope="row">${cell}</th>` : `<td>${cell}</td>`;
            });
            return `<tr${id === undefined ? '' : ` id="${id}"`}>${content.join('')}</tr>`;
        });
        const title = caption === undefined ? '' : `<caption${this.own}>${escapeHtml(caption)}</caption>`;
        const name = escapeHtml(caption ?? (this.nl ? 'Tabel' : 'Table'));
        return `<div class="scroll" role="group" aria-label="${name}" tabindex="0"><table>${title}<thead><tr>${head}</tr></thead><tbody>\n${body.join('\n')}\n</tbody></table></div>`;
    }

    private notice({ kind, id, title, blocks }: Notice): string {
        const place = id === undefined ? '' : ` id="${id}"`;
        const inside = blocks.map((b) => this.block(b)).join('\n');
        return `<div class="notice ${kind}"${place} role="note"><p class="title"${this.own}>${this.line(title)}</p>${inside}</div>`;
    }

    line(content: readonly Inline[]): string {
        return content.map((inline) => this.inline(inline)).join('');
    }

    private inline(inline: Inline): string {
        switch (inline.type) {
            case 'text':
                return escapeHtml(inline.text);
            case 'strong':
                return `<strong>${this.line(inline.content)}</strong>`;
            case 'emphasis':
                return `<em>${this.line(inline.content)}</em>`;
            case 'deleted':
                return `<s>${this.line(inline.content)}</s>`;
            case 'code':
                return `<code>${escapeHtml(inline.text)}</code>`;
            case 'break':
                return '<br>';
            case 'anchor':
                return `<span id="${inline.id}"></span>`;
            case 'reference': {
                const hint = inline.hint === undefined ? '' : ` title="${escapeHtml(inline.hint)}"`;
                return `<a href="#${inline.to}"${hint}>${escapeHtml(inline.text)}</a>`;
            }
            case 'link':
                return `<a href="${escapeHtml(inline.href)}" rel="noopener noreferrer">${this.line(inline.content)}</a>`;
            case 'date':
                return /^\d{4}-\d{2}-\d{2}$/.test(inline.date)
                    ? `<time datetime="${inline.date}">${escapeHtml(inline.text)}</time>`
                    : escapeHtml(inline.text);
            case 'open':
                return `<span class="open ${inline.open}"${this.own}>${escapeHtml(inline.text)}</span>`;
            case 'mark':
                if (inline.mark === 'name') {
                    return `<code class="name">${escapeHtml(inline.text)}</code>`;
                }
                if (inline.mark === 'not-found') {
                    return `<span class="mark not-found"${this.own}>${escapeHtml(inline.text)} (${WORDS.notFound[this.model.language]})</span>`;
                }
                return `<span class="mark ${inline.mark}"${this.own}>${escapeHtml(inline.text)}</span>`;
            case 'citation':
                return this.call(inline.citation);
        }
    }

    /** The number of a note where the text calls it. */
    private call(citation: Citation): string {
        const known = this.numbered.get(citation.key);
        const number = known?.number ?? this.numbered.size + 1;
        if (!known) {
            this.numbered.set(citation.key, { number, citation });
        }
        const n = String(number);
        const id = known ? '' : ` id="bij-${n}"`;
        return `<span class="note"><a${id} href="#noot-${n}" title="${escapeHtml(citation.text)}" aria-label="${this.nl ? 'noot' : 'note'} ${n}">${n}</a></span>`;
    }
}
