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
    return match(text, offset, outdent(text, offset, end) ?? (end >= 0 ? end + 3 : text.length));
}

/** Whether a text that the lexer took for a text in triple quotes has its end. */
export function isClosedBlockText(image: string): boolean {
    return image.length >= 6 && image.endsWith('"""');
}

/**
 * The end of what has no end itself and begins at `offset`: before the first line that can only be the next statement, as
 * for a text in triple quotes; where it does not begin its line, before a brace or the end of that.
 */
export function endOfStatement(text: string, offset: number): number {
    remember(text);
    if (isFirstOnLine(text, offset)) {
        return outdent(text, offset, -1) ?? text.length;
    }
    const next = lineStarts()[lineOf(offset) + 1];
    const line = text.slice(offset, next === undefined ? text.length : next - 1);
    const brace = line.search(/[{}]/);
    return offset + (brace < 0 ? line.length : brace);
}

/** What was found out of the text that was asked about last, since each text in a file asks it. */
let last: { readonly text: string; readonly balanced: boolean; lines: readonly number[] | undefined } = {
    text: '',
    balanced: true,
    lines: undefined,
};

/** Whether the file holds an even number of triple quotes. */
function isBalanced(text: string): boolean {
    remember(text);
    return last.balanced;
}

function remember(text: string): void {
    if (text !== last.text) {
        let count = 0;
        for (let i = text.indexOf('"""'); i >= 0; i = text.indexOf('"""', i + 3)) {
            count++;
        }
        last = { text, balanced: count % 2 === 0, lines: undefined };
    }
}

/** The offset of the beginning of each line of the text that was asked about last. */
function lineStarts(): readonly number[] {
    if (!last.lines) {
        const starts = [0];
        for (let i = last.text.indexOf('\n'); i >= 0; i = last.text.indexOf('\n', i + 1)) {
            starts.push(i + 1);
        }
        last.lines = starts;
    }
    return last.lines;
}

/** The number of the line that an offset is on, from 0. */
function lineOf(offset: number): number {
    const starts = lineStarts();
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
        const middle = (low + high) >> 1;
        if ((starts[middle] ?? 0) <= offset) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return low;
}

/**
 * Whether triple quotes are the end of a text of which the beginning is missing: they are first on their line, and the
 * next ones, at `next`, are not, as where a statement opens its text.
 */
function isLoneEnd(text: string, offset: number, next: number): boolean {
    return isFirstOnLine(text, offset) && !(next >= 0 && isFirstOnLine(text, next));
}

function isFirstOnLine(text: string, offset: number): boolean {
    const start = lineStarts()[lineOf(offset)] ?? 0;
    return indentationAt(text, start) === offset - start;
}

/**
 * The end of the last line before the text's statement ends, judged by its indentation or by a block that it opens;
 * undefined where it does not end before the offset `until` (-1: the end of the text).
 */
function outdent(text: string, offset: number, until: number): number | undefined {
    const starts = lineStarts();
    const first = lineOf(offset);
    const indentation = indentationAt(text, starts[first] ?? 0);
    for (let line = first + 1; line < starts.length; line++) {
        const start = starts[line] ?? 0;
        if (until >= 0 && start > until) {
            return undefined;
        }
        const depth = indentationAt(text, start);
        const mayEnd = /[a-zà-ÿ}]/.test(text.charAt(start + depth));
        if (mayEnd && (depth <= indentation || opensBlock(text, start + depth, starts[line + 1] ?? text.length))) {
            return start - 1;
        }
    }
    return undefined;
}

function indentationAt(text: string, lineStart: number): number {
    let end = lineStart;
    while (text.charAt(end) === ' ' || text.charAt(end) === '\t') {
        end++;
    }
    return end - lineStart;
}

/** Whether a line ends in a brace, as prose never does: `volgens STJ {`. */
function opensBlock(text: string, from: number, to: number): boolean {
    return text.slice(from, to).trimEnd().endsWith('{');
}

function match(text: string, from: number, to: number): RegExpExecArray {
    const result = [text.slice(from, to)] as unknown as RegExpExecArray;
    result.index = from;
    return result;
}
