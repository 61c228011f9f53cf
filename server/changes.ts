import { DocumentState } from 'langium';
import type { Connection } from 'vscode-languageserver';
import type { DraaiboekLspServices } from '../language/editor/lsp-services.js';
import { onDocumentRequest } from './asking.js';
import { CHANGED, LANGUAGE, type Changed, type TreeRequest } from './requests.js';

/** Tells the client which files were checked anew, so that what it shows of them need not be asked for time and again. */
export function tellChanges(connection: Connection, { shared }: DraaiboekLspServices, isWanted: () => boolean): void {
    const { DocumentBuilder } = shared.workspace;
    const tell = (uris: readonly string[]) => {
        if (uris.length > 0 && isWanted()) {
            // a client that has gone needs no news
            connection.sendNotification(CHANGED, { uris } satisfies Changed).catch(() => undefined);
        }
    };
    DocumentBuilder.onBuildPhase(DocumentState.Validated, (documents) => {
        tell(documents.map(({ uri }) => uri.toString()));
    });
    DocumentBuilder.onUpdate((_changed, deleted) => {
        tell(deleted.map((uri) => uri.toString()));
    });
}

/** Answers in which language the messages about a file are. */
export function answerLanguageRequests(connection: Connection, services: DraaiboekLspServices): void {
    onDocumentRequest(
        connection,
        services,
        LANGUAGE,
        (_document, { uri }: TreeRequest) => services.settings.settingsFor(uri).language,
    );
}
