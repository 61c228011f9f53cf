import { Lexer, type ITokenConfig, type TokenPattern, type TokenType } from 'chevrotain';
import { DefaultTokenBuilder, stream, type GrammarAST, type Stream } from 'langium';
import { blockTextPattern } from './block-text.js';
import { commentPattern } from './comments.js';
import { ROW } from './rows.js';

/**
 * Words that never become a name, wherever they stand: they join, negate, compare, limit or attach, and stand where a
 * name could stand too. Every other keyword is a name as soon as it is not the first word on its line; `^` escapes these.
 */
export const HARD_WORDS: ReadonlySet<string> = new Set(
    (
        'en of niet is ja nee onbekend plaatselijk bekend als volgens afgeleid veelal in zo bij ' +
        'minstens hoogstens ongeveer circa ruim bijna precies diverse enkele geen vanaf tot ' +
        'mogelijk gestreefd alle over samen heeft daarna anders meer minder toedeling tussen de'
    ).split(' '),
);

/** Keywords that may be a unit: `5 gesprekken`, `2 keer per maand`. */
const UNIT_KEYWORDS = [
    'jaar',
    'keer',
    'contacten',
    'gesprek',
    'gesprekken',
    'stappen',
    'activiteit',
    'casus',
    'document',
    'interventie',
    'organisatie',
    'ouders',
];

/**
 * Keywords that may end a statement, while another statement begins with the same word. Inside a statement the grammar
 * asks for the tail (`80 % TAIL_BINNEN 3 dagen`), so that a line that begins with the word is never swallowed.
 */
const TAILS: Readonly<Record<string, string>> = {
    TAIL_BINNEN: 'binnen',
    TAIL_NAAR: 'naar',
    TAIL_ALS: 'als',
    TAIL_VOOR: 'voor',
};

/**
 * Characters with which nothing in the language begins, as many as there are in a row. The lexer of chevrotain would try
 * each of its patterns at each of them. Not written as what is left, since that would end its choice by first characters.
 */
