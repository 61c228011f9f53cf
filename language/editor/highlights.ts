import { AstUtils, UriUtils, type LangiumDocument, type ReferenceDescription } from 'langium';
import { DefaultDocumentHighlightProvider } from 'langium/lsp';
import { DocumentHighlightKind, type DocumentHighlight, type DocumentHighlightParams } from 'vscode-languageserver';
import { nameNodeAt } from './references.js';

/** Marks where the name under the cursor stands in this text: where it is given otherwise than where it is used. */
export class NamesHere extends DefaultDocumentHighlightProvider {
    override getDocumentHighlight(
        document: LangiumDocument,
        { position }: DocumentHighlightParams,
    ): DocumentHighlight[] {
        const name = nameNodeAt(document, document.textDocument.offsetAt(position));
        return (name ? this.references.findDeclarations(name) : []).flatMap((target) => {
            const includeDeclaration = UriUtils.equals(AstUtils.getDocument(target).uri, document.uri);
            return this.references
                .findReferences(target, { documentUri: document.uri, includeDeclaration })
                .map((reference) => this.createDocumentHighlight(reference))
                .toArray();
        });
    }

    protected override createDocumentHighlight(reference: ReferenceDescription): DocumentHighlight {
        const isGiven =
            reference.sourcePath === reference.targetPath && UriUtils.equals(reference.sourceUri, reference.targetUri);
        return {
            range: reference.segment.range,
            kind: isGiven ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
        };
    }
}
