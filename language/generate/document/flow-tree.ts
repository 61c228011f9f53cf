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
    nodes.forEach((node, index) => {
        const candidates = [...nodes.slice(0, index).reverse(), ...nodes.slice(index + 1)].filter(
            (n) => n.name === node.parent && (n.kind === 'group' || n.kind === 'phase'),
        );
        const parent = node.parent === undefined ? undefined : candidates.find((c) => !isInside(c, node, parents));
        if (parent) {
            parents.set(node, parent);
        }
        children.set(parent, [...(children.get(parent) ?? []), node]);
    });
    const steps = nodes.filter((n) => n.kind === 'step');
    return {
        top: children.get(undefined) ?? [],
        childrenOf: (node) => children.get(node) ?? [],
        numberOf: (node) => steps.findIndex((s) => s === node) + 1,
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
