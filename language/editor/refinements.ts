import { AstUtils, type AstNode, type LangiumDocument } from 'langium';
import * as ast from '../generated/ast.js';
import { nameOf } from '../names/name-index.js';
import { forEachChild } from '../names/tree.js';
import type { DraaiboekLspServices } from './lsp-services.js';

/** The interventies that work out another one (`uitwerking van`) or continue it (`vervolg op`), in all files. */
export function refinementsOf(base: ast.Intervention, { shared }: DraaiboekLspServices): ast.Intervention[] {
    return shared.workspace.LangiumDocuments.all
        .flatMap((document) => (document as LangiumDocument<ast.ProtocolFile>).parseResult.value.elements)
        .filter(ast.isIntervention)
        .filter((i) => basesOf(i).includes(base))
        .toArray();
}

/** What an interventie works out or continues. */
export function basesOf({ refines, continues }: ast.Intervention): ast.Intervention[] {
    return [refines?.ref, continues?.ref].filter((i) => i !== undefined);
}

/** The elements that stand in a local working-out in place of one of the description that it works out. */
export function localFormsOf(element: AstNode, services: DraaiboekLspServices): AstNode[] {
    const name = nameOf(element);
    const home = AstUtils.getContainerOfType(element, ast.isIntervention);
    if (!home || name === undefined) {
        return [];
    }
    return workingOutsOf(home, services).flatMap((local) =>
        element === home ? [local] : namedIn(local, element.$type, name),
    );
}

/** The working-outs of an interventie, and theirs. */
function workingOutsOf(base: ast.Intervention, services: DraaiboekLspServices): ast.Intervention[] {
    const found = new Set<ast.Intervention>();
    const open = [base];
    for (let next = open.pop(); next; next = open.pop()) {
        for (const local of refinementsOf(next, services).filter((i) => i.refines?.ref === next && !found.has(i))) {
            found.add(local);
            open.push(local);
        }
    }
    return [...found];
}

function namedIn(node: AstNode, type: string, name: string): AstNode[] {
    const found: AstNode[] = [];
    forEachChild(node, (child) => {
        found.push(...(child.$type === type && nameOf(child) === name ? [child] : namedIn(child, type, name)));
    });
    return found;
}
