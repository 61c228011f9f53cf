import { EOF, type ILexingError, type IRecognitionException, type IToken } from 'chevrotain';
import type { LexingDiagnostic, ParseResult } from 'langium';
import { STATEMENTS, statementDoc, type StatementDoc } from '../messages/statements.js';
import { PROVENANCE } from '../messages/statements/provenance.js';
import { pack, unpack, type Bilingual } from '../text/bilingual.js';
import { BEHIND, INCOMPLETE, STRAY, UNCLOSED, WRONG_BLOCK, NO_WORD, incomplete, tooMuch } from './error-messages.js';
import type { PlacedToken } from './lexer.js';
import { surplusOfBraces } from './missing-braces.js';
import { nameOfFigures, nameOfMoreWords, nameOfTheLanguage, withoutOpeningQuote } from './names-and-quotes.js';
import { forgetWhatFollowsSigns, openWhereComplete } from './other-notation.js';
import { numberBehindBound, orCharacteristic, saidOtherwise } from './said-otherwise.js';
import { unquotedText } from './unquoted-text.js';

/** Words before the one at which something is missing that are looked at to find its statement. */
const MOST_WORDS_BACK = 12;
const LONGEST_EXAMPLE = 120;
/** The message of an error that is not told, since it follows from another: what it is about could not be read all the same. */
export const SILENT = '';

/**
 * Makes of the errors of a parse what someone is told: one for each mistake, at the place of the mistake, with an
 * example where something is missing. Changes the result in place.
 *
 * - What is wrong inside a piece that was skipped anyway is not told.
 * - What follows from a text without end is not told, since that text is.
 * - Of all that is missing at one place, as of blocks that are open at the end of the file, the first is told.
 * - What is missing beside a piece that lay outside the limits is not told, since the limit is.
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
    forgetWhatFollowsSigns(result);
    const isOpen = surplusOfBraces(tokens) > 0;
    let read: Blocks | undefined;
    const blocks = () => (read ??= blocksOf(tokens));
    for (const error of result.parserErrors) {
        if (isBesideCut(error)) {
            error.message = SILENT;
            continue;
        }
        error.token = numberBehindBound(tokens, blocks().indexOf(error.token)) ?? error.token;
        const index = blocks().indexOf(error.token);
        const block = blocks().innermost(index)?.words[0];
        const otherwise =
            withoutOpeningQuote(tokens, index) ??
            nameOfMoreWords(tokens, index) ??
            nameOfFigures(tokens, index) ??
            nameOfTheLanguage(tokens, index) ??
            (/ – bedoelde u /.test(error.message) ? undefined : unquotedText(tokens, index, block)) ??
            saidOtherwise(tokens, index, block);
        const previous = tokens[index - 1];
        if (otherwise) {
            error.message = pack(otherwise);
        } else if (error.message.startsWith(NO_WORD) && block === undefined && previous && !isGap(error.token)) {
            // outside the blocks the parser does not know what stood before
            error.message = pack(tooMuch(error.token, previous));
        } else if (error.message.startsWith(NO_WORD)) {
            const told = unpack(error.message.slice(NO_WORD.length));
            error.message = pack(orCharacteristic(told, tokens, index, block));
        } else if (error.message.startsWith(WRONG_BLOCK)) {
            const { nl, en } = unpack(error.message.slice(WRONG_BLOCK.length));
            error.message = isOpen
                ? pack({ nl: `${nl} Of ontbreekt hierboven een \`}\`?`, en: `${en} Or is a \`}\` missing above?` })
                : pack({ nl, en });
        } else if (error.message === pack(UNCLOSED)) {
            error.message = nameOpenBlocks(blocks());
        } else if (error.message.startsWith(BEHIND)) {
            tellBehind(error, tokens, blocks());
        } else if (error.message.startsWith(STRAY) || error.message.startsWith(INCOMPLETE)) {
            tellIncomplete(error, tokens, blocks());
        }
    }
}

/** Whether something is missing only where more stood than anyone follows; that is told. */
function isBesideCut(error: IRecognitionException): boolean {
    const previous = 'previousToken' in error ? (error.previousToken as PlacedToken | undefined) : undefined;
    return (error.token as PlacedToken).besideCut === true || previous?.besideCut === true;
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
    /** the block around the token of that number */
    innermost(index: number): OpenBlock | undefined;
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
        innermost: (index) => innermost[index],
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
    const previous = 'previousToken' in error ? (error.previousToken as PlacedToken) : undefined;
    const index = blocks.indexOf(previous);
    error.message = pack(withExample(unpack(error.message.slice(BEHIND.length)), tokens, index, blocks));
    if (previous && index >= 0 && isGap(error.token)) {
        error.token = previous;
    }
}

