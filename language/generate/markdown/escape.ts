/**
 * Text of a protocol as Markdown that reads as that text and nothing else (CommonMark with GitHub's tables): no emphasis,
 * no link, no HTML, no entity. Line ends become spaces.
 */
export function escapeInline(text: string): string {
    return (
        text
            .replace(/\s+/g, ' ')
            .replace(/[\\`*[\]<>&~|$]/g, '\\$&')
            // an underscore between letters is no emphasis, and names hold them
            .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    );
}

/** A line of Markdown that does not begin a heading, list, quotation or anything else but a paragraph. */
export function escapeBeginning(line: string): string {
    return line
        .trim()
        .replace(/^([#+=-])/, '\\$1')
        .replace(/^(\d{1,9})([.)])/, '$1\\$2');
}

/** Code in as many backticks as keep it together. */
export function codeSpan(text: string): string {
    const inside = text.replace(/\s+/g, ' ');
    const fence = '`'.repeat(longestRun(inside) + 1);
    const needsSpace = inside.startsWith('`') || inside.endsWith('`') || inside.trim() === '';
    return needsSpace ? `${fence} ${inside} ${fence}` : `${fence}${inside}${fence}`;
}

/** A block of code as it stands. */
export function codeFence(text: string): string {
    const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
    return `${fence}\n${text}\n${fence}`;
}

function longestRun(text: string): number {
    return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}
