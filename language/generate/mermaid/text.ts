import { oneLine } from '../../text/one-line.js';

/** Longest label; what is longer is cut, and said in the loss report. */
export const LONGEST_LABEL = 120;

/**
 * Text of a protocol inside the quotation marks of a Mermaid label. Whatever could be read as Mermaid, Markdown, HTML or
 * an entity becomes an entity code, `#34;` for a quotation mark, so that the label reads as the text and nothing else.
 * A colon too: Mermaid takes the `;` from a line with `style` or `classDef`, a colon and a `#`.
 * Source: mermaid.js.org, "Entity codes to escape characters".
 */
export function escapeLabel(text: string): string {
    return (
        oneLine(text)
            // control characters, marks of direction and lone surrogates; what joins emoji and letters stays
            .replace(
                /[\u0000-\u001F\u007F-\u009F\u200B\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
                ' ',
            )
            .replace(/[^\p{L}\p{M}\p{N} ,.?!()/%'’‘“”–—…+=-]/gu, entity)
            // a number and a dot, or a dash, at the beginning would be a list
            .replace(/^(\d+)([.)])/, (_, digits: string, mark: string) => digits + entity(mark))
            .replace(/^[-+]/, entity)
            .trim()
    );
}

function entity(character: string): string {
    return `#${String(character.codePointAt(0) ?? 32)};`;
}

/** The text on one line, cut at a word where it is too long. Characters of more than one code unit stay whole. */
export function shorten(text: string): string {
    const line = oneLine(text);
    const characters = [...line];
    if (characters.length <= LONGEST_LABEL) {
        return line;
    }
    const head = characters.slice(0, LONGEST_LABEL - 1).join('');
    const lastSpace = head.lastIndexOf(' ');
    return `${(lastSpace > LONGEST_LABEL / 2 ? head.slice(0, lastSpace) : head).trimEnd()}…`;
}
