import type { LangiumDocument } from 'langium';

/** Columns that the formatter keeps a block on one line within. */
const WIDTH = 120;

/** How a text is laid out, so that what a fix adds looks like the rest. */
export interface Layout {
    readonly text: string;
    readonly eol: string;
    /** how far the text indents: what its first indented line has, and else what the formatter writes */
    readonly step: string;
}

const layouts = new WeakMap<LangiumDocument, Layout>();

/** The line ends and indentation of a text, read once for each version of it: a file may have many findings. */
export function layoutOf(document: LangiumDocument): Layout {
    const text = document.textDocument.getText();
    const known = layouts.get(document);
    if (known?.text === text) {
        return known;
    }
    const layout: Layout = {
        text,
        eol: text.includes('\r\n') ? '\r\n' : '\n',
        step: /\n(\t| {2,8})\S/.exec(text)?.[1] ?? '  ',
    };
    layouts.set(document, layout);
    return layout;
}

/** The white space at the beginning of the line of an offset. */
export function indentAt(text: string, offset: number): string {
    return /^[ \t]*/.exec(text.slice(lineStartOf(text, offset), offset))?.[0] ?? '';
}

/** Where the line of an offset begins. */
export function lineStartOf(text: string, offset: number): number {
    return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the line of an offset ends, without its line break. */
export function lineEndAt(text: string, offset: number): number {
    const end = text.indexOf('\n', offset);
    return end < 0 ? text.length : text[end - 1] === '\r' && end > offset ? end - 1 : end;
}

/** Whether nothing but white space stands on the line before an offset. */
export function isFirstOnLine(text: string, offset: number): boolean {
    return text.slice(lineStartOf(text, offset), offset).trim() === '';
}

/** Whether nothing but white space or a comment stands on the line behind an offset. */
export function isLastOnLine(text: string, offset: number): boolean {
    return /^\s*(\/\/|$)/.test(text.slice(offset, lineEndAt(text, offset)));
}

/** Whether the line of an offset has room for so many more characters. */
export function fitsOnLine(text: string, offset: number, more: number): boolean {
    return lineEndAt(text, offset) - lineStartOf(text, offset) + more <= WIDTH;
}

/** The lines of a statement as the text writes them; in `statement` a tab stands for one step of indentation. */
export function laidOut(statement: string, indent: string, { eol, step }: Layout): string {
    return indent + statement.replaceAll('\t', step).replaceAll('\n', eol + indent);
}
