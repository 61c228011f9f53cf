import { GrammarAST, type Grammar } from 'langium';

/** Which kinds of elements a name may stand for, by the rule and the word before it; see {@link expectedNames}. */
export type ExpectedNames = (rule: string, previous: string) => readonly string[];

/** The word before the first token of a rule. */
const START = '';

/**
 * Reads from the grammar what a name stands for at each place: in `door NAME` of a step it is a `Role`. A place is a rule
 * with the word or sign before it, which in this grammar tells enough.
 *
 * @returns the types that references at a place ask for; none where any name may stand, as where one is given
 */
export function expectedNames(grammar: Grammar): ExpectedNames {
    const found = new Map<string, Map<string, Set<string>>>();

    const read = (rule: GrammarAST.ParserRule): Map<string, Set<string>> => {
        const known = found.get(rule.name);
        if (known) {
            return known;
        }
        const places = new Map<string, Set<string>>();
        found.set(rule.name, places);
        visit(rule.definition, new Set([START]), places);
        return places;
    };

    const add = (places: Map<string, Set<string>>, before: ReadonlySet<string>, types: Iterable<string>): void => {
        for (const word of before) {
            const known = places.get(word) ?? new Set<string>();
            places.set(word, known);
            for (const type of types) {
                known.add(type);
            }
        }
    };

    /** @returns the words that may stand before what follows the element */
    const visit = (
        element: GrammarAST.AbstractElement,
        before: Set<string>,
        places: Map<string, Set<string>>,
    ): Set<string> => {
        const after = visitOnce(element, before, places);
        if (element.cardinality === '*' || element.cardinality === '+') {
            visitOnce(element, after, places);
        }
        return element.cardinality === '?' || element.cardinality === '*' ? new Set([...before, ...after]) : after;
    };

    const visitOnce = (
        element: GrammarAST.AbstractElement,
        before: Set<string>,
        places: Map<string, Set<string>>,
    ): Set<string> => {
        if (GrammarAST.isKeyword(element)) {
            return new Set([element.value]);
        }
        if (GrammarAST.isAssignment(element)) {
            return visit(element.terminal, before, places);
        }
        if (GrammarAST.isCrossReference(element)) {
            add(places, before, [element.type.$refText]);
            return new Set();
        }
        if (GrammarAST.isRuleCall(element)) {
            const rule = element.rule.ref;
            if (GrammarAST.isParserRule(rule)) {
                add(places, before, read(rule).get(START) ?? []);
            }
            return new Set();
        }
        if (GrammarAST.isGroup(element)) {
            return element.elements.reduce((words, e) => visit(e, words, places), before);
        }
        if (GrammarAST.isAlternatives(element)) {
            return new Set(element.elements.flatMap((e) => [...visit(e, before, places)]));
        }
        return before;
    };

    grammar.rules.filter(GrammarAST.isParserRule).forEach(read);
    return (rule, previous) => {
        const places = found.get(rule);
        return [...(places?.get(previous) ?? places?.get(START) ?? [])];
    };
}
