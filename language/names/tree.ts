import { isAstNode, isReference, type AstNode, type ReferenceInfo } from 'langium';

/** Calls `visit` for each child of a node, in the order of its properties. Leaner than a stream, for whole files. */
export function forEachChild(node: AstNode, visit: (child: AstNode) => void): void {
    forEachPart(node, visit, undefined);
}

/** Calls `visit` for each reference that a node itself holds. */
export function forEachReference(node: AstNode, visit: (reference: ReferenceInfo) => void): void {
    forEachPart(node, undefined, visit);
}

/** What is called for a child of a node: with the node, its property and, in a list, the index. */
type VisitChild = (child: AstNode, container: AstNode, property: string, index?: number) => void;

/** Calls `visitChild` for each child of a node and `visitReference` for each reference that it holds, by its properties. */
export function forEachPart(
    node: AstNode,
    visitChild: VisitChild | undefined,
    visitReference: ((reference: ReferenceInfo) => void) | undefined,
): void {
    for (const property in node) {
        if (property.charCodeAt(0) === DOLLAR) {
            continue;
        }
        const value = (node as unknown as Record<string, unknown>)[property];
        if (typeof value !== 'object') {
            continue;
        }
        if (Array.isArray(value)) {
            for (let index = 0; index < value.length; index++) {
                const item: unknown = value[index];
                if (isAstNode(item)) {
                    visitChild?.(item, node, property, index);
                } else if (visitReference && isReference(item)) {
                    visitReference({ reference: item, container: node, property, index });
                }
            }
        } else if (isAstNode(value)) {
            visitChild?.(value, node, property);
        } else if (visitReference && isReference(value)) {
            visitReference({ reference: value, container: node, property });
        }
    }
}

/** Tells the children of a node where they stand: their container, its property and their index in its list. */
export function linkChildren(node: AstNode): void {
    forEachPart(node, place, undefined);
}

function place(node: AstNode, container: AstNode, property: string, index?: number): void {
    const placed: Partial<Mutable<Pick<AstNode, '$container' | '$containerProperty' | '$containerIndex'>>> = node;
    placed.$container = container;
    placed.$containerProperty = property;
    if (index !== undefined) {
        placed.$containerIndex = index;
    }
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const DOLLAR = '$'.charCodeAt(0);
