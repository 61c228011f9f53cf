import type { IToken, TokenType } from 'chevrotain';
import type { LexingDiagnostic } from 'langium';
import { STATEMENTS } from '../messages/statements.js';
import { pack, type Bilingual } from '../text/bilingual.js';
import type { PlacedToken } from './lexer.js';
import { lineStart } from './lines.js';
import { mendHeads } from './missing-heads.js';
import type { Mistake } from './otherwise/mistake.js';
import { isWordKeyword } from './tokens.js';

/**
 * How to mend braces that do not fit: put in those that open or close, or leave one out that closes nothing, or that stands
 * there `double`; `head` looks at the `}` that has no `{`, and may find that the whole head of its block is missing.
 */
export type BraceMend = 'double' | 'head' | 'open' | 'close' | 'remove';

/** Words with which a line goes on with the statement above it. */
const ATTACHES: ReadonlySet<string> = new Set(['{', '}', 'en', 'of', 'volgens', 'afgeleid', 'aldus']);

let known: ReadonlySet<string> | undefined;

/** Whether a line that begins with a token goes on with the statement above it, as `van` does below `toetsingskader`. */
export function attaches({ image, tokenType }: IToken): boolean {
    known ??= new Set(STATEMENTS.map(({ keyword }) => keyword.split(/[ :]/)[0] ?? ''));
    return ATTACHES.has(image) || (isWordKeyword(tokenType) && !known.has(image));
}

/** How many more blocks a text opens than it closes; negative when it closes more. */
export function surplusOfBraces(tokens: readonly IToken[]): number {
    return tokens.reduce((n, { image }) => n + (image === '{' ? 1 : image === '}' ? -1 : 0), 0);
}

/**
 * Mends braces by the indentation of the lines; puts in or takes out no more than do not fit, and reports each.
 *
 * @param tokens the tokens of the whole text, in order
 * @param types those of `{` and `}`
 * @param diagnostics gets one entry for each mend
 * @returns the tokens with the mends; the same array when nothing is to be mended
 */
export function mendBraces(
    mend: BraceMend,
    tokens: IToken[],
    types: { open: TokenType; close: TokenType },
    diagnostics: LexingDiagnostic[],
): IToken[] {
    const surplus = surplusOfBraces(tokens);
    if (mend === 'double') {
        return leaveOutDoubles(tokens, surplus, diagnostics);
    }
    if (mend === 'close') {
        return surplus > 0 ? insertClosing(tokens, surplus, types.close, diagnostics) : tokens;
    }
    if (surplus >= 0) {
        return tokens;
    }
    if (mend === 'head') {
        return mendHeads(tokens, -surplus, types.open, diagnostics);
    }
    return mend === 'open'
        ? insertOpening(tokens, -surplus, types.open, diagnostics)
        : leaveOut(tokens, -surplus, diagnostics);
}

/** Puts a `{` behind a statement that is followed by a deeper line which begins with a keyword. */
function insertOpening(tokens: IToken[], most: number, brace: TokenType, diagnostics: LexingDiagnostic[]): IToken[] {
    let missing = most;
    const result: IToken[] = [];
    forEachWithStatement(tokens, (token, statement, index) => {
        const next = tokens[index + 1];
        result.push(token);
        const lastOnLine = next !== undefined && (token.endLine ?? 0) < (next.startLine ?? 0);
        if (
            missing > 0 &&
            lastOnLine &&
            isWordKeyword(statement.tokenType) &&
            isWordKeyword(next.tokenType) &&
            !attaches(next) &&
            token.image !== '{' &&
            token.image !== ',' &&
            (next.startColumn ?? 0) > (statement.startColumn ?? 0)
        ) {
            missing--;
            result.push(inserted(token, '{', brace));
            diagnostics.push(withoutBraceTold(token, statement));
        }
    });
    return result;
}

const LINES_BELOW: Bilingual = {
    nl: 'de regels eronder horen erbij, en `}` sluit ze',
    en: 'the lines below belong to it, and `}` closes them',
};

/** What is told behind a token where the brace of a statement is missing. */
export function withoutBraceTold(behind: IToken, { image }: IToken, why = LINES_BELOW): LexingDiagnostic {
    return at(behind, {
        nl: `Achter \`${image} …\` ontbreekt \`{\`: ${why.nl}.`,
        en: `Behind \`${image} …\` a \`{\` is missing: ${why.en}.`,
    });
}

/**
 * For a statement outside the blocks under a deeper head that has no brace: `interventie A "x"` with `doel` below it.
 */
export function withoutBrace({ tokens, index, token, block }: Mistake): Bilingual | undefined {
    const start = index > 0 ? lineStart(tokens, index - 1) : index;
    const head = tokens[start];
    const isBelow =
        token.firstOnLine === true &&
        isWordKeyword(token.tokenType) &&
        (token.startColumn ?? 0) > (head?.startColumn ?? 0) &&
        (token.startLine ?? 0) > (head?.startLine ?? 0);
    if (!head || block !== undefined || !isBelow || !/^(interventie|toetsingskader|beoordeling)$/.test(head.image)) {
        return undefined;
    }
    return {
        nl: `Achter \`${nameOfBlock(head, tokens[start + 1])} …\` ontbreekt \`{\`: de regels eronder horen erbij, en \`}\` sluit ze.`,
        en: `Behind \`${nameOfBlock(head, tokens[start + 1])} …\` a \`{\` is missing: the lines below belong to it, and \`}\` closes them.`,
    };
}

interface Open {
    readonly statement: IToken;
    readonly name: string;
}

