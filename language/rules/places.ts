import { GrammarUtils, type AstNode, type CstNode, type LangiumDocument } from 'langium';
import type { Place, Position } from '../model/protocol.js';

/** Places in a text, for rules about the text itself; the process model carries the places of everything else. */

/** @param offset in UTF-16 code units; `length` may be 0 */
export function placeAt(document: LangiumDocument, offset: number, length: number): Place {
    return {
        file: document.uri.toString(),
        range: {
            start: document.textDocument.positionAt(offset),
            end: document.textDocument.positionAt(offset + length),
        },
    };
}

/** The beginning of a file, for what concerns all of it. */
export function startOf(file: string): Place {
    const start = { line: 0, character: 0 };
    return { file, range: { start, end: start } };
}

export function placeOfCst(document: LangiumDocument, node: CstNode): Place {
    const { start, end } = node.range;
    return { file: document.uri.toString(), range: { start, end } };
}

/** From where one place begins to where another ends. */
export function spanning(first: Place, last: Place): Place {
    return { file: first.file, range: { start: first.range.start, end: last.range.end } };
}

/** Where the value of a property stands, or the whole node where that is not known. */
export function placeOfProperty(document: LangiumDocument, node: AstNode, property: string): Place {
    const cst = GrammarUtils.findNodeForProperty(node.$cstNode, property) ?? node.$cstNode;
    return cst ? placeOfCst(document, cst) : startOf(document.uri.toString());
}

/**
 * The smallest place inside `within` at which a text stands, capitals and line breaks aside; `within` itself where the
 * text is not found there, as when the model joined it from several pieces.
 */
export function placeOfText(document: LangiumDocument, within: Place, text: string): Place {
    if (within.file !== document.uri.toString() || text === '') {
        return within;
    }
    const from = document.textDocument.offsetAt(within.range.start);
    const all = document.textDocument.getText(within.range);
    const exact = all.toLowerCase().indexOf(text.toLowerCase());
    if (exact >= 0) {
        return placeAt(document, from + exact, text.length);
    }
    const words = text.split(/\s+/).map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    const match = new RegExp(words.join('\\s+'), 'i').exec(all);
    return match ? placeAt(document, from + match.index, match[0].length) : within;
}

/** How the lines of a text end: as its first one does. */
export function lineEndOf(document: LangiumDocument): string {
    const text = document.textDocument.getText();
    const first = text.indexOf('\n');
    return first > 0 && text[first - 1] === '\r' ? '\r\n' : '\n';
}

/** Negative when `a` comes first. */
export function comparePositions(a: Position, b: Position): number {
    return a.line - b.line || a.character - b.character;
}

/** Whether `inner` lies within `outer`, in the same file. */
export function contains(outer: Place, inner: Place): boolean {
    return (
        outer.file === inner.file &&
        comparePositions(outer.range.start, inner.range.start) <= 0 &&
        comparePositions(outer.range.end, inner.range.end) >= 0
    );
}