/** Says of a word what is wrong behind it; of one that cannot stand there only where it is the last of its line. */
function tellIncomplete(error: IRecognitionException, tokens: readonly PlacedToken[], blocks: Blocks): void {
    const index = blocks.indexOf(error.token);
    const next = tokens[index + 1];
    const isLast = next === undefined || isGap(next);
    const open = isLast ? openWhereComplete(tokens, index) : undefined;
    if (open) {
        error.message = pack(open);
        return;
    }
    if (error.message.startsWith(STRAY) && !isLast) {
        error.message = error.message.slice(STRAY.length);
        return;
    }
    const told = incomplete(error.token.image, isLast ? undefined : next.image);
    error.message = pack(withExample(told, tokens, index, blocks));
    if (!isLast) {
        error.token = next;
    }
}

/** Whether the statement before a token has ended. */
function isGap(token: PlacedToken): boolean {
    return token.tokenType === EOF || token.firstOnLine === true || token.image === '}' || token.image === '{';
}

function withExample(told: Bilingual, tokens: readonly PlacedToken[], index: number, blocks: Blocks): Bilingual {
    const line = index < 0 ? undefined : exampleOf(tokens, index, blocks.around(index)[0]?.words);
    return line === undefined
        ? told
        : { nl: `${told.nl} Bijvoorbeeld: \`${line}\`.`, en: `${told.en} For example: \`${line}\`.` };
}

/** An example of the statement around a token, from the catalogue of statements. */
function exampleOf(
    tokens: readonly PlacedToken[],
    index: number,
    block: readonly string[] | undefined,
): string | undefined {
    const blocks = block ? [block.join(' '), block[0] ?? ''] : ['bestand'];
    // what is wrong behind a word of provenance is not about the statement in front of it
    const last = tokens[index]?.image;
    const claim = PROVENANCE.find(({ keyword }) => keyword === last);
    if (claim) {
        return firstLine(claim);
    }
    const starts = possibleStarts(tokens, index);
    for (const start of starts) {
        const words = tokens.slice(start, index + 1).map((t) => t.image);
        const found = example(words.join(' '), blocks);
        if (found.isStatement) {
            return found.line;
        }
    }
    return undefined;
}

/**
 * Where the statement of a token may begin, the likeliest first: at the beginning of its line; in a block on one line,
 * which may hold more than one statement, as near as possible.
 */
function possibleStarts(tokens: readonly PlacedToken[], index: number): number[] {
    const starts: number[] = [];
    for (let i = index; i >= 0 && i > index - MOST_WORDS_BACK; i--) {
        const token = tokens[i];
        if (token?.image === '}') {
            return starts;
        }
        starts.push(i);
        if (token?.firstOnLine === true && !/^(volgens|afgeleid)$/.test(token.image)) {
            const before = tokens[i - 1];
            const isInLine = before?.image === '{' && before.startLine === token.startLine;
            return isInLine ? starts : starts.reverse();
        }
    }
    return starts;
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
        const doc = blocks
            .map((b) => withLaterPart(words, b) ?? statementDoc(words, b) ?? unfinished(words, b))
            .find((d) => d !== undefined);
        found = { isStatement: doc !== undefined, line: doc && firstLine(doc) };
        if (examples.size < MOST_EXAMPLES) {
            examples.set(key, found);
        }
    }
    return found;
}

/**
 * The statement of which only the first words are there (`werkt`), or of which a later part is being written, as
 * `interventie … uitwerking van`.
 */
function unfinished(words: string, block: string): StatementDoc | undefined {
    return STATEMENTS.find((s) => s.blocks.includes(block) && s.keyword.startsWith(`${words} `));
}

function withLaterPart(words: string, block: string): StatementDoc | undefined {
    return STATEMENTS.find(({ blocks, keyword }) => {
        const [head = '', tail] = keyword.split(' … ');
        const start = tail === undefined ? -1 : words.lastIndexOf(` ${tail.split(' ')[0] ?? ''}`);
        const part = words.slice(start + 1);
        return (
            tail !== undefined &&
            blocks.includes(block) &&
            start > 0 &&
            words.startsWith(`${head} `) &&
            (tail.startsWith(part) || part.startsWith(`${tail} `))
        );
    });
}

/** The first line of an example, as something that can stand by itself; undefined where it is too long to help. */
function firstLine({ keyword, example }: StatementDoc): string | undefined {
    const [line = ''] = example.split('\n');
    const bare = line.replace(/\s*\{$/, '').replace(/"""$/, '"…"');
    const shown = bare === keyword ? `${keyword} { … }` : bare;
    return shown.length <= LONGEST_EXAMPLE ? shown : undefined;
}
