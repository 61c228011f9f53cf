import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { differenceBetween, type ComparedSide, type Difference } from '../../language/diff/difference.js';
import { unreadNote } from '../../language/diff/headings.js';
import { differenceJson, type Shown } from '../../language/diff/json.js';
import { differencePictures } from '../../language/diff/picture.js';
import { differenceMarkdown } from '../../language/diff/markdown.js';
import { safeName } from '../../language/generate/paths.js';
import { localSides, sideOf } from '../../language/diff/sides.js';
import { pathsFrom } from '../../language/names/imports.js';
import type { Language } from '../../language/text/bilingual.js';
import { Complaint, EXIT } from '../complaint.js';
import { earlierNames, openRevision } from '../files/git.js';
import { writeOutput, type PlannedFile } from '../files/output-folder.js';
import { refuseEmpty, shownPath } from '../files/paths.js';
import type { Host } from '../host.js';
import { amount } from '../messages.js';
import type { DiffFormat } from '../print/diff-formats.js';
import { textOfDifference } from '../print/diff.js';
import { openEarlier, openProject, shownUri, type Project } from '../project.js';
import { leaveServices } from '../services.js';
import { colorsFor, tell } from '../terminal.js';

export interface DiffOptions {
    readonly format: DiffFormat;
    /** a version in git, or two with `..` between */
    readonly git: string | undefined;
    /** the folder for the drawings of the difference */
    readonly out: string | undefined;
    /** whether a difference gives another exit code */
    readonly check: boolean;
    /** what the user asked for */
    readonly language?: Language;
}

/** What was compared, and whether all of it could be read. */
interface Compared {
    readonly difference: Difference;
    readonly shown: Shown;
    readonly isWhole: boolean;
    readonly language: Language;
}

/** `diff`: what differs in meaning between two versions, or between what is national and local. @returns the exit code */
export async function diff(paths: readonly string[], options: DiffOptions, host: Host): Promise<number> {
    refuseEmpty([...paths, options.git, options.out]);
    const compared =
        options.git === undefined
            ? paths.length === 1
                ? await localDifference(paths, options, host)
                : await differenceOfPaths(paths, options, host)
            : await differenceInGit(paths, options.git, options, host);
    if (!compared) {
        return EXIT.unusable;
    }
    const { difference, shown, isWhole, language } = compared;
    if (difference.unread.length > 0) {
        tell(host, language, unreadNote(difference.unread.map((uri) => shownUri(uri, host.cwd, shownPath))));
    }
    if (options.out !== undefined) {
        await drawInto(options.out, difference, language, host);
    }
    host.stdout.write(printed(difference, shown, language, options, host));
    const differs = difference.changes.length > 0;
    return !isWhole ? EXIT.unusable : options.check && differs ? EXIT.findings : EXIT.fine;
}

/** Writes a drawing for each interventie whose process differs. */
async function drawInto(out: string, difference: Difference, language: Language, host: Host): Promise<void> {
    const folder = resolve(host.cwd, out);
    const files = differencePictures(difference, {
        language,
        pathOf: (uri, home) => pathsFrom(home)(uri),
        forced: false,
        prefix: 'verschil:',
        style: 'both',
    }).map(({ interventie, at, svg }): PlannedFile => ({
        path: `${safeName(interventie)}-verschil.svg`,
        content: svg,
        source: resolve(fileURLToPath(at.file)),
    }));
    if (files.length > 0) {
        await writeOutput(folder, files, host.cwd);
    }
    const made = amount(
        files.length,
        { nl: 'tekening van het verschil', en: 'drawing of the difference' },
        { nl: 'tekeningen van het verschil', en: 'drawings of the difference' },
    );
    tell(host, language, {
        nl: `${made.nl} gemaakt in ${shownPath(folder, host.cwd)}.`,
        en: `${made.en} made in ${shownPath(folder, host.cwd)}.`,
    });
}

function printed(difference: Difference, shown: Shown, language: Language, options: DiffOptions, host: Host): string {
    switch (options.format) {
        case 'json': {
            const json = differenceJson(difference, shown, language, (uri) => shownUri(uri, host.cwd));
            return `${JSON.stringify(json, undefined, 2)}\n`;
        }
        case 'markdown':
            return differenceMarkdown(difference, shown, language, (uri) => shownUri(uri, host.cwd));
        case 'text':
            return textOfDifference(difference, language, colorsFor(host.stdout, host.env));
    }
}

