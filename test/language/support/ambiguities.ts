import type { TokenType } from 'chevrotain';
import type { DraaiboekServices } from '../../../language/draaiboek-module.js';

/** The parts of the parser's lookahead automaton (chevrotain-allstar, atn.ts) that are read here. */
interface State {
    readonly type: number;
    readonly rule: { readonly name: string };
    readonly production: { readonly constructor: { readonly name: string } };
    readonly transitions: readonly { readonly target: State; readonly tokenType?: TokenType }[];
}
interface Lookahead {
    readonly atn: { readonly decisionStates: readonly State[] };
    readonly callers: ReadonlyMap<State['rule'], readonly State[]>;
}
const RULE_STOP = 7;

/** A decision of the grammar that its next token alone does not take. */
export interface Ambiguity {
    readonly rule: string;
    /** `Option`, `Alternation`, `Repetition`, as the parser calls it */
    readonly production: string;
    /** the tokens with which more than one way goes on, sorted; `x~inline` is the keyword x inside a line */
    readonly tokens: readonly string[];
    /** rule, production and tokens, `UNIT` for those that are units: does not change when other rules do */
    readonly key: string;
}

/**
 * The decisions of the grammar in which two ways may go on with the same token, by comparing their FIRST sets; where a
 * rule ends, what may follow it anywhere counts. The parser looks further ahead and always takes one of them without a
 * word, so each of these may read a text otherwise than it was meant.
 */
export function ambiguities(services: DraaiboekServices): Ambiguity[] {
    const wrapper = (services.parser.LangiumParser as unknown as { wrapper: { lookaheadStrategy: Lookahead } }).wrapper;
    const { atn, callers } = wrapper.lookaheadStrategy;
    const tokens = Object.values(services.parser.Lexer.definition);

    const units = new Set(matching({ name: 'UNIT_WORD' }, tokens));

    const first = (start: State): Set<string> => {
        const result = new Set<string>();
        const seen = new Set<State>();
        const queue = [start];
        for (let state = queue.pop(); state; state = queue.pop()) {
            if (seen.has(state)) {
                continue;
            }
            seen.add(state);
            if (state.type === RULE_STOP) {
                queue.push(...(callers.get(state.rule) ?? []));
                continue;
            }
            for (const { target, tokenType } of state.transitions) {
                if (tokenType) {
                    matching(tokenType, tokens).forEach((name) => result.add(name));
                } else {
                    queue.push(target);
                }
            }
        }
        return result;
    };

    return atn.decisionStates.flatMap((state): Ambiguity[] => {
        const ways = state.transitions.map(({ target }) => first(target));
        const shared = new Set(
            ways.flatMap((way, i) => [...way].filter((name) => ways.some((w, j) => j !== i && w.has(name)))),
        );
        const rule = state.rule.name.replace('\u200B', '');
        const production = state.production.constructor.name;
        const names = [...shared].sort();
        const told = names.length > 0 && names.every((n) => units.has(n)) ? ['UNIT'] : names;
        return names.length > 0
            ? [{ rule, production, tokens: names, key: `${rule} ${production}: ${told.join(' ')}` }]
            : [];
    });
}

/** The names of the tokens that a text can hold where the grammar asks for a token type: itself, or what it is a category of. */
function matching(wanted: Pick<TokenType, 'name'>, tokens: readonly TokenType[]): string[] {
    return tokens
        .filter((t) => t.name === wanted.name || (t.CATEGORIES ?? []).some((c) => c.name === wanted.name))
        .map((t) => t.name);
}
