import type { LangiumDocument } from 'langium';
import type { Place } from '../../model/protocol.js';
import type { Bilingual } from '../../text/bilingual.js';
import type { Fix, TextEdit } from '../finding.js';
import { placeAt } from '../places.js';
import { isFirstOnLine, layoutOf, lineEndAt, lineStartOf } from './layout.js';

/** A fix that takes a statement, an element or a comment away, with its lines where nothing else stands on them. */
export function removal(
    document: LangiumDocument,
    at: Place,
    title: Bilingual = { nl: 'Haal dit weg', en: 'Take this away' },
    safe = false,
): Fix {
    return { title, edits: [removalEdit(document, at)], safe };
}

/** The edit of {@link removal}. */
export function removalEdit(document: LangiumDocument, at: Place): TextEdit {
    const { text } = layoutOf(document);
    const from = document.textDocument.offsetAt(at.range.start);
    const to = document.textDocument.offsetAt(at.range.end);
    const end = lineEndAt(text, to);
    if (isFirstOnLine(text, from) && text.slice(to, end).trim() === '') {
        const [first, last] = withEmptyLine(text, lineStartOf(text, from), nextLine(text, end));
        return { at: placeAt(document, first, last - first), newText: '' };
    }
    const before = /[ \t]*$/.exec(text.slice(lineStartOf(text, from), from))?.[0].length ?? 0;
    if (text[from - before - 1] === '{') {
        const behind = /^[ \t]*/.exec(text.slice(to, end))?.[0].length ?? 0;
        return { at: placeAt(document, from, to - from + behind), newText: '' };
    }
    return { at: placeAt(document, from - before, to - from + before), newText: '' };
}

/** Whole lines with an empty line beside them, where that would come to stand beside another or at the edge of a block. */
function withEmptyLine(text: string, from: number, to: number): [number, number] {
    const above = from === 0 ? '{' : text.slice(lineStartOf(text, from - 1), from).trim();
    const below = to >= text.length ? '}' : text.slice(to, lineEndAt(text, to)).trim();
    if (below === '' && (above === '' || above.endsWith('{'))) {
        return [from, nextLine(text, lineEndAt(text, to))];
    }
    return above === '' && below.startsWith('}') ? [lineStartOf(text, from - 1), to] : [from, to];
}

function nextLine(text: string, lineEnd: number): number {
    return text.startsWith('\r\n', lineEnd) ? lineEnd + 2 : Math.min(lineEnd + 1, text.length);
}

/** The edit that takes one of several things in a row away, with the comma on one side of it. */
export function removalFromList(document: LangiumDocument, at: Place): TextEdit {
    const { text } = layoutOf(document);
    const from = document.textDocument.offsetAt(at.range.start);
    const to = document.textDocument.offsetAt(at.range.end);
    const before = /\s*,\s*$/.exec(text.slice(0, from).slice(-200))?.[0].length;
    if (before !== undefined) {
        return { at: placeAt(document, from - before, to - from + before), newText: '' };
    }
    const behind = /^\s*,\s*/.exec(text.slice(to, to + 200))?.[0].length;
    const space = behind === undefined ? (/\s*$/.exec(text.slice(0, from).slice(-200))?.[0].length ?? 0) : 0;
    return { at: placeAt(document, from - space, to - from + space + (behind ?? 0)), newText: '' };
}
