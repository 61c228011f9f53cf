import type { IToken, TokenType } from 'chevrotain';
import type { LexingDiagnostic } from 'langium';
import { pack } from '../text/bilingual.js';
import { formatNumber } from '../text/numbers.js';
import { TOO_DEEP } from './limits.js';

/** Marks of the language that stand by themselves; not `/`, which fills the line of a comment. */
const MARKS = '{}(),:';
/** So many in a row no text has: more than blocks may be nested, or anything be listed. */
const MOST_IN_A_ROW = 1000;

/** The group in which chevrotain puts the rows. */
export const ROWS_GROUP = 'rows';

/**
 * A token for a long row of one mark, with or without space between. A file of nothing else, which some programs leave
 * behind, would be millions of tokens that say nothing.
 */
export const ROW: TokenType = {
    name: 'ROW',
    PATTERN: rowPattern,
    START_CHARS_HINT: [...MARKS],
    GROUP: ROWS_GROUP,
    LINE_BREAKS: true,
};

function rowPattern(text: string, offset: number): RegExpExecArray | null {
    const mark = text.charCodeAt(offset);
    let count = 1;
    let end = offset + 1;
    for (let i = end; i < text.length; i++) {
        const code = text.charCodeAt(i);
        if (code === mark) {
            count++;
            end = i + 1;
        } else if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) {
            break;
        }
    }
    return count > MOST_IN_A_ROW ? ([text.slice(offset, end)] as unknown as RegExpExecArray) : null;
}

/** What is told of rows; not of one that closes what a row before it opens, since that is told. */
export function rowDiagnostics(rows: readonly IToken[]): LexingDiagnostic[] {
    const opened = new Set<string>();
    return rows
        .filter(({ image }) => {
            const mark = image.charAt(0);
            opened.add(mark);
            return !(mark === '}' && opened.has('{')) && !(mark === ')' && opened.has('('));
        })
        .map(rowDiagnostic);
}

function rowDiagnostic({ image, startOffset, startLine, startColumn }: IToken): LexingDiagnostic {
    const mark = image.charAt(0);
    const count = formatNumber(image.split(mark).length - 1);
    return {
        severity: 'error',
        offset: startOffset,
        length: 1,
        line: startLine ?? 1,
        column: startColumn ?? 1,
        message: pack(
            mark === '{' || mark === '('
                ? TOO_DEEP
                : {
                      nl: `Hier staat ${count.nl} keer \`${mark}\` achter elkaar; dat is niet gelezen. Haal het weg.`,
                      en: `Here stands \`${mark}\` ${count.en} times in a row; that was not read. Take it away.`,
                  },
        ),
    };
}
