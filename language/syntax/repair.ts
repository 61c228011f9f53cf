import type { IRecognitionException, IToken } from 'chevrotain';
import type { AstNode, Grammar, LangiumCoreServices, LangiumParser, ParseResult, ParserOptions } from 'langium';
import { pack } from '../text/bilingual.js';
import { nearest } from '../text/distance.js';
import { withoutSecondOfPair } from './character-messages.js';
import { tellErrors } from './complaints.js';
import { partsOfGlued, phraseOf } from './glued.js';
import { blocksLost, skippedHeads, strayInHeads, tellStray, type StrayInHeads } from './heads.js';
import { GOES_ON, type DraaiboekLexer, type PlacedToken, type Repairs } from './lexer.js';
import { surplusOfBraces } from './missing-braces.js';
import { lengthAt, NOT_APPLICABLE_TOLD, notApplicable, withoutItsDots } from './not-applicable.js';
import { missingQuotes, quoteTold } from './quotes.js';
import { blockStarters } from './statements.js';
import { isWordKeyword, type DraaiboekTokenBuilder } from './tokens.js';
import { didYouMean } from './wording.js';
import { meantWithin, readAsNames, readFurther, type Meant } from './words-within.js';

const MOST_ROUNDS = 10;
/** How often words within lines may be taken for others, one in each line at a time; each costs a reading of the text. */
const MOST_TRIES = 16;
/** How many characters may be read again for that: a long text gets fewer tries, though one at least. */
const MOST_READ_AGAIN = 1_000_000;
/** How much may be mended in one text: where more is wrong, a guess is no help and its reading again costs too much. */
const MOST_MENDS = 10_000;
const NONE: Repairs = { keywords: new Map(), lineStarts: new Set(), braces: undefined, dropped: new Set(), quotes: [] };

/**
 * Parses; where it fails at a line's first word that is near a keyword, or is two of them written as one, takes the word
 * for that and parses again, so that `stapp Signaal {` costs nothing but its own message. A word behind a comma at the end of a line that
 * leads nowhere is taken for the beginning of a statement. A quotation mark that a line lacks is read where that lets the
 * line be read. What is in the way between a head and its brace is left out.
 * Where blocks do not fit, braces are mended by indentation. Repairs are kept only when they leave fewer errors, or when
 * they let more blocks be read: in a block that is read, more mistakes may show.
 */
