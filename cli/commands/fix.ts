import { applyFixes } from '../fixes.js';
import { files } from '../messages.js';
import { encode } from '../files/read.js';
import { writeWhole } from '../files/write.js';
import type { Host } from '../host.js';
import { openProject } from '../project.js';
import { tell } from '../terminal.js';
import type { CheckOptions } from './check.js';

/** Applies the fixes that need no person to look at them, before the check itself reports what is left. */
export async function fixFiles(paths: readonly string[], { language = 'nl' }: CheckOptions, host: Host): Promise<void> {
    const project = await openProject(paths, host, language);
    const mended = await applyFixes(project, host);
    for (const { file, text, count } of mended) {
        writeWhole(file.path, encode({ text, mark: file.source.mark }), file.shown);
        tell(host, language, {
            nl: `${file.shown}: ${String(count)} hersteld.`,
            en: `${file.shown}: ${String(count)} fixed.`,
        });
    }
    if (mended.length === 0 && project.files.length > 0) {
        const all = files(project.files.length);
        tell(host, language, {
            nl: `Er valt in ${all.nl} niets vanzelf te herstellen.`,
            en: `There is nothing to fix by itself in ${all.en}.`,
        });
    }
}
