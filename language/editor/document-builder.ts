import {
    DefaultDocumentBuilder,
    DocumentState,
    type BuildOptions,
    type Cancellation,
    type LangiumDocument,
    type URI,
} from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import type { ProtocolFile } from '../generated/ast.js';
import { importUri } from '../names/imports.js';

/**
 * Builds documents with what they use (`gebruik`), wherever that is, and builds anew all that use a changed file: what
 * they inherit from it, and so what is found in them, may have changed, and their references point into its old tree.
 */
export class DraaiboekDocumentBuilder extends DefaultDocumentBuilder {
    constructor(private readonly shared: LangiumSharedServices) {
        super(shared);
        // a check reads the process model as a whole, so there are no cheap and dear ones to choose from
        this.updateBuildOptions = { validation: true };
    }

    protected override async buildDocuments(
        documents: LangiumDocument[],
        options: BuildOptions,
        cancelToken: Cancellation.CancellationToken,
    ): Promise<void> {
        const present = await this.dropLost(documents);
        this.prepareBuild(present, options);
        await this.runCancelable(present, DocumentState.Parsed, cancelToken, (document) =>
            this.langiumDocumentFactory.update(document, cancelToken),
        );
        const used = await this.loadUsed(present);
        await super.buildDocuments([...present, ...used], options, cancelToken);
    }

    protected override shouldRelink(document: LangiumDocument, changedUris: Set<string>): boolean {
        return super.shouldRelink(document, changedUris) || this.uses(document, changedUris, new Set());
    }

    /** Forgets files that were removed since they were reported as changed: reading them would stop the whole build. */
    private async dropLost(documents: readonly LangiumDocument[]): Promise<LangiumDocument[]> {
        const { FileSystemProvider, LangiumDocuments, TextDocuments } = this.shared.workspace;
        const present: LangiumDocument[] = [];
        for (const document of documents) {
            const isThere =
                document.state > DocumentState.Changed ||
                TextDocuments.get(document.uri) !== undefined ||
                (await FileSystemProvider.exists(document.uri));
            if (isThere) {
                present.push(document);
            } else {
                LangiumDocuments.deleteDocument(document.uri);
                this.cleanUpDeleted(document);
                await this.emitUpdate([], [document.uri]);
            }
        }
        return present;
    }

    /** Reads the files that are used and not known yet; one that cannot be read is reported at its `gebruik` by a rule. */
    private async loadUsed(documents: readonly LangiumDocument[]): Promise<LangiumDocument[]> {
        const { LangiumDocuments } = this.shared.workspace;
        const loaded: LangiumDocument[] = [];
        const queue = [...documents];
        for (let document = queue.shift(); document; document = queue.shift()) {
            for (const uri of usedUris(document)) {
                if (!LangiumDocuments.hasDocument(uri)) {
                    try {
                        const used = await LangiumDocuments.getOrCreateDocument(uri);
                        loaded.push(used);
                        queue.push(used);
                    } catch {
                        continue;
                    }
                }
            }
        }
        return loaded;
    }

    /** Whether a document uses one of these files, directly or further on. */
    private uses(document: LangiumDocument, uris: ReadonlySet<string>, seen: Set<LangiumDocument>): boolean {
        seen.add(document);
        return usedUris(document).some((uri) => {
            const used = this.shared.workspace.LangiumDocuments.getDocument(uri);
            return uris.has(uri.toString()) || (used !== undefined && !seen.has(used) && this.uses(used, uris, seen));
        });
    }
}

function usedUris(document: LangiumDocument): URI[] {
    // a document that was not parsed yet has no statements at all
    const { imports = [] } = document.parseResult.value as Partial<ProtocolFile>;
    return imports.map((statement) => importUri(document, statement)).filter((uri) => uri !== undefined);
}
