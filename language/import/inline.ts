import { parseDate } from '../model/values.js';
import { oneLine } from '../text/one-line.js';
import { marksOf, type Marks, type Revision } from './blocks.js';
import { defaultTreeAdapter as tree, type DefaultTreeAdapterTypes } from 'parse5';

export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;

/** A line of text as it is read from HTML. */
export interface Line extends Marks {
    plain: string;
    markdown: string;
    readonly places: string[];
    readonly links: string[];
    readonly comments: string[];
    readonly revisions: Revision[];
    /** what stands before the first tab, as a word in front of an answer does */
    label?: string;
    /** its pieces between breaks, where it has more than one and nothing is marked over a break */
    lines?: readonly { readonly plain: string; readonly markdown: string }[];
}

/** Stands for a tab in HTML that was made of a document in which tabs mean something; in other HTML they are spaces. */
export const TAB = '\uE000';

export function emptyLine(): Line {
    return { plain: '', markdown: '', places: [], links: [], comments: [], revisions: [] };
}

/** Adds the marks of other pieces to a line. */
export function addMarks(line: Line, ...pieces: readonly Marks[]): void {
    const { places, links, comments, revisions } = marksOf(pieces);
    line.places.push(...places);
    line.links.push(...links);
    line.comments.push(...comments);
    line.revisions.push(...revisions);
}

export function isElement(node: Node): node is Element {
    return tree.isElementNode(node);
}

export function attributeOf(element: Element, name: string): string | undefined {
    return element.attrs.find((a) => a.name === name)?.value;
}

/** Elements of which nothing is read: they are not the text. */
const SKIPPED: ReadonlySet<string> = new Set([
    'script',
    'style',
    'svg',
    'nav',
    'head',
    'template',
    'noscript',
    'title',
    'button',
]);

export function isSkipped({ tagName }: Element): boolean {
    return SKIPPED.has(tagName);
}

const COMMENT = /^#?comment-(?!ref)(.+)$/;
const BACK = /^#(?:comment-ref-|footnote-ref-|endnote-ref-|bij-)/;

/** The key of a comment that a link leads to. */
export function commentOf(element: Element): string | undefined {
    return element.tagName === 'a' ? COMMENT.exec(attributeOf(element, 'href') ?? '')?.[1] : undefined;
}

/** Adds what stands in inline nodes to a line. */
export function readInline(nodes: readonly Node[], line: Line): void {
    for (const node of nodes) {
        if (tree.isTextNode(node)) {
            const [before, ...behind] = node.value.split(TAB);
            if (behind.length > 0) {
                line.label ??= (line.plain + (before ?? '')).replace(/\s+/g, ' ').trim();
            }
            const text = [before, ...behind].join(' ').replace(/[\s\u00A0]+/g, ' ');
            line.plain += text;
            line.markdown += escaped(text);
        } else if (isElement(node) && !isSkipped(node)) {
            readElement(node, line);
        }
    }
}

function readElement(element: Element, line: Line): void {
    const id = attributeOf(element, 'id');
    if (id !== undefined && !/^(?:comment|footnote|endnote)-/.test(id)) {
        line.places.push(id);
    }
    const comment = commentOf(element);
    if (comment !== undefined) {
        line.comments.push(comment);
        return;
    }
    const href = element.tagName === 'a' ? (attributeOf(element, 'href') ?? '') : '';
    if (BACK.test(href)) {
        return;
    }
    if (href.startsWith('#')) {
        line.links.push(href.slice(1));
    }
    if (element.tagName === 'img') {
        const told = pictureText(element);
        line.plain += told;
        line.markdown += escaped(told);
        return;
    }
    const inside = emptyLine();
    readInline(element.childNodes, inside);
    line.revisions.push(...revisionsOf(element, inside.plain));
    addMarks(line, inside);
    if (element.tagName === 'del') {
        return;
    }
    if (inside.label !== undefined) {
        line.label ??= `${line.plain} ${inside.label}`.replace(/\s+/g, ' ').trim();
    }
    line.plain += element.tagName === 'br' ? '\n' : inside.plain;
    line.markdown += marked(element, href, inside.markdown);
}

