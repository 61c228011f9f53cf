import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { URI } from 'langium';
import { readLocalValues } from '../language/settings/local-values.js';
import { readSettings } from '../language/settings/read.js';
import { DEFAULT_SETTINGS, type Settings, type SettingsProvider } from '../language/settings/settings.js';
import type { Bilingual } from '../language/text/bilingual.js';
import { Complaint } from './complaint.js';
import { shownPath } from './files/paths.js';
import { readTextFile } from './files/read.js';

/** The name of a file with settings; it holds for the folder that it stands in and those below, up to the next one. */
const SETTINGS_FILE = 'draaiboek.json';

/** What becomes of a file of which something is wrong. */
const ALL_LEFT_OUT: Bilingual = {
    nl: 'Niets uit dit bestand is gebruikt: de standaardinstellingen gelden.',
    en: 'Nothing of this file was used: the default settings hold.',
};
const PART_LEFT_OUT: Bilingual = { nl: 'Dit is niet gebruikt; de rest wel.', en: 'This was not used; the rest was.' };

/** Settings read from disk, each file of them once. */
export interface DiskSettings extends SettingsProvider {
    /** what is wrong in the files that were read so far */
    readonly problems: readonly Bilingual[];
}

/** The settings of files on disk: those of the nearest `draaiboek.json` from a file upwards. */
export function diskSettings(cwd: string): DiskSettings {
    const byFolder = new Map<string, Settings>();
    const problems: Bilingual[] = [];

    const settingsOf = (folder: string): Settings => {
        const known = byFolder.get(folder);
        if (known) {
            return known;
        }
        const file = join(folder, SETTINGS_FILE);
        const parent = dirname(folder);
        const settings = existsSync(file) ? read(file) : parent === folder ? DEFAULT_SETTINGS : settingsOf(parent);
        byFolder.set(folder, settings);
        return settings;
    };

    const localsOf = (names: readonly string[], folder: string): Pick<Settings, 'locals'> => {
        const locals = names.flatMap((name) => {
            const path = resolve(folder, name);
            const shown = shownPath(path, cwd);
            try {
                const { read, problems: found } = readLocalValues(readTextFile(path, shown).text, basename(path));
                problems.push(...found.map((p) => ({ nl: `${shown}: ${p.nl}`, en: `${shown}: ${p.en}` })));
                return read ?? [];
            } catch (error) {
                if (!(error instanceof Complaint)) {
                    throw error;
                }
                problems.push(error.text);
                return [];
            }
        });
        return locals.length === 0 ? {} : { locals };
    };

    const read = (file: string): Settings => {
        const shown = shownPath(file, cwd);
        try {
            const { settings, problems: found, readable } = readSettings(readTextFile(file, shown).text);
            const used = readable ? PART_LEFT_OUT : ALL_LEFT_OUT;
            for (const { nl, en } of found) {
                problems.push({ nl: `${shown}: ${nl} ${used.nl}`, en: `${shown}: ${en} ${used.en}` });
            }
            return { ...settings, ...localsOf(settings.local ?? [], dirname(file)) };
        } catch (error) {
            if (!(error instanceof Complaint)) {
                throw error;
            }
            problems.push({
                nl: `${error.text.nl} ${ALL_LEFT_OUT.nl}`,
                en: `${error.text.en} ${ALL_LEFT_OUT.en}`,
            });
            return DEFAULT_SETTINGS;
        }
    };

    return { settingsFor: (uri) => settingsOf(dirname(URI.parse(uri).fsPath)), problems };
}