const STRANGE =
    /[!#$&'*+.;<=>?@[\\\]`|~\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00A1-\u00BF\u00D7\u00F7\u0250-\u201B\u201F-\uFEFE\uFF00-\uFFFF]+|\^+(?![_a-zA-Z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F])|\^/;
/** The group in which chevrotain puts those. */
export const STRANGE_GROUP = 'strange';

/**
 * Words with which a line may begin that counts steps: `circa 6 stappen`. Anywhere else such a word is of a value, which
 * may stand on a line of its own too, so the lexer gives the word of a count a type that no value begins with.
 */
const STEPS: Readonly<Record<string, readonly string[]>> = {
    STEPS_BOUND: ['ongeveer', 'circa', 'ruim', 'bijna', 'minstens', 'hoogstens', 'precies', 'meer', 'minder'],
    STEPS_NUMERAL: ['diverse', 'enkele', 'geen'],
    STEPS_UNKNOWN: ['onbekend'],
    STEPS_LOCAL: ['plaatselijk'],
};

/** Whether a terminal stands in the grammar for a category, with a pattern such as `:name:`. */
function isPlaceholder(type: TokenType): boolean {
    return type.PATTERN instanceof RegExp && type.PATTERN.source.startsWith(':');
}

/** Whether a token type is a keyword that is a word (so not `{`, `,` or `t/m`). */
export function isWordKeyword(type: TokenType): boolean {
    return isWord(type.name);
}

function isWord(keyword: string): boolean {
    return /^[a-zà-ÿ]/.test(keyword) && !keyword.includes('/');
}

/**
 * Builds the tokens of the grammar and four things that a grammar cannot say:
 *
 * - the categories NAME (any name), INLINE (a name that is not the first word on its line) and TEXT (any quoted text),
 *   so that the parser consumes one token where a rule of alternatives would cost a call;
 * - for each keyword that may be a name an *inline twin*, which is both that keyword and a name; one that also begins
 *   a statement is marked as a tail; the lexer retypes words that are not first on their line;
 * - keywords that are words have no pattern of their own: the lexer reads a word and looks it up, since a pattern for each
 *   would cost its compilation at every start, and a trial at many words; with diacritics composed and decomposed;
 * - patterns for texts in triple quotes and for comments that survive a missing end.
 */
export class DraaiboekTokenBuilder extends DefaultTokenBuilder {
    /** From the name of a keyword to its inline twin. */
    readonly inlineTwins = new Map<string, TokenType>();
    /** All keywords that are words, by how they are written; those with diacritics composed and decomposed. */
    readonly keywords = new Map<string, TokenType>();
    /** From a word to its type where its line counts steps. */
    readonly steps = new Map<string, TokenType>();
    private byName = new Map<string, TokenType>();
    private grammar: GrammarAST.Grammar | undefined;
    private built: TokenType[] | undefined;

    /** @returns the token type of that name; throws where the grammar has none: a mistake of ours, not of a text */
    type(name: string): TokenType {
        const type = this.byName.get(name);
        if (!type) {
            throw new Error(`The grammar has no token ${name}.`);
        }
        return type;
    }

    override buildTokens(grammar: GrammarAST.Grammar, options?: { caseInsensitive?: boolean }): TokenType[] {
        if (this.built && this.grammar === grammar) {
            return this.built;
        }
        this.grammar = grammar;
        const tokens = super.buildTokens(grammar, options) as TokenType[];
        this.byName = new Map(tokens.map((t) => [t.name, t]));
        const name = this.category('NAME');
        const inline = this.category('INLINE');
        const text = this.category('TEXT');
        const unit = this.category('UNIT_WORD');
        this.category('FIRST_NUMBER');
        for (const [name, words] of Object.entries(STEPS)) {
            const label = words.length === 1 ? words[0] : name;
            words.forEach((word) => this.steps.set(word, this.category(name, label)));
        }
        this.category('FIRST_WORD').CATEGORIES = [name];
        this.type('WORD').CATEGORIES = [name, inline, unit];
        const tails = new Map(Object.entries(TAILS).map(([tail, keyword]) => [keyword, this.category(tail, keyword)]));
        for (const kind of ['STRING', 'OPEN_STRING', 'BLOCK_TEXT']) {
            this.type(kind).CATEGORIES = [text];
        }
        const blockText = this.type('BLOCK_TEXT');
        blockText.PATTERN = blockTextPattern;
        blockText.START_CHARS_HINT = ['"'];
        blockText.LINE_BREAKS = true;
        const comment = this.type('ML_COMMENT');
        comment.PATTERN = commentPattern;
        comment.START_CHARS_HINT = ['/'];
        comment.LINE_BREAKS = true;
        const twins: TokenType[] = [];
        for (const keyword of tokens.filter(isWordKeyword)) {
            this.keywords.set(keyword.name, keyword).set(keyword.name.normalize('NFD'), keyword);
            const tail = tails.get(keyword.name);
            const categories = [
                ...(HARD_WORDS.has(keyword.name) ? [] : [name, inline]),
                ...(UNIT_KEYWORDS.includes(keyword.name) ? [unit] : []),
                ...(tail ? [tail] : []),
            ];
            if (categories.length > 0) {
                const twin: ITokenConfig & TokenType = {
                    name: `${keyword.name}~inline`,
                    PATTERN: Lexer.NA,
                    CATEGORIES: [keyword, ...categories],
                    LABEL: keyword.name,
                };
                this.inlineTwins.set(keyword.name, twin);
                twins.push(twin);
            }
        }
        const strange: TokenType = { name: 'STRANGE', PATTERN: STRANGE, GROUP: STRANGE_GROUP, LINE_BREAKS: false };
        this.built = [ROW, ...tokens, ...twins, strange];
        return this.built;
    }

    /** What a keyword may be the beginning of: nothing, for words. */
    protected override findLongerAlt(keyword: GrammarAST.Keyword, terminalTokens: TokenType[]): TokenType[] {
        return isWord(keyword.value)
            ? []
            : super.findLongerAlt(
                  keyword,
                  terminalTokens.filter((t) => !isPlaceholder(t)),
              );
    }

    /** All terminals of the grammar: those that rules reach only through a category would be left out. */
    protected override buildTerminalTokens(rules: Stream<GrammarAST.AbstractRule>): TokenType[] {
        return super.buildTerminalTokens(this.grammar ? stream(this.grammar.rules) : rules);
    }

    protected override buildKeywordPattern(keyword: GrammarAST.Keyword, caseInsensitive: boolean): TokenPattern {
        // word processors make an en dash of the hyphen in `0-19 jaar`
        const pattern = keyword.value === '-' ? /[-\u2013]/ : super.buildKeywordPattern(keyword, caseInsensitive);
        return isWord(keyword.value) ? Lexer.NA : pattern;
    }

    private category(name: string, label = name): TokenType {
        const type = this.type(name);
        type.PATTERN = Lexer.NA;
        type.LABEL = label;
        return type;
    }
}

/**
 * The tokens of the language, for all services of a process: chevrotain numbers each token type that it is given and keeps
 * it for good, and a decision of the parser (lookahead.ts) has a place for each number.
 */
export const TOKENS = new DraaiboekTokenBuilder();
