import { applyFixes, MOST_TOLD } from '../fixes.js';
import { files } from '../messages.js';
import { encode } from '../files/read.js';
import { writeWhole } from '../files/write.js';
import type { Host } from '../host.js';
import { openProject } from '../project.js';
import { tell } from '../terminal.js';
import type { CheckOptions } from './check.js';

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
        for (const { line, name, title } of done.slice(0, MOST_TOLD)) {
            const where = `  ${String(line)}: ${name === undefined ? '' : `${name}: `}`;
            tell(host, language, { nl: `${where}${title.nl}`, en: `${where}${title.en}` });
        }
        for (const [, same] of Map.groupBy(done.slice(MOST_TOLD), ({ title }) => title.nl)) {
            const more = String(same.length);
            const { nl = '', en = '' } = same[0]?.title ?? {};
            tell(host, language, { nl: `  … en nog ${more} keer: ${nl}`, en: `  … and ${more} times more: ${en}` });
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
