import { Lexer, type ITokenConfig, type TokenPattern, type TokenType } from 'chevrotain';
import { DefaultTokenBuilder, stream, type GrammarAST, type Stream } from 'langium';
import { blockTextPattern } from './block-text.js';

/**
 * Words that never become a name, wherever they stand: they join, negate, compare, limit or attach, and stand where a
 * name could stand too. Every other keyword is a name as soon as it is not the first word on its line; `^` escapes these.
 */
export const HARD_WORDS: ReadonlySet<string> = new Set(
    (
        'en of niet is ja nee onbekend plaatselijk bekend als volgens afgeleid veelal in zo bij ' +
        'minstens hoogstens ongeveer circa ruim bijna precies diverse enkele geen vanaf tot ' +
        'alle over samen heeft daarna anders'
    ).split(' '),
);

/** Whether a token type is a keyword that is a word (so not `{` or `,`). */
export function isWordKeyword(type: TokenType): boolean {
    return /^[a-zà-ÿ]/.test(type.name);
}

/**
 * Builds the tokens of the grammar and four things that a grammar cannot say:
 *
 * - the categories NAME (any name), INLINE (a name that is not the first word on its line) and TEXT (any quoted text),
 *   so that the parser consumes one token where a rule of alternatives would cost a call;
 * - for each keyword that may be a name a *soft twin*, which is both that keyword and a name: the lexer retypes;
 * - keywords with diacritics in composed and decomposed form;
 * - a pattern for texts in triple quotes that survives a missing end.
 */
export class DraaiboekTokenBuilder extends DefaultTokenBuilder {
    /** From the name of a keyword to its soft twin. */
    readonly softTwins = new Map<string, TokenType>();
    /** All keywords that are words, by name. */
    readonly keywords = new Map<string, TokenType>();
    private byName = new Map<string, TokenType>();
    private grammar: GrammarAST.Grammar | undefined;

    /** @returns the token type of that name; throws where the grammar has none: a mistake of ours, not of a text */
    type(name: string): TokenType {
        const type = this.byName.get(name);
        if (!type) {
            throw new Error(`The grammar has no token ${name}.`);
        }
        return type;
    }

    override buildTokens(grammar: GrammarAST.Grammar, options?: { caseInsensitive?: boolean }): TokenType[] {
        this.grammar = grammar;
        const tokens = super.buildTokens(grammar, options) as TokenType[];
        this.byName = new Map(tokens.map((t) => [t.name, t]));
        const name = this.category('NAME');
        const inline = this.category('INLINE');
        const text = this.category('TEXT');
        this.type('FIRST_WORD').PATTERN = Lexer.NA;
        this.type('FIRST_WORD').CATEGORIES = [name];
        this.type('WORD').CATEGORIES = [name, inline];
        for (const kind of ['STRING', 'OPEN_STRING', 'BLOCK_TEXT']) {
            this.type(kind).CATEGORIES = [text];
        }
        const blockText = this.type('BLOCK_TEXT');
        blockText.PATTERN = blockTextPattern;
        blockText.START_CHARS_HINT = ['"'];
        blockText.LINE_BREAKS = true;
        for (const token of tokens) {
            if (Array.isArray(token.LONGER_ALT)) {
                token.LONGER_ALT = token.LONGER_ALT.filter((t) => t.PATTERN !== Lexer.NA);
            }
        }
        const twins: TokenType[] = [];
        for (const keyword of tokens.filter(isWordKeyword)) {
            this.keywords.set(keyword.name, keyword);
            if (!HARD_WORDS.has(keyword.name)) {
                const twin: ITokenConfig & TokenType = {
                    name: `${keyword.name}~soft`,
                    PATTERN: Lexer.NA,
                    CATEGORIES: [keyword, name, inline],
                    LABEL: keyword.name,
                };
                this.softTwins.set(keyword.name, twin);
                twins.push(twin);
            }
        }
        return [...tokens, ...twins];
    }

    /** All terminals of the grammar: those that rules reach only through a category would be left out. */
    protected override buildTerminalTokens(rules: Stream<GrammarAST.AbstractRule>): TokenType[] {
        return super.buildTerminalTokens(this.grammar ? stream(this.grammar.rules) : rules);
    }

    protected override buildKeywordPattern(keyword: GrammarAST.Keyword, caseInsensitive: boolean): TokenPattern {
        const decomposed = keyword.value.normalize('NFD');
        return decomposed === keyword.value
            ? super.buildKeywordPattern(keyword, caseInsensitive)
            : new RegExp(`${keyword.value}|${decomposed}`);
    }

    private category(name: string): TokenType {
        const type = this.type(name);
        type.PATTERN = Lexer.NA;
        return type;
    }
}
