import type { Connection } from 'vscode-languageserver';
import type { DraaiboekLspSharedServices } from '../language/editor/lsp-services.js';
import type { Bilingual, Language } from '../language/text/bilingual.js';

const LOADING: Bilingual = {
    nl: 'Draaiboek: de map laden en controleren',
    en: 'Draaiboek: loading and checking the folder',
};
const CHECKING: Bilingual = {
    nl: 'Draaiboek: controleren wat met de wijziging te maken heeft',
    en: 'Draaiboek: checking what the change concerns',
};

/** How long work takes before it is told: what is done by then would only flicker. */
const LONG_MS = 1000;

/**
 * Tells a client that shows progress how long the folder takes to load and check when it is opened, and of what is read
 * and checked later that it takes long: a change in a file that all others use, other settings, a folder that is added.
 *
 * @param language of the titles, by the time that they are shown
 */
export function tellProgress(
    connection: Connection,
    { lsp, workspace }: DraaiboekLspSharedServices,
    language: () => Language | undefined,
): void {
    let shows = false;
    const begin = async (title: Bilingual) => {
        const progress = await connection.window.createWorkDoneProgress();
        progress.begin(title[language() ?? 'nl']);
        return () => {
            progress.done();
        };
    };
    lsp.LanguageServer.onInitialize(({ capabilities }) => {
        shows = capabilities.window?.workDoneProgress === true;
    });
    lsp.LanguageServer.onInitialized(() => {
        if (shows) {
            tellLong(0, () => begin(LOADING))(workspace.WorkspaceManager.ready);
            lsp.DocumentUpdateHandler.onWork(tellLong(LONG_MS, () => begin(CHECKING)));
        }
    });
}

/**
 * Tells of work that lasts: once for all that is under way together, until the last of it is done.
 *
 * @param afterMs how long it must have lasted
 * @param begin tells that it lasts; gives what tells the end
 * @returns takes work that begins
 */
export function tellLong(afterMs: number, begin: () => Promise<() => void>): (work: Promise<unknown>) => void {
    let underWay = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let told: Promise<() => void> | undefined;
    const ended = () => {
        underWay--;
        if (underWay === 0) {
            clearTimeout(timer);
            // a client that shows none after all has lost nothing
            told?.then((end) => {
                end();
            }).catch(() => undefined);
            told = undefined;
        }
    };
    return (work) => {
        underWay++;
        if (underWay === 1) {
            timer = setTimeout(() => {
                told = begin();
                told.catch(() => undefined);
            }, afterMs);
        }
        work.then(ended, ended);
    };
}
