import { applyFixes } from '../fixes.js';
import { files } from '../messages.js';
import { encode } from '../files/read.js';
import { writeWhole } from '../files/write.js';
import type { Host } from '../host.js';
import { openProject } from '../project.js';
import { tell } from '../terminal.js';
import type { CheckOptions } from './check.js';

/** How many fixes of one file are told by themselves. */
const MOST_TOLD = 20;

/** Applies the fixes that need no person to look at them, before the check itself reports what is left. */
export async function fixFiles(
    paths: readonly string[],
    { language = 'nl', fix }: CheckOptions,
    host: Host,
): Promise<void> {
    const project = await openProject(paths, host, language);
    const mended = await applyFixes(project, host, fix === 'unknown');
    for (const { file, text, done } of mended) {
        writeWhole(file.path, encode({ text, mark: file.source.mark }), file.shown);
        const count = String(done.length);
        tell(host, language, { nl: `${file.shown}: ${count} hersteld.`, en: `${file.shown}: ${count} fixed.` });
        for (const { line, title } of done.slice(0, MOST_TOLD)) {
            tell(host, language, { nl: `  ${String(line)}: ${title.nl}`, en: `  ${String(line)}: ${title.en}` });
        }
        if (done.length > MOST_TOLD) {
            const more = String(done.length - MOST_TOLD);
            tell(host, language, { nl: `  … en nog ${more}`, en: `  … and ${more} more` });
        }
    }
    if (mended.length === 0 && project.files.length > 0) {
        const all = files(project.files.length);
        tell(host, language, {
            nl: `Er valt in ${all.nl} niets vanzelf te herstellen.`,
            en: `There is nothing to fix by itself in ${all.en}.`,
        });
    }
}
