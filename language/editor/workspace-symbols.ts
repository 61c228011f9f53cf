import { Cancellation, interruptAndCheck, type LangiumDocument } from 'langium';
import type { LangiumSharedServices, WorkspaceSymbolProvider } from 'langium/lsp';
import type { WorkspaceSymbol, WorkspaceSymbolParams } from 'vscode-languageserver';
import type { DraaiboekLspServices } from './lsp-services.js';

/** Finds a name in all files that are loaded: a step as well as an interventie. */
export class DraaiboekWorkspaceSymbols implements WorkspaceSymbolProvider {
    constructor(private readonly shared: LangiumSharedServices) {}

    async getSymbols(
        { query }: WorkspaceSymbolParams,
        cancelToken = Cancellation.CancellationToken.None,
    ): Promise<WorkspaceSymbol[]> {
        const found: WorkspaceSymbol[] = [];
        for (const document of this.shared.workspace.LangiumDocuments.all) {
            await interruptAndCheck(cancelToken);
            for (const symbol of this.inDocument(document, query)) {
                found.push(symbol);
            }
        }
        return found;
    }

    private inDocument(document: LangiumDocument, query: string): WorkspaceSymbol[] {
        const { FuzzyMatcher, NodeKindProvider } = this.shared.lsp;
        const { names, references } = this.shared.ServiceRegistry.getServices(document.uri) as DraaiboekLspServices;
        const found: WorkspaceSymbol[] = [];
        for (const [home, byName] of names.of(document)) {
            for (const [name, nodes] of byName) {
                for (const node of FuzzyMatcher.match(query, name) ? nodes : []) {
                    const cst = references.NameProvider.getNameNode(node);
                    const { name: containerName } = home as { name?: string };
                    if (cst) {
                        found.push({
                            name,
                            kind: NodeKindProvider.getSymbolKind(node),
                            location: { uri: document.uri.toString(), range: cst.range },
                            ...(containerName === undefined ? {} : { containerName }),
                        });
                    }
                }
            }
        }
        return found;
    }
}
