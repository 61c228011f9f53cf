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
    readonly tokenType?: TokenType & { readonly tokenTypeIdx: number; readonly categoryMatches: readonly number[] };
    /** of a transition into a rule */
    readonly rule?: Rule;
    readonly followState?: State;
}
interface Network {
    readonly atn: { readonly decisionMap: Readonly<Record<string, State>>; readonly states: readonly State[] };
    readonly callers: ReadonlyMap<Rule, readonly State[]>;
}

const RULE_STOP = 7;

/** Token indices with which something may begin, and whether it may be empty up to the end of its rule. */
interface First {
    readonly tokens: ReadonlySet<number>;
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
    private readonly follows = new Map<Rule, ReadonlySet<number>>();

    constructor() {
        // ambiguities are found by a test of the grammar, not at run time
        super({ logging: () => undefined });
    }

    override buildLookaheadForAlternation(options: AlternationOptions) {
        return lazily(() => {
            const state = this.decision(options.rule, 'Alternation', options.prodOccurrence);
            const choice = options.hasPredicates ? undefined : distinct(state.transitions.map((t) => this.begins(t.target)));
            if (!choice) {
                return super.buildLookaheadForAlternation(options);
            }
            return function (this: BaseParser) {
                return choice.get(nextToken(this));
            };
        });
    }

    override buildLookaheadForOptional(options: OptionalOptions) {
        return lazily(() => {
            const state = this.decision(options.rule, options.prodType, options.prodOccurrence);
            const [enter, exit] = state.transitions;
            const tokens = enter && this.first(enter.target).tokens;
            const settled = tokens && exit && distinct([tokens, this.begins(exit.target)]);
            if (!settled || options.prodType.endsWith('WithSeparator')) {
                return super.buildLookaheadForOptional(options);
            }
            return function (this: BaseParser) {
                return tokens.has(nextToken(this));
            };
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
    private begins(state: State): ReadonlySet<number> {
        const { tokens, reachesEnd } = this.first(state);
        return reachesEnd ? new Set([...tokens, ...this.follow(state.rule)]) : tokens;
    }

    private first(state: State): First {
        const known = this.firsts.get(state);
        if (known) {
            return known;
        }
        const tokens = new Set<number>();
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
                    tokens.add(transition.tokenType.tokenTypeIdx);
                    transition.tokenType.categoryMatches.forEach((t) => tokens.add(t));
                } else if (transition.followState) {
                    const inner = this.first(transition.target);
                    inner.tokens.forEach((t) => tokens.add(t));
                    if (inner.reachesEnd) {
                        stack.push(transition.followState);
                    }
                } else {
                    stack.push(transition.target);
                }
            }
        }
        const result = { tokens, reachesEnd };
        this.firsts.set(state, result);
        return result;
    }

    private follow(rule: Rule): ReadonlySet<number> {
        const known = this.follows.get(rule);
        if (known) {
            return known;
        }
        const tokens = new Set<number>();
        const seen = new Set<Rule>();
        const stack = [rule];
        for (let current = stack.pop(); current; current = stack.pop()) {
            if (seen.has(current)) {
                continue;
            }
            seen.add(current);
            for (const state of this.network.callers.get(current) ?? []) {
                const behind = this.first(state);
                behind.tokens.forEach((t) => tokens.add(t));
                if (behind.reachesEnd) {
                    stack.push(state.rule);
                }
            }
        }
        this.follows.set(rule, tokens);
        return tokens;
    }
}

/** From token to the number of the set that holds it; undefined when a token is in more than one. */
function distinct(sets: readonly ReadonlySet<number>[]): ReadonlyMap<number, number> | undefined {
    const result = new Map<number, number>();
    for (const [index, set] of sets.entries()) {
        for (const token of set) {
            if (result.has(token)) {
                return undefined;
            }
            result.set(token, index);
        }
    }
    return result;
}

function nextToken(parser: BaseParser): number {
    return (parser as unknown as { LA_FAST(k: number): { tokenTypeIdx: number } }).LA_FAST(1).tokenTypeIdx;
}

function lazily<F extends (this: BaseParser, ...args: never[]) => unknown>(build: () => F): F {
    let predict: F | undefined;
    return function (this: BaseParser, ...args: never[]) {
        predict ??= build();
        return predict.apply(this, args);
    } as F;
}