export function parseWithRepair(parser: LangiumParser, services: LangiumCoreServices): LangiumParser {
    const once = parser.parse.bind(parser) as typeof parser.parse;
    const lexer = services.parser.Lexer as DraaiboekLexer;
    let known: ReadonlySet<string> | undefined;
    let every: ReadonlySet<string> | undefined;
    const allWords = (): ReadonlySet<string> =>
        (every ??= new Set((services.parser.TokenBuilder as DraaiboekTokenBuilder).keywords.keys()));
    const firstWords = (): ReadonlySet<string> => (known ??= wordsThatBeginALine(services.Grammar));

    /** The tokens of a large text are much memory, which nobody needs once it is read. */
    const letGoOfTokens = (): void => {
        lexer.last = [];
        (parser as unknown as { wrapper: { input: IToken[] } }).wrapper.input = [];
    };

    const parse = <T extends AstNode>(text: string, options?: ParserOptions): ParseResult<T> => {
        let made = NONE;
        const read = (repairs: Repairs): { result: ParseResult<T>; tokens: readonly PlacedToken[] } => {
            lexer.repairs = repairs;
            const result = once<T>(text, options);
            lexer.repairs = undefined;
            return { result, tokens: lexer.last };
        };
        /** A repair may let a block be read with more mistakes than recovery has stack for; then it is no repair. */
        const tryRead = (repairs: Repairs): ReturnType<typeof read> | undefined => {
            try {
                return read(repairs);
            } catch (error) {
                if (!(error instanceof RangeError)) {
                    throw error;
                }
                lexer.repairs = undefined;
                return undefined;
            }
        };
        let { result: best, tokens } = read(NONE);
        let stray: StrayInHeads = new Map();
        /** The last state that was better than all before it, while repairs are tried that only may lead to a better one. */
        let sure:
            { best: ParseResult<T>; tokens: readonly PlacedToken[]; made: Repairs; stray: StrayInHeads } | undefined;
        /** Keeps a repair when it leaves fewer errors, or no more where that is enough. */
        const attempt = (repairs: Repairs, enough = best.parserErrors.length - 1, leadsOn = isNever): boolean => {
            const next = tryRead(repairs);
            if (!next) {
                return false;
            }
            const errors = next.result.parserErrors;
            if (errors.length > enough && !isBetter(errors, best.parserErrors)) {
                if (!leadsOn(errors, best.parserErrors)) {
                    return false;
                }
                sure ??= { best, tokens, made, stray };
            } else if (sure && isBetter(errors, sure.best.parserErrors)) {
                sure = undefined;
            }
            best = next.result;
            tokens = next.tokens;
            made = repairs;
            return true;
        };
        /** Leaves out what is in the way in the heads of blocks. */
        const leavesOut = (inTheWay: StrayInHeads, leadsOn = isNever): boolean => {
            const dropped = [...inTheWay.values()].flatMap((s) => s.dropped).filter((o) => !made.dropped.has(o));
            const all = new Set([...made.dropped, ...dropped]);
            if (dropped.length === 0 || !attempt({ ...made, dropped: all }, undefined, leadsOn)) {
                return false;
            }
            stray = new Map([...inTheWay, ...stray]);
            return true;
        };
        let tries = 0;
        const mostTries = Math.max(1, Math.min(MOST_TRIES, Math.floor(MOST_READ_AGAIN / text.length)));
        /** Takes words within lines that could not be read for words of the language, until one is. */
        const takesWithin = (known: Repairs['keywords']): boolean => {
            const meant = meantWithin(best.parserErrors, tokens, allWords(), known);
            const further: Meant[] = [];
            const tried = new Set<string>();
            while (tries < mostTries && meant.size > 0) {
                tries++;
                const words = [...meant.values()].flatMap((of) => of.find((m) => !tried.has(keyOf(m))) ?? []);
                words.forEach((m) => tried.add(keyOf(m)));
                const next = words.length === 0 ? undefined : tryRead(withWords(made, words));
                if (!next) {
                    break;
                }
                const { whole, more } = readFurther(words, best.parserErrors, next.result.parserErrors);
                if (whole.length > 0 && attempt(withWords(made, whole))) {
                    return true;
                }
                further.push(...more);
            }
            // where more words of a line are misspelt
            return further.length > 0 && attempt(withWords(made, further), undefined, isFurther);
        };
        let quoteTries = 0;
        /** Reads the quotation marks that are missing on lines where that lets the line be read. */
        const takesQuotes = (): boolean => {
            const missing = missingQuotes(best.parserErrors, text, allWords());
            for (let place = 0; quoteTries < mostTries; place++, quoteTries++) {
                const quotes = [...missing.values()].flatMap((places) => places[place] ?? []);
                const next = quotes.length === 0 ? undefined : tryRead(withMarks(made, quotes));
                if (!next) {
                    break;
                }
                const wrong = new Set(next.result.parserErrors.map((e) => e.token.startLine));
                const read = quotes.filter((quote) => !wrong.has(quote.line));
                if (read.length > 0 && attempt(withMarks(made, read), undefined, isLater)) {
                    return true;
                }
            }
            return false;
        };
        const empty = notApplicable(tokens, text);
        if (empty.words.length > 0) {
            const keywords = new Map([...made.keywords, ...empty.words.map((w) => [w, 'onbekend'] as const)]);
            const dropped = new Set([...made.dropped, ...empty.rest]);
            attempt({ ...made, keywords, dropped }, best.parserErrors.length);
        }
        const names = readAsNames(tokens);
        if (names.length > 0) {
            attempt(withWords(made, names), best.parserErrors.length);
        }
        for (let round = 0; round < MOST_ROUNDS && isMendable(best.parserErrors); round++) {
            if (takesQuotes()) {
                continue;
            }
            const words = misspelt(
                best.parserErrors.flatMap((e) => [e.token, ...skippedHeads(e.resyncedTokens)]),
                pluralHeads(best.parserErrors),
                firstWords(),
                made.keywords,
            );
            const mended = { ...made, keywords: new Map([...made.keywords, ...words]) };
            if (words.size > 0 && attempt(mended, best.parserErrors.length - 1, isFurther)) {
                continue;
            }
            if (takesWithin(made.keywords)) {
                continue;
            }
            const starts = hiddenStarts(best.parserErrors, tokens, made.lineStarts);
            const mostErrors = best.parserErrors.length + starts.size - 1;
            if (
                starts.size > 0 &&
                starts.size <= MOST_MENDS &&
                attempt({ ...made, lineStarts: new Set([...made.lineStarts, ...starts]) }, mostErrors)
            ) {
                continue;
            }
            // one thing at a time, and where that does not lead to the brace, all that stands before it
            if (leavesOut(strayInHeads(best.parserErrors, tokens), isFurther)) {
                continue;
            }
            if (leavesOut(strayInHeads(best.parserErrors, tokens, true))) {
                continue;
            }
            if (made.braces === undefined && mendsBraces(tokens, (braces) => attempt({ ...made, braces }))) {
                continue;
            }
            break;
        }
        if (sure) {
            ({ best, tokens, made, stray } = sure);
        }
        tellStray(best, stray, tokens);
        reportKeywords(best, made.keywords, text);
        (best.lexerReport ??= { diagnostics: [] }).diagnostics.push(...made.quotes.map((q) => quoteTold(q, text)));
        best.lexerErrors = withoutSecondOfPair(withoutItsDots(best.lexerErrors, empty.words, text), text);
        tellErrors(best, tokens, stray);
        letGoOfTokens();
        return best;
    };
    parser.parse = parse;
    return parser;
}

