import { isLeafCstNode, type LangiumDocument } from 'langium';
import { DefaultReferencesProvider } from 'langium/lsp';
import type { Location, ReferenceParams } from 'vscode-languageserver';
import { nameNodeAt } from './references.js';

/** From a name to where it is used, in all files and in running text as well. */
export class Uses extends DefaultReferencesProvider {
    override findReferences(document: LangiumDocument, params: ReferenceParams): Location[] {
        const name = nameNodeAt(document, document.textDocument.offsetAt(params.position));
        return isLeafCstNode(name) ? this.getReferences(name, params, document) : [];
    }
}