function marked({ tagName }: Element, href: string, inside: string): string {
    switch (tagName) {
        case 'br':
            return '\n';
        case 'strong':
        case 'b':
            return around('**', inside);
        case 'em':
        case 'i':
            return around('*', inside);
        case 's':
        case 'strike':
            return around('~~', inside);
        case 'a':
            return /^https?:/i.test(href) && inside.trim() !== ''
                ? `[${inside.trim()}](${href.replace(/[()\s]/g, encodeURIComponent)})`
                : inside;
        default:
            return inside;
    }
}

/** What stands beside a picture for who does not see it; a picture without is not told. */
function pictureText(picture: Element): string {
    const said = ['alt', 'title'].map((name) => oneLine(attributeOf(picture, name) ?? '').trim());
    const told = [...new Set(said.filter((t) => t !== ''))].join('; ');
    return told === '' ? '' : `(afbeelding: ${told})`;
}

/** The attributes in which a reader of Word says what was put in or struck out, and by whom; Word itself has `cite`. */
export const REVISION = { text: 'data-text', author: 'data-author', date: 'datetime' } as const;

/** What `ins` and `del` say was changed, by whom and when. */
export function revisionsOf(element: Element, inside: string): readonly Revision[] {
    const { tagName } = element;
    const text = (attributeOf(element, REVISION.text) ?? inside).replace(/\s+/g, ' ');
    if ((tagName !== 'ins' && tagName !== 'del') || text.trim() === '') {
        return [];
    }
    const author =
        attributeOf(element, REVISION.author) ?? /^mailto:(.+)$/.exec(attributeOf(element, 'cite') ?? '')?.[1];
    const date = parseDate((attributeOf(element, REVISION.date) ?? '').slice(0, 10));
    return [
        {
            kind: tagName === 'ins' ? 'inserted' : 'deleted',
            text,
            ...(author === undefined || author === '' ? {} : { author }),
            ...(date === undefined ? {} : { date }),
        },
    ];
}

/** Markup around words, and not around the spaces beside them, where it would be none. */
function around(mark: string, inside: string): string {
    const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(inside) ?? [];
    return words === '' ? inside : `${before}${mark}${words}${mark}${after}`;
}

/** Text in Markdown that reads as that text, with as few signs as that takes: people go on with it. */
function escaped(text: string): string {
    return text
        .replace(/[\\*`]|~(?=~)/g, '\\$&')
        .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
        .replace(/\[(?=[^\]]*\]\()/g, '\\[')
        .replace(/<(?=[a-z/!?])/gi, '\\<')
        .replace(/&(?=#?\w+;)/g, '\\&');
}

/** A line without the spaces around it and before its breaks; each line of it begins nothing but a paragraph. */
export function trimmed(line: Line): Line {
    const tidy = (text: string) =>
        text
            .split('\n')
            .map((part) => part.replace(/[ \t]+/g, ' ').trim())
            .join('\n')
            .trim();
    const parts = tidy(line.markdown)
        .split('\n')
        .map((part) =>
            part.replace(/^([#+=>~-])(?=\s|[#=>~-]|$)/, '\\$1').replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2'),
        );
    const markdown = parts.filter((part, i, all) => part !== '' || i < all.length - 1).join('  \n');
    const lines = linesIn(tidy(line.plain).split('\n'), parts);
    const plain = tidy(line.plain).replace(/\s+/g, ' ');
    return { ...line, plain, markdown, ...(lines.length > 1 ? { lines } : {}) };
}

/** The pieces of a line, plain and as Markdown; none where something is marked over a break. */
function linesIn(plain: readonly string[], markdown: readonly string[]) {
    const isMarkedOver = markdown.some((part) => (part.split('**').length - 1) % 2 === 1);
    return plain.length !== markdown.length || isMarkedOver
        ? []
        : plain.map((words, i) => ({ plain: words, markdown: markdown[i] ?? '' })).filter((l) => l.plain !== '');
}
