import type { IToken, TokenType } from 'chevrotain';
import type { LexingDiagnostic } from 'langium';
import { pack } from '../text/bilingual.js';
import { isWordKeyword } from './tokens.js';

const ATTACHES = new Set(['{', '}', 'en', 'of', 'volgens', 'afgeleid', 'aldus']);

/**
 * Where a text closes more blocks than it opens, inserts the `{` that is missing: behind a line that is followed by a
 * deeper one which begins with a keyword. Inserts no more than are missing and reports each.
 *
 * @param tokens the tokens of the whole text, in order
 * @param brace the type of `{`
 * @param diagnostics gets one entry for each insertion
 * @returns the tokens with the insertions; the same array when nothing is missing
 */
export function insertMissingBraces(tokens: IToken[], brace: TokenType, diagnostics: LexingDiagnostic[]): IToken[] {
    let missing = 0;
    for (const token of tokens) {
        missing += token.image === '}' ? 1 : token.image === '{' ? -1 : 0;
    }
    if (missing <= 0) {
        return tokens;
    }
    const result: IToken[] = [];
    let lineStart: IToken | undefined;
    tokens.forEach((token, index) => {
        const next = tokens[index + 1];
        const previous = tokens[index - 1];
        if (!previous || (previous.endLine ?? 0) < (token.startLine ?? 0)) {
            lineStart = token;
        }
        result.push(token);
        const lastOnLine = next !== undefined && (token.endLine ?? 0) < (next.startLine ?? 0);
        if (
            missing > 0 &&
            lastOnLine &&
            lineStart &&
            isWordKeyword(lineStart.tokenType) &&
            isWordKeyword(next.tokenType) &&
            !ATTACHES.has(next.image) &&
            token.image !== '{' &&
            token.image !== ',' &&
            (next.startColumn ?? 0) > (lineStart.startColumn ?? 0)
        ) {
            missing--;
            // behind the line, with no width of its own
            result.push({
                ...token,
                image: '{',
                tokenType: brace,
                tokenTypeIdx: brace.tokenTypeIdx ?? 0,
                isInsertedInRecovery: true,
            });
            diagnostics.push({
                severity: 'error',
                offset: token.startOffset,
                length: token.image.length,
                line: token.startLine ?? 1,
                column: token.startColumn ?? 1,
                message: pack({
                    nl: `Achter \`${lineStart.image} …\` ontbreekt \`{\`: de regels eronder horen erbij, en \`}\` sluit ze.`,
                    en: `Behind \`${lineStart.image} …\` a \`{\` is missing: the lines below belong to it, and \`}\` closes them.`,
                }),
            });
        }
    });
    return result;
}
