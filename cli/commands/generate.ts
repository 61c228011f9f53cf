import { resolve } from 'node:path';
import { readTemplate } from '../../language/generate/documents/werkblad/read-template.js';
import type { GenerateOptions, Generator } from '../../language/generate/generator.js';
import { whatIsRefused } from '../../language/generate/local/losses.js';
import { localWorks, refusedIn, type LocalWork } from '../../language/generate/local/works.js';
import { GENERATORS } from '../../language/generate/registry.js';
import { SITE } from '../../language/generate/site/site.js';
import { parseDate } from '../../language/model/values.js';
import { pathsFrom } from '../../language/names/imports.js';
import type { Language } from '../../language/text/bilingual.js';
import { Complaint, EXIT } from '../complaint.js';
import { writeOutput, type PlannedFile } from '../files/output-folder.js';
import { refuseEmpty, shownPath } from '../files/paths.js';
import { readTextFile } from '../files/read.js';
import { chosenOutputs } from '../generate/chosen.js';
import { loadPoints } from '../generate/points.js';
import { clearSite, siteOf } from '../generate/site.js';
import { workOf, type Work } from '../generate/work.js';
import type { Host } from '../host.js';
import { amount } from '../messages.js';
import { jsonManifest, siteManifest, textManifest, type MadeOutput } from '../print/manifest.js';
import { openProject, shownUri, type Project } from '../project.js';
import { colorsFor, progress, tell } from '../terminal.js';

export interface GenerateCommandOptions {
    /** what the user asked for, with commas between */
    readonly to: string | undefined;
    readonly out: string | undefined;
    readonly list: boolean;
    readonly force: boolean;
    /** the day that documents say they were made */
    readonly date?: string;
    /** the file of a form in place of the one that comes with the tool */
    readonly template?: string;
    /** for which outputs that run are made, where files of several are named */
    readonly municipality?: string;
    readonly format: 'text' | 'json';
    readonly language?: Language;
}

/** `generate`: makes output from protocols, one folder an interventie. @returns the exit code */
export async function generate(paths: readonly string[], options: GenerateCommandOptions, host: Host): Promise<number> {
    const language = options.language ?? 'nl';
    if (options.list) {
        list(options.format, language, host);
        return EXIT.fine;
    }
    const { generators: chosen, site } = chosenOutputs(options.to);
    if (options.out === undefined) {
        throw new Complaint({
            nl: 'Zeg met `--out` in welke map de uitvoer komt.',
            en: 'Say with `--out` which folder the output goes to.',
        });
    }
    refuseEmpty([options.out]);
    const said = { ...dateSaid(options.date), ...templateSaid(options.template, host) };
    const project = await openProject(paths, host, options.language);
    project.problems.forEach((problem) => {
        tell(host, language, problem);
    });
    const works = workOf(project);
    if (works.length === 0) {
        if (project.files.length > 0) {
            tell(host, language, {
                nl: 'In deze bestanden staat geen interventie, dus er is niets te maken.',
                en: 'These files hold no interventie, so there is nothing to make.',
            });
        }
        return EXIT.unusable;
    }
    tellSharedFolders(works, host, language);
    const toPng = site || chosen.some((g) => g.needsPoints ?? g.takesPoints) ? await loadPoints(host) : undefined;
    const { local, problems } = chosen.some((g) => g.refusesOnError)
        ? await localWorks(works, project.services, options.municipality)
        : { local: new Map<Work, LocalWork>(), problems: [] };
    if (problems[0] && options.municipality !== undefined) {
        throw new Complaint(problems[0]);
    }
    problems.forEach((problem) => {
        tell(host, language, problem);
    });
    const refusedValues =
        site || chosen.some((g) => g.comparesLocals) ? await refusedIn(works, project.services, local) : undefined;
    const choices = { force: options.force, toPng, said, local, refusedValues };
    for (const filledIn of new Set([...local.values()].map((one) => one.filledIn))) {
        whatIsRefused(filledIn).forEach((refusedValue) => {
            tell(host, language, refusedValue);
        });
    }
    const { made, refused, failed } = makeAll(works, chosen, project, choices, language, host);
    const folder = resolve(host.cwd, options.out);
    const files = made.flatMap(({ work, output }) =>
        output.files.map(({ path, content }): PlannedFile => ({
            path: `${work.folder}/${path}`,
            content,
            source: work.file.path,
        })),
    );
    const siteFiles = site ? siteOf(works, folder, (work) => optionsFor(work, project, choices)) : [];
    files.push(...siteFiles);
    const sitePaths = siteFiles.map(({ path }) => path);
    let stopped = false;
    const endListening = host.onStop(() => (stopped = true));
    const written = await writeOutput(folder, files, host.cwd, () => stopped).finally(endListening);
    if (written < files.length) {
        throw new Complaint({
            nl: `Afgebroken: ${String(written)} van ${String(files.length)} bestanden zijn geschreven, elk in zijn geheel.`,
            en: `Stopped: ${String(written)} of ${String(files.length)} files were written, each of them whole.`,
        });
    }
    if (site) {
        clearSite(siteFiles, folder, host, language);
    }
    const manifest = jsonManifest(works, made, (uri) => shownUri(uri, host.cwd), sitePaths);
    if (options.format === 'json') {
        host.stdout.write(`${JSON.stringify(manifest, undefined, 2)}\n`);
    } else {
        const colors = colorsFor(host.stdout, host.env);
        host.stdout.write(
            chosen.length === 0 ? '' : textManifest(works, made, shownPath(folder, host.cwd), language, colors),
        );
        host.stdout.write(
            site ? siteManifest(sitePaths.length, shownPath(resolve(folder, SITE.id), host.cwd), language) : '',
        );
    }
    return project.problems.length + problems.length > 0 || failed
        ? EXIT.unusable
        : refused
          ? EXIT.findings
          : EXIT.fine;
}

