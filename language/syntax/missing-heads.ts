import type { IToken, TokenType } from 'chevrotain';
import type { LexingDiagnostic } from 'langium';
import { pack, type Bilingual } from '../text/bilingual.js';
import { blocksOf } from './block-words.js';
import type { PlacedToken } from './lexer.js';
import { attaches, inserted, withoutBraceTold } from './missing-braces.js';
import { isWordKeyword } from './tokens.js';
import { enumeration } from './wording.js';

/** How many kinds of block a message names. */
const MOST_KINDS = 3;

/** A block that is open: its keyword, where its statement begins, and the number of its brace. */
interface Open {
    readonly keyword: string;
    readonly column: number;
    readonly brace: number;
}

/**
 * Mends blocks that have no `{`, found by their `}`: it stands deeper than the statement whose block it would close. Where
 * the statement above the lines of the block may have them, its brace is put in; else the line with which the block begins
 * is missing, and the lines are left out, since nobody knows of what they tell.
 *
 * @param most how many blocks may be mended; where a `}` is one too many itself, nothing is
 */
export function mendHeads(
    tokens: IToken[],
    most: number,
    brace: TokenType,
    diagnostics: LexingDiagnostic[],
): PlacedToken[] {
    const all = tokens as PlacedToken[];
    const open: Open[] = [];
    const opensBehind = new Set<number>();
    const leftOut: (readonly [from: number, to: number])[] = [];
    const told: LexingDiagnostic[] = [];
    let isSurplus = false;
    let statement = 0;
    all.forEach((token, i) => {
        if (beginsStatement(token)) {
            statement = i;
        }
        if (token.image === '{') {
            open.push({ keyword: all[statement]?.image ?? '', column: columnOf(all[statement]), brace: i });
        } else if (token.image === '}') {
            const block = open.at(-1);
            const within = braceOnLine(all, statement, i, block);
            if (within !== undefined && opensBehind.size + leftOut.length < most) {
                opensBehind.add(within - 1);
                told.push(withoutBraceTold(all[within - 1] ?? token, all[statement] ?? token, ON_ONE_LINE));
                return;
            }
            const isMissing = token.firstOnLine === true && columnOf(token) > (block?.column ?? 0);
            const from = isMissing && opensBehind.size + leftOut.length < most ? linesOf(all, i, block) : undefined;
            if (from === undefined) {
                // no lines are its block: it is one too many itself
                isSurplus ||= isMissing;
                open.pop();
                return;
            }
            const head = headAbove(all, from, columnOf(token), block);
            if (head !== undefined) {
                opensBehind.add(from - 1);
                told.push(withoutBraceTold(all[from - 1] ?? token, head));
            } else {
                leftOut.push([from, i]);
                told.push(headTold(all, from, i, block?.keyword ?? 'bestand'));
            }
        }
    });
    if (isSurplus) {
        return all;
    }
    diagnostics.push(...told);
    return all.flatMap((token, i) => {
        const isLeftOut = leftOut.some(([from, to]) => from <= i && i <= to);
        return isLeftOut ? [] : opensBehind.has(i) ? [token, inserted(token, '{', brace)] : [token];
    });
}

const ON_ONE_LINE: Bilingual = {
    nl: 'wat erachter staat tot de `}`, hoort erbij',
    en: 'what stands behind it up to the `}` belongs to it',
};

/**
 * Of a `}` at the end of a statement on one line, behind which the block around it goes on: where the block of that
 * statement begins, by the first word that may stand in it.
 */
function braceOnLine(
    tokens: readonly PlacedToken[],
    statement: number,
    end: number,
    block: Open | undefined,
): number | undefined {
    const [head, next] = [tokens[statement], tokens[end + 1]];
    const isOwn =
        head !== undefined &&
        tokens[end]?.firstOnLine !== true &&
        statement > (block?.brace ?? -1) &&
        next?.firstOnLine === true &&
        columnOf(next) > (block?.column ?? 0) &&
        columnOf(next) <= columnOf(head);
    const first = tokens
        .slice(statement + 1, end)
        .findIndex(({ image, tokenType }) => isWordKeyword(tokenType) && blocksOf(image).includes(head?.image ?? ''));
    return isOwn && first > 0 ? statement + 1 + first : undefined;
}

