import type { TokenType, TokenTypeDictionary } from 'chevrotain';
import { GrammarAST, GrammarUtils, type LangiumParser } from 'langium';

/** Reads a part of a rule. */
type Reader = () => void;

/** How many parts of each kind a rule has so far: chevrotain tells the parts of a rule apart by number. */
interface Counts {
    consume: number;
    subrule: number;
    optional: number;
    many: number;
    or: number;
}

type Parser = Pick<
    LangiumParser,
    'rule' | 'getRule' | 'alternatives' | 'optional' | 'many' | 'atLeastOne' | 'consume' | 'subrule' | 'action'
>;

/** No rule of the grammar has parameters. */
const NO_ARGUMENTS = {};

/**
 * Builds the rules of a grammar into a parser, with the numbers that Langium's own builder gives their parts
 * (`langium/lib/parser/parser-builder-base.js`, 4.4). That one makes the alternatives of a choice, and the body of
 * a repetition, anew at each pass, since a rule may have arguments; here nothing is made while a text is read.
 *
 * Throws an error on what the language's grammar does not use: parameters, guards, infix rules, unordered groups.
 */
export function buildRules(grammar: GrammarAST.Grammar, parser: Parser, tokens: TokenTypeDictionary): void {
    const reachable = GrammarUtils.getAllReachableRules(grammar, false);
    for (const rule of grammar.rules) {
        if (GrammarAST.isInfixRule(rule)) {
            throw notBuilt(rule);
        }
        if (GrammarAST.isParserRule(rule) && reachable.has(rule)) {
            parser.rule(rule, new RuleBuilder(parser, tokens).build(rule.definition));
        }
    }
}

class RuleBuilder {
    private readonly counts: Counts = { consume: 1, subrule: 1, optional: 1, many: 1, or: 1 };

    constructor(
        private readonly parser: Parser,
        private readonly tokens: TokenTypeDictionary,
    ) {}

    build(element: GrammarAST.AbstractElement): Reader {
        const read = this.once(element);
        const { parser, counts } = this;
        switch (element.cardinality) {
            case '*': {
                const number = counts.many++;
                const repeated = { DEF: read };
                return () => {
                    parser.many(number, repeated);
                };
            }
            case '+': {
                const number = counts.many++;
                const repeated = { DEF: read };
                return () => {
                    parser.atLeastOne(number, repeated);
                };
            }
            case '?': {
                const number = counts.optional++;
                const optional = { DEF: read };
                return () => {
                    parser.optional(number, optional);
                };
            }
            default:
                return read;
        }
    }

    private once(element: GrammarAST.AbstractElement): Reader {
        if (GrammarAST.isKeyword(element)) {
            return this.token(element.value, element);
        }
        if (GrammarAST.isAssignment(element)) {
            return this.build(element.terminal);
        }
        if (GrammarAST.isCrossReference(element) && element.terminal) {
            return this.terminal(element.terminal, element);
        }
        if (GrammarAST.isRuleCall(element)) {
            return this.terminal(element, element);
        }
        if (GrammarAST.isAlternatives(element)) {
            return this.alternatives(element);
        }
        if (GrammarAST.isGroup(element) && !element.guardCondition) {
            return this.group(element);
        }
        if (GrammarAST.isAction(element)) {
            const { parser } = this;
            const type = GrammarUtils.getTypeName(element);
            return () => {
                parser.action(type, element);
            };
        }
        throw notBuilt(element);
    }

    private alternatives({ elements }: GrammarAST.Alternatives): Reader {
        const choices = elements.map((e) => ({ ALT: this.build(e) }));
        const number = this.counts.or++;
        const { parser } = this;
        return () => {
            parser.alternatives(number, choices);
        };
    }

    private group({ elements }: GrammarAST.Group): Reader {
        const readers = elements.map((e) => this.build(e));
        return () => {
            for (const read of readers) {
                read();
            }
        };
    }

    /** A keyword or a call of a rule, that stands for itself or for a name that is looked up. */
    private terminal(called: GrammarAST.AbstractElement, element: GrammarAST.AbstractElement): Reader {
        if (GrammarAST.isKeyword(called)) {
            return this.token(called.value, element);
        }
        const rule = GrammarAST.isRuleCall(called) && called.arguments.length === 0 ? called.rule.ref : undefined;
        if (GrammarAST.isTerminalRule(rule)) {
            return this.token(rule.name, element);
        }
        if (!GrammarAST.isParserRule(rule)) {
            throw notBuilt(element);
        }
        const { parser } = this;
        const number = this.counts.subrule++;
        let method: ReturnType<Parser['getRule']>;
        return () => {
            method ??= parser.getRule(rule.name);
            if (!method) {
                throw new Error(`The parser has no rule ${rule.name}.`);
            }
            parser.subrule(number, method, rule.fragment, element, NO_ARGUMENTS);
        };
    }

    private token(name: string, element: GrammarAST.AbstractElement): Reader {
        const type: TokenType | undefined = this.tokens[name];
        if (!type) {
            throw new Error(`The lexer has no token ${name}.`);
        }
        const { parser } = this;
        const number = this.counts.consume++;
        return () => {
            parser.consume(number, type, element);
        };
    }
}

function notBuilt({ $type }: GrammarAST.AbstractElement | GrammarAST.InfixRule): Error {
    return new Error(
        `The grammar has a ${$type} that the rule builder does not know (language/syntax/rule-builder.ts).`,
    );
}