interface Choices {
    readonly force: boolean;
    readonly toPng: ((svg: string) => Uint8Array) | undefined;
    /** what the user says of the documents */
    readonly said: Pick<GenerateOptions, 'date' | 'template'>;
    readonly refusedValues: GenerateOptions['refusedValues'] | undefined;
    /** the interventies as they are for a municipality, for outputs that run */
    readonly local: ReadonlyMap<Work, LocalWork>;
}

/** @throws Complaint where it is no day */
function dateSaid(date: string | undefined): Pick<GenerateOptions, 'date'> {
    if (date === undefined) {
        return {};
    }
    const day = parseDate(date);
    if (day === undefined) {
        throw new Complaint({
            nl: `\`${date}\` is geen datum. Schrijf \`--date\` als 2026-03-01.`,
            en: `\`${date}\` is no date. Write \`--date\` as 2026-03-01.`,
        });
    }
    return { date: day };
}

/** @throws Complaint where it is no form */
function templateSaid(path: string | undefined, host: Host): Pick<GenerateOptions, 'template'> {
    if (path === undefined) {
        return {};
    }
    const file = resolve(host.cwd, path);
    const shown = shownPath(file, host.cwd);
    const { template, problems } = readTemplate(readTextFile(file, shown).text);
    if (!template) {
        const all = (of: Language) => problems.map((p) => `${shown}: ${p[of]}`).join('\n');
        throw new Complaint({ nl: all('nl'), en: all('en') });
    }
    return { template };
}

/** Makes each output of each interventie. One that refuses, or fails by a mistake of ours, does not take the others along. */
function makeAll(
    works: readonly Work[],
    chosen: readonly Generator[],
    project: Project,
    choices: Choices,
    language: Language,
    host: Host,
): { made: readonly MadeOutput[]; refused: boolean; failed: boolean } {
    const made: MadeOutput[] = [];
    let [refused, failed] = [false, false];
    const bar = progress(host, works.length * chosen.length);
    for (const work of works) {
        if (work.errors > 0) {
            tellDraft(work, host, language);
        }
        for (const generator of chosen) {
            bar.step(`${work.protocol.name}: ${generator.id}`);
            const local = generator.refusesOnError ? choices.local.get(work) : undefined;
            const here = { ...work, ...local?.work };
            if (generator.refusesOnError && here.errors > 0 && !choices.force) {
                refused = true;
                tellRefusal(work, generator, host, language);
                continue;
            }
            try {
                const output = generator.generate(here.protocol, {
                    ...optionsFor(here, project, choices),
                    ...(local && { filledIn: local.filledIn }),
                });
                made.push({ work, to: generator.id, output });
            } catch (error) {
                failed = true;
                tellFailure(work, generator, error, host, language);
            }
        }
    }
    bar.end();
    return { made, refused, failed };
}

