/**
 * Matches a text in triple quotes at `offset`. Where the file holds an odd number of triple quotes, one text has no
 * end, and everything after it would turn inside out. Then a text ends at the latest before the first line that stands
 * no deeper than the line it began on and starts with a lower-case word or a brace: prose stands deeper than its
 * statement; and triple quotes that can only be the end of a text are a text of their own. The lexer reports both.
 *
 * @returns the match, as chevrotain wants it of a custom pattern, or null
 */
export function blockTextPattern(text: string, offset: number): RegExpExecArray | null {
    if (!text.startsWith('"""', offset)) {
        return null;
    }
    const end = text.indexOf('"""', offset + 3);
    // a quotation mark before it may have taken one of its own
    if (end >= 0 && isBalanced(text)) {
        return match(text, offset, end + 3);
    }
    if (isLoneEnd(text, offset, end)) {
        return match(text, offset, offset + 3);
    }
    const limit = outdent(text, offset);
    if (end >= 0 && end < limit) {
        return match(text, offset, end + 3);
    }
    return match(text, offset, limit);
}

/** Whether a text that the lexer took for a text in triple quotes has its end. */
export function isClosedBlockText(image: string): boolean {
    return image.length >= 6 && image.endsWith('"""');
}

let lastText = '';
let lastBalanced = true;

/** Whether the file holds an even number of triple quotes; remembered, since each text in a file asks it. */
function isBalanced(text: string): boolean {
    if (text !== lastText) {
        let count = 0;
        for (let i = text.indexOf('"""'); i >= 0; i = text.indexOf('"""', i + 3)) {
            count++;
        }
        lastText = text;
        lastBalanced = count % 2 === 0;
    }
    return lastBalanced;
}

/**
 * Whether triple quotes are the end of a text of which the beginning is missing: they are first on their line, and the
 * next ones, at `next`, are not, as where a statement opens its text.
 */
function isLoneEnd(text: string, offset: number, next: number): boolean {
    return isFirstOnLine(text, offset) && !(next >= 0 && isFirstOnLine(text, next));
}

function isFirstOnLine(text: string, offset: number): boolean {
    return text.slice(text.lastIndexOf('\n', offset) + 1, offset).trim() === '';
}

/** The end of the last line before the text's statement ends, judged by its indentation or by a block that it opens. */
function outdent(text: string, offset: number): number {
    const lineStart = text.lastIndexOf('\n', offset) + 1;
    const indentation = /^[ \t]*/.exec(text.slice(lineStart, offset))?.[0].length ?? 0;
    const line = /\n([ \t]*)(?=[a-zà-ÿ}])/g;
    line.lastIndex = offset + 3;
    for (let m = line.exec(text); m; m = line.exec(text)) {
        if ((m[1] ?? '').length <= indentation || opensBlock(text, line.lastIndex)) {
            return m.index;
        }
    }
    return text.length;
}

/** Whether a line ends in a brace, as prose never does: `volgens STJ {`. */
function opensBlock(text: string, lineStart: number): boolean {
    const end = text.indexOf('\n', lineStart);
    return text
        .slice(lineStart, end < 0 ? text.length : end)
        .trimEnd()
        .endsWith('{');
}

function match(text: string, from: number, to: number): RegExpExecArray {
    const result = [text.slice(from, to)] as unknown as RegExpExecArray;
    result.index = from;
    return result;
}
