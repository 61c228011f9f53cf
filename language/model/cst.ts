import { AstUtils, GrammarAST, isCompositeCstNode, type AstNode, type CstNode } from 'langium';

/** Whether a text stands in triple quotes; those are more than what is around any other, which costs less to see. */
export function isTripleQuoted(cst: CstNode | undefined, text = ''): boolean {
    return cst !== undefined && cst.length - text.length > 2 && cst.root.fullText.startsWith('"""', cst.offset);
}

const features = new WeakMap<GrammarAST.AbstractElement, string>();

/** The name of the property that an element of the grammar is assigned to; empty when it is to none. */
function featureOf(element: GrammarAST.AbstractElement): string {
    let feature = features.get(element);
    if (feature === undefined) {
        feature = AstUtils.getContainerOfType(element, GrammarAST.isAssignment)?.feature ?? '';
        features.set(element, feature);
    }
    return feature;
}

/** The first piece of a node's own text that was assigned to a property; as Langium's `findNodeForProperty`, but leaner. */
export function cstOfProperty(cst: CstNode | undefined, node: AstNode, property: string): CstNode | undefined {
    if (!cst || !isCompositeCstNode(cst)) {
        return undefined;
    }
    for (const child of cst.content) {
        if (child.grammarSource && featureOf(child.grammarSource) === property) {
            return child;
        }
        const inner =
            isCompositeCstNode(child) && child.astNode === node ? cstOfProperty(child, node, property) : undefined;
        if (inner) {
            return inner;
        }
    }
    return undefined;
}
