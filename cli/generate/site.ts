import { resolve } from 'node:path';
import type { GenerateOptions } from '../../language/generate/generator.js';
import { SITE_GENERATORS } from '../../language/generate/registry.js';
import { makeSite, SITE } from '../../language/generate/site/site.js';
import type { Language } from '../../language/text/bilingual.js';
import { removeLeftBehind, type PlannedFile } from '../files/output-folder.js';
import { shownPath } from '../files/paths.js';
import type { Host } from '../host.js';
import { files as countOfFiles } from '../messages.js';
import { tell } from '../terminal.js';
import type { Work } from './work.js';

/** The files of a site of all interventions; what it was made from is the folder itself, since that is all of them. */
export function siteOf(
    works: readonly Work[],
    folder: string,
    options: (work: Work) => GenerateOptions,
): PlannedFile[] {
    const items = works.map((work) => ({ protocol: work.protocol, folder: work.folder, options: options(work) }));
    const source = sourceOf(folder);
    return makeSite(items, SITE_GENERATORS).map(({ path, content }) => ({
        path: `${SITE.id}/${path}`,
        content,
        source,
    }));
}

function sourceOf(folder: string): string {
    return resolve(folder, SITE.id);
}

/** Takes away the pages of an earlier site that this one does not have, and says which are gone and which are left. */
export function clearSite(made: readonly PlannedFile[], folder: string, host: Host, language: Language): void {
    const { removed, changed } = removeLeftBehind(folder, sourceOf(folder), made, host.cwd);
    if (removed.length > 0) {
        const count = countOfFiles(removed.length);
        tell(host, language, {
            nl: `Van een eerdere site weggehaald: ${count.nl} die er niet meer bij horen.`,
            en: `Removed from an earlier site: ${count.en} that no longer belong to it.`,
        });
    }
    for (const path of changed) {
        const shown = shownPath(resolve(folder, path), host.cwd);
        tell(host, language, {
            nl: `${shown} hoort niet meer bij de site, en staat er nog omdat iemand het wijzigde.`,
            en: `${shown} no longer belongs to the site, and is left there since somebody changed it.`,
        });
    }
}
