import { DocumentState, URI, UriUtils, type Cancellation, type LangiumDocument, type TextDocument } from 'langium';
import { filesOf, sourcesIn, type SourceTexts } from '../names/source-texts.js';
import { DefaultDocumentUpdateHandler } from 'langium/lsp';
import type { DraaiboekLspSharedServices } from './lsp-services.js';
import {
    FileChangeType,
    type DidChangeWatchedFilesParams,
    type FileEvent,
    type TextDocumentChangeEvent,
    type WorkspaceFoldersChangeEvent,
} from 'vscode-languageserver';
import { SETTINGS_FILE, type WorkspaceSettings } from './workspace-settings.js';

/** Keeps the documents in step with what is open in the editor and with the files. */
export class DraaiboekDocumentUpdates extends DefaultDocumentUpdateHandler {
    private readonly listeners: ((work: Promise<void>) => void)[] = [];

    constructor(
        private readonly shared: DraaiboekLspSharedServices,
        private readonly settings: () => WorkspaceSettings,
        private readonly sourceTexts: () => SourceTexts,
    ) {
        super(shared);
    }

    /** Checks what is open; {@link checkUnchecked} does the rest when nobody types. */
    override didChangeContent({ document }: TextDocumentChangeEvent<TextDocument>): void {
        this.write((token) => this.shared.workspace.DocumentBuilder.updateOpen([URI.parse(document.uri)], token));
    }

    /** Checks the documents that were not yet, after changes of others. */
    checkUnchecked(): void {
        const { DocumentBuilder } = this.shared.workspace;
        this.write((token) =>
            DocumentBuilder.hasUnchecked() ? DocumentBuilder.update([], [], token) : Promise.resolve(),
        );
    }

    /** What was not saved is gone; the file holds again, if there is one. */
    didCloseDocument({ document }: TextDocumentChangeEvent<TextDocument>): void {
        const uri = URI.parse(document.uri);
        const { DocumentBuilder, FileSystemProvider, TextDocuments } = this.shared.workspace;
        this.write(async (token) => {
            // it may be open again, or written, by the time that its turn has come
            const isThere =
                TextDocuments.get(document.uri) !== undefined ||
                (await FileSystemProvider.exists(uri).catch(() => false));
            await DocumentBuilder.update(isThere ? [uri] : [], isThere ? [] : [uri], token);
        });
    }

    override didChangeWatchedFiles({ changes }: DidChangeWatchedFilesParams): void {
        if (changes.some(({ uri }) => UriUtils.basename(URI.parse(uri)) === SETTINGS_FILE)) {
            this.recheck(() => {
                this.settings().forget();
                return () => true;
            });
        }
        this.checkCiting(changes.map(({ uri }) => URI.parse(uri)).filter((uri) => this.sourceTexts().knows(uri)));
        const relevant = changes.filter((change) => this.concerns(change));
        if (relevant.length > 0) {
            super.didChangeWatchedFiles({ changes: relevant });
        }
    }

    /** Has what reads and checks documents told when it begins, with until when it lasts. */
    onWork(listener: (work: Promise<void>) => void): void {
        this.listeners.push(listener);
    }

    /** Checks all documents anew, after a change of the settings. */
    checkAll(): void {
        this.recheck(() => () => true);
    }

    /** Checks anew the documents that quote from files that changed. */
    private checkCiting(changed: readonly URI[]): void {
        if (changed.length > 0) {
            this.recheck(() => {
                const gone = new Set(changed.flatMap((uri) => this.sourceTexts().forget(uri)));
                return (document) =>
                    [...sourcesIn(document)].some((source) =>
                        filesOf(source).some(({ uri }) => uri && gone.has(uri.toString())),
                    );
            });
        }
    }

    /**
     * Checks anew the documents that something else than a text concerns. What was read of that is forgotten between two
     * checks: one that is under way would keep what it was reading, which is of before.
     *
     * @param forget forgets, and says which documents are concerned
     */
    private recheck(forget: () => (document: LangiumDocument) => boolean): void {
        const { DocumentBuilder, LangiumDocuments } = this.shared.workspace;
        this.write((token) => {
            const isConcerned = forget();
            // what is not linked is checked anyway, and must not be looked at before all is read
            for (const document of LangiumDocuments.all.filter(
                ({ state }) => state >= DocumentState.IndexedReferences,
            )) {
                if (isConcerned(document)) {
                    DocumentBuilder.resetToState(document, DocumentState.IndexedReferences);
                }
            }
            return DocumentBuilder.update([], [], token);
        });
    }

    /** Reads the folders that were opened and forgets those that were closed, except for what is open in the editor. */
    didChangeFolders(event: WorkspaceFoldersChangeEvent): void {
        const { DocumentBuilder, TextDocuments, WorkspaceManager } = this.shared.workspace;
        this.write(async (token) => {
            const { opened, closed } = await WorkspaceManager.changeFolders(event);
            this.settings().forget();
            const open = TextDocuments.all().map(({ uri }) => URI.parse(uri));
            await DocumentBuilder.update([...opened, ...open], closed, token);
        });
    }

    protected override fireDocumentUpdate(changed: URI[], deleted: URI[]): void {
        this.write((token) => this.shared.workspace.DocumentBuilder.update(changed, deleted, token));
    }

    /** What goes wrong is told; it must not end the server, which would lose the work on all other files. */
    private write(action: (token: Cancellation.CancellationToken) => Promise<void>): void {
        const { WorkspaceLock, WorkspaceManager } = this.shared.workspace;
        WorkspaceManager.ready
            .then(() => {
                const work = WorkspaceLock.write(action);
                this.listeners.forEach((listener) => {
                    listener(work);
                });
                return work;
            })
            .catch((error: unknown) => {
                this.shared.lsp.Connection?.console.error(
                    error instanceof Error ? (error.stack ?? error.message) : String(error),
                );
            })
            // a client that has gone is told nothing
            .catch(() => undefined);
    }

    /** Protocols, and what may be a folder with protocols. What is open in the editor is told by the editor. */
    private concerns({ uri, type }: FileEvent): boolean {
        const extension = UriUtils.extname(URI.parse(uri));
        const isOpen = this.shared.workspace.TextDocuments.get(uri) !== undefined;
        return (extension === '.draaiboek' && !isOpen) || (extension === '' && type !== FileChangeType.Changed);
    }
}
