import type { Range } from '../../../language/model/protocol.js';

/** The piece of a text that a range covers. */
export function pieceAt(text: string, { start, end }: Range): string {
    const lines = text.split('\n');
    const offset = (line: number, character: number): number =>
        lines.slice(0, line).reduce((sum, l) => sum + l.length + 1, 0) + character;
    return text.slice(offset(start.line, start.character), offset(end.line, end.character));
}

/** A text without its markers `<|…|>`, with the pieces that they marked and where these stand. */
export interface Marked {
    readonly text: string;
    readonly marks: readonly { readonly piece: string; readonly offset: number; readonly line: number }[];
}

/** Reads a text in which `<|…|>` marks pieces; `line` counts from 1. */
export function marked(fixture: string): Marked {
    const marks: { piece: string; offset: number; line: number }[] = [];
    let text = '';
    let rest = fixture;
    for (let at = rest.indexOf('<|'); at >= 0; at = rest.indexOf('<|')) {
        const end = rest.indexOf('|>', at);
        text += rest.slice(0, at);
        const piece = rest.slice(at + 2, end);
        marks.push({ piece, offset: text.length, line: text.split('\n').length });
        text += piece;
        rest = rest.slice(end + 2);
    }
    return { text: text + rest, marks };
}

/** A literal text without the indentation of the test around it. */
export function unindent(text: string): string {
    const lines = text.replace(/^\n/, '').split('\n');
    const margin = Math.min(...lines.filter((l) => l.trim() !== '').map((l) => l.search(/\S/)));
    return lines
        .map((l) => l.slice(margin))
        .join('\n')
        .trimEnd();
}