/** What a generator is told of one interventie. */
function optionsFor(work: Work, { services }: Project, { toPng, said, refusedValues }: Choices): GenerateOptions {
    return {
        settings: services.settings.settingsFor(work.file.uri),
        language: work.file.language,
        file: work.model,
        related: work.related,
        forced: work.errors > 0,
        ...(toPng && { toPng }),
        ...(refusedValues && { refusedValues }),
        ...said,
        unread: work.unread,
        pathOf: pathsFrom(work.file.uri),
    };
}

/** Documents are made of a text with errors too; then the user hears that, and the document says so. */
function tellDraft({ protocol, errors, file }: Work, host: Host, language: Language): void {
    const count = amount(errors, { nl: 'fout', en: 'error' }, { nl: 'fouten', en: 'errors' });
    tell(host, language, {
        nl: `${protocol.name}: ${count.nl} in de tekst; wat hiervan gemaakt wordt, is een concept. Zie: draaiboek check ${file.shown}`,
        en: `${protocol.name}: ${count.en} in the text; what is made of it is a draft. See: draaiboek check ${file.shown}`,
    });
}

function list(format: 'text' | 'json', language: Language, host: Host): void {
    if (format === 'json') {
        const outputs = [...GENERATORS, { ...SITE, refusesOnError: false }].map(
            ({ id, title, summary, refusesOnError }) => ({
                to: id,
                title: title[language],
                summary: summary[language],
                refusesOnError,
            }),
        );
        host.stdout.write(`${JSON.stringify({ version: 1, outputs }, undefined, 2)}\n`);
        return;
    }
    const { bold } = colorsFor(host.stdout, host.env);
    const all = [...GENERATORS, SITE];
    const width = Math.max(...all.map(({ id }) => id.length));
    for (const { id, title, summary } of all) {
        host.stdout.write(`${bold(id.padEnd(width))}  ${title[language]}: ${summary[language]}\n`);
    }
}

function tellRefusal({ protocol, file, errors }: Work, generator: Generator, host: Host, language: Language): void {
    const count = amount(errors, { nl: 'fout', en: 'error' }, { nl: 'fouten', en: 'errors' });
    tell(host, language, {
        nl: `${protocol.name}: ${generator.id} is niet gemaakt, want ${file.shown} (of wat het gebruikt) heeft ${count.nl}; zie \`draaiboek check\`. Met \`--force\` kan het toch.`,
        en: `${protocol.name}: ${generator.id} was not made, since ${file.shown} (or what it uses) has ${count.en}; see \`draaiboek check\`. With \`--force\` it can be made nevertheless.`,
    });
}

function tellFailure({ protocol }: Work, generator: Generator, error: unknown, host: Host, language: Language): void {
    const detail = error instanceof Error ? error.message : String(error);
    tell(host, language, {
        nl: `${protocol.name}: ${generator.id} kon niet worden gemaakt, door een fout in Draaiboek zelf (${detail}). Meld dit met het protocol erbij.`,
        en: `${protocol.name}: ${generator.id} could not be made, by a mistake in Draaiboek itself (${detail}). Report this with the protocol.`,
    });
}

/** Says so where two interventies share a name and their folders therefore have another one. */
function tellSharedFolders(works: readonly Work[], host: Host, language: Language): void {
    const sharing = new Set<string>();
    for (const same of Map.groupBy(works, (work) => work.protocol.name).values()) {
        if (same.some(({ file }) => file !== same[0]?.file)) {
            sharing.add(same[0]?.protocol.name ?? '');
        }
    }
    for (const { protocol, folder, file } of works) {
        if (sharing.has(protocol.name)) {
            tell(host, language, {
                nl: `Er is meer dan één interventie ${protocol.name}; die van ${file.shown} komt in de map ${folder}.`,
                en: `There is more than one interventie ${protocol.name}; that of ${file.shown} goes to the folder ${folder}.`,
            });
        }
    }
}
