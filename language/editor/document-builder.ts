import {
    AstUtils,
    DefaultDocumentBuilder,
    DocumentState,
    isOperationCancelled,
    type BuildOptions,
    type Cancellation,
    type LangiumDocument,
    type ParseResult,
    type URI,
} from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import { isProtocolFile, type ProtocolFile } from '../generated/ast.js';
import { importUri } from '../names/imports.js';
import type { DraaiboekLspServices } from './lsp-services.js';
import { differentlyUsed, outwardOf, type Outward } from './outward.js';
import { keepTree } from './same-tree.js';

/**
 * Builds documents with what they use (`gebruik`), wherever that is, and builds anew all that use a changed file: what
 * they inherit from it, and so what is found in them, may have changed, and their references point into its old tree.
 */
export class DraaiboekDocumentBuilder extends DefaultDocumentBuilder {
    /** by URI, what each document meant to others when it was last linked */
    private readonly outward = new Map<string, Outward>();
    /** documents that are to be checked once more */
    private readonly again = new Set<LangiumDocument>();
    /** by URI, the documents that changed and whose text is not read yet */
    private readonly rereading = new Set<string>();
    /** only what is open in the editor is checked */
    private isHurried = false;

    constructor(
        private readonly shared: LangiumSharedServices,
        private readonly services: () => DraaiboekLspServices,
    ) {
        super(shared);
        // a check reads the process model as a whole, so there are no cheap and dear ones to choose from
        this.updateBuildOptions = { validation: true };
        this.onUpdate((_changed, deleted) => {
            for (const uri of deleted) {
                this.compareOutward(uri.toString(), undefined);
            }
        });
    }

    protected override async buildDocuments(
        documents: LangiumDocument[],
        options: BuildOptions,
        cancelToken: Cancellation.CancellationToken,
    ): Promise<void> {
        const lost = await this.lost(documents);
        if (lost.length > 0) {
            await this.update([], lost, cancelToken);
            return;
        }
        this.prepareBuild(documents, options);
        const concerned = new Set<LangiumDocument>();
        await this.runCancelable(documents, DocumentState.Parsed, cancelToken, async (document) => {
            const before = document.parseResult;
            await this.langiumDocumentFactory.update(document, cancelToken);
            this.resetUsers(document, before).forEach((user) => concerned.add(user));
        });
        documents.forEach((document) => concerned.delete(document));
        const used = await this.loadUsed(documents);
        for (const document of documents.filter(({ state }) => state < DocumentState.Linked)) {
            // who looked at a reference before all was parsed may have linked it to what is no longer there
            this.serviceRegistry.getServices(document.uri).references.Linker.unlink(document);
        }
        await super.buildDocuments([...documents, ...concerned, ...used], options, cancelToken);
        const again = [...this.again];
        this.again.clear();
        await super.buildDocuments(again, options, cancelToken);
    }

    /**
     * Tells everybody who listens that a document reached a state. Langium leaves out the rest of them when the build is
     * cancelled at that moment, and never tells them again: findings would not be shown, and old models kept.
     */
    protected override async notifyDocumentPhase(
        document: LangiumDocument,
        state: DocumentState,
        cancelToken: Cancellation.CancellationToken,
    ): Promise<void> {
        if (state === DocumentState.IndexedReferences) {
            this.compareOutward(document.uri.toString(), outwardOf(document, this.services()));
        }
        for (const listener of [...this.documentPhaseListeners.get(state)]) {
            try {
                await listener(document, cancelToken);
            } catch (error) {
                if (!isOperationCancelled(error)) {
                    throw error;
                }
            }
        }
    }

    override async update(changed: URI[], deleted: URI[], cancelToken?: Cancellation.CancellationToken): Promise<void> {
        const { LangiumDocuments } = this.shared.workspace;
        for (const uri of changed) {
            if (isProtocolFile(LangiumDocuments.getDocument(uri)?.parseResult.value)) {
                this.rereading.add(uri.toString());
            }
        }
        await super.update(changed, deleted, cancelToken);
    }

