import { DocumentState, URI, UriUtils } from 'langium';
import { DefaultDocumentUpdateHandler, type LangiumSharedServices } from 'langium/lsp';
import { FileChangeType, type DidChangeWatchedFilesParams, type FileEvent } from 'vscode-languageserver';
import type { TextDocumentChangeEvent } from 'vscode-languageserver';
import type { TextDocument } from 'langium';
import { SETTINGS_FILE, type WorkspaceSettings } from './workspace-settings.js';

/** Keeps the documents in step with what is open in the editor and with the files. */
export class DraaiboekDocumentUpdates extends DefaultDocumentUpdateHandler {
    constructor(
        private readonly shared: LangiumSharedServices,
        private readonly settings: () => WorkspaceSettings,
    ) {
        super(shared);
    }

    /** What was not saved is gone; the file holds again, if there is one. */
    didCloseDocument({ document }: TextDocumentChangeEvent<TextDocument>): void {
        const uri = URI.parse(document.uri);
        void this.shared.workspace.FileSystemProvider.exists(uri)
            .catch(() => false)
            .then((exists) => {
                this.fireDocumentUpdate(exists ? [uri] : [], exists ? [] : [uri]);
            });
    }

    override didChangeWatchedFiles({ changes }: DidChangeWatchedFilesParams): void {
        if (changes.some(({ uri }) => UriUtils.basename(URI.parse(uri)) === SETTINGS_FILE)) {
            this.settings().forget();
            this.checkAll();
        }
        const relevant = changes.filter((change) => this.concerns(change));
        if (relevant.length > 0) {
            super.didChangeWatchedFiles({ changes: relevant });
        }
    }

    /** Checks all documents anew, after a change of the settings. */
    checkAll(): void {
        const { DocumentBuilder, LangiumDocuments, WorkspaceLock, WorkspaceManager } = this.shared.workspace;
        void WorkspaceManager.ready.then(() =>
            WorkspaceLock.write((token) => {
                for (const document of LangiumDocuments.all) {
                    DocumentBuilder.resetToState(document, DocumentState.ComputedScopes);
                }
                return DocumentBuilder.update([], [], token);
            }),
        );
    }

    /** Protocols, and what may be a folder with protocols. What is open in the editor is told by the editor. */
    private concerns({ uri, type }: FileEvent): boolean {
        const extension = UriUtils.extname(URI.parse(uri));
        const isOpen = this.shared.workspace.TextDocuments.get(uri) !== undefined;
        return (extension === '.draaiboek' && !isOpen) || (extension === '' && type !== FileChangeType.Changed);
    }
}
