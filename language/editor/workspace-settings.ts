import { URI, UriUtils } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import { readLocalValues, type LocalValues } from '../settings/local-values.js';
import { readSettings, type ReadSettings } from '../settings/read.js';
import { DEFAULT_SETTINGS, type Settings, type SettingsProvider } from '../settings/settings.js';
import type { Bilingual, Language } from '../text/bilingual.js';

/** The name of a file with settings; it holds for the folder that it stands in and those below, up to the next one. */
export const SETTINGS_FILE = 'draaiboek.json';

/**
 * The settings of each file: those of the nearest `draaiboek.json` from its folder up to the folder that is open, in the
 * language that the user chose in the editor. They are read ahead ({@link load}), since checks cannot wait for a file.
 */
export class WorkspaceSettings implements SettingsProvider {
    /** what a folder's own file says; undefined where it has none */
    private readonly folders = new Map<string, Promise<ReadSettings | undefined>>();
    /** what holds for the files in a folder */
    private readonly effective = new Map<string, Settings>();
    private language: Language | undefined;
    private choice: Promise<unknown> = Promise.resolve();

    constructor(private readonly shared: () => LangiumSharedServices) {}

    /** @returns the settings as they were when they were last read; the default ones before that */
    settingsFor(uri: string): Settings {
        const settings = this.effective.get(folderOf(URI.parse(uri))) ?? DEFAULT_SETTINGS;
        return this.language === undefined ? settings : { ...settings, language: this.language };
    }

    /** Reads what holds for a file, unless that was done before. */
    async load(uri: URI): Promise<void> {
        await this.choice;
        const key = folderOf(uri);
        if (this.effective.has(key)) {
            return;
        }
        let folder = UriUtils.dirname(uri);
        let found = await this.inFolder(folder);
        while (!found && folder.path.length > 1 && !this.isWorkspaceFolder(folder)) {
            folder = UriUtils.dirname(folder);
            found = await this.inFolder(folder);
        }
        this.effective.set(key, found?.settings ?? DEFAULT_SETTINGS);
    }

    /** Forgets what was read: a file with settings changed. */
    forget(): void {
        this.folders.clear();
        this.effective.clear();
    }

    /** @returns whether that changed anything */
    chooseLanguage(language: Language | undefined): boolean {
        const changed = this.language !== language;
        this.language = language;
        return changed;
    }

    /** Waits with all checks until the user's choice is known, so that no message comes in the wrong language first. */
    awaitLanguage(choice: Promise<Language | undefined>): void {
        this.choice = choice.then(
            (language) => this.chooseLanguage(language),
            () => undefined,
        );
    }

    /** Whether a file lies in one of the folders that are open. */
    isInWorkspace(uri: URI): boolean {
        const folders = this.shared().workspace.WorkspaceManager.workspaceFolders ?? [];
        return folders.some((folder) => UriUtils.contains(folder.uri, uri));
    }

    private isWorkspaceFolder(folder: URI): boolean {
        const folders = this.shared().workspace.WorkspaceManager.workspaceFolders ?? [];
        return folders.some(({ uri }) => withoutSlash(URI.parse(uri).toString()) === withoutSlash(folder.toString()));
    }

    private inFolder(folder: URI): Promise<ReadSettings | undefined> {
        const key = folder.toString();
        let read = this.folders.get(key);
        if (!read) {
            read = this.readFolder(folder);
            this.folders.set(key, read);
        }
        return read;
    }

    /** What the files that `local` names say; of one that cannot be read nothing, which is told. */
    private async localsOf({ local = [], language }: Settings, folder: URI): Promise<Pick<Settings, 'locals'>> {
        const locals: LocalValues[] = [];
        for (const name of local) {
            const file = UriUtils.resolvePath(folder, name);
            const tell = ({ nl, en }: Bilingual) => {
                const said = { nl, en }[this.language ?? language];
                this.shared().lsp.Connection?.console.warn(`${file.toString(true)}: ${said}`);
            };
            try {
                const text = await this.shared().workspace.FileSystemProvider.readFile(file);
                const { read, problems } = readLocalValues(text, UriUtils.basename(file));
                problems.forEach(tell);
                locals.push(...(read ? [read] : []));
            } catch {
                tell({ nl: 'dit bestand is niet te lezen.', en: 'this file cannot be read.' });
            }
        }
        return locals.length === 0 ? {} : { locals };
    }

    private async readFolder(folder: URI): Promise<ReadSettings | undefined> {
        const files = this.shared().workspace.FileSystemProvider;
        const file = UriUtils.joinPath(folder, SETTINGS_FILE);
        try {
            if (!(await files.exists(file))) {
                return undefined;
            }
            const read = readSettings(await files.readFile(file));
            for (const problem of read.problems) {
                this.shared().lsp.Connection?.console.warn(
                    `${file.toString(true)}: ${problem[this.language ?? read.settings.language]}`,
                );
            }
            return { ...read, settings: { ...read.settings, ...(await this.localsOf(read.settings, folder)) } };
        } catch {
            // a file that cannot be read says nothing; the editor itself tells why when it is opened
            return undefined;
        }
    }
}

function folderOf(uri: URI): string {
    return UriUtils.dirname(uri).toString();
}

function withoutSlash(uri: string): string {
    return uri.replace(/\/$/, '');
}
