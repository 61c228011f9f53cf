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

/** Tells all nodes below a node where they stand: their container, its property and their index in its list. */
export function linkChildren(root: AstNode): void {
    const stack: AstNode[] = [root];
    for (let node = stack.pop(); node; node = stack.pop()) {
        for (const key in node) {
            if (key.charCodeAt(0) === DOLLAR) {
                continue;
            }
            const value = (node as unknown as Record<string, unknown>)[key];
            if (Array.isArray(value)) {
                for (let index = 0; index < value.length; index++) {
                    const item: unknown = value[index];
                    if (isAstNode(item)) {
                        stack.push(placed(item, node, key, index));
                    }
                }
            } else if (isAstNode(value)) {
                stack.push(placed(value, node, key, undefined));
            }
        }
    }
}

function placed(node: AstNode, container: AstNode, property: string, index: number | undefined): AstNode {
    const place: Partial<Mutable<Pick<AstNode, '$container' | '$containerProperty' | '$containerIndex'>>> = node;
    place.$container = container;
    place.$containerProperty = property;
    if (index !== undefined) {
        place.$containerIndex = index;
    }
    return node;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const DOLLAR = '$'.charCodeAt(0);
