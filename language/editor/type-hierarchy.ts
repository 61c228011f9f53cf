import { AstUtils, URI, type LangiumDocument } from 'langium';
import type { TypeHierarchyProvider } from 'langium/lsp';
import {
    SymbolKind,
    type TypeHierarchyItem,
    type TypeHierarchyPrepareParams,
    type TypeHierarchySubtypesParams,
    type TypeHierarchySupertypesParams,
} from 'vscode-languageserver';
import * as ast from '../generated/ast.js';
import { declarationsAt, linkTo } from './declarations.js';
import type { DraaiboekLspServices } from './lsp-services.js';
import { basesOf, refinementsOf } from './refinements.js';

/** Which interventie works out or continues which. */
export class Refinements implements TypeHierarchyProvider {
    constructor(private readonly services: DraaiboekLspServices) {}

    prepareTypeHierarchy(document: LangiumDocument, { position }: TypeHierarchyPrepareParams): TypeHierarchyItem[] {
        const around = declarationsAt(document, position, this.services).map((element) =>
            AstUtils.getContainerOfType(element, ast.isIntervention),
        );
        return this.items(around.filter((i) => i !== undefined));
    }

    supertypes({ item }: TypeHierarchySupertypesParams): TypeHierarchyItem[] {
        const node = this.interventionOf(item);
        return node ? this.items(basesOf(node)) : [];
    }

    subtypes({ item }: TypeHierarchySubtypesParams): TypeHierarchyItem[] {
        const node = this.interventionOf(item);
        return node ? this.items(refinementsOf(node, this.services)) : [];
    }

    private interventionOf({ uri, selectionRange }: TypeHierarchyItem): ast.Intervention | undefined {
        const document = this.services.shared.workspace.LangiumDocuments.getDocument(URI.parse(uri));
        return document && declarationsAt(document, selectionRange.start, this.services).find(ast.isIntervention);
    }

    private items(interventions: readonly ast.Intervention[]): TypeHierarchyItem[] {
        return interventions.flatMap((node) => {
            const link = linkTo(node, this.services);
            return link
                ? [
                      {
                          name: node.name,
                          kind: SymbolKind.Class,
                          uri: link.targetUri,
                          range: link.targetRange,
                          selectionRange: link.targetSelectionRange,
                          ...(node.title === undefined ? {} : { detail: node.title }),
                      },
                  ]
                : [];
        });
    }
}
