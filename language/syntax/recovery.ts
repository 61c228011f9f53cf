import {
    EOF,
    MismatchedTokenException,
    NoViableAltException,
    tokenMatcher,
    type IToken,
    type TokenType,
} from 'chevrotain';
import type { LangiumParser } from 'langium';
import type { PlacedToken } from './lexer.js';
import { surplusOfBraces } from './missing-braces.js';
import { isWordKeyword } from './tokens.js';

/** How many rules within each other are kept in mind with what may follow them; there are deeper texts than anyone writes. */
const MOST_OF_STACK = 24;

/**
 * The parts of chevrotain's parser that its recovery consists of (chevrotain 13.2, `traits/recoverable.js`), with the
 * types that it does not publish. Chevrotain and Langium are pinned to a minor version for this reason.
 */
interface Recoverable {
    readonly input: readonly IToken[];
    LA(howFar: number): IToken;
    SKIP_TOKEN(): IToken;
    SAVE_ERROR(error: Error): void;
    exportLexerState(): number;
    importLexerState(state: number): void;
    getCurrRuleFullName(): string;
    flattenFollowSet(): TokenType[];
    buildFullFollowKeyStack(): readonly FollowKey[];
    findReSyncTokenType(): TokenType;
    reSyncTo(type: TokenType): IToken[];
    canRecoverWithSingleTokenDeletion(expected: TokenType): boolean;
    canRecoverWithSingleTokenInsertion(expected: TokenType, follows: TokenType[]): boolean;
    raiseNoAltException(occurrence: number, description: string | undefined): void;
    getGAstProductions(): Record<string, GrammarPart>;
    manyInternal(occurrence: number, action: unknown): void;
    tryInRepetitionRecovery(
        rule: (...args: unknown[]) => void,
        args: unknown[],
        ahead: () => boolean,
        expected: TokenType,
    ): void;
    errorMessageProvider: {
        buildNoViableAltMessage(o: {
            expectedPathsPerAlt: TokenType[][][];
            actual: IToken[];
            previous: IToken;
            ruleName: string;
        }): string;
        buildMismatchTokenMessage(o: {
            expected: TokenType;
            actual: IToken;
            previous: IToken;
            ruleName: string;
        }): string;
    };
}

/** A rule that is being read, and from where in which other it was called. */
interface FollowKey {
    readonly ruleName: string;
    readonly idxInCallingRule: number;
    readonly inRule: string;
}

/** A rule of the grammar or a part of one, as chevrotain keeps it. */
interface GrammarPart {
    readonly definition?: readonly GrammarPart[];
    readonly terminalType?: TokenType;
    /** of a call of another rule; its definition is that of the rule */
    readonly nonTerminalName?: string;
}

/**
 * Makes a broken statement cost that statement only. Chevrotain skips to the next token that fits anywhere in the
 * follow sets; that takes a word out of the middle of a line, or a brace of another block, for a fresh start. Here the
 * parser goes on at a line's start or at a closing brace only, and steps over a block in braces as a whole.
 */
