import MarkdownIt from 'markdown-it';
import type { Block, Inline } from './document.js';
import { text } from './document.js';
import { oneLine } from '../../text/one-line.js';

type Token = ReturnType<MarkdownIt['parse']>[number];

/**
 * A text of a protocol as blocks. A text between triple quotes is Markdown; any other is taken as it stands, so that an
 * asterisk in a sentence stays one.
 *
 * What Markdown could do beyond text is left out: HTML is text, an image is its description, only links to http and
 * https are links (of others, and of images, the address is told), and a heading is no part of the document's structure.
 */
export function prose(source: string, markdown: boolean | undefined): readonly Block[] {
    if (!markdown) {
        return source.trim() === '' ? [] : [{ type: 'paragraph', content: [text(source)] }];
    }
    // Markdown would take the sign away that makes brackets nothing but brackets
    return readBlocks(new Cursor(parser.parse(source.replaceAll('\\[[', '\\\\[['), {})));
}

/** A text of a protocol on one line; where it is Markdown of more than one paragraph its markup is lost. */
export function proseInlines(source: string, markdown: boolean | undefined): readonly Inline[] {
    const [only, ...others] = markdown ? prose(source, markdown) : [];
    return only?.type === 'paragraph' && others.length === 0 ? only.content : [text(oneLine(source))];
}

// a definition of a reference is kept as the text that it is: what nothing refers to would not be shown at all
const parser = new MarkdownIt({ html: false, linkify: false, typographer: false }).disable('reference');

class Cursor {
    private index = 0;

    constructor(private readonly tokens: readonly Token[]) {}

    next(): Token | undefined {
        return this.tokens[this.index++];
    }
}

/** Reads until the token that closes the block it is in, or to the end. */
function readBlocks(cursor: Cursor, closing?: string): Block[] {
    const blocks: Block[] = [];
    for (let token = cursor.next(); token && token.type !== closing; token = cursor.next()) {
        switch (token.type) {
            case 'paragraph_open':
                blocks.push({ type: 'paragraph', content: readLine(cursor, 'paragraph_close') });
                break;
            case 'heading_open':
                blocks.push({ type: 'minor-heading', content: readLine(cursor, 'heading_close') });
                break;
            case 'bullet_list_open':
                blocks.push({ type: 'list', ordered: false, items: readItems(cursor, 'bullet_list_close') });
                break;
            case 'ordered_list_open': {
                const start = Number(token.attrGet('start') ?? 1);
                const items = readItems(cursor, 'ordered_list_close');
                blocks.push({ type: 'list', ordered: true, items, ...(start === 1 ? {} : { start }) });
                break;
            }
            case 'blockquote_open':
                blocks.push({ type: 'quotation', blocks: readBlocks(cursor, 'blockquote_close') });
                break;
            case 'table_open':
                blocks.push(readTable(cursor));
                break;
            case 'fence':
            case 'code_block':
                blocks.push({ type: 'code', text: token.content.replace(/\n$/, '') });
                break;
            case 'hr':
                blocks.push({ type: 'rule' });
                break;
        }
    }
    return blocks;
}

function readItems(cursor: Cursor, closing: string): Block[][] {
    const items: Block[][] = [];
    for (let token = cursor.next(); token && token.type !== closing; token = cursor.next()) {
        if (token.type === 'list_item_open') {
            items.push(readBlocks(cursor, 'list_item_close'));
        }
    }
    return items;
}

function readTable(cursor: Cursor): Block {
    const rows: Inline[][][] = [];
    for (let token = cursor.next(); token && token.type !== 'table_close'; token = cursor.next()) {
        if (token.type === 'tr_open') {
            rows.push([]);
        } else if (token.type === 'th_open' || token.type === 'td_open') {
            rows.at(-1)?.push(readLine(cursor, token.type === 'th_open' ? 'th_close' : 'td_close'));
        }
    }
    const [columns = [], ...body] = rows;
    return { type: 'table', columns, rowHeadings: false, rows: body.map((cells) => ({ cells })) };
}

function readLine(cursor: Cursor, closing: string): Inline[] {
    const content: Inline[][] = [];
    for (let token = cursor.next(); token && token.type !== closing; token = cursor.next()) {
        content.push(readInlines(new Cursor(token.children ?? [])));
    }
    return content.flat();
}

const SPANS = {
    strong_open: ['strong', 'strong_close'],
    em_open: ['emphasis', 'em_close'],
    s_open: ['deleted', 's_close'],
} as const;

function readInlines(cursor: Cursor, closing?: string): Inline[] {
    const content: Inline[] = [];
    for (let token = cursor.next(); token && token.type !== closing; token = cursor.next()) {
        switch (token.type) {
            case 'strong_open':
            case 'em_open':
            case 's_open': {
                const [type, end] = SPANS[token.type];
                content.push({ type, content: readInlines(cursor, end) });
                break;
            }
            case 'link_open': {
                const href = token.attrGet('href') ?? '';
                const inside = readInlines(cursor, 'link_close');
                content.push(
                    ...(isWebAddress(href) ? [{ type: 'link', href, content: inside } as const] : inside),
                    ...behind(isWebAddress(href) ? undefined : parser.normalizeLinkText(href), token.attrGet('title')),
                );
                break;
            }
            case 'code_inline':
                content.push({ type: 'code', text: token.content });
                break;
            case 'image':
                content.push(
                    text(token.content),
                    ...behind(parser.normalizeLinkText(token.attrGet('src') ?? ''), token.attrGet('title')),
                );
                break;
            case 'softbreak':
                content.push(text(' '));
                break;
            case 'hardbreak':
                content.push({ type: 'break' });
                break;
            default:
                content.push(text(token.content));
        }
    }
    return content.filter((inline) => inline.type !== 'text' || inline.text !== '');
}

/** What a link or an image says besides its text, in brackets: an address that is no link here, a title. */
function behind(...said: (string | null | undefined)[]): Inline[] {
    const words = said.filter((s) => s !== null && s !== undefined && s !== '');
    return words.length === 0 ? [] : [text(` (${words.join(', ')})`)];
}

/** Whether a text is an address on the web, which may be a link in a document. */
export function isWebAddress(address: string): boolean {
    return /^https?:\/\/[^\s<>"'`\\]+$/i.test(address);
}
