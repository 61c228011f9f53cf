import { EOF, MismatchedTokenException, tokenMatcher, type IToken, type TokenType } from 'chevrotain';
import type { LangiumParser } from 'langium';
import type { PlacedToken } from './lexer.js';

/**
 * The parts of chevrotain's parser that its recovery consists of (chevrotain 13.2, `traits/recoverable.js`), with the
 * types that it does not publish. Chevrotain and Langium are pinned to a minor version for this reason.
 */
interface Recoverable {
    LA(howFar: number): IToken;
    SKIP_TOKEN(): IToken;
    SAVE_ERROR(error: Error): void;
    exportLexerState(): number;
    importLexerState(state: number): void;
    getCurrRuleFullName(): string;
    flattenFollowSet(): TokenType[];
    findReSyncTokenType(): TokenType;
    reSyncTo(type: TokenType): IToken[];
    canRecoverWithSingleTokenDeletion(expected: TokenType): boolean;
    tryInRepetitionRecovery(rule: (...args: unknown[]) => void, args: unknown[], ahead: () => boolean, expected: TokenType): void;
    errorMessageProvider: {
        buildMismatchTokenMessage(o: { expected: TokenType; actual: IToken; previous: IToken; ruleName: string }): string;
    };
}

/**
 * Makes a broken statement cost that statement only. Chevrotain skips to the next token that fits anywhere in the
 * follow sets; that takes a word out of the middle of a line, or a brace of another block, for a fresh start. Here the
 * parser goes on at a line's start or at a closing brace only, and steps over a block in braces as a whole.
 */
export function recoverAtLines(parser: LangiumParser): LangiumParser {
    const p = (parser as unknown as { wrapper: Recoverable }).wrapper;
    lookForCommentsOnlyWhereTheyAre(parser);

    /** How far ahead (1 is the next token) the first place is at which `accept` holds and parsing may go on. */
    const ahead = (accept: (token: IToken) => boolean): number => {
        let depth = 0;
        for (let k = 1; ; k++) {
            const token = p.LA(k);
            if (token.tokenType === EOF || (depth === 0 && (k === 1 || mayGoOn(token)) && accept(token))) {
                return k;
            }
            depth = depthAfter(token, depth);
        }
    };

    p.findReSyncTokenType = () => {
        const follow = p.flattenFollowSet();
        let found: TokenType = EOF;
        ahead((token) => {
            const type = follow.find((t) => tokenMatcher(token, t));
            found = type ?? EOF;
            return type !== undefined;
        });
        return found;
    };

    p.reSyncTo = (type) => {
        const skipped: IToken[] = [];
        for (let k = ahead((token) => tokenMatcher(token, type)); k > 1; k--) {
            skipped.push(p.LA(1));
            p.SKIP_TOKEN();
        }
        return skipped;
    };

    // deleting one token to reach the expected one must not eat the start of the next statement
    const deletion = p.canRecoverWithSingleTokenDeletion.bind(p);
    p.canRecoverWithSingleTokenDeletion = (expected) => !mayGoOn(p.LA(2)) && deletion(expected);

    p.tryInRepetitionRecovery = (rule, args, lookahead, expected) => {
        const bad = p.LA(1);
        const previous = p.LA(0);
        const saved = p.exportLexerState();
        const resync = p.findReSyncTokenType();
        const skipped: IToken[] = [];
        const report = () => {
            const message = p.errorMessageProvider.buildMismatchTokenMessage({
                expected,
                actual: bad,
                previous,
                ruleName: p.getCurrRuleFullName(),
            });
            const error = new MismatchedTokenException(message, bad, previous);
            error.resyncedTokens = skipped;
            p.SAVE_ERROR(error);
        };
        let depth = 0;
        for (let token = p.LA(1); ; token = p.LA(1)) {
            if (depth === 0 && (token === bad || mayGoOn(token))) {
                if (tokenMatcher(token, expected)) {
                    report();
                    return;
                }
                if (lookahead.call(p)) {
                    report();
                    rule.apply(p, args);
                    return;
                }
                if (tokenMatcher(token, resync)) {
                    break;
                }
            }
            if (token.tokenType === EOF) {
                break;
            }
            depth = depthAfter(token, depth);
            skipped.push(token);
            p.SKIP_TOKEN();
        }
        p.importLexerState(saved);
    };
    return parser;
}

/** Langium 4.4 looks for the place of the comments before each token, by a search, where there are none too. */
function lookForCommentsOnlyWhereTheyAre(parser: LangiumParser): void {
    const builder = (parser as unknown as { nodeBuilder: { addHiddenNodes(tokens: IToken[]): void } }).nodeBuilder;
    const add = builder.addHiddenNodes.bind(builder);
    builder.addHiddenNodes = (tokens) => {
        if (tokens.length > 0) {
            add(tokens);
        }
    };
}

function mayGoOn(token: PlacedToken): boolean {
    return token.tokenType === EOF || token.firstOnLine === true || token.image === '}';
}

function depthAfter(token: IToken, depth: number): number {
    if (token.image === '{') {
        return depth + 1;
    }
    return token.image === '}' && depth > 0 ? depth - 1 : depth;
}
