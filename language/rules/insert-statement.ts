import type { LangiumDocument } from 'langium';
import type { Place } from '../model/protocol.js';
import type { Fix } from './finding.js';

/**
 * A fix that adds a statement at the end of the block of an element, on a line of its own; it writes the block where the
 * element has none.
 *
 * @param element of which `at` is the whole element
 * @param statement what to add, such as `contra-indicatie onbekend`; of more than one line the first is its title, and
 *   a tab stands for one step of indentation
 * @returns no fix where the element stands in another file
 */
export function insertStatement(
    document: LangiumDocument,
    element: { readonly at: Place },
    statement: string,
): readonly Fix[] {
    const { at } = element;
    if (at.file !== document.uri.toString()) {
        return [];
    }
    const text = document.textDocument.getText();
    const end = document.textDocument.offsetAt(at.range.end);
    const { eol, step } = layoutOf(document, text);
    const indent = indentAt(text, document.textDocument.offsetAt(at.range.start));
    const deeper = indent + step;
    const [title = ''] = statement.replace(' {', '').split('\n');
    const lines = statement.replaceAll('\t', step).replaceAll('\n', eol + deeper);
    const insertion =
        text[end - 1] === '}'
            ? beforeBrace(text, end - 1, deeper + lines, eol, indent)
            : { from: end, to: end, newText: ` {${eol}${deeper}${lines}${eol}${indent}}` };
    const range = {
        start: document.textDocument.positionAt(insertion.from),
        end: document.textDocument.positionAt(insertion.to),
    };
    return [
        {
            title: { nl: `Voeg \`${title}\` toe`, en: `Add \`${title}\`` },
            edits: [{ at: { file: at.file, range }, newText: insertion.newText }],
            safe: false,
        },
    ];
}

function beforeBrace(text: string, brace: number, line: string, eol: string, indent: string) {
    let from = brace;
    while (from > 0 && (text[from - 1] === ' ' || text[from - 1] === '\t')) {
        from--;
    }
    const startsLine = from === 0 || text[from - 1] === '\n' || text[from - 1] === '\r';
    return startsLine
        ? { from, to: from, newText: line + eol }
        : { from, to: brace, newText: eol + line + eol + indent };
}

/** The white space at the beginning of the line of an offset. */
export function indentAt(text: string, offset: number): string {
    const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
    return /^[ \t]*/.exec(text.slice(lineStart, offset))?.[0] ?? '';
}

/** The line ends of a text. */
export function eolOf(document: LangiumDocument): string {
    return layoutOf(document, document.textDocument.getText()).eol;
}

interface Layout {
    readonly text: string;
    readonly eol: string;
    /** how far the text indents: what its first indented line has */
    readonly step: string;
}

const layouts = new WeakMap<LangiumDocument, Layout>();

/** The line ends and indentation of a text, read once for each version of it: a file may have many findings. */
function layoutOf(document: LangiumDocument, text: string): Layout {
    const known = layouts.get(document);
    if (known?.text === text) {
        return known;
    }
    const layout: Layout = {
        text,
        eol: text.includes('\r\n') ? '\r\n' : '\n',
        step: /\n(\t| {2,8})\S/.exec(text)?.[1] ?? '    ',
    };
    layouts.set(document, layout);
    return layout;
}