function wordsThatBeginALine(grammar: Grammar): ReadonlySet<string> {
    const starters = [...blockStarters(grammar).values()].flatMap((words) => [...words]);
    return new Set([...starters, 'volgens', 'afgeleid']);
}

function withWords(made: Repairs, words: readonly Meant[]): Repairs {
    const more = words.map(({ token, keyword }) => [token.startOffset, keyword] as const);
    return { ...made, keywords: new Map([...made.keywords, ...more]) };
}

function withMarks(made: Repairs, quotes: Repairs['quotes']): Repairs {
    return { ...made, quotes: [...made.quotes, ...quotes] };
}

function keyOf({ token, keyword }: Meant): string {
    return `${String(token.startOffset)} ${keyword}`;
}

type Errors = readonly IRecognitionException[];

function isMendable(errors: Errors): boolean {
    return errors.length > 0 && errors.length <= MOST_MENDS;
}

/** Fewer errors, or fewer blocks that were not read. */
function isBetter(errors: Errors, than: Errors): boolean {
    return errors.length < than.length || blocksLost(errors) < blocksLost(than);
}

/** As many errors, of which the first that differs comes later: another mistake shows only once a word is mended. */
function isFurther(errors: Errors, than: Errors): boolean {
    return errors.length === than.length && isLater(errors, than);
}

/** The first that differs comes later. */
function isLater(errors: Errors, than: Errors): boolean {
    const differs = errors.findIndex((e, i) => e.token.startOffset !== than[i]?.token.startOffset);
    return (errors[differs]?.token.startOffset ?? 0) > (than[differs]?.token.startOffset ?? 0);
}

function isNever(_errors: Errors, _than: Errors): boolean {
    return false;
}

/** Tries the mends of braces that may help, in turn, until one does. */
function mendsBraces(
    tokens: readonly PlacedToken[],
    attempt: (braces: NonNullable<Repairs['braces']>) => boolean,
): boolean {
    const surplus = surplusOfBraces(tokens);
    if (Math.abs(surplus) > MOST_MENDS) {
        return false;
    }
    const others = surplus > 0 ? (['close'] as const) : (['head', 'open', 'remove'] as const);
    return surplus !== 0 && ['double' as const, ...others].some(attempt);
}

