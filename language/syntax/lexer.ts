import type { ILexingError, IToken, TokenType } from 'chevrotain';
import { DefaultLexer, type LangiumCoreServices, type LexerResult, type LexingDiagnostic } from 'langium';
import type { CutReport } from '../model/unread.js';
import { pack, type Bilingual } from '../text/bilingual.js';
import { isClosedBlockText } from './block-text.js';
import { isClosedComment, lineOfAnother } from './comments.js';
import { partsOfGlued } from './glued.js';
import { Measure, withinLimits } from './limits.js';
import { mendBraces, type BraceMend } from './missing-braces.js';
import { withQuotes, type MissingQuote } from './quotes.js';
import { rowDiagnostics, ROWS_GROUP } from './rows.js';
import { STRANGE_GROUP, type DraaiboekTokenBuilder } from './tokens.js';
import { instead } from './wording.js';

/** A token that knows whether a statement may begin at it. */
export interface PlacedToken extends IToken {
    /** first on its line, or right behind a brace */
    firstOnLine?: boolean;
    /** beside a piece that lay outside the limits and was left out (see limits.ts) */
    besideCut?: boolean;
}

/** Behind these a line goes on over its end. */
export const GOES_ON: ReadonlySet<string> = new Set([',', '(', 'en', 'of']);

/** What a repairing parse asks of the lexer (see repair.ts). */
export interface Repairs {
    /** From the offset of a misspelt first word to the keyword, or to the keywords, that it is taken for. */
    readonly keywords: ReadonlyMap<number, string>;
    /** Offsets of words behind a comma, `en` or `of` at the end of a line that begin a statement all the same. */
    readonly lineStarts: ReadonlySet<number>;
    readonly braces: BraceMend | undefined;
    /** Offsets of tokens that the parser does not get to see. */
    readonly dropped: ReadonlySet<number>;
    /** Quotation marks that are read where they are missing. */
    readonly quotes: readonly MissingQuote[];
}

/**
 * Decides for each word by its place whether it is a keyword or a name: first on its line it is a keyword if it can be
 * one; elsewhere it may be a name. A line that goes on behind a comma, a bracket or `en`/`of` is no new line.
 */
export class DraaiboekLexer extends DefaultLexer {
    private readonly tokens: DraaiboekTokenBuilder;
    private readonly word: TokenType;
    private readonly firstWord: TokenType;
    private readonly number: TokenType;
    private readonly firstNumber: TokenType;
    private readonly openString: TokenType;
    private readonly blockText: TokenType;
    private readonly comment: TokenType;
    /** Set by the parser for a repairing parse. */
    repairs: Repairs | undefined;
    /** The tokens of the text that was read last, those that were dropped included; for the parser that asked for them. */
    last: readonly PlacedToken[] = [];

    constructor(services: LangiumCoreServices) {
        super(services);
        (this.chevrotainLexer as unknown as TokenMaker).createTokenInstance = placedToken;
        this.tokens = services.parser.TokenBuilder as DraaiboekTokenBuilder;
        this.word = this.tokens.type('WORD');
        this.firstWord = this.tokens.type('FIRST_WORD');
        this.number = this.tokens.type('NUMBER');
        this.firstNumber = this.tokens.type('FIRST_NUMBER');
        this.openString = this.tokens.type('OPEN_STRING');
        this.blockText = this.tokens.type('BLOCK_TEXT');
        this.comment = this.tokens.type('ML_COMMENT');
    }

