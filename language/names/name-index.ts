import type { AstNode, LangiumDocument } from 'langium';
import { FactValue, Framework, Intervention, ProtocolFile, Review } from '../generated/ast.js';
import { forEachChild } from './tree.js';

/** A node whose names form one scope: a file (its top level), an interventie, a framework, a review. */
export type Home = AstNode;

/** From a home to the elements that it names directly, by name, in the order of the text. */
export type NameIndex = ReadonlyMap<Home, ReadonlyMap<string, readonly AstNode[]>>;

/** The names of each document, read once for each tree that is made of it, so that linking takes linear time. */
export class NameIndexes {
    private readonly known = new WeakMap<AstNode, NameIndex>();

    of(document: LangiumDocument): NameIndex {
        const root = document.parseResult.value;
        let index = this.known.get(root);
        if (!index) {
            index = collectNames(root);
            this.known.set(root, index);
        }
        return index;
    }
}

const HOMES: ReadonlySet<string> = new Set([Intervention.$type, Framework.$type, Review.$type, ProtocolFile.$type]);

/** Whether a node is a home: see {@link Home}. */
export function isHome(node: AstNode): boolean {
    return HOMES.has(node.$type);
}

/** The home in which a node stands; for a home itself the one around it. */
export function homeOf(node: AstNode): Home {
    let current = node;
    while (current.$container) {
        current = current.$container;
        if (isHome(current)) {
            break;
        }
    }
    return current;
}

/** The name of a node, when it has one that others may refer to. Values of facts are scoped by their fact. */
export function nameOf(node: AstNode): string | undefined {
    const name = (node as { name?: unknown }).name;
    return typeof name === 'string' && node.$type !== FactValue.$type ? name : undefined;
}

function collectNames(root: AstNode): NameIndex {
    const index = new Map<Home, Map<string, AstNode[]>>();
    const visit = (node: AstNode, home: Home): void => {
        const name = nameOf(node);
        if (name !== undefined) {
            let names = index.get(home);
            if (!names) {
                names = new Map();
                index.set(home, names);
            }
            const same = names.get(name);
            if (same) {
                same.push(node);
            } else {
                names.set(name, [node]);
            }
        }
        const inner = isHome(node) ? node : home;
        forEachChild(node, (child) => {
            visit(child, inner);
        });
    };
    visit(root, root);
    return index;
}
