import { GrammarUtils, type LangiumDocument, type LangiumDocuments } from 'langium';
import type { DocumentLinkProvider } from 'langium/lsp';
import type { DocumentLink } from 'vscode-languageserver';
import type { ProtocolFile } from '../generated/ast.js';
import { importUri } from '../names/imports.js';
import type { DraaiboekLspServices } from './lsp-services.js';

/** Makes the path behind `gebruik` a link to the file. */
export class ImportLinks implements DocumentLinkProvider {
    private readonly documents: LangiumDocuments;

    constructor(services: DraaiboekLspServices) {
        this.documents = services.shared.workspace.LangiumDocuments;
    }

    getDocumentLinks(document: LangiumDocument): DocumentLink[] {
        return (document.parseResult.value as ProtocolFile).imports.flatMap((statement) => {
            const uri = importUri(document, statement);
            const path = GrammarUtils.findNodeForProperty(statement.$cstNode, 'path');
            return uri && path && this.documents.hasDocument(uri)
                ? [{ range: path.range, target: uri.toString() }]
                : [];
        });
    }
}
