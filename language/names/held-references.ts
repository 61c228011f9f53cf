import type { AstNode, LangiumDocument, MultiReference, Reference } from 'langium';

/** A reference with the node that holds it. */
export interface HeldReference {
    readonly reference: Reference | MultiReference;
    readonly holder: AstNode;
}

const NONE: readonly HeldReference[] = [];

/** From a document's references those that nodes of each type hold, kept as long as it is not linked anew. */
const heldBy = new WeakMap<readonly unknown[], ReadonlyMap<string, readonly HeldReference[]>>();

/** The references of a linked document that nodes of a type hold, in the order in which they were linked. */
export function referencesHeldBy({ references }: LangiumDocument, $type: string): readonly HeldReference[] {
    let byType = heldBy.get(references);
    if (!byType) {
        byType = gather(references);
        heldBy.set(references, byType);
    }
    return byType.get($type) ?? NONE;
}

function gather(references: readonly (Reference | MultiReference)[]): ReadonlyMap<string, readonly HeldReference[]> {
    const byType = new Map<string, HeldReference[]>();
    for (const reference of references) {
        const holder = reference.$refNode?.astNode;
        if (holder) {
            const others = byType.get(holder.$type);
            if (others) {
                others.push({ reference, holder });
            } else {
                byType.set(holder.$type, [{ reference, holder }]);
            }
        }
    }
    return byType;
}
