import { AstUtils, type AstNode, type LangiumDocument } from 'langium';
import type { LocationLink, Position } from 'vscode-languageserver';
import type { DraaiboekLspServices } from './lsp-services.js';
import { nameNodeAt } from './references.js';

/** The elements that the name at a place stands for, or gives a name to; none where no name stands. */
export function declarationsAt(
    document: LangiumDocument,
    position: Position,
    { references }: Pick<DraaiboekLspServices, 'references'>,
): readonly AstNode[] {
    const name = nameNodeAt(document, document.textDocument.offsetAt(position));
    return name ? references.References.findDeclarations(name) : [];
}

/** A link to an element: to its name, within the whole of it; undefined for what has no place in a text. */
export function linkTo(
    node: AstNode,
    { references }: Pick<DraaiboekLspServices, 'references'>,
): LocationLink | undefined {
    const { $cstNode: whole } = node;
    const name = references.NameProvider.getNameNode(node) ?? whole;
    return whole && name
        ? {
              targetUri: AstUtils.getDocument(node).uri.toString(),
              targetRange: whole.range,
              targetSelectionRange: name.range,
          }
        : undefined;
}
