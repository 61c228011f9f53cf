import type { BaseParser, ILookaheadStrategy, Rule, TokenType } from 'chevrotain';
import { LLStarLookaheadStrategy } from 'chevrotain-allstar';

type AlternationOptions = Parameters<ILookaheadStrategy['buildLookaheadForAlternation']>[0];
type OptionalOptions = Parameters<ILookaheadStrategy['buildLookaheadForOptional']>[0];

/** The parts of the network that chevrotain-allstar 0.5 builds from a grammar and does not publish (`lib/atn.js`). */
interface State {
    readonly rule: Rule;
    readonly type: number;
    readonly transitions: readonly Transition[];
}
interface Transition {
    readonly target: State;
    /** of a transition over a token */
    readonly tokenType?: TokenType;
    /** of a transition into a rule */
    readonly followState?: State;
}
interface Network {
    readonly atn: { readonly decisionMap: Readonly<Record<string, State>> };
    readonly callers: ReadonlyMap<Rule, readonly State[]>;
}

const RULE_STOP = 7;

/** Types of token with which something may begin (categories as such), and whether it may be empty up to its rule's end. */
interface First {
    readonly types: ReadonlySet<TokenType>;
    readonly reachesEnd: boolean;
}

/**
 * The lookahead of chevrotain-allstar, with the decisions that one token settles worked out here: from FIRST and FOLLOW
 * sets that are kept (Aho, Sethi, Ullman 1986, section 4.4), each when it is first asked for. A decision that one token
 * does not settle is left to adaptive LL(*) (Parr, Harwell, Fisher 2014). The tool starts for one short text at a time,
 * and working out every decision by itself took half of that time.
 */
export class CachedLookahead extends LLStarLookaheadStrategy {
    private readonly firsts = new Map<State, First>();
    private readonly follows = new Map<Rule, ReadonlySet<TokenType>>();

    constructor() {
        // ambiguities are found by a test of the grammar, not at run time
        super({ logging: () => undefined });
    }

    /** Lets go of the sets that made decisions; what is decided stays, and what is asked later is worked out anew. */
    forgetSets(): void {
        this.firsts.clear();
        this.follows.clear();
    }

    override buildLookaheadForAlternation(options: AlternationOptions) {
        return lazily(() => {
            const state = this.decision(options.rule, 'Alternation', options.prodOccurrence);
            const ways = state.transitions.map((t) => this.begins(t.target));
            if (options.hasPredicates || !areDistinct(ways)) {
                return { predict: super.buildLookaheadForAlternation(options) };
            }
            const choice = new Map(
                ways.flatMap((types, way) => [...types].map((type) => [indexOf(type), way] as const)),
            );
            const byToken = (type: TokenType) => {
                const fitting = indicesOf(type).find((index) => choice.has(index));
                return fitting === undefined ? wayToBlock(state, ways) : choice.get(fitting);
            };
            return { byToken };
        });
    }

    override buildLookaheadForOptional(options: OptionalOptions) {
        return lazily(() => {
            const state = this.decision(options.rule, options.prodType, options.prodOccurrence);
            const [enter, exit] = state.transitions;
            const types = enter && this.first(enter.target).types;
            if (
                !types ||
                !exit ||
                options.prodType.endsWith('WithSeparator') ||
                !areDistinct([types, this.begins(exit.target)])
            ) {
                return { predict: super.buildLookaheadForOptional(options) };
            }
            const enters = new Set([...types].map(indexOf));
            return { byToken: (type: TokenType) => indicesOf(type).some((index) => enters.has(index)) };
        });
    }

    private get network(): Network {
        return this as unknown as Network;
    }

    private decision(rule: Rule, type: string, occurrence: number): State {
        const state = this.network.atn.decisionMap[`${rule.name}_${type}_${String(occurrence)}`];
        if (!state) {
            throw new Error(`No decision ${type} ${String(occurrence)} in rule ${rule.name}.`);
        }
        return state;
    }

    /** The tokens that may come next from a state, with those behind its rule where the rule may end first. */
    private begins(state: State): ReadonlySet<TokenType> {
        const { types, reachesEnd } = this.first(state);
        return reachesEnd ? new Set([...types, ...this.follow(state.rule)]) : types;
    }

    private first(state: State): First {
        const known = this.firsts.get(state);
        if (known) {
            return known;
        }
        const types = new Set<TokenType>();
        const seen = new Set<State>();
        const stack = [state];
        let reachesEnd = false;
        for (let current = stack.pop(); current; current = stack.pop()) {
            if (seen.has(current)) {
                continue;
            }
            seen.add(current);
            if (current.type === RULE_STOP) {
                reachesEnd = true;
                continue;
            }
            for (const transition of current.transitions) {
                if (transition.tokenType) {
                    types.add(transition.tokenType);
                } else if (transition.followState) {
                    const inner = this.first(transition.target);
                    inner.types.forEach((t) => types.add(t));
                    if (inner.reachesEnd) {
                        stack.push(transition.followState);
                    }
                } else {
                    stack.push(transition.target);
                }
            }
        }
        const result = { types, reachesEnd };
        this.firsts.set(state, result);
        return result;
    }

