import { UriUtils, type ReferenceDescription } from 'langium';
import { DefaultDocumentHighlightProvider } from 'langium/lsp';
import { DocumentHighlightKind, type DocumentHighlight } from 'vscode-languageserver';

/** Marks where the name under the cursor stands in this text: where it is given otherwise than where it is used. */
export class NamesHere extends DefaultDocumentHighlightProvider {
    protected override createDocumentHighlight(reference: ReferenceDescription): DocumentHighlight {
        const isGiven =
            reference.sourcePath === reference.targetPath && UriUtils.equals(reference.sourceUri, reference.targetUri);
        return {
            range: reference.segment.range,
            kind: isGiven ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
        };
    }
}
