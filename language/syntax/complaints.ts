import { EOF, type ILexingError, type IRecognitionException, type IToken } from 'chevrotain';
import type { LexingDiagnostic, ParseResult } from 'langium';
import { STATEMENTS, statementDoc, type StatementDoc } from '../messages/statements.js';
import { pack, unpack } from '../text/bilingual.js';
import { BEHIND, UNCLOSED, WRONG_BLOCK } from './error-messages.js';
import type { PlacedToken } from './lexer.js';
import { surplusOfBraces } from './missing-braces.js';

/** Words before the one at which something is missing that are looked at to find its statement. */
const MOST_WORDS_BACK = 12;
const LONGEST_EXAMPLE = 90;

/**
 * Makes of the errors of a parse what someone is told: one for each mistake, at the place of the mistake, with an
 * example where something is missing. Changes the result in place.
 *
 * - What is wrong inside a piece that was skipped anyway is not told.
 * - What follows from a text without end is not told, since that text is.
 * - Of all that is missing at one place, as of blocks that are open at the end of the file, the first is told.
 * - Where something is missing, the word in front of the gap is shown, not what happens to follow on another line.
 */
export function tellErrors(result: ParseResult, tokens: readonly PlacedToken[]): void {
    if (result.parserErrors.length === 0) {
        return;
    }
    const report = result.lexerReport;
    const unclosed = new Set((report?.diagnostics ?? []).map((d) => d.offset));
    let last: IToken | undefined;
    result.parserErrors = result.parserErrors.filter((error) => {
        const previous = 'previousToken' in error ? (error.previousToken as IToken) : undefined;
        if (previous && isText(previous) && unclosed.has(previous.startOffset)) {
            last = error.token;
            return false;
        }
        // the rest of a head, and each further block that is open at the end of the file
        const again = error.token === last || (error.token.tokenType === EOF && last?.tokenType === EOF);
        last = error.token;
        return !again;
    });
    const isSkipped = skippedPieces(result.parserErrors);
    result.lexerErrors = result.lexerErrors.filter((e) => !isSkipped(e));
    if (report) {
        report.diagnostics = report.diagnostics.filter((d) => !isSkipped(d));
    }
    const isOpen = surplusOfBraces(tokens) > 0;
    let read: Blocks | undefined;
    const blocks = () => (read ??= blocksOf(tokens));
    for (const error of result.parserErrors) {
        if (error.message.startsWith(WRONG_BLOCK)) {
            const { nl, en } = unpack(error.message.slice(WRONG_BLOCK.length));
            error.message = isOpen
                ? pack({ nl: `${nl} Of ontbreekt hierboven een \`}\`?`, en: `${en} Or is a \`}\` missing above?` })
                : pack({ nl, en });
        } else if (error.message === pack(UNCLOSED)) {
            error.message = nameOpenBlocks(blocks());
        } else if (error.message.startsWith(BEHIND)) {
            tellBehind(error, tokens, blocks());
        }
    }
}

