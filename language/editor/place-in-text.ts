import type { IToken } from 'chevrotain';
import { GrammarAST, type AstNode, type LangiumCoreServices } from 'langium';
import { STATEMENTS } from '../messages/statements.js';
import { forEachChild } from '../names/tree.js';
import { nearest } from '../text/distance.js';
import { isClosedBlockText } from '../syntax/block-text.js';
import type { DraaiboekTokenBuilder } from '../syntax/tokens.js';
import type { PlacedToken } from '../syntax/lexer.js';
import { Expectations, type Expectation } from './expectations.js';

/** What the grammar allows at a place in a text that is being typed. */
export interface PlaceInText {
    /** the word that is being typed, from its first character to behind its last */
    readonly from: number;
    readonly to: number;
    /** the keyword of the block around it, or `bestand` */
    readonly block: string;
    /** where a statement may begin here; empty in the middle of an unfinished statement */
    readonly starters: readonly Expectation[];
    /** how the statement before it may go on; empty where there is none */
    readonly continuations: readonly Expectation[];
    /** whether a new statement is likelier here than more of the one before */
    readonly startsLikely: boolean;
    /** what was already written of that statement */
    readonly statement: readonly IToken[];
    /** where the statements begin that open the blocks around it, the outermost first */
    readonly openings: readonly number[];
}

const WORD_CHARACTER = /[\w^\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F\u0300-\u036F-]/;
/** Longest first: `een van` before `een`. */
const BLOCK_NAMES = [...new Set(STATEMENTS.flatMap((s) => s.blocks))].sort((a, b) => b.length - a.length);

/**
 * Looks at the text alone, since what is being typed is rarely whole: of each block around the place only the opening
 * statement counts, and of the block itself only the statement before the place. What is broken elsewhere is no matter.
 *
 * @returns undefined inside a text or comment, and where an opening statement cannot be read
 */
export function placeInText(text: string, offset: number, services: LangiumCoreServices): PlaceInText | undefined {
    const { tokens, hidden } = services.parser.Lexer.tokenize(text);
    if (tokens.some((t) => isText(t) && isInside(t, offset)) || hidden.some((t) => isInside(t, offset))) {
        return undefined;
    }
    const { from, to } = wordAt(text, offset);
    const before = tokens.filter((t) => t.startOffset < from);
    const { openings, rest } = openBlocks(before);
    const reader = new StatementReader(services);

    let starters: readonly Expectation[] = reader.expectations.atStart();
    let block = 'bestand';
    const offsets: number[] = [];
    for (const opening of openings) {
        const inside = reader.inside(starters, opening);
        if (!inside) {
            return undefined;
        }
        starters = inside.expected;
        block = inside.block;
        offsets.push(inside.offset);
    }
    const { expected, statement } = reader.lastStatement(starters, rest);
    const last = before.at(-1);
    const startsLine = /(^|[\n{}])[ \t]*$/.test(text.slice(0, from)) && !(last && goesOn(last));
    const isStarter = (e: Expectation) => starters.some((s) => s.element === e.element && s.callers === e.callers);
    const mayEnd = rest.length === 0 || expected.some(isStarter);
    return {
        from,
        to,
        block,
        statement,
        openings: offsets,
        starters: mayEnd || startsLine ? starters : [],
        continuations: rest.length === 0 ? [] : expected.filter((e) => !isStarter(e)),
        startsLikely: startsLine && mayEnd,
    };
}

/** The innermost element that the syntax tree has of the blocks around a place: names are looked up from there. */
export function containerAt(root: AstNode, place: PlaceInText): AstNode {
    let node = root;
    for (const offset of place.openings) {
        forEachChild(node, (child) => {
            if (child.$cstNode?.offset === offset) {
                node = child;
            }
        });
    }
    return node;
}

interface InsideBlock {
    readonly expected: readonly Expectation[];
    /** the keyword of the block */
    readonly block: string;
    /** where the statement that opens it begins */
    readonly offset: number;
}

/** Reads statements by trial: which line a statement begins at depends on what fits. */
class StatementReader {
    readonly expectations: Expectations;
    private readonly keywords: ReadonlyMap<string, IToken['tokenType']>;

    constructor(services: LangiumCoreServices) {
        this.expectations = new Expectations(services.Grammar, services.parser.Lexer.definition);
        this.keywords = (services.parser.TokenBuilder as DraaiboekTokenBuilder).keywords;
    }

