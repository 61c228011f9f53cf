import type { LangiumDocument } from 'langium';
import type { ImplementationProvider } from 'langium/lsp';
import type { ImplementationParams, LocationLink } from 'vscode-languageserver';
import { declarationsAt, linkTo } from './declarations.js';
import type { DraaiboekLspServices } from './lsp-services.js';
import { localFormsOf } from './refinements.js';

/** From a description to its local working-outs, and from an element in it to what stands in its place there. */
export class LocalForms implements ImplementationProvider {
    constructor(private readonly services: DraaiboekLspServices) {}

    getImplementation(document: LangiumDocument, { position }: ImplementationParams): LocationLink[] {
        return declarationsAt(document, position, this.services)
            .flatMap((element) => localFormsOf(element, this.services))
            .flatMap((element) => linkTo(element, this.services) ?? []);
    }
}
