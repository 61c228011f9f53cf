import type { IToken } from 'chevrotain';
import { AstUtils, type AstNode } from 'langium';
import { dedent } from '../syntax/values.js';

/** Columns that a line should stay within; only a block written on one line is broken up to reach it. */
const WIDTH = 120;
const INDENT = 2;
/** Lines that go on with a statement, and prose in triple quotes, stand one level deeper than it. */
const CONTINUATION = 2;

/** A token of the text or a comment. */
export interface Piece {
    readonly image: string;
    readonly offset: number;
    readonly kind: 'token' | 'line-comment' | 'block-comment';
    /** a text in triple quotes of more than one line */
    readonly isProse: boolean;
    /** line breaks in the text between the piece before and this one */
    readonly breaks: number;
    /** no white space in the text between the piece before and this one */
    readonly glued: boolean;
    /** a statement begins here */
    readonly startsStatement: boolean;
    /** for braces: a number for each pair, the same for both */
    readonly block?: number;
}

/** The pieces of a text: its tokens and comments in their order, with what the layout needs to know of each. */
export function pieces(text: string, tokens: readonly IToken[], comments: readonly IToken[], root: AstNode): Piece[] {
    const starts = statementStarts(root);
    const all = [...tokens, ...comments].sort((a, b) => a.startOffset - b.startOffset);
    const open: number[] = [];
    let blocks = 0;
    let end = 0;
    return all.map((token) => {
        const gap = text.slice(end, token.startOffset);
        end = token.startOffset + token.image.length;
        const kind = token.image.startsWith('//')
            ? 'line-comment'
            : token.image.startsWith('/*')
              ? 'block-comment'
              : 'token';
        const block =
            token.image === '{' ? open[open.push(++blocks) - 1] : token.image === '}' ? open.pop() : undefined;
        return {
            image: token.image,
            offset: token.startOffset,
            kind,
            isProse: token.image.startsWith('"""') && /[\r\n]/.test(token.image),
            breaks: (gap.match(/\r\n|\r|\n/g) ?? []).length,
            glued: gap === '',
            startsStatement: kind === 'token' && starts.has(token.startOffset),
            ...(block === undefined ? {} : { block }),
        };
    });
}

/** The offsets at which a statement begins: whatever stands in a list of statements or elements. */
function statementStarts(root: AstNode): Set<number> {
    const starts = new Set<number>();
    for (const node of AstUtils.streamAst(root)) {
        const property = node.$containerProperty;
        if (
            property === 'statements' ||
            (property === 'elements' && !node.$container?.$container) ||
            property === 'imports'
        ) {
            if (node.$cstNode) {
                starts.add(node.$cstNode.offset);
            }
        }
    }
    return starts;
}

/** Lays the pieces out anew. @param wrap columns for prose in triple quotes; without it prose keeps its lines */
export function layout(all: readonly Piece[], eol: string, wrap?: number): string {
    const multiLine = blocksOverLines(all);
    for (;;) {
        const lines = render(all, multiLine, wrap);
        const tooLong = lines.flatMap(({ text, oneLineBlock }) =>
            text.length > WIDTH && oneLineBlock !== undefined && !text.includes('"""') ? [oneLineBlock] : [],
        );
        if (tooLong.length === 0) {
            return (
                lines
                    .map((l) => l.text.trimEnd())
                    .join('\n')
                    .replaceAll('\n', eol) + (lines.length > 0 ? eol : '')
            );
        }
        tooLong.forEach((block) => multiLine.add(block));
    }
}

/** The blocks that the text spreads over lines. */
function blocksOverLines(all: readonly Piece[]): Set<number> {
    const result = new Set<number>();
    const open: number[] = [];
    for (const piece of all) {
        // what breaks a line inside a block breaks all blocks around it as well
        if (open.length > 0 && (piece.breaks > 0 || piece.kind === 'line-comment' || piece.isProse)) {
            open.forEach((b) => result.add(b));
        }
        if (piece.image === '{' && piece.block !== undefined) {
            open.push(piece.block);
        } else if (piece.image === '}') {
            open.pop();
        }
    }
    return result;
}

interface Line {
    text: string;
    /** outermost block that begins and ends on this line and has something in it */
    oneLineBlock?: number;
}