    /** @param opening tokens up to and with the opening brace */
    inside(starters: readonly Expectation[], opening: readonly IToken[]): InsideBlock | undefined {
        for (const start of lineStarts(opening)) {
            const statement = opening.slice(start);
            const expected = this.expectations.after(starters, statement);
            if (expected.length > 0) {
                return { expected, block: blockName(statement), offset: statement[0]?.startOffset ?? 0 };
            }
        }
        // an opening statement that is not right: its keyword, or what it was meant to be, says which block it opens
        for (const start of lineStarts(opening)) {
            const word = this.mended(starters, opening[start] as IToken);
            const matching = starters.filter(({ element }) => this.expectations.matches(element, word));
            const expected = this.expectations.insideBlockOf(matching);
            if (expected.length > 0) {
                return { expected, block: blockName([word, ...opening.slice(start + 1)]), offset: word.startOffset };
            }
        }
        return undefined;
    }

    /** The statement that the tokens end with, and what may come after it. */
    lastStatement(
        starters: readonly Expectation[],
        tokens: readonly IToken[],
    ): { expected: readonly Expectation[]; statement: readonly IToken[] } {
        for (const start of lineStarts(tokens)) {
            const statement = tokens.slice(start);
            const expected = this.expectations.after(starters, statement);
            if (expected.length > 0) {
                return { expected, statement };
            }
        }
        return { expected: [], statement: [] };
    }

    private mended(starters: readonly Expectation[], token: IToken): IToken {
        const words = starters.flatMap(({ element }) => (GrammarAST.isKeyword(element) ? [element.value] : []));
        const near = nearest(token.image, words);
        const tokenType = near === undefined ? undefined : this.keywords.get(near);
        return near !== undefined && tokenType
            ? { ...token, image: near, tokenType, tokenTypeIdx: tokenType.tokenTypeIdx ?? 0 }
            : token;
    }
}

/** For each block that is still open the tokens of the statement that opens it, and the tokens behind the last brace. */
function openBlocks(tokens: readonly IToken[]): { openings: IToken[][]; rest: IToken[] } {
    const openings: IToken[][] = [];
    let rest: IToken[] = [];
    for (const token of tokens) {
        rest.push(token);
        if (token.image === '{') {
            openings.push(rest);
            rest = [];
        } else if (token.image === '}') {
            openings.pop();
            rest = [];
        }
    }
    return { openings, rest };
}

/** Where in a row of tokens a line starts, the last line first; the first token counts as one. */
function lineStarts(tokens: readonly PlacedToken[]): number[] {
    const starts = tokens.flatMap((t, i) => (i === 0 || t.firstOnLine ? [i] : []));
    return starts.reverse();
}

function blockName(opening: readonly IToken[]): string {
    const words = opening.map((t) => t.image).join(' ');
    return BLOCK_NAMES.find((name) => `${words} `.startsWith(`${name} `)) ?? opening[0]?.image ?? 'bestand';
}

function wordAt(text: string, offset: number): { from: number; to: number } {
    // a point belongs to it in the number of an indicator, such as 3.1
    const isPart = (i: number) =>
        WORD_CHARACTER.test(text[i] ?? ' ') || (text[i] === '.' && /\d/.test(text[i - 1] ?? ''));
    let from = offset;
    while (from > 0 && isPart(from - 1)) {
        from--;
    }
    let to = offset;
    while (to < text.length && isPart(to)) {
        to++;
    }
    return { from, to };
}

/** A comment to the end of the line, and a text without end, go on behind their last character. */
function isInside({ startOffset, endOffset = startOffset, image, tokenType }: IToken, offset: number): boolean {
    const goesOn =
        image.startsWith('//') ||
        tokenType.name === 'OPEN_STRING' ||
        (tokenType.name === 'BLOCK_TEXT' && !isClosedBlockText(image));
    return startOffset < offset && offset <= endOffset + (goesOn ? 1 : 0);
}

function isText(token: IToken): boolean {
    return /^(STRING|OPEN_STRING|BLOCK_TEXT)$/.test(token.tokenType.name);
}

/** Behind these a statement goes on, also on the next line. */
function goesOn(token: IToken): boolean {
    return /^([,(]|en|of)$/.test(token.image);
}
