import { isAstNode, isReference, type AstNode, type ReferenceInfo } from 'langium';

/** Calls `visit` for each child of a node, in the order of its properties. Leaner than a stream, for whole files. */
export function forEachChild(node: AstNode, visit: (child: AstNode) => void): void {
    for (const key in node) {
        if (key.charCodeAt(0) === DOLLAR) {
            continue;
        }
        const value = (node as unknown as Record<string, unknown>)[key];
        if (Array.isArray(value)) {
            for (const item of value as unknown[]) {
                if (isAstNode(item)) {
                    visit(item);
                }
            }
        } else if (isAstNode(value)) {
            visit(value);
        }
    }
}

/** Calls `visit` for each reference that a node itself holds. */
export function forEachReference(node: AstNode, visit: (reference: ReferenceInfo) => void): void {
    for (const property in node) {
        if (property.charCodeAt(0) === DOLLAR) {
            continue;
        }
        const value = (node as unknown as Record<string, unknown>)[property];
        if (Array.isArray(value)) {
            for (let index = 0; index < value.length; index++) {
                const item: unknown = value[index];
                if (isReference(item)) {
                    visit({ reference: item, container: node, property, index });
                }
            }
        } else if (isReference(value)) {
            visit({ reference: value, container: node, property });
        }
    }
}

const DOLLAR = '$'.charCodeAt(0);