function isText(token: IToken): boolean {
    return /^["\u201C\u201D\u201E]/.test(token.image);
}

/** Whether something stands in a piece over which the parser went on without reading. */
function skippedPieces(errors: readonly IRecognitionException[]): (at: ILexingError | LexingDiagnostic) => boolean {
    const pieces = errors
        .flatMap(({ token, resyncedTokens }) => {
            const last = resyncedTokens.at(-1);
            return last ? [{ from: token.startOffset, to: last.startOffset + last.image.length }] : [];
        })
        .sort((a, b) => a.from - b.from);
    return ({ offset }) => {
        let [low, high] = [0, pieces.length];
        while (low < high) {
            const middle = (low + high) >> 1;
            if ((pieces[middle]?.from ?? 0) < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return offset < (pieces[low - 1]?.to ?? 0);
    };
}

/** Says which blocks are open at the end of the file, the innermost first. */
function nameOpenBlocks(blocks: Blocks): string {
    const open = blocks.around(blocks.end);
    if (open.length === 0) {
        return pack(UNCLOSED);
    }
    const names = open.map(({ words, line }) => ({
        nl: `\`${words.join(' ')}\` (regel ${String(line)})`,
        en: `\`${words.join(' ')}\` (line ${String(line)})`,
    }));
    return pack({
        nl: `Het bestand houdt op en er is nog een blok open: er ontbreekt een \`}\` voor ${names.map((n) => n.nl).join(', ')}.`,
        en: `The file ends and a block is still open: a \`}\` is missing for ${names.map((n) => n.en).join(', ')}.`,
    });
}

interface OpenBlock {
    /** the first words of its statement: `stap`, `Signaal` */
    readonly words: readonly string[];
    /** from 1 */
    readonly line: number;
    /** the block around it */
    readonly outer: OpenBlock | undefined;
}

interface Blocks {
    readonly end: number;
    /** where a token stands in the text, by its number; -1 for one that is not in it */
    indexOf(token: IToken | undefined): number;
    /** The blocks that are open before the token of that number, innermost first. */
    around(index: number): OpenBlock[];
}

/** The blocks around each token of a text, read once. */
function blocksOf(tokens: readonly PlacedToken[]): Blocks {
    const numbers = new Map<IToken, number>();
    const innermost: (OpenBlock | undefined)[] = [];
    let open: OpenBlock | undefined;
    let statement = 0;
    tokens.forEach((token, i) => {
        numbers.set(token, i);
        innermost.push(open);
        if (token.firstOnLine === true && !/^([{}]|volgens|afgeleid)$/.test(token.image)) {
            statement = i;
        }
        if (token.image === '{') {
            const words = tokens.slice(statement, Math.min(i, statement + 2)).map((t) => t.image);
            open = { words, line: tokens[statement]?.startLine ?? 1, outer: open };
        } else if (token.image === '}') {
            open = open?.outer;
        }
    });
    innermost.push(open);
    return {
        end: tokens.length,
        indexOf: (token) => (token && numbers.get(token)) ?? -1,
        around: (index) => {
            const result: OpenBlock[] = [];
            for (let block = innermost[index]; block; block = block.outer) {
                result.push(block);
            }
            return result;
        },
    };
}

/** Shows the word behind which something is missing, and adds an example of the statement. */
function tellBehind(error: IRecognitionException, tokens: readonly PlacedToken[], blocks: Blocks): void {
    const { nl, en } = unpack(error.message.slice(BEHIND.length));
    const previous = 'previousToken' in error ? (error.previousToken as PlacedToken) : undefined;
    const index = blocks.indexOf(previous);
    const line = index < 0 ? undefined : exampleOf(tokens, index, blocks.around(index)[0]?.words);
    error.message = pack(
        line === undefined
            ? { nl, en }
            : { nl: `${nl} Bijvoorbeeld: \`${line}\`.`, en: `${en} For example: \`${line}\`.` },
    );
    const actual: PlacedToken = error.token;
    const isGap =
        actual.tokenType === EOF || actual.firstOnLine === true || actual.image === '}' || actual.image === '{';
    if (previous && index >= 0 && isGap) {
        error.token = previous;
    }
}

/** An example of the statement around a token, from the catalogue of statements. */
function exampleOf(
    tokens: readonly PlacedToken[],
    index: number,
    block: readonly string[] | undefined,
): string | undefined {
    const blocks = block ? [block.join(' '), block[0] ?? ''] : ['bestand'];
    for (let i = index; i >= 0 && i > index - MOST_WORDS_BACK; i--) {
        const token = tokens[i];
        const words = tokens
            .slice(i, index + 1)
            .map((t) => t.image)
            .join(' ');
        const found = example(words, blocks);
        if (found.isStatement) {
            return found.line;
        }
        if (token?.image === '}' || (token?.firstOnLine === true && !/^(volgens|afgeleid)$/.test(token.image))) {
            break;
        }
    }
    return undefined;
}

interface Example {
    readonly isStatement: boolean;
    readonly line: string | undefined;
}

/** Remembered, since a text with many mistakes mostly has many of one kind; there are as many as there are statements. */
const examples = new Map<string, Example>();
const MOST_EXAMPLES = 1000;

/** The example of the statement that begins with these words, where they begin one in one of the blocks. */
function example(words: string, blocks: readonly string[]): Example {
    const key = [...blocks, words].join('\n');
    let found = examples.get(key);
    if (!found) {
        const doc = blocks.map((b) => statementDoc(words, b) ?? unfinished(words, b)).find((d) => d !== undefined);
        found = { isStatement: doc !== undefined, line: doc && firstLine(doc) };
        if (examples.size < MOST_EXAMPLES) {
            examples.set(key, found);
        }
    }
    return found;
}

/** The statement of which only the first words are there: `werkt` of `werkt aan`. */
function unfinished(words: string, block: string): StatementDoc | undefined {
    return STATEMENTS.find((s) => s.blocks.includes(block) && s.keyword.startsWith(`${words} `));
}

/** The first line of an example, as something that can stand by itself; undefined where it is too long to help. */
function firstLine({ keyword, example }: StatementDoc): string | undefined {
    const [line = ''] = example.split('\n');
    const bare = line.replace(/\s*\{$/, '').replace(/"""$/, '"…"');
    const shown = bare === keyword ? `${keyword} { … }` : bare;
    return shown.length <= LONGEST_EXAMPLE ? shown : undefined;
}
