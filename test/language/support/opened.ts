import { AstUtils, type AstNode } from 'langium';

/** A text in which something open stands where names or a condition stood. */
export interface Opened {
    readonly text: string;
    /** what was replaced: "door Gezinswerker → onbekend" */
    readonly what: string;
}

/** What speaks about a protocol, or compares a fact with a value, where `is onbekend` asks whether it is known. */
const KEPT: ReadonlySet<string> = new Set([
    ...['Comparison', 'Provenance', 'ProseReference', 'Import'],
    ...['Scenario', 'Given', 'During', 'Assignment', 'Choice', 'Expectation', 'Query', 'Review'],
]);

/**
 * A text with an open value instead of the names behind each keyword, and instead of each condition, one at a time:
 * `door onbekend`, `als onbekend`. Lines stay where they are. Where the grammar has no place for it, it is no text that
 * can be read.
 *
 * @param root the syntax tree of the text
 */
export function* openedIn(root: AstNode, text: string, open: string): Generator<Opened> {
    for (const node of AstUtils.streamAst(root)) {
        if (KEPT.has(node.$type)) {
            continue;
        }
        const places = new Map<string, { readonly offset: number; readonly end: number }>();
        for (const { reference, property } of AstUtils.streamReferences(node)) {
            const at = reference.$refNode;
            if (at) {
                places.set(property, { offset: places.get(property)?.offset ?? at.offset, end: at.end });
            }
        }
        const { condition } = node as { readonly condition?: AstNode };
        if (condition?.$cstNode) {
            places.set('condition', condition.$cstNode);
        }
        for (const { offset, end } of places.values()) {
            const before = text.slice(text.lastIndexOf('\n', offset) + 1, offset).trim();
            yield {
                text: text.slice(0, offset) + open + text.slice(end),
                what: `${before} ${text.slice(offset, end)} → ${open}`,
            };
        }
    }
}
