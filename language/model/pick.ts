import type { AstNode } from 'langium';

/** Takes the nodes of one kind from a list, in the order of the text. */
export type Pick = <T extends AstNode>(is: (item: unknown) => item is T) => readonly T[];

/** Asks of each type that occurs in a list whether it is of a kind, instead of each node: a block has many nodes of few types. */
export function pickFrom(nodes: readonly AstNode[]): Pick {
    const byType = [...Map.groupBy(nodes, ({ $type }) => $type).values()];
    return <T extends AstNode>(is: (item: unknown) => item is T) => {
        const [first = [], ...others] = byType.filter(([node]) => is(node));
        return others.length === 0 ? (first as unknown as readonly T[]) : nodes.filter(is);
    };
}
