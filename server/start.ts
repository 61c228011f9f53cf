import { EmptyFileSystem, type FileSystemProvider } from 'langium';
import { startLanguageServer } from 'langium/lsp';
import type { Connection } from 'vscode-languageserver';
import { answerSelectionRanges } from '../language/editor/language-server.js';
import { createDraaiboekLspServices } from '../language/editor/lsp-module.js';
import type { DraaiboekLspServices } from '../language/editor/lsp-services.js';
import type { Language } from '../language/text/bilingual.js';
import { clientFiles, filesByScheme } from './client-files.js';
import { answerBeginRequests } from './begin.js';
import { answerLanguageRequests, tellChanges } from './changes.js';
import { answerCheckRequests } from './check.js';
import { answerDifferenceRequests } from './difference.js';
import { answerOutputRequests } from './outputs.js';
import { checkInPauses } from './pauses.js';
import { tellProgress } from './progress.js';
import { answerPreviewRequests } from './preview.js';
import { answerResultsRequests } from './results.js';
import { answerScenarioRequests } from './scenarios.js';
import { answerStructureRequests } from './structure.js';
import { answerUnknownsRequests } from './unknowns.js';
import { answerWalkRequests } from './walk.js';
import type { ClientOptions } from './requests.js';

/** The language id, and the section of the editor's settings. */
const DRAAIBOEK = 'draaiboek';
/** How long the editor may take to say which language it wants before the checks begin without it. */
const PATIENCE_MS = 3000;

/**
 * Serves one client until its connection ends.
 *
 * @param ownFiles how the server itself reads files of a scheme; undefined for those that it cannot read
 * @param language of the texts where the client chooses none: `nl` or `en`
 * @returns its services, for whoever hosts it
 */
export function startServer(
    connection: Connection,
    ownFiles: (scheme: string) => FileSystemProvider | undefined,
    language?: string,
): DraaiboekLspServices {
    let options: ClientOptions = {};
    const clients = clientFiles(connection);
    const none = EmptyFileSystem.fileSystemProvider();
    const files = filesByScheme((scheme) => ownFiles(scheme) ?? (options.files === true ? clients : none));
    const { shared, Draaiboek } = createDraaiboekLspServices({ connection, fileSystemProvider: () => files });
    const { LanguageServer, DocumentUpdateHandler } = shared.lsp;
    const { ConfigurationProvider } = shared.workspace;
    const chosen = (configured: unknown) =>
        languageOf(configured) ?? languageOf(options.language) ?? languageOf(language);

    let canWatchFolders = false;
    LanguageServer.onInitialize(({ initializationOptions, capabilities }) => {
        options = optionsOf(initializationOptions);
        Draaiboek.client.hasCommands = options.commands === true;
        Draaiboek.client.readsTexts = capabilities.workspace?.textDocumentContent !== undefined;
        canWatchFolders = capabilities.workspace?.workspaceFolders === true;
        // the answer comes behind `initialized`; until then nothing is checked
        const configured: Promise<unknown> = ConfigurationProvider.getConfiguration(DRAAIBOEK, 'language');
        const answer = Promise.race([configured, delay(PATIENCE_MS)]);
        Draaiboek.workspaceSettings.awaitLanguage(answer.then(chosen));
    });
    LanguageServer.onInitialized(() => {
        if (canWatchFolders) {
            connection.workspace.onDidChangeWorkspaceFolders((event) => {
                DocumentUpdateHandler.didChangeFolders(event);
            });
        }
    });
    ConfigurationProvider.onConfigurationSectionUpdate(({ section, configuration }) => {
        const { language } = (configuration ?? {}) as { language?: unknown };
        if (section === DRAAIBOEK && Draaiboek.workspaceSettings.chooseLanguage(chosen(language))) {
            DocumentUpdateHandler.checkAll();
        }
    });
    checkInPauses(shared);
    tellProgress(connection, shared, () => chosen(undefined));
    answerSelectionRanges(connection, shared);
    tellChanges(connection, Draaiboek, () => options.changes === true);
    answerLanguageRequests(connection, Draaiboek);
    answerPreviewRequests(connection, Draaiboek);
    answerStructureRequests(connection, Draaiboek);
    answerUnknownsRequests(connection, Draaiboek);
    answerResultsRequests(connection, Draaiboek);
    answerScenarioRequests(connection, Draaiboek);
    answerWalkRequests(connection, Draaiboek);
    answerOutputRequests(connection, Draaiboek);
    answerCheckRequests(connection, Draaiboek);
    answerDifferenceRequests(connection, Draaiboek);
    answerBeginRequests(connection);
    startLanguageServer(shared);
    return Draaiboek;
}

function optionsOf(value: unknown): ClientOptions {
    return typeof value === 'object' && value !== null ? value : {};
}

function languageOf(value: unknown): Language | undefined {
    return value === 'nl' || value === 'en' ? value : undefined;
}

function delay(ms: number): Promise<undefined> {
    return new Promise((resolve) => {
        setTimeout(resolve, ms, undefined);
    });
}
