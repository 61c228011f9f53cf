import type { AstNode, LangiumDocument } from 'langium';
import {
    isComparison,
    isConcept,
    isFact,
    isProseReference,
    isProtocolDocument,
    isRole,
    isSource,
} from '../generated/ast.js';

/** Which roles, facts, documents, concepts and sources, of whatever file, the references of one document use. */
export interface Usage {
    readonly used: ReadonlySet<AstNode>;
    /** facts that are given a value; who asks for one uses it */
    readonly determined: ReadonlySet<AstNode>;
}

/** From a document's references to the nodes that they use, kept as long as it is not linked anew. */
const usageBy = new WeakMap<readonly unknown[], Usage>();

/** What a linked document uses; what stands in a node does not use that node. */
export function usageIn(document: LangiumDocument): Usage {
    let result = usageBy.get(document.references);
    if (!result) {
        const [used, determined] = [new Set<AstNode>(), new Set<AstNode>()];
        for (const reference of document.references) {
            const target = 'ref' in reference ? reference.ref : undefined;
            if (!target || !isAsked(target)) {
                continue;
            }
            const container = reference.$refNode?.astNode;
            if (isWithin(container, target)) {
                continue;
            }
            // that a text names a role gives her nothing to do
            if (isProseReference(container) && !isConcept(target) && !isSource(target)) {
                continue;
            }
            (isFact(target) && !isComparison(container) ? determined : used).add(target);
        }
        result = { used, determined };
        usageBy.set(document.references, result);
    }
    return result;
}

/** Whether it matters of a node that it is used: of what is described to be used elsewhere. */
function isAsked(node: AstNode): boolean {
    return isRole(node) || isFact(node) || isConcept(node) || isSource(node) || isProtocolDocument(node);
}

function isWithin(node: AstNode | undefined, around: AstNode): boolean {
    let current = node;
    while (current && current !== around) {
        current = current.$container;
    }
    return current !== undefined;
}
