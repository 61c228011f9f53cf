import { AstUtils, GrammarAST, type Grammar } from 'langium';

const known = new WeakMap<Grammar, ReadonlyMap<string, ReadonlySet<string>>>();

/**
 * From each rule of the grammar to the words with which a statement inside its block may begin.
 * Read from the grammar, so that a new statement is known to the messages and to the repair of misspelt words; once,
 * when it is first asked for, which a text without mistakes never does.
 */
export function blockStarters(grammar: Grammar): ReadonlyMap<string, ReadonlySet<string>> {
    let starters = known.get(grammar);
    if (!starters) {
        starters = readStarters(grammar);
        known.set(grammar, starters);
    }
    return starters;
}

function readStarters(grammar: Grammar): ReadonlyMap<string, ReadonlySet<string>> {
    const result = new Map<string, Set<string>>();
    for (const rule of grammar.rules.filter(GrammarAST.isParserRule)) {
        const starters = new Set<string>();
        for (const node of AstUtils.streamAst(rule)) {
            if ((GrammarAST.isAssignment(node) || GrammarAST.isRuleCall(node)) && node.cardinality === '*') {
                addFirst(node, starters, new Set());
            } else if (rule.entry && GrammarAST.isRuleCall(node)) {
                addFirst(node, starters, new Set());
            }
        }
        const words = new Set([...starters].filter((k) => /^[a-zà-ÿ]/.test(k) && !['volgens', 'afgeleid'].includes(k)));
        if (words.size > 0) {
            result.set(rule.name, words);
        }
    }
    return result;
}

/** The words with which a rule may begin. */
export function firstKeywords(rule: GrammarAST.ParserRule): ReadonlySet<string> {
    const into = new Set<string>();
    addFirst(rule.definition, into, new Set([rule]));
    return into;
}

/** Adds the first keywords of an element; returns whether the element may be empty. */
function addFirst(element: GrammarAST.AbstractElement, into: Set<string>, seen: Set<GrammarAST.ParserRule>): boolean {
    const optional = element.cardinality === '?' || element.cardinality === '*';
    if (GrammarAST.isKeyword(element)) {
        into.add(element.value);
        return optional;
    }
    if (GrammarAST.isGroup(element)) {
        return element.elements.every((e) => addFirst(e, into, seen)) || optional;
    }
    if (GrammarAST.isAlternatives(element)) {
        return element.elements.map((e) => addFirst(e, into, seen)).some(Boolean) || optional;
    }
    if (GrammarAST.isAssignment(element)) {
        return addFirst(element.terminal, into, seen) || optional;
    }
    if (GrammarAST.isRuleCall(element)) {
        const rule = element.rule.ref;
        if (rule?.name === 'Modality') {
            // how firm it is may be said before a branch, and begins nothing by itself
            return true;
        }
        if (GrammarAST.isParserRule(rule) && !seen.has(rule)) {
            seen.add(rule);
            return addFirst(rule.definition, into, seen) || optional;
        }
        return optional;
    }
    return GrammarAST.isAction(element) || optional;
}
