import { resolve } from 'node:path';
import { URI } from 'langium';
import { createDraaiboekServices, type DraaiboekServices } from '../../language/draaiboek-module.js';
import { formatText, type FormatResult } from '../../language/format/format.js';
import { findingsOf } from '../../language/rules/check.js';
import { WRAP_WIDTHS } from '../../language/settings/fields.js';
import { isWrapWidth } from '../../language/settings/read.js';
import type { Bilingual, Language } from '../../language/text/bilingual.js';
import { parseText } from '../../language/workspace.js';
import { Complaint, EXIT } from '../complaint.js';
import { findProtocols } from '../files/find.js';
import { shownPath } from '../files/paths.js';
import { decode, encode, readTextFile, type FileText } from '../files/read.js';
import { writeWhole } from '../files/write.js';
import type { Host } from '../host.js';
import { files } from '../messages.js';
import { diskSettings } from '../settings.js';
import { printable, progress, tell } from '../terminal.js';

export interface FormatCommandOptions {
    readonly language: Language;
    /** columns for prose in triple quotes, instead of what the settings of each file say */
    readonly wrap?: string;
    /** only tell which files would change */
    readonly check: boolean;
}

type Outcome = 'changed' | 'refused' | 'same' | 'unread';

/** How many syntax errors are named for a text that cannot be formatted. */
const MOST_NAMED = 3;

/** `format`: lays protocols out, in place, or from standard input to standard output. @returns the exit code */
export async function format(paths: readonly string[], options: FormatCommandOptions, host: Host): Promise<number> {
    const settings = diskSettings(host.cwd);
    const { Draaiboek: services } = createDraaiboekServices({ settings });
    const wrap = wrapWidth(options.wrap);
    const job: Job = {
        ...options,
        services,
        host,
        wrapOf: (path) => wrap ?? settings.settingsFor(URI.file(path).toString()).wrap,
    };
    if (paths.includes('-')) {
        if (paths.length > 1) {
            throw new Complaint({
                nl: '`-` leest van standaardinvoer en gaat niet samen met bestanden.',
                en: '`-` reads standard input and does not go with files.',
            });
        }
        const code = await formatInput(job);
        return tellAll(settings.problems, options.language, host) ? EXIT.unusable : code;
    }
    const found = await findProtocols(paths, host.cwd);
    const outcome: Record<Outcome, number> = { changed: 0, refused: 0, same: 0, unread: 0 };
    let unusable = tellAll(found.problems, options.language, host);
    const bar = progress(host, found.files.length);
    for (const path of found.files) {
        const shown = shownPath(path, host.cwd);
        bar.step(shown);
        try {
            outcome[await formatFile(path, shown, job)]++;
        } catch (error) {
            if (!(error instanceof Complaint)) {
                throw error;
            }
            unusable = true;
            outcome.unread++;
            tell(host, options.language, error.text);
        }
    }
    bar.end();
    unusable = tellAll(settings.problems, options.language, host) || unusable;
    if (found.files.length > 0) {
        tell(host, options.language, summary(outcome, options.check));
    }
    if (unusable) {
        return EXIT.unusable;
    }
    return outcome.refused > 0 || (options.check && outcome.changed > 0) ? EXIT.findings : EXIT.fine;
}

/** @returns whether there was anything to tell */
function tellAll(problems: readonly Bilingual[], language: Language, host: Host): boolean {
    problems.forEach((problem) => {
        tell(host, language, problem);
    });
    return problems.length > 0;
}

/** What formatting a text takes. */
interface Job extends Pick<FormatCommandOptions, 'language' | 'check'> {
    readonly services: DraaiboekServices;
    readonly host: Host;
    /** the width for a file, or for a text that would stand there */
    readonly wrapOf: (path: string) => number | undefined;
}

/** @throws Complaint for what is no width */
function wrapWidth(given: string | undefined): number | undefined {
    if (given === undefined) {
        return undefined;
    }
    const width = /^\d+$/.test(given) ? Number(given) : NaN;
    if (!isWrapWidth(width)) {
        const range = [WRAP_WIDTHS.least, WRAP_WIDTHS.most].map(String) as [string, string];
        throw new Complaint({
            nl: `\`--wrap ${given}\` is geen breedte: geef een heel getal van ${range[0]} tot en met ${range[1]}.`,
            en: `\`--wrap ${given}\` is no width: give a whole number from ${range[0]} to ${range[1]}.`,
        });
    }
    return width;
}

function formatted(text: string, path: string, { services, wrapOf }: Job): FormatResult {
    const wrap = wrapOf(path);
    return formatText(text, services, wrap === undefined ? {} : { wrap });
}

async function formatFile(path: string, shown: string, job: Job): Promise<Outcome> {
    const { language, check, services, host } = job;
    const source = readTextFile(path, shown);
    const result = formatted(source.text, path, job);
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

async function formatInput(job: Job): Promise<number> {
    const { language, check, services, host } = job;
    const name = { nl: 'standaardinvoer', en: 'standard input' }[language];
    const source = decode(await host.readInput(), name);
    const result = formatted(source.text, resolve(host.cwd, '-'), job);
    if (result.refused) {
        await tellRefusal(source, name, result.refused, language, services, host);
        return EXIT.findings;
    }
    if (!check) {
        host.stdout.write(encode({ ...source, text: result.text }));
        return EXIT.fine;
    }
    tell(host, language, result.changed ? WOULD_CHANGE : WOULD_STAY);
    return result.changed ? EXIT.findings : EXIT.fine;
}

const WOULD_CHANGE = {
    nl: 'De tekst van standaardinvoer zou anders worden opgemaakt.',
    en: 'The text of standard input would be formatted.',
};
const WOULD_STAY = {
    nl: 'De tekst van standaardinvoer is al opgemaakt.',
    en: 'The text of standard input is formatted already.',
};

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

function summary({ changed, same, refused, unread }: Record<Outcome, number>, check: boolean): Bilingual {
    const all = files(changed + same + refused + unread);
    const done = check
        ? {
              nl: `${String(changed)} van ${all.nl} ${changed === 1 ? 'zou' : 'zouden'} anders worden opgemaakt`,
              en: `${String(changed)} of ${all.en} would be formatted`,
          }
        : { nl: `${String(changed)} van ${all.nl} opgemaakt`, en: `${String(changed)} of ${all.en} formatted` };
    const besides = [
        ...(refused > 0 ? [{ nl: `${String(refused)} overgeslagen`, en: `${String(refused)} left out` }] : []),
        ...(unread > 0 ? [{ nl: `${String(unread)} niet gelukt`, en: `${String(unread)} failed` }] : []),
    ];
    const inWords = (language: Language) => `${[done, ...besides].map((part) => part[language]).join(', ')}.`;
    return { nl: inWords('nl'), en: inWords('en') };
}
