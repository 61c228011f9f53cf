import { CstUtils, DefaultReferences, type AstNode, type CstNode, type LangiumDocument } from 'langium';
import { isProseReference } from '../generated/ast.js';
import { namesInProse } from '../names/prose-references.js';

/**
 * The piece of text at an offset that may be a name: the name in running text that stands there, or a token. As for an
 * editor's word at the cursor, a cursor behind the last letter counts.
 */
export function nameNodeAt(document: LangiumDocument, offset: number): CstNode | undefined {
    const inProse = namesInProse(document).references.find(
        ({ $cstNode }) => $cstNode && $cstNode.offset <= offset && offset <= $cstNode.end,
    );
    return inProse?.$cstNode ?? CstUtils.findDeclarationNodeAtOffset(document.parseResult.value.$cstNode, offset);
}

/** What names stand for, those in running text among them. */
export class DraaiboekReferences extends DefaultReferences {
    override findDeclarations(source: CstNode): AstNode[] {
        const { astNode } = source;
        if (isProseReference(astNode)) {
            const target = astNode.element.ref;
            return target ? [target] : [];
        }
        return super.findDeclarations(source);
    }
}
