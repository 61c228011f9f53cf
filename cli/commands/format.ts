import { createDraaiboekServices, type DraaiboekServices } from '../../language/draaiboek-module.js';
import { formatText } from '../../language/format/format.js';
import { findingsOf } from '../../language/rules/check.js';
import type { Bilingual, Language } from '../../language/text/bilingual.js';
import { parseText } from '../../language/workspace.js';
import { Complaint, EXIT } from '../complaint.js';
import { findProtocols } from '../files/find.js';
import { shownPath } from '../files/paths.js';
import { decode, encode, readTextFile, type FileText } from '../files/read.js';
import { writeWhole } from '../files/write.js';
import type { Host } from '../host.js';
import { files } from '../messages.js';
import { printable, progress, tell } from '../terminal.js';

export interface FormatCommandOptions {
    readonly language: Language;
    /** only tell which files would change */
    readonly check: boolean;
}

type Outcome = 'changed' | 'refused' | 'same';

/** How many syntax errors are named for a text that cannot be formatted. */
const MOST_NAMED = 3;

/** `format`: lays protocols out, in place, or from standard input to standard output. @returns the exit code */
export async function format(paths: readonly string[], options: FormatCommandOptions, host: Host): Promise<number> {
    const { Draaiboek: services } = createDraaiboekServices();
    if (paths.includes('-')) {
        if (paths.length > 1) {
            throw new Complaint({
                nl: '`-` leest van standaardinvoer en gaat niet samen met bestanden.',
                en: '`-` reads standard input and does not go with files.',
            });
        }
        return formatInput(options, services, host);
    }
    const found = await findProtocols(paths, host.cwd);
    const outcome: Record<Outcome, number> = { changed: 0, refused: 0, same: 0 };
    let unusable = found.problems.length > 0;
    found.problems.forEach((problem) => {
        tell(host, options.language, problem);
    });
    const bar = progress(host, found.files.length);
    for (const path of found.files) {
        const shown = shownPath(path, host.cwd);
        bar.step(shown);
        try {
            outcome[await formatFile(path, shown, options, services, host)]++;
        } catch (error) {
            if (!(error instanceof Complaint)) {
                throw error;
            }
            unusable = true;
            tell(host, options.language, error.text);
        }
    }
    bar.end();
    if (found.files.length > 0) {
        tell(host, options.language, summary(outcome, options.check));
    }
    if (unusable) {
        return EXIT.unusable;
    }
    return outcome.refused > 0 || (options.check && outcome.changed > 0) ? EXIT.findings : EXIT.fine;
}

async function formatFile(
    path: string,
    shown: string,
    { language, check }: FormatCommandOptions,
    services: DraaiboekServices,
    host: Host,
): Promise<Outcome> {
    const source = readTextFile(path, shown);
    const result = formatText(source.text, services);
    if (result.refused) {
        await tellRefusal(source, shown, result.refused, language, services, host);
        return 'refused';
    }
    if (!result.changed) {
        return 'same';
    }
    if (!check) {
        writeWhole(path, encode({ ...source, text: result.text }), shown);
    }
    host.stdout.write(`${printable(shown)}\n`);
    return 'changed';
}

async function formatInput(
    { language, check }: FormatCommandOptions,
    services: DraaiboekServices,
    host: Host,
): Promise<number> {
    const name = { nl: 'standaardinvoer', en: 'standard input' }[language];
    const source = decode(await host.readInput(), name);
    const result = formatText(source.text, services);
    if (result.refused) {
        await tellRefusal(source, name, result.refused, language, services, host);
        return EXIT.findings;
    }
    if (!check) {
        host.stdout.write(encode({ ...source, text: result.text }));
    }
    return check && result.changed ? EXIT.findings : EXIT.fine;
}

/** Why a text was left as it is, with the first of the errors that stand in the way. */
async function tellRefusal(
    source: FileText,
    shown: string,
    reason: Bilingual,
    language: Language,
    services: DraaiboekServices,
    host: Host,
): Promise<void> {
    tell(host, language, { nl: `${shown}: ${reason.nl}`, en: `${shown}: ${reason.en}` });
    const document = await parseText(services, source.text);
    const errors = findingsOf(document, services).filter((finding) => finding.code === 'meta/syntaxis');
    for (const { at, message } of errors.slice(0, MOST_NAMED)) {
        const place = `${String(at.range.start.line + 1)}:${String(at.range.start.character + 1)}`;
        tell(host, language, { nl: `  ${place}  ${message.nl}`, en: `  ${place}  ${message.en}` });
    }
}

function summary({ changed, same, refused }: Record<Outcome, number>, check: boolean): Bilingual {
    const all = files(changed + same + refused);
    const done = check
        ? {
              nl: `${String(changed)} van ${all.nl} zou anders worden opgemaakt`,
              en: `${String(changed)} of ${all.en} would be formatted`,
          }
        : { nl: `${String(changed)} van ${all.nl} opgemaakt`, en: `${String(changed)} of ${all.en} formatted` };
    return refused > 0
        ? { nl: `${done.nl}, ${String(refused)} overgeslagen.`, en: `${done.en}, ${String(refused)} left out.` }
        : { nl: `${done.nl}.`, en: `${done.en}.` };
}
