import type { FlowNode } from '../../model/process.js';

/** The nodes of a process as they stand in each other, and the number of each step. */
export interface FlowTree {
    /** those that stand in no group or phase */
    readonly top: readonly FlowNode[];
    childrenOf(node: FlowNode): readonly FlowNode[];
    /** steps are numbered from 1 in the order of the text */
    numberOf(node: FlowNode): number;
}

/**
 * Puts every node in its group or phase, each exactly once. A half-finished text may give two of them one name, or name
 * one that is not there; then a node goes to the nearest above it of that name, and else to the top.
 */
export function flowTree(nodes: readonly FlowNode[]): FlowTree {
    const parents = new Map<FlowNode, FlowNode>();
    const children = new Map<FlowNode | undefined, FlowNode[]>();
    const containers = Map.groupBy(
        nodes
            .map((node, index) => ({ node, index }))
            .filter(({ node: { kind } }) => kind === 'group' || kind === 'phase'),
        ({ node }) => node.name,
    );
    nodes.forEach((node, index) => {
        const named = node.parent === undefined ? [] : (containers.get(node.parent) ?? []);
        // the nearest one above it, else the first one below
        const parent = (
            named.findLast((c) => c.index < index && !isInside(c.node, node, parents)) ??
            named.find((c) => c.index > index && !isInside(c.node, node, parents))
        )?.node;
        if (parent) {
            parents.set(node, parent);
        }
        const others = children.get(parent);
        if (others) {
            others.push(node);
        } else {
            children.set(parent, [node]);
        }
    });
    const numbers = new Map<FlowNode, number>(
        nodes.filter((n) => n.kind === 'step').map((step, index) => [step, index + 1]),
    );
    return {
        top: children.get(undefined) ?? [],
        childrenOf: (node) => children.get(node) ?? [],
        numberOf: (node) => numbers.get(node) ?? 0,
    };
}

function isInside(node: FlowNode, container: FlowNode, parents: ReadonlyMap<FlowNode, FlowNode>): boolean {
    for (let n: FlowNode | undefined = node; n; n = parents.get(n)) {
        if (n === container) {
            return true;
        }
    }
    return false;
}
