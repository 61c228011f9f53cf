import { tokenMatcher, type IToken, type TokenType } from 'chevrotain';
import { GrammarAST, type Grammar } from 'langium';

/** A place in the grammar where one token may come next, with the rule calls that lead to it. */
export interface Expectation {
    readonly element: GrammarAST.Keyword | GrammarAST.RuleCall | GrammarAST.CrossReference;
    readonly callers: Callers | undefined;
}

/** The rule calls around a place, innermost first. Equal stacks are the same object, so that places can be compared. */
export interface Callers {
    readonly call: GrammarAST.RuleCall;
    readonly up: Callers | undefined;
}

type Element = GrammarAST.AbstractElement;

/**
 * Says which tokens the grammar allows after a given row of tokens. It follows all readings at once, one token at a
 * time, without a parser: a parser decides by looking ahead, and in a text that is being typed there is nothing ahead.
 * The rows are short (place-in-text.ts leaves out what is closed), and the grammar is not left-recursive.
 */
export class Expectations {
    private readonly stacks = new Map<Callers | undefined, Map<GrammarAST.RuleCall, Callers>>();

    constructor(
        private readonly grammar: Grammar,
        private readonly tokenTypes: Readonly<Record<string, TokenType>>,
    ) {}

    /** What may stand at the beginning of a file. */
    atStart(): Expectation[] {
        const entry = this.grammar.rules.find((rule) => GrammarAST.isParserRule(rule) && rule.entry);
        const into: Expectation[] = [];
        if (GrammarAST.isParserRule(entry)) {
            this.enter(entry.definition, undefined, into);
        }
        return into;
    }

    /** @returns what may follow after the tokens; empty when they do not fit */
    after(expectations: readonly Expectation[], tokens: readonly IToken[]): readonly Expectation[] {
        let current = expectations;
        for (const token of tokens) {
            if (current.length === 0) {
                break;
            }
            current = this.following(current.filter((e) => this.matches(e.element, token)));
        }
        return current;
    }

    /** What may follow after what is expected at these places. */
    following(expectations: readonly Expectation[]): Expectation[] {
        const into: Expectation[] = [];
        for (const { element, callers } of expectations) {
            this.leave(element, callers, into);
        }
        return unique(into);
    }

    /** The places after the opening brace of the rule in which these keywords stand. */
    insideBlockOf(expectations: readonly Expectation[]): Expectation[] {
        const into: Expectation[] = [];
        for (const { element, callers } of expectations) {
            const rule = ruleOf(element);
            if (rule) {
                this.findBraces(rule.definition, callers, into);
            }
        }
        return unique(into);
    }

    /** Whether a token is what is expected at this place. */
    matches(element: Expectation['element'], token: IToken): boolean {
        if (GrammarAST.isKeyword(element)) {
            return this.isOfType(token, element.value);
        }
        const rule = GrammarAST.isRuleCall(element) ? element.rule.ref : terminalOf(element)?.rule.ref;
        if (GrammarAST.isParserRule(rule)) {
            const first: Expectation[] = [];
            this.enter(rule.definition, undefined, first);
            return first.some((e) => this.matches(e.element, token));
        }
        return rule !== undefined && this.isOfType(token, rule.name);
    }

    private isOfType(token: IToken, name: string): boolean {
        const type = this.tokenTypes[name];
        return type !== undefined && tokenMatcher(token, type);
    }

    /** Collects where an element may begin; returns whether it may be left out. */
    private enter(element: Element, callers: Callers | undefined, into: Expectation[]): boolean {
        const optional = element.cardinality === '?' || element.cardinality === '*';
        if (GrammarAST.isKeyword(element) || GrammarAST.isCrossReference(element)) {
            into.push({ element, callers });
            return optional;
        }
        if (GrammarAST.isRuleCall(element)) {
            const rule = element.rule.ref;
            if (GrammarAST.isParserRule(rule)) {
                return this.enter(rule.definition, this.push(element, callers), into) || optional;
            }
            into.push({ element, callers });
            return optional;
        }
        if (GrammarAST.isAssignment(element)) {
            return this.enter(element.terminal, callers, into) || optional;
        }
        if (GrammarAST.isGroup(element)) {
            return element.elements.every((e) => this.enter(e, callers, into)) || optional;
        }
        if (GrammarAST.isAlternatives(element)) {
            return element.elements.map((e) => this.enter(e, callers, into)).some(Boolean) || optional;
        }
        return true;
    }

    /** Collects what may come after an element that has been read. */
    private leave(element: Element, callers: Callers | undefined, into: Expectation[]): void {
        if (element.cardinality === '*' || element.cardinality === '+') {
            this.enter(element, callers, into);
        }
        const parent = element.$container;
        if (GrammarAST.isGroup(parent)) {
            const rest = parent.elements.slice(parent.elements.indexOf(element) + 1);
            if (rest.every((e) => this.enter(e, callers, into))) {
                this.leave(parent, callers, into);
            }
        } else if (GrammarAST.isAbstractElement(parent)) {
            this.leave(parent, callers, into);
        } else if (callers) {
            this.leave(callers.call, callers.up, into);
        }
    }

    private findBraces(element: Element, callers: Callers | undefined, into: Expectation[]): void {
        if (GrammarAST.isKeyword(element) && element.value === '{') {
            this.leave(element, callers, into);
        } else if (GrammarAST.isRuleCall(element)) {
            const rule = element.rule.ref;
            if (GrammarAST.isParserRule(rule) && rule.fragment) {
                this.findBraces(rule.definition, this.push(element, callers), into);
            }
        } else if (GrammarAST.isGroup(element) || GrammarAST.isAlternatives(element)) {
            element.elements.forEach((e) => {
                this.findBraces(e, callers, into);
            });
        }
    }

    private push(call: GrammarAST.RuleCall, up: Callers | undefined): Callers {
        let byCall = this.stacks.get(up);
        if (!byCall) {
            byCall = new Map();
            this.stacks.set(up, byCall);
        }
        let callers = byCall.get(call);
        if (!callers) {
            callers = { call, up };
            byCall.set(call, callers);
        }
        return callers;
    }
}

/** The rule in which an element stands. */
export function ruleOf(element: Element): GrammarAST.ParserRule | undefined {
    let node: { readonly $container?: object } | undefined = element;
    while (node && !GrammarAST.isParserRule(node)) {
        node = node.$container as typeof node;
    }
    return node;
}

function terminalOf(reference: GrammarAST.CrossReference): GrammarAST.RuleCall | undefined {
    return GrammarAST.isRuleCall(reference.terminal) ? reference.terminal : undefined;
}

function unique(expectations: readonly Expectation[]): Expectation[] {
    const seen = new Map<Callers | undefined, Set<Element>>();
    return expectations.filter(({ element, callers }) => {
        const elements = seen.get(callers) ?? new Set();
        seen.set(callers, elements);
        return !elements.has(element) && elements.add(element);
    });
}