function render(all: readonly Piece[], multiLine: ReadonlySet<number>, wrap: number | undefined): Line[] {
    const lines: Line[] = [];
    const open: number[] = [];
    let previous: Piece | undefined;
    /** a line break anywhere between the previous token and here */
    let brokenSinceToken = true;
    all.forEach((piece, index) => {
        const closes = piece.image === '}' && piece.kind === 'token';
        const inner = open.at(-1);
        const isEmptyBlock = closes && previous?.image === '{';
        brokenSinceToken ||= piece.breaks > 0;
        let breaks = Math.min(piece.breaks, 2);
        if (piece.kind === 'token' && !brokenSinceToken) {
            const mustBreak =
                (piece.startsStatement && (inner === undefined || multiLine.has(inner))) ||
                (closes && inner !== undefined && multiLine.has(inner));
            breaks = mustBreak ? 1 : breaks;
        }
        if (piece.image === '{' && piece.kind === 'token' && previous?.kind === 'token') {
            breaks = 0;
        }
        if (closes && inner !== undefined && multiLine.has(inner) && previous?.kind !== 'token') {
            // else the brace would stand as deep as the comment
            breaks = Math.max(breaks, 1);
        }
        if (isEmptyBlock) {
            breaks = 0;
        }
        if (breaks === 2 && (previous?.image === '{' || closes)) {
            breaks = 1;
        }
        if (previous?.kind === 'line-comment') {
            breaks = Math.max(breaks, 1);
        }
        const depth = open.length - (closes ? 1 : 0);
        const current = lines.at(-1);
        if (breaks > 0 || !current) {
            if (breaks === 2 && current) {
                lines.push({ text: '' });
            }
            lines.push({ text: ' '.repeat(indentation(all, index, depth)) + image(piece, depth, wrap) });
        } else {
            current.text += (previous ? between(previous, piece, inner) : '') + image(piece, depth, wrap);
        }
        if (piece.kind === 'token') {
            if (piece.image === '{' && piece.block !== undefined) {
                open.push(piece.block);
            } else if (closes) {
                open.pop();
                const line = lines.at(-1);
                if (line && !isEmptyBlock && piece.block !== undefined && !multiLine.has(piece.block)) {
                    line.oneLineBlock = piece.block;
                }
            }
            brokenSinceToken = false;
        }
        previous = piece;
    });
    return lines;
}

/** Columns before a piece that is first on its line. A comment stands where the token after it would. */
function indentation(all: readonly Piece[], index: number, depth: number): number {
    const piece = all[index];
    let next = piece;
    for (let i = index; next && next.kind !== 'token'; i++) {
        next = all[i + 1];
    }
    const isNew = next === undefined || next.startsStatement || next.image === '}' || next.image === '{' || index === 0;
    return depth * INDENT + (isNew ? 0 : CONTINUATION);
}

/** White space between two pieces on one line. */
function between(a: Piece, b: Piece, inner: number | undefined): string {
    if (b.kind !== 'token') {
        return b.kind === 'line-comment' ? '  ' : ' ';
    }
    if (b.image === ',' || b.image === ':' || b.image === ')' || a.image === '(') {
        return '';
    }
    if (a.image === '/' || b.image === '/') {
        return '';
    }
    if ((isDash(a.image) || isDash(b.image) || b.image === '%') && b.glued) {
        return '';
    }
    if (b.startsStatement && a.image !== '{' && inner !== undefined && a.kind === 'token') {
        return '  ';
    }
    return ' ';
}

function image(piece: Piece, depth: number, wrap: number | undefined): string {
    return piece.isProse && piece.kind === 'token'
        ? prose(piece.image, depth * INDENT + CONTINUATION, wrap)
        : piece.image.replace(/\r\n|\r/g, '\n');
}

/** A text in triple quotes with its lines under its statement; what it says does not change. */
function prose(text: string, indent: number, wrap: number | undefined): string {
    const margin = ' '.repeat(indent);
    const value = dedent(text.slice(3, -3));
    const lines = (wrap === undefined ? value : wrapProse(value, Math.max(20, wrap - indent))).split('\n');
    return ['"""', ...lines.map((l) => (l === '' ? '' : margin + l)), `${margin}"""`].join('\n');
}

/** What means something in Markdown where it begins a line; it is nothing but text inside one. */
const BEGINS_BLOCK = /^([-*+#>|=_~]|\d+[.)]$|```|\[[^\]]*\]:)/;

/** What is kept together: no line ends within a name between double brackets, right or not. */
const WORD = /(?:\[\[[^[\]\r\n]*\]\]|\S)+/g;

/** Fills paragraphs anew; lists, tables, headings, quotations, indented lines and hard line breaks keep their lines. */
function wrapProse(text: string, columns: number): string {
    return text
        .split(/\n{2,}/)
        .map((paragraph) =>
            /^(\s|[-*+#>|=~]|\d+[.)]\s|```|\[[^\]]*\]:)|(?:\\| {2})$/m.test(paragraph)
                ? paragraph
                : fill(paragraph, columns),
        )
        .join('\n\n');
}

function fill(paragraph: string, columns: number): string {
    const lines: string[] = [];
    for (const word of paragraph.match(WORD) ?? []) {
        const last = lines.at(-1);
        const fits = last !== undefined && last.length + 1 + word.length <= columns;
        if (last !== undefined && (fits || BEGINS_BLOCK.test(word))) {
            lines[lines.length - 1] = `${last} ${word}`;
        } else {
            lines.push(word);
        }
    }
    return lines.join('\n');
}

/** What stands between the numbers of a range; word processors make an en dash of it. */
function isDash(image: string): boolean {
    return image === '-' || image === '\u2013';
}
