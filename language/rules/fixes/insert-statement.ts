import type { LangiumDocument } from 'langium';
import type { Place } from '../../model/protocol.js';
import { enumerate } from '../../text/numbers.js';
import type { Bilingual } from '../../text/bilingual.js';
import type { Fix, TextEdit } from '../finding.js';
import { placeAt } from '../places.js';
import { markOf } from './marks-unknown.js';
import {
    fitsOnLine,
    indentAt,
    isFirstOnLine,
    isLastOnLine,
    laidOut,
    layoutOf,
    lineStartOf,
    type Layout,
} from './layout.js';

/**
 * A fix that adds statements at the end of the block of an element, each on a line of its own; in a block that is
 * written on one line they come behind the others. It writes the block where the element has none.
 *
 * @param element of which `at` is the whole element
 * @param statements what to add, such as `contra-indicatie onbekend`; of more than one line the first is its title, and
 *   a tab stands for one step of indentation
 * @param where the element in words, for a reader who is not looking at it
 * @returns no fix where the element stands in another file, or there is nothing to add
 */
export function insertStatement(
    document: LangiumDocument,
    element: { readonly at: Place },
    statements: string | readonly string[],
    where?: Bilingual,
): readonly Fix[] {
    const added = typeof statements === 'string' ? [statements] : statements;
    const edit = statementEdit(document, element, added);
    return edit ? [{ title: additionOf(added, where), edits: [edit], safe: false, ...markOf(added) }] : [];
}

/** The edit of {@link insertStatement}. */
export function statementEdit(
    document: LangiumDocument,
    { at }: { readonly at: Place },
    statements: readonly string[],
): TextEdit | undefined {
    if (at.file !== document.uri.toString() || statements.length === 0) {
        return undefined;
    }
    const layout = layoutOf(document);
    const { text, eol, step } = layout;
    const start = document.textDocument.offsetAt(at.range.start);
    const end = document.textDocument.offsetAt(at.range.end);
    const inline = onOneLine(text, start, end, statements);
    if (inline) {
        return { at: placeAt(document, inline.from, inline.to - inline.from), newText: inline.newText };
    }
    const indent = indentAt(text, start);
    const lines = statements.map((s) => laidOut(s, indent + step, layout));
    const { from, to, newText } =
        text[end - 1] === '}'
            ? beforeBrace(text, end - 1, lines, indent, layout)
            : { from: end, to: end, newText: ` {${eol}${lines.join(eol)}${eol}${indent}}` };
    return { at: placeAt(document, from, to - from), newText };
}

/** What a fix that adds statements is called. */
export function additionOf(statements: readonly string[], where?: Bilingual): Bilingual {
    const { nl, en } = enumerate(statements.map((s) => `\`${s.replace(' {', '').split('\n')[0] ?? ''}\``));
    return { nl: `Voeg ${nl} toe${where ? ` ${where.nl}` : ''}`, en: `Add ${en}${where ? ` ${where.en}` : ''}` };
}

/** A longer line nobody wrote by hand: it is not looked through for each fix. */
const LONGEST_LINE = 1000;

interface Insertion {
    readonly from: number;
    readonly to: number;
    readonly newText: string;
}

/** Where the element is part of a line, and that line has room: `{ door onbekend  duur 2 weken }`. */
function onOneLine(text: string, start: number, end: number, statements: readonly string[]): Insertion | undefined {
    const added = statements.join('  ');
    if (added.includes('\n') || !fitsOnLine(text, end, added.length + ' {  }'.length)) {
        return undefined;
    }
    if (text[end - 1] !== '}') {
        const isWholeLine = isFirstOnLine(text, start) && isLastOnLine(text, end);
        return isWholeLine ? undefined : { from: end, to: end, newText: ` { ${added} }` };
    }
    const open = openingBrace(text, end - 1);
    if (open === undefined) {
        return undefined;
    }
    const content = text.slice(open + 1, end - 1).trimEnd();
    return content === ''
        ? { from: open + 1, to: end - 1, newText: ` ${added} ` }
        : { from: open + 1 + content.length, to: end - 1, newText: `  ${added} ` };
}

/** The brace that the brace at an offset closes, where both stand on one line. */
function openingBrace(text: string, close: number): number | undefined {
    const start = lineStartOf(text, close);
    if (close - start > LONGEST_LINE) {
        return undefined;
    }
    const open: number[] = [];
    let inText = false;
    for (let i = start; i < close; i++) {
        const sign = text[i];
        if (sign === '"') {
            inText = !inText;
        } else if (!inText && sign === '{') {
            open.push(i);
        } else if (!inText && sign === '}') {
            open.pop();
        }
    }
    return open.at(-1);
}

function beforeBrace(
    text: string,
    brace: number,
    lines: readonly string[],
    indent: string,
    { eol, step }: Layout,
): Insertion {
    const lineStart = lineStartOf(text, brace);
    if (isFirstOnLine(text, brace)) {
        return { from: lineStart, to: lineStart, newText: lines.join(eol) + eol };
    }
    const open = openingBrace(text, brace);
    const inside = open === undefined ? [] : statementsOnLine(text.slice(open + 1, brace));
    const from = open === undefined ? text.slice(0, brace).trimEnd().length : open + 1;
    const all = [...inside.map((s) => indent + step + s), ...lines];
    return { from, to: brace, newText: ['', ...all, indent].join(eol) };
}

/** The statements of a block on one line, which stand two spaces apart. */
function statementsOnLine(content: string): string[] {
    const statements: string[] = [];
    let depth = 0;
    let inText = false;
    let from = 0;
    for (let i = 0; i < content.length; i++) {
        const sign = content[i];
        if (sign === '"') {
            inText = !inText;
        } else if (!inText && (sign === '{' || sign === '}')) {
            depth += sign === '{' ? 1 : -1;
        } else if (!inText && depth === 0 && content.startsWith('  ', i)) {
            statements.push(content.slice(from, i));
            from = i;
        }
    }
    return [...statements, content.slice(from)].map((s) => s.trim()).filter((s) => s !== '');
}
