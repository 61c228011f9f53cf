import type { LangiumSharedServices } from 'langium/lsp';
import type { Connection } from 'vscode-languageserver';
import type { Bilingual, Language } from '../language/text/bilingual.js';

const LOADING: Bilingual = {
    nl: 'Draaiboek: de map laden en controleren',
    en: 'Draaiboek: loading and checking the folder',
};

/**
 * Tells a client that shows progress how long the folder takes to load and check when it is opened.
 *
 * @param language of the title, by the time that it is shown
 */
export function tellProgress(
    connection: Connection,
    { lsp, workspace }: LangiumSharedServices,
    language: () => Language | undefined,
): void {
    let shows = false;
    lsp.LanguageServer.onInitialize(({ capabilities }) => {
        shows = capabilities.window?.workDoneProgress === true;
    });
    lsp.LanguageServer.onInitialized(() => {
        if (shows) {
            // a client that shows none after all has lost nothing
            untilLoaded().catch(() => undefined);
        }
    });

    async function untilLoaded(): Promise<void> {
        const progress = await connection.window.createWorkDoneProgress();
        progress.begin(LOADING[language() ?? 'nl']);
        try {
            await workspace.WorkspaceManager.ready;
        } finally {
            progress.done();
        }
    }
}
