import type { IRecognitionException } from 'chevrotain';
import type { AstNode, LangiumCoreServices, LangiumParser, ParseResult, ParserOptions } from 'langium';
import { nearest } from '../text/distance.js';
import { pack } from '../text/bilingual.js';
import { blockStarters } from './statements.js';
import type { DraaiboekLexer, PlacedToken } from './lexer.js';

const MOST_ROUNDS = 6;

/**
 * Parses; where it fails at a line's first word that is near a keyword, takes the word for that keyword and parses
 * again, so that `stapp Signaal {` costs nothing but its own message. Where more blocks close than open, a missing `{`
 * is put in by indentation. A repair is kept only when it leaves fewer errors, or as many that come later.
 */
export function parseWithRepair(parser: LangiumParser, services: LangiumCoreServices): LangiumParser {
    const once = parser.parse.bind(parser) as typeof parser.parse;
    const lexer = services.parser.Lexer as DraaiboekLexer;
    let known: ReadonlySet<string> | undefined;
    const starters = () => (known ??= new Set([...blockStarters(services.Grammar).values()].flatMap((words) => [...words])));

    const parse = <T extends AstNode>(text: string, options?: ParserOptions): ParseResult<T> => {
        lexer.repairs = undefined;
        let best = once<T>(text, options);
        let keywords = new Map<number, string>();
        let insertBraces = false;
        const attempt = (nextKeywords: Map<number, string>, nextBraces: boolean): boolean => {
            lexer.repairs = { keywords: nextKeywords, insertBraces: nextBraces };
            const result = once<T>(text, options);
            lexer.repairs = undefined;
            if (!isBetter(result.parserErrors, best.parserErrors)) {
                return false;
            }
            best = result;
            keywords = nextKeywords;
            insertBraces = nextBraces;
            return true;
        };
        for (let round = 0; round < MOST_ROUNDS && best.parserErrors.length > 0; round++) {
            const found = misspelt(best.parserErrors, starters(), keywords);
            if (found.size > 0 && attempt(new Map([...keywords, ...found]), insertBraces)) {
                continue;
            }
            if (!insertBraces && attempt(keywords, true)) {
                continue;
            }
            break;
        }
        report(best, keywords, text);
        return best;
    };
    parser.parse = parse;
    return parser;
}

/** Fewer errors, or as many of which the first comes later: a second misspelt word shows only once the first is mended. */
function isBetter(errors: readonly IRecognitionException[], than: readonly IRecognitionException[]): boolean {
    const [first] = errors;
    const [before] = than;
    return (
        errors.length < than.length ||
        (errors.length === than.length && first !== undefined && before !== undefined && first.token.startOffset > before.token.startOffset)
    );
}

function misspelt(
    errors: readonly IRecognitionException[],
    starters: ReadonlySet<string>,
    known: ReadonlyMap<number, string>,
): Map<number, string> {
    const found = new Map<number, string>();
    for (const { token } of errors as readonly { token: PlacedToken }[]) {
        if (token.firstOnLine && /^(WORD|FIRST_WORD)$/.test(token.tokenType.name) && !known.has(token.startOffset)) {
            const keyword = nearest(token.image, starters);
            if (keyword) {
                found.set(token.startOffset, keyword);
            }
        }
    }
    return found;
}

function report(result: ParseResult, keywords: ReadonlyMap<number, string>, text: string): void {
    if (keywords.size === 0) {
        return;
    }
    const diagnostics = (result.lexerReport ??= { diagnostics: [] }).diagnostics;
    for (const [offset, keyword] of keywords) {
        const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
        const word = /^[^\s{}:,"]+/.exec(text.slice(offset, offset + 200))?.[0] ?? '';
        diagnostics.push({
            severity: 'error',
            offset,
            length: word.length,
            line: countLines(text, offset),
            column: offset - lineStart + 1,
            message: pack({
                nl: `\`${word}\` – bedoelde u \`${keyword}\`?`,
                en: `\`${word}\` – did you mean \`${keyword}\`?`,
            }),
        });
    }
}

function countLines(text: string, offset: number): number {
    let line = 1;
    for (let i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) {
        line++;
    }
    return line;
}