    override tokenize(text: string): LexerResult {
        const {
            tokens: found,
            errors,
            groups,
        } = this.chevrotainLexer.tokenize(this.repairs ? withQuotes(text, this.repairs.quotes) : text);
        const strange = groups[STRANGE_GROUP] ?? [];
        const isBraces = strange.some(isBracket) && /\[[ \t]*(?:\r|\n|$)/.test(text);
        const read = isBraces ? this.withBraces(found, strange) : found;
        const keywords = this.repairs?.keywords;
        const tokens = keywords && keywords.size > 0 ? this.takenApart(read, keywords) : read;
        const hidden = groups['hidden'] ?? [];
        const report: CutReport = { diagnostics: rowDiagnostics(groups[ROWS_GROUP] ?? []), cut: [] };
        const result: LexerResult = {
            tokens,
            errors: [...errors, ...this.strangeCharacters(text, strange, isBraces)],
            hidden,
            report,
        };
        for (const token of hidden) {
            if (token.tokenType !== this.comment) {
                continue;
            }
            if (!isClosedComment(token.image)) {
                report.diagnostics.push(withoutEnd(token, OPEN_COMMENT));
                continue;
            }
            const another = lineOfAnother(token.image);
            if (another > 0) {
                report.diagnostics.push(withoutEnd(token, commentWithin((token.startLine ?? 1) + another)));
            }
        }
        let previous: PlacedToken | undefined;
        const measure = new Measure();
        let index = -1;
        for (const token of result.tokens as PlacedToken[]) {
            index++;
            const image = previous?.image;
            const goesOn =
                image !== undefined && GOES_ON.has(image) && this.repairs?.lineStarts.has(token.startOffset) !== true;
            const first =
                previous === undefined ||
                image === '{' ||
                image === '}' ||
                (previous.endLine ?? 0) < (token.startLine ?? 0);
            token.firstOnLine = first && !goesOn;
            if (image === ':' && token.image === 'één' && result.tokens[index + 1]?.image === 'van') {
                // the type of a fact, as it is spoken
                token.image = 'een';
                setType(token, this.tokens.type('een'));
            }
            measure.add(token);
            this.retype(token, first, goesOn, image === '{');
            const steps = token.firstOnLine ? this.tokens.steps.get(token.image) : undefined;
            if (steps && countsSteps(result.tokens, index, keywords)) {
                setType(token, steps);
            }
            this.reportOpenText(token, report.diagnostics);
            previous = token;
        }
        if (measure.exceeded) {
            result.tokens = withinLimits(result.tokens, report);
        }
        if (this.repairs?.braces) {
            const types = { open: this.tokens.type('{'), close: this.tokens.type('}') };
            result.tokens = mendBraces(this.repairs.braces, result.tokens, types, report.diagnostics);
        }
        this.last = result.tokens;
        const dropped = this.repairs?.dropped;
        if (dropped && dropped.size > 0) {
            result.tokens = result.tokens.filter((t) => !dropped.has(t.startOffset));
        }
        return result;
    }

    /** With square brackets that stand for the braces of a block as those: `interventie A [`, told as strange all the same. */
    private withBraces(tokens: readonly IToken[], strange: readonly IToken[]): IToken[] {
        const braces = strange.filter(isBracket).map((token): IToken => {
            const brace = { ...token, image: token.image === '[' ? '{' : '}' };
            setType(brace, this.tokens.type(brace.image));
            return brace;
        });
        return [...tokens, ...braces].sort((a, b) => a.startOffset - b.startOffset);
    }

    /** With each word that is taken for two of the language as two. */
    private takenApart(tokens: IToken[], keywords: Repairs['keywords']): IToken[] {
        return tokens.flatMap((token) => {
            const parts = keywords.has(token.startOffset) ? (partsOfGlued(token.image) ?? []) : [];
            let offset = 0;
            return parts.length === 0
                ? [token]
                : parts.map((image, i) => {
                      const start = offset;
                      offset = i === parts.length - 1 ? token.image.length : start + image.length;
                      const type = /^\p{L}/u.test(image) ? this.word : this.tokens.type(image);
                      const part: IToken = {
                          ...token,
                          image,
                          startOffset: token.startOffset + start,
                          endOffset: token.startOffset + offset - 1,
                          startColumn: (token.startColumn ?? 1) + start,
                          endColumn: (token.startColumn ?? 1) + offset - 1,
                      };
                      setType(part, type);
                      return part;
                  });
        });
    }

    private retype(token: PlacedToken, first: boolean, goesOn: boolean, behindBrace: boolean): void {
        const type = token.tokenType;
        if (type === this.word) {
            const repaired = this.repairs?.keywords.get(token.startOffset);
            const keyword = this.tokens.keywords.get(repaired ?? token.image) ?? this.tokens.keywords.get(token.image);
            if (keyword) {
                const twin = token.firstOnLine === true ? undefined : this.tokens.inlineTwins.get(keyword.name);
                setType(token, twin ?? keyword);
            } else if (first && !goesOn && !behindBrace) {
                setType(token, this.firstWord);
            }
        } else if (type === this.number) {
            if (first && !goesOn) {
                setType(token, this.firstNumber);
            }
        }
    }

    /** What is told of characters with which nothing in the language begins; of brackets around a block, at the first. */
    private strangeCharacters(text: string, strange: readonly IToken[], isBraces: boolean): ILexingError[] {
        const pairs = isBraces ? pairsOf(strange.filter(isBracket)) : undefined;
        const closing = new Set(pairs?.values());
        return strange
            .filter((token) => !closing.has(token))
            .map((token) => {
                const { startOffset, startLine, startColumn, image } = token;
                const message =
                    isBraces && isBracket(token)
                        ? pack(pairs?.has(token) ? BLOCK : instead(image === '[' ? '{' : '}', image))
                        : this.errorMessageProvider.buildUnexpectedCharactersMessage(text, startOffset, image.length);
                return { offset: startOffset, line: startLine, column: startColumn, length: image.length, message };
            });
    }

    private reportOpenText(token: IToken, diagnostics: NonNullable<LexerResult['report']>['diagnostics']): void {
        const open =
            token.tokenType === this.openString ||
            (token.tokenType === this.blockText && !isClosedBlockText(token.image));
        if (open) {
            const mark = token.tokenType === this.blockText ? '"""' : '"';
            diagnostics.push(
                withoutEnd(token, {
                    nl: `Deze tekst heeft geen einde: zet er \`${mark}\` achter.`,
                    en: `This text has no end: put \`${mark}\` behind it.`,
                }),
            );
        }
    }
}

const OPEN_COMMENT: Bilingual = {
    nl: 'Deze opmerking heeft geen einde: zet er `*/` achter.',
    en: 'This comment has no end: put `*/` behind it.',
};

/** Of a comment in which another begins. */
function commentWithin(line: number): Bilingual {
    return {
        nl: `In deze opmerking begint er op regel ${String(line)} nog een. Waarschijnlijk ontbreekt hier \`*/\`: wat ertussen staat, is niet gelezen. Sluit haar, of haal het tweede \`/*\` weg.`,
        en: `Another comment begins in this one on line ${String(line)}. Most likely \`*/\` is missing here: what stands between was not read. Close it, or take the second \`/*\` away.`,
    };
}

/** What is told of a token that was read without its end, at the line on which it begins. */
function withoutEnd(token: IToken, message: Bilingual): LexingDiagnostic {
    return {
        severity: 'error',
        offset: token.startOffset,
        length: firstLineLength(token.image),
        line: token.startLine ?? 1,
        column: token.startColumn ?? 1,
        message: pack(message),
    };
}

/** The part of chevrotain's lexer (13.2, `scan/lexer_public.js`) that makes its tokens, and has no public type. */
interface TokenMaker {
    createTokenInstance: typeof placedToken;
}

/** A token as chevrotain makes it, with room for its place: what is added later is kept apart from it. */
function placedToken(
    image: string,
    startOffset: number,
    tokenTypeIdx: number,
    tokenType: TokenType,
    startLine: number,
    startColumn: number,
    length: number,
): PlacedToken {
    return {
        image,
        startOffset,
        endOffset: startOffset + length - 1,
        startLine,
        endLine: startLine,
        startColumn,
        endColumn: startColumn + length - 1,
        tokenTypeIdx,
        tokenType,
        firstOnLine: false,
    };
}

/** Each `[` with the `]` that closes it. */
function pairsOf(brackets: readonly IToken[]): Map<IToken, IToken> {
    const open: IToken[] = [];
    const pairs = new Map<IToken, IToken>();
    for (const bracket of brackets) {
        const opening = bracket.image === '[' ? undefined : open.pop();
        if (opening) {
            pairs.set(opening, bracket);
        } else if (bracket.image === '[') {
            open.push(bracket);
        }
    }
    return pairs;
}

/** Of brackets around a block. */
const BLOCK: Bilingual = {
    nl: 'Een blok staat tussen `{` en `}`, en niet tussen `[` en `]`.',
    en: 'A block stands between `{` and `}`, and not between `[` and `]`.',
};

function isBracket({ image }: IToken): boolean {
    return image === '[' || image === ']';
}

/** Between the first word of a line and `stappen`, where the line counts steps. */
const IN_COUNT = /^(?:dan|[\d.,]+|-|t\/m|tot|en|met|aantal)$/;
/** As in `meer dan 5 tot en met 6 stappen`. */
const LONGEST_COUNT = 8;

/** Whether a line that begins with such a word counts steps. */
function countsSteps(tokens: readonly IToken[], index: number, meant: Repairs['keywords'] | undefined): boolean {
    const line = tokens[index]?.startLine;
    for (let i = index + 1; i < index + LONGEST_COUNT; i++) {
        const token = tokens[i];
        const word = token && (meant?.get(token.startOffset) ?? token.image);
        if (token?.startLine !== line || word === 'stappen') {
            return token?.startLine === line;
        }
        if (!IN_COUNT.test(word ?? '')) {
            return false;
        }
    }
    return false;
}

function firstLineLength(image: string): number {
    const end = image.search(/\r|\n/);
    return end < 0 ? image.length : end;
}

function setType(token: IToken, type: TokenType): void {
    token.tokenType = type;
    token.tokenTypeIdx = type.tokenTypeIdx ?? token.tokenTypeIdx;
}