    /**
     * Reads what changed and checks what is open in the editor. The rest waits for the next {@link update}: who types is
     * held up by a check that is under way.
     */
    async updateOpen(changed: URI[], cancelToken: Cancellation.CancellationToken): Promise<void> {
        this.isHurried = true;
        try {
            await this.update(changed, [], cancelToken);
        } finally {
            this.isHurried = false;
        }
    }

    /** Whether there are documents that are still to be checked. */
    hasUnchecked(): boolean {
        return this.shared.workspace.LangiumDocuments.all.some(({ state }) => state < DocumentState.Validated);
    }

    protected override shouldValidate(document: LangiumDocument): boolean {
        return super.shouldValidate(document) && (!this.isHurried || this.isOpen(document));
    }

    private isOpen({ uri }: LangiumDocument): boolean {
        return this.shared.workspace.TextDocuments.get(uri) !== undefined;
    }

    /**
     * Names are only looked for in what is used, so what leads nowhere is not linked anew for any other change. Who uses
     * a document that has a tree keeps its references until the new text is read: {@link resetUsers}.
     */
    protected override shouldRelink(document: LangiumDocument, changedUris: Set<string>): boolean {
        const changed = new Set([...changedUris].filter((uri) => !this.rereading.has(uri)));
        return changed.size > 0 && this.isConcerned(document, changed);
    }

    private isConcerned(document: LangiumDocument, changed: Set<string>): boolean {
        return this.indexManager.isAffected(document, changed) || this.uses(document, changed, new Set());
    }

    /**
     * Has those who use a document that was read anew linked anew, or only checked where it names what it did, or neither
     * where it does so at the same places as well.
     *
     * @param before what it read, and the tree of that
     * @returns who is to be built anew
     */
    private resetUsers(document: LangiumDocument, before: ParseResult): LangiumDocument[] {
        const uri = document.uri.toString();
        if (!this.rereading.delete(uri) || document.parseResult.value === before.value) {
            return [];
        }
        const changed = new Set([uri]);
        const users = this.shared.workspace.LangiumDocuments.all
            .filter((other) => other !== document && this.isConcerned(other, changed))
            .toArray();
        const difference = users.length > 0 ? keepTree(document, before) : undefined;
        if (difference === 'comment') {
            return [];
        }
        for (const user of users) {
            this.services().models.forget(user);
            this.resetToState(user, difference ? DocumentState.IndexedReferences : DocumentState.ComputedScopes);
        }
        return users;
    }

    /** Has those checked once more in which something is found, or not, by what another document meant before. */
    private compareOutward(uri: string, now: Outward | undefined): void {
        const before = this.outward.get(uri);
        if (now) {
            this.outward.set(uri, now);
        } else {
            this.outward.delete(uri);
        }
        const concerned = new Set(differentlyUsed(before, now).map((node) => AstUtils.getDocument(node)));
        const { LangiumDocuments } = this.shared.workspace;
        for (const other of LangiumDocuments.all) {
            // what is not checked yet will be
            if (
                other.state === DocumentState.Validated &&
                (concerned.has(other) ||
                    (before?.names !== now?.names && other.references.some(({ error }) => error !== undefined)) ||
                    (!before !== !now && usedUris(other).some((used) => !LangiumDocuments.hasDocument(used))))
            ) {
                this.resetToState(other, DocumentState.IndexedReferences);
                this.again.add(other);
            }
        }
    }

    /** Files that were removed since they were reported as changed: reading them would stop the whole build. */
    private async lost(documents: readonly LangiumDocument[]): Promise<URI[]> {
        const { FileSystemProvider, TextDocuments } = this.shared.workspace;
        const lost: URI[] = [];
        for (const { uri, state } of documents) {
            if (state <= DocumentState.Changed && !TextDocuments.get(uri) && !(await FileSystemProvider.exists(uri))) {
                lost.push(uri);
            }
        }
        return lost;
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