async function differenceOfPaths(
    paths: readonly string[],
    options: DiffOptions,
    host: Host,
): Promise<Compared | undefined> {
    const [old, now, ...more] = paths;
    if (old === undefined || now === undefined || more.length > 0) {
        throw new Complaint({
            nl: 'Noem twee bestanden of mappen om te vergelijken: `draaiboek diff OUD NIEUW`. Met `--git VERSIE` vergelijkt u met een eerdere versie, en met één bestand wat plaatselijk is met wat het uitwerkt.',
            en: 'Name two files or folders to compare: `draaiboek diff OLD NEW`. With `--git VERSION` you compare with an earlier version, and with one file what is local with what it works out.',
        });
    }
    return compared(
        () => openProject([old], host, options.language),
        () => openProject([now], host, options.language),
        { old, new: now },
        options,
        host,
    );
}

async function differenceInGit(
    paths: readonly string[],
    versions: string,
    options: DiffOptions,
    host: Host,
): Promise<Compared | undefined> {
    const [from = '', to, ...more] = versions.split('..');
    if (more.length > 0 || from === '' || to === '') {
        throw new Complaint({
            nl: `\`--git ${versions}\` noemt geen versie, of geen twee met \`..\` ertussen, zoals HEAD~1 of v1..v2.`,
            en: `\`--git ${versions}\` names no version, or not two with \`..\` between, such as HEAD~1 or v1..v2.`,
        });
    }
    const renamed = earlierNames(from, to, paths, host.cwd);
    const older = openRevision(from, [...(paths.length > 0 ? paths : ['.']), ...renamed], host.cwd);
    const newer = to === undefined ? undefined : openRevision(to, paths, host.cwd);
    const what = (paths.length > 0 ? paths : ['.']).join(' ');
    return compared(
        () => openEarlier(older, host, options.language),
        () => (newer ? openEarlier(newer, host, options.language) : openProject(paths, host, options.language)),
        { old: `${from}:${what}`, new: to === undefined ? what : `${to}:${what}` },
        options,
        host,
    );
}

async function compared(
    openOld: () => Promise<Project>,
    openNew: () => Promise<Project>,
    shown: Shown,
    options: DiffOptions,
    host: Host,
): Promise<Compared | undefined> {
    const sides: ComparedSide[] = [];
    let [isWhole, language]: [boolean, Language | undefined] = [true, options.language];
    for (const open of [openOld, openNew]) {
        const project = await open();
        project.problems.forEach((problem) => {
            tell(host, options.language ?? 'nl', problem);
        });
        isWhole &&= project.problems.length === 0;
        sides.push(
            sideOf(
                project.files.map(({ document }) => document),
                project.services,
            ),
        );
        language ??= project.files[0]?.language;
        // the other side reads the same files, as they were or are there
        await leaveServices();
    }
    const [older, newer] = sides;
    if (!older || !newer || (!isWhole && sides.some((s) => s.files.length === 0))) {
        return undefined;
    }
    return { difference: differenceBetween(older, newer), shown, isWhole, language: language ?? 'nl' };
}

/** What is local beside what it works out, for each interventie that works out another. */
async function localDifference(
    paths: readonly string[],
    options: DiffOptions,
    host: Host,
): Promise<Compared | undefined> {
    const project = await openProject(paths, host, options.language);
    project.problems.forEach((problem) => {
        tell(host, options.language ?? 'nl', problem);
    });
    const sides = localSides(
        project.files.map(({ document }) => document),
        project.services,
    );
    if (!sides) {
        if (project.files.length > 0) {
            throw new Complaint({
                nl: `In ${paths.join(' ')} staat geen interventie die een andere uitwerkt (\`uitwerking van\`). Noem twee bestanden om te vergelijken: \`draaiboek diff OUD NIEUW\`; of een eerdere versie: \`--git HEAD~1\`.`,
                en: `${paths.join(' ')} holds no interventie that works out another one (\`uitwerking van\`). Name two files to compare: \`draaiboek diff OLD NEW\`; or an earlier version: \`--git HEAD~1\`.`,
            });
        }
        return undefined;
    }
    const { national, local, beside } = sides;
    const names = ({ files }: ComparedSide) =>
        [...new Set(files.flatMap((f) => f.interventions.map((p) => p.name)))].join(', ');
    return {
        difference: differenceBetween(national, local, beside),
        shown: { old: names(national), new: names(local) },
        isWhole: project.problems.length === 0,
        language: options.language ?? project.files[0]?.language ?? 'nl',
    };
}