    private follow(rule: Rule): ReadonlySet<TokenType> {
        const known = this.follows.get(rule);
        if (known) {
            return known;
        }
        const types = new Set<TokenType>();
        const seen = new Set<Rule>();
        const stack = [rule];
        for (let current = stack.pop(); current; current = stack.pop()) {
            if (seen.has(current)) {
                continue;
            }
            seen.add(current);
            for (const state of this.network.callers.get(current) ?? []) {
                const behind = this.first(state);
                behind.types.forEach((t) => types.add(t));
                if (behind.reachesEnd) {
                    stack.push(state.rule);
                }
            }
        }
        this.follows.set(rule, types);
        return types;
    }
}

/**
 * The way to take where no way of a decision fits: of a part that is open, not there or has a block (`doelgroep onbekend`, `erkenning geen`) the one
 * to the block, so that a missing name or brace is told and costs itself only. None of any other decision.
 */
function wayToBlock({ transitions }: State, begins: readonly ReadonlySet<TokenType>[]): number | undefined {
    const ways = begins.flatMap((types, way) => ([...types].every((t) => OPEN.has(t.name)) ? [] : [way]));
    const [way] = ways;
    const toBlock = transitions.map((t) => leadsToBlock(t.target, new Set()));
    return way !== undefined && ways.length === 1 && toBlock.every((leads, w) => leads === (w === way))
        ? way
        : undefined;
}

const OPEN: ReadonlySet<string> = new Set(['onbekend', 'plaatselijk', 'geen']);

function leadsToBlock(state: State, seen: Set<State>): boolean {
    if (seen.has(state)) {
        return false;
    }
    seen.add(state);
    return state.transitions.some((t) => t.tokenType?.name === '{' || leadsToBlock(t.followState ?? t.target, seen));
}

/** Whether no token fits more than one of these sets, the tokens of their categories included. */
function areDistinct(sets: readonly ReadonlySet<TokenType>[]): boolean {
    const seen = new Map<number, number>();
    return sets.every((types, way) =>
        [...types].every((type) =>
            [indexOf(type), ...(type.categoryMatches ?? [])].every((index) => {
                const other = seen.get(index);
                seen.set(index, way);
                return other === undefined || other === way;
            }),
        ),
    );
}

/** The index of a token's type, and those of the categories that it belongs to. */
function indicesOf(type: TokenType): readonly number[] {
    return [type, ...allCategories(type)].map(indexOf);
}

function allCategories(type: TokenType): TokenType[] {
    return (type.CATEGORIES ?? []).flatMap((category) => [category, ...allCategories(category)]);
}

function indexOf(type: TokenType): number {
    return type.tokenTypeIdx ?? -1;
}

function nextToken(parser: BaseParser): TokenType {
    return (parser as unknown as { LA_FAST(k: number): { tokenType: TokenType } }).LA_FAST(1).tokenType;
}

/** What settles a decision: the next token alone, or what chevrotain-allstar finds in all that may follow. */
type Settled<O, R> =
    { readonly byToken: (type: TokenType) => R } | { readonly predict: (this: BaseParser, options: O) => R };

/**
 * A decision of which it is worked out when it is first asked for what settles it; one that the next token settles is made
 * once for each type of token. One function, since a decision is asked for several times at each token.
 */
function lazily<O, R>(workOut: () => Settled<O, R>): (this: BaseParser, options?: O) => R {
    const decided: (R | typeof NOT_YET)[] = [];
    let settled: Settled<O, R> | undefined;
    let predict: ((this: BaseParser, options: O) => R) | undefined;
    // with one parameter instead of a list of them, which would be made at each question
    return function (this: BaseParser, options?: O) {
        if (predict) {
            return predict.call(this, options as O);
        }
        const type = nextToken(this);
        const index = indexOf(type);
        const known = index < decided.length ? (decided[index] as R | typeof NOT_YET) : NOT_YET;
        if (known !== NOT_YET) {
            return known;
        }
        settled ??= workOut();
        if ('predict' in settled) {
            ({ predict } = settled);
            return predict.call(this, options as O);
        }
        while (decided.length <= index) {
            decided.push(NOT_YET);
        }
        return (decided[index] = settled.byToken(type));
    };
}

const NOT_YET = Symbol('not decided yet');