/** Puts a `}` before a line that stands no deeper than the statement whose block is still open. */
function insertClosing(tokens: IToken[], most: number, brace: TokenType, diagnostics: LexingDiagnostic[]): IToken[] {
    let missing = most;
    const open: Open[] = [];
    const result: IToken[] = [];
    forEachWithStatement(tokens, (token, statement, _index, statementIndex) => {
        const previous = result.at(-1);
        const closes = token.image === '}';
        const isNewLine = token.firstOnLine === true && isBelow(token, previous) && (closes || !attaches(token));
        for (let block = open.at(-1); block && previous && isNewLine && missing > 0; block = open.at(-1)) {
            const depth = (token.startColumn ?? 0) - (block.statement.startColumn ?? 0);
            if (closes ? depth >= 0 : depth > 0) {
                break;
            }
            missing--;
            open.pop();
            result.push(inserted(previous, '}', brace));
            diagnostics.push(
                at(previous, {
                    nl: `Hierna ontbreekt \`}\`: het blok \`${block.name}\` is niet gesloten.`,
                    en: `A \`}\` is missing behind this: the block \`${block.name}\` is not closed.`,
                }),
            );
        }
        if (token.image === '{') {
            open.push({ statement, name: nameOfBlock(statement, tokens[statementIndex + 1]) });
        } else if (closes) {
            open.pop();
        }
        result.push(token);
    });
    return result;
}

/** Leaves out a `{` right behind another, and a `}` that stands behind another on its line and closes a block that goes on. */
function leaveOutDoubles(tokens: readonly PlacedToken[], surplus: number, diagnostics: LexingDiagnostic[]): IToken[] {
    let left = Math.abs(surplus);
    const open: IToken[] = [];
    const result: IToken[] = [];
    forEachWithStatement(tokens, (token, statement, index) => {
        const [previous, next] = [tokens[index - 1], tokens[index + 1]];
        const isSecond = previous?.image === token.image && !isBelow(token, previous);
        const isDouble =
            isSecond &&
            (surplus > 0
                ? token.image === '{'
                : token.image === '}' && previous.firstOnLine === true && goesOn(open.at(-1), token, next));
        if (left > 0 && isDouble) {
            left--;
            diagnostics.push(at(token, token.image === '{' ? OPENS_TWICE : CLOSES_NOTHING));
            return;
        }
        if (token.image === '{') {
            open.push(statement);
        } else if (token.image === '}') {
            open.pop();
        }
        result.push(token);
    });
    return result;
}

const OPENS_TWICE: Bilingual = {
    nl: 'Deze `{` is er een te veel: het blok is al begonnen.',
    en: 'This `{` is one too many: the block has begun already.',
};
const CLOSES_NOTHING: Bilingual = {
    nl: 'Deze `}` is er een te veel: er is geen blok dat hij sluit.',
    en: 'This `}` is one too many: there is no block that it closes.',
};

/** Whether a block goes on behind a `}` that would close it: the line below stands deeper than its statement. */
function goesOn(block: IToken | undefined, token: IToken, next: IToken | undefined): boolean {
    return block !== undefined && next !== undefined && isBelow(next, token) && columnOf(next) > columnOf(block);
}

function columnOf(token: IToken): number {
    return token.startColumn ?? 0;
}

/** Leaves out a `}` that does not stand under the statement whose block it would close. */
function leaveOut(tokens: IToken[], most: number, diagnostics: LexingDiagnostic[]): IToken[] {
    let surplus = most;
    const open: IToken[] = [];
    const result: IToken[] = [];
    forEachWithStatement(tokens, (token, statement, index) => {
        const previous = result.at(-1);
        if (token.image === '{') {
            open.push(statement);
        } else if (token.image === '}') {
            const block = open.at(-1);
            const fits =
                block &&
                (isBelow(token, previous)
                    ? token.startColumn === block.startColumn
                    : !goesOn(block, token, tokens[index + 1]));
            if (surplus > 0 && !fits) {
                surplus--;
                diagnostics.push(at(token, CLOSES_NOTHING));
                return;
            }
            open.pop();
        }
        result.push(token);
    });
    return result;
}

/** Calls `visit` for each token with the first token of the statement that it stands in, judged by lines and braces. */
function forEachWithStatement(
    tokens: readonly PlacedToken[],
    visit: (token: PlacedToken, statement: PlacedToken, index: number, statementIndex: number) => void,
): void {
    let start = 0;
    tokens.forEach((token, index) => {
        if (token.firstOnLine === true && !attaches(token)) {
            start = index;
        }
        visit(token, tokens[start] ?? token, index, start);
    });
}

function isBelow(token: IToken, previous: IToken | undefined): boolean {
    return (previous?.endLine ?? 0) < (token.startLine ?? 0);
}

/** The first words of a statement: `stap Signaal`. */
function nameOfBlock(statement: IToken, second: IToken | undefined): string {
    const belongs = second && /^[\p{L}_\d]/u.test(second.image) && second.startLine === statement.startLine;
    return belongs ? `${statement.image} ${second.image}` : statement.image;
}

/** A brace behind a token, with no width of its own. */
export function inserted(behind: IToken, image: string, type: TokenType): IToken {
    return { ...behind, image, tokenType: type, tokenTypeIdx: type.tokenTypeIdx ?? 0, isInsertedInRecovery: true };
}

/** Points at the last line of a token. */
function at(token: IToken, message: Bilingual): LexingDiagnostic {
    const skipped = Math.max(0, token.image.search(/[^\r\n]*$/));
    const indented = skipped === 0 ? 0 : token.image.slice(skipped).search(/\S|$/);
    const from = skipped + indented;
    return {
        severity: 'error',
        offset: token.startOffset + from,
        length: token.image.length - from,
        line: token.endLine ?? 1,
        column: from === 0 ? (token.startColumn ?? 1) : indented + 1,
        message: pack(message),
    };
}
