import type { LangiumDocument } from 'langium';
import type { Place } from '../../model/protocol.js';
import type { TextEdit } from '../finding.js';
import { placeAt } from '../places.js';
import { indentAt, isFirstOnLine, isLastOnLine, laidOut, layoutOf, lineEndAt, lineStartOf } from './layout.js';

/**
 * The edit that adds a statement behind another one or before it, on a line of its own where the other has one.
 *
 * @param statement what to add; a tab stands for one step of indentation
 * @param side where it comes; before a statement it comes before the comments on the lines above it
 * @returns undefined where the other stands in another file
 */
export function insertBeside(
    document: LangiumDocument,
    { file, range }: Place,
    statement: string,
    side: 'behind' | 'before' = 'behind',
): TextEdit | undefined {
    if (file !== document.uri.toString()) {
        return undefined;
    }
    const layout = layoutOf(document);
    const { text, eol } = layout;
    const start = document.textDocument.offsetAt(range.start);
    const end = document.textDocument.offsetAt(range.end);
    const lines = laidOut(statement, indentAt(text, start), layout);
    if (side === 'behind') {
        return isLastOnLine(text, end)
            ? { at: placeAt(document, lineEndAt(text, end), 0), newText: eol + lines }
            : { at: placeAt(document, end, 0), newText: `  ${lines.trimStart()}` };
    }
    return isFirstOnLine(text, start)
        ? { at: placeAt(document, aboveComments(text, lineStartOf(text, start)), 0), newText: lines + eol }
        : { at: placeAt(document, start, 0), newText: `${lines.trimStart()}  ` };
}

/** The beginning of the lines with nothing but a comment that stand right above a line: they belong to it. */
function aboveComments(text: string, lineStart: number): number {
    let start = lineStart;
    for (let above = start; above > 0;) {
        above = lineStartOf(text, above - 1);
        if (!text.slice(above, start).trimStart().startsWith('//')) {
            break;
        }
        start = above;
    }
    return start;
}