/** First words of lines at which the parser failed, each with the keyword that it is near to. */
function misspelt(
    wrong: readonly PlacedToken[],
    plural: readonly PlacedToken[],
    firstWords: ReadonlySet<string>,
    known: ReadonlyMap<number, string>,
): Map<number, string> {
    const found = new Map<number, string>();
    for (const token of wrong) {
        const isWord = token.firstOnLine && /^(WORD|FIRST_WORD)$/.test(token.tokenType.name);
        if (isWord && !known.has(token.startOffset)) {
            const parts = partsOfGlued(token.image);
            const keyword = parts ? phraseOf(parts) : nearest(token.image, firstWords);
            if (keyword) {
                found.set(token.startOffset, keyword);
            }
        }
    }
    for (const token of plural) {
        const one = [/(.)\1en$/, /en$/, /n$/, /s$/].map((end, i) => token.image.replace(end, i === 0 ? '$1' : ''));
        const keyword = one.find((word) => word !== token.image && firstWords.has(word));
        if (keyword !== undefined && !known.has(token.startOffset)) {
            found.set(token.startOffset, keyword);
        }
    }
    return found;
}

/** First words of lines that cost a block and may be a plural: `stappen A {`, and not `stappen 6`. */
function pluralHeads(errors: Errors): readonly PlacedToken[] {
    return errors.flatMap((error) => {
        const [first, second] = error.resyncedTokens;
        const token = error.token as PlacedToken;
        const isHead = token.firstOnLine === true && first === token && blocksLost([error]) > 0;
        return isHead && /(en|s)$/.test(token.image) && /^[\p{L}_]/u.test(second?.image ?? '') ? [token] : [];
    });
}

/**
 * Keywords that are first on a line which was read as going on from the line above, since that ends in a comma, in `en`
 * or in `of`, where the parser failed on that line or went on without reading it.
 */
function hiddenStarts(
    errors: readonly IRecognitionException[],
    tokens: readonly PlacedToken[],
    known: ReadonlySet<number>,
): Set<number> {
    const found = new Set<number>();
    const unread = errors
        .map((e) => ({
            line: e.token.startLine ?? 0,
            last: (e.resyncedTokens.at(-1) ?? e.token).startLine ?? 0,
        }))
        .sort((a, b) => a.line - b.line);
    if (unread.length === 0) {
        return found;
    }
    let next = 0;
    let unreadUpTo = 0;
    tokens.forEach((first, index) => {
        const before = tokens[index - 1];
        const line = first.startLine ?? 0;
        for (let u = unread[next]; u && u.line <= line; u = unread[++next]) {
            unreadUpTo = Math.max(unreadUpTo, u.last);
        }
        if (
            before &&
            GOES_ON.has(before.image) &&
            (before.endLine ?? 0) < line &&
            isWordKeyword(first.tokenType) &&
            !known.has(first.startOffset) &&
            line <= unreadUpTo
        ) {
            found.add(first.startOffset);
        }
    });
    return found;
}

function reportKeywords(result: ParseResult, keywords: ReadonlyMap<number, string>, text: string): void {
    if (keywords.size === 0) {
        return;
    }
    const diagnostics = (result.lexerReport ??= { diagnostics: [] }).diagnostics;
    let line = 1;
    let counted = 0;
    for (const [offset, keyword] of [...keywords].sort(([a], [b]) => a - b)) {
        for (let i = text.indexOf('\n', counted); i >= 0 && i < offset; i = text.indexOf('\n', counted)) {
            line++;
            counted = i + 1;
        }
        const unsaid = lengthAt(text, offset);
        const word = /^[^\s{}():,/"]+/.exec(text.slice(offset, offset + 200))?.[0] ?? '';
        diagnostics.push({
            severity: 'error',
            offset,
            length: unsaid || word.length,
            line,
            column: offset - counted + 1,
            message: pack(unsaid > 0 ? NOT_APPLICABLE_TOLD : didYouMean(word, keyword)),
        });
    }
}
