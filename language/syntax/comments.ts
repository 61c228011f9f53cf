import { endOfStatement } from './block-text.js';

/**
 * Matches a comment between `/*` and its end at `offset`. One that has no end in the file ends where a text in triple
 * quotes would, and behind other words before a brace or the end of their line: it costs what it stands in, and not the rest
 * of the file. The lexer reports it.
 *
 * @returns the match, as chevrotain wants it of a custom pattern, or null
 */
export function commentPattern(text: string, offset: number): RegExpExecArray | null {
    if (!text.startsWith(OPENS, offset)) {
        return null;
    }
    const end = endFrom(text, offset + OPENS.length);
    const to = end === undefined ? endOfStatement(text, offset) : end + CLOSES.length;
    return [text.slice(offset, to)] as unknown as RegExpExecArray;
}

/** Whether what the lexer took for a comment between `/*` and its end has its end. */
export function isClosedComment(image: string): boolean {
    return image.length >= OPENS.length + CLOSES.length && image.endsWith(CLOSES);
}

/**
 * On which of its lines, from 0 on, a comment holds the beginning of another: then it was most likely to end before that,
 * and what stands between is not read. 0 where it holds none, or on its first line.
 */
export function lineOfAnother(image: string): number {
    const before = /[\r\n](?:.*\s)?\/\*/.exec(image.slice(OPENS.length));
    return before ? image.slice(0, OPENS.length + before.index + before[0].length).split(/\r\n|\r|\n/).length - 1 : 0;
}

const [OPENS, CLOSES] = ['/*', '*/'];

/** Where the last end of a comment stands in the text that was asked about last; -1 where there is none. */
let last = { text: '', end: -1 };

/** Where the first end from there on stands; a text with many comments and no end is not searched for each. */
function endFrom(text: string, offset: number): number | undefined {
    if (text !== last.text) {
        last = { text, end: text.lastIndexOf(CLOSES) };
    }
    return last.end < offset ? undefined : text.indexOf(CLOSES, offset);
}