/** The number of the token with which the lines begin that stand deeper than their `}`; undefined where there are none. */
function linesOf(tokens: readonly PlacedToken[], end: number, block: Open | undefined): number | undefined {
    let from: number | undefined;
    let depth = 0;
    for (let i = end - 1; i > (block?.brace ?? -1); i--) {
        const token = tokens[i] as PlacedToken;
        depth += token.image === '}' ? 1 : token.image === '{' ? -1 : 0;
        if (depth === 0 && beginsStatement(token)) {
            if (columnOf(token) <= columnOf(tokens[end])) {
                break;
            }
            from = i;
        }
    }
    return from;
}

/** The statement right above such lines, where it may have them in a block. */
function headAbove(
    tokens: readonly PlacedToken[],
    from: number,
    column: number,
    block: Open | undefined,
): PlacedToken | undefined {
    let i = from - 1;
    while (i > (block?.brace ?? -1) && tokens[i]?.image !== '}' && !beginsStatement(tokens[i])) {
        i--;
    }
    const head = tokens[i];
    const blocks = blocksOf(tokens[from]?.image ?? '');
    const isHead =
        head !== undefined && beginsStatement(head) && isWordKeyword(head.tokenType) && columnOf(head) === column;
    return isHead && (blocks.length === 0 || blocks.includes(head.image)) ? head : undefined;
}

const HEAD_MISSING = 'Boven deze regel ontbreekt de regel waarmee het blok begint';

/** Whether a message tells that the line is missing with which a block begins. */
export function isHeadMissing({ nl }: Bilingual): boolean {
    return nl.startsWith(HEAD_MISSING);
}

/** What is told at the first of lines of which the beginning of their block is missing. */
function headTold(tokens: readonly PlacedToken[], from: number, to: number, around: string): LexingDiagnostic {
    const first = tokens[from] as PlacedToken;
    let depth = 0;
    let kinds: readonly string[] = blocksOf(first.image);
    for (const token of tokens.slice(from, to)) {
        if (depth === 0 && beginsStatement(token)) {
            const blocks = blocksOf(token.image);
            const both = kinds.length === 0 ? blocks : kinds.filter((kind) => blocks.includes(kind));
            kinds = both.length > 0 ? both : kinds;
        }
        depth += token.image === '{' ? 1 : token.image === '}' ? -1 : 0;
    }
    // what may begin there, in the block around it
    const shown = kinds
        .filter((kind) => blocksOf(kind).includes(around))
        .slice(0, MOST_KINDS)
        .map((kind) => `\`${kind} … {\``);
    const [such, suchEn] =
        shown.length === 0
            ? ['', '']
            : [`, zoals ${enumeration(shown, 'of')}`, `, such as ${enumeration(shown, 'or')}`];
    const end = String(tokens[to]?.startLine ?? 1);
    const message: Bilingual = {
        nl: `${HEAD_MISSING}${such}. De regels tot en met de \`}\` op regel ${end} zijn zo niet te lezen.`,
        en: `Above this line the line with which the block begins is missing${suchEn}. The lines up to and including the \`}\` on line ${end} cannot be read like this.`,
    };
    return {
        severity: 'error',
        offset: first.startOffset,
        length: first.image.length,
        line: first.startLine ?? 1,
        column: first.startColumn ?? 1,
        message: pack(message),
    };
}

function beginsStatement(token: PlacedToken | undefined): boolean {
    return token?.firstOnLine === true && !attaches(token);
}

function columnOf(token: IToken | undefined): number {
    return token?.startColumn ?? 0;
}