export function recoverAtLines(parser: LangiumParser): LangiumParser {
    const p = (parser as unknown as { wrapper: Recoverable }).wrapper;

    /** How far ahead (1 is the next token) the first place is at which `accept` holds and parsing may go on. */
    const ahead = (accept: (token: IToken) => boolean): number => {
        let depth = 0;
        for (let k = 1; ; k++) {
            const token = p.LA(k);
            // the wrong token itself may be a sign that fits elsewhere, but a word in a line is no fresh start
            const here = k === 1 && !isWordKeyword(token.tokenType);
            if (token.tokenType === EOF || (depth === 0 && (here || mayGoOn(token)) && accept(token))) {
                return k;
            }
            depth = depthAfter(token, depth);
        }
    };

    /** What may follow, by the rules that are being read: it is the same for each mistake in a block of one kind. */
    const follows = new Map<string, readonly TokenType[]>();
    const followSet = (): readonly TokenType[] => {
        const stack = p.buildFullFollowKeyStack();
        if (stack.length > MOST_OF_STACK) {
            return p.flattenFollowSet();
        }
        const key = stack.map((k) => `${k.ruleName} ${String(k.idxInCallingRule)} ${k.inRule}`).join();
        let found = follows.get(key);
        if (!found) {
            found = [...new Set(p.flattenFollowSet())];
            follows.set(key, found);
        }
        return found;
    };
    p.findReSyncTokenType = () => {
        const follow = followSet();
        let found: TokenType = EOF;
        if (follow.every((type) => type === EOF)) {
            // outside all blocks: to seek the end at each mistake takes the square of their number
            return EOF;
        }
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
    p.canRecoverWithSingleTokenDeletion = (expected) => !mayGoOn(p.LA(1)) && !mayGoOn(p.LA(2)) && deletion(expected);

    // where the braces fit, a block ends at its brace, whatever else could stand in the blocks around it
    let counted: readonly IToken[] = [];
    let surplus = 0;
    const countBraces = (): number => {
        if (p.input !== counted) {
            counted = p.input;
            surplus = surplusOfBraces(counted);
        }
        return surplus;
    };
    const endsAtBrace = (expected: TokenType): boolean => expected.name === '}' && countBraces() <= 0;
    // where a brace is missing, lines stand in another block than they were meant for
    const isBalanced = (): boolean => countBraces() === 0;

    // what is missing at the head of a block must not cost the block; a brace that is put in takes that of another block
    const opensTooMuch = (expected: TokenType): boolean => expected.name === '{' && countBraces() >= 0;
    const insertion = p.canRecoverWithSingleTokenInsertion.bind(p);
    p.canRecoverWithSingleTokenInsertion = (expected, follows) =>
        (insertion(expected, follows) && !endsAtBrace(expected) && !opensTooMuch(expected)) ||
        (isBeforeBlock(p) && expected !== EOF && expected.name !== '{' && expected.name !== '}');
    const noAlternative = p.raiseNoAltException.bind(p);
    /** What may come at each choice, found once: finding it takes longer than reading the line. */
    const choices = new Map<string, TokenType[][][]>();
    const describe = p.errorMessageProvider.buildNoViableAltMessage.bind(p.errorMessageProvider);
    let choice = '';
    p.errorMessageProvider.buildNoViableAltMessage = (o) => {
        choices.set(choice, o.expectedPathsPerAlt);
        return describe(o);
    };
    const raiseNoAlternative = (occurrence: number, description: string | undefined): void => {
        const ruleName = p.getCurrRuleFullName();
        choice = `${ruleName} ${String(occurrence)}`;
        const expectedPathsPerAlt = choices.get(choice);
        if (!expectedPathsPerAlt) {
            noAlternative(occurrence, description);
            return;
        }
        const [actual, previous] = [p.LA(1), p.LA(0)];
        const message = describe({ expectedPathsPerAlt, actual: [actual], previous, ruleName });
        const error = new NoViableAltException(message, actual, previous);
        p.SAVE_ERROR(error);
        throw error;
    };
    p.raiseNoAltException = (occurrence, description) => {
        try {
            raiseNoAlternative(occurrence, description);
        } catch (error) {
            const rule = p.getGAstProductions()[p.getCurrRuleFullName()];
            if (!isBeforeBlock(p) || !rule || !hasBlock(rule)) {
                throw error;
            }
        }
    };

    /** The first token of the line that a token stands on, from 1 for the next token: how far ahead it is. */
    const lineStart = (ahead: number): number => {
        let k = ahead;
        for (; (p.LA(k) as PlacedToken).firstOnLine !== true && isInText(p.LA(k - 1)); k--);
        return k;
    };
    const columnOf = (ahead: number): number => p.LA(ahead).startColumn ?? 0;

    /** Whether the line of the next token stands deeper than the statement above it, as the second line of a text does. */
    const goesOnFromLineAbove = (): boolean => {
        const start = lineStart(1);
        const above = p.LA(start - 1);
        return above.image !== '{' && isInText(above) && columnOf(start) > columnOf(lineStart(start - 1));
    };

    // a repetition goes on behind a mistake in a loop: by calling itself, thousands of mistakes in one block are too deep
    let goesOn = false;
    const many = p.manyInternal.bind(p);
    const inLoop = (occurrence: number, action: unknown): void => {
        do {
            goesOn = false;
            many(occurrence, action);
        } while (goesOn);
    };
    p.manyInternal = inLoop;

    p.tryInRepetitionRecovery = (rule, args, lookahead, expected) => {
        const bad = p.LA(1);
        const previous = p.LA(0);
        const saved = p.exportLexerState();
        const resync = endsAtBrace(expected) ? expected : p.findReSyncTokenType();
        const pieces: Piece[] = [{ bad, previous, skipped: [] }];
        const report = () => {
            for (const { bad: actual, previous: before, skipped } of pieces) {
                const message = p.errorMessageProvider.buildMismatchTokenMessage({
                    expected,
                    actual,
                    previous: before,
                    ruleName: p.getCurrRuleFullName(),
                });
                const error = new MismatchedTokenException(message, actual, before);
                error.resyncedTokens = skipped;
                p.SAVE_ERROR(error);
            }
        };
        const column = columnOf(lineStart(1));
        const isList = (expected.name === '}' || expected === EOF) && isBalanced() && !goesOnFromLineAbove();
        let depth = 0;
        for (let token = p.LA(1); ; token = p.LA(1)) {
            if (depth === 0 && (token === bad || mayGoOn(token))) {
                if (tokenMatcher(token, expected)) {
                    report();
                    return;
                }
                if (lookahead.call(p)) {
                    report();
                    goesOn = rule === inLoop;
                    if (!goesOn) {
                        rule.apply(p, args);
                    }
                    return;
                }
                if (tokenMatcher(token, resync)) {
                    break;
                }
            }
            if (token.tokenType === EOF) {
                break;
            }
            if (isList && depth === 0 && token !== bad && beginsLine(token, column) && pieces.length < MOST_LINES) {
                pieces.push({ bad: token, previous: p.LA(0), skipped: [] });
            }
            depth = depthAfter(token, depth);
            pieces.at(-1)?.skipped.push(token);
            p.SKIP_TOKEN();
        }
        p.importLexerState(saved);
    };
    return parser;
}

function isInText(token: IToken | undefined): boolean {
    return token !== undefined && token.startOffset >= 0;
}

/** A line that could not be read, and what was stepped over for it. */
interface Piece {
    readonly bad: IToken;
    readonly previous: IToken;
    readonly skipped: IToken[];
}

/** Of how many lines in a row that cannot be read each is told by itself. */
const MOST_LINES = 100;

/** Whether a new statement may be meant: not where a line goes on with one above it, or stands deeper. */
function beginsLine(token: PlacedToken, column: number): boolean {
    return (
        token.firstOnLine === true &&
        (token.startColumn ?? 0) <= column &&
        /^\p{L}/u.test(token.image) &&
        !/^(volgens|afgeleid|aldus|en|of)$/.test(token.image)
    );
}

/** Whether the head of a statement ends here: at its brace, or at the claims in front of that. */
function isBeforeBlock(p: Recoverable): boolean {
    const next: PlacedToken = p.LA(1);
    return next.image === '{' || (next.firstOnLine === true && /^(volgens|afgeleid)$/.test(next.image));
}

/** Whether a rule has a block in braces, by itself or by a rule that is nothing but a block. */
function hasBlock(part: GrammarPart): boolean {
    if (part.nonTerminalName !== undefined) {
        return part.definition?.[0]?.terminalType?.name === '{';
    }
    return part.terminalType?.name === '{' || (part.definition ?? []).some(hasBlock);
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
