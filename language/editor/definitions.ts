import type { LangiumDocument, MaybePromise } from 'langium';
import { DefaultDefinitionProvider } from 'langium/lsp';
import type { DefinitionParams, LocationLink } from 'vscode-languageserver';
import { nameNodeAt } from './references.js';

/** From a name to where it is given, from a name in running text as well. */
export class Definitions extends DefaultDefinitionProvider {
    override getDefinition(
        document: LangiumDocument,
        params: DefinitionParams,
    ): MaybePromise<LocationLink[] | undefined> {
        const name = nameNodeAt(document, document.textDocument.offsetAt(params.position));
        return name && this.collectLocationLinks(name, params);
    }
}
