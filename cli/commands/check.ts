import { resolve } from 'node:path';
import { answersOf } from '../../language/rules/answers.js';
import { frameworkAnswersOf } from '../../language/rules/framework-answers.js';
import { checkedOf } from '../../language/rules/check.js';
import type { Severity } from '../../language/rules/finding.js';
import type { Language } from '../../language/text/bilingual.js';
import { EXIT } from '../complaint.js';
import { refuseEmpty, shownPath } from '../files/paths.js';
import type { Host } from '../host.js';
import { FORMATTERS } from '../print/formats.js';
import type { CheckedFile, CheckReport, ReportFormat } from '../print/report.js';
import { SEVERITIES } from '../print/severities.js';
import { openProject, shownUri, type Project, type ProjectFile } from '../project.js';
import { colorsFor, progress, tell } from '../terminal.js';

export interface CheckOptions {
    readonly format: ReportFormat;
    /** file for the report, instead of standard output */
    readonly output?: string;
    /** what may be found and still be fine; `none`: nothing */
    readonly maxSeverity: Severity | 'none';
    /** which fixes are applied first: those that change no claim, and those that write `onbekend` as well */
    readonly fix: 'none' | 'safe' | 'unknown';
    /** whether the answers to the questions about all courses are told as well */
    readonly proofs: boolean;
    /** whether a text names all other places of a finding */
    readonly allPlaces: boolean;
    readonly watch: boolean;
    /** what the user asked for */
    readonly language?: Language;
}

/** `check`: the findings for protocols. @returns the exit code */
export async function check(paths: readonly string[], options: CheckOptions, host: Host): Promise<number> {
    refuseEmpty([...paths, options.output]);
    if (options.watch) {
        const { watch } = await import('./watch.js');
        return watch(paths, options, host);
    }
    if (options.fix !== 'none') {
        const { fixFiles } = await import('./fix.js');
        await fixFiles(paths, options, host);
    }
    return checkOnce(paths, options, host);
}

/** Checks and prints. @returns the exit code */
export async function checkOnce(paths: readonly string[], options: CheckOptions, host: Host): Promise<number> {
    const project = await openProject(paths, host, options.language);
    project.problems.forEach((problem) => {
        tell(host, options.language ?? 'nl', problem);
    });
    // a program that reads JSON is told there as well that there was nothing to read
    if (project.files.length === 0 && options.format !== 'json') {
        return EXIT.unusable;
    }
    const files = checkProject(project, options, host);
    const { problems } = project;
    const tooSevere = files.some((file) => file.findings.some((f) => isTooSevere(f.severity, options.maxSeverity)));
    const exitCode = problems.length > 0 ? EXIT.unusable : tooSevere ? EXIT.findings : EXIT.fine;
    await print({ files, problems, exitCode }, options, host);
    return exitCode;
}

/** All files of a project, with their findings. */
function checkProject(project: Project, options: CheckOptions, host: Host): CheckedFile[] {
    const bar = progress(host, project.files.length);
    const files = project.files.map((file) => {
        bar.step(file.shown);
        return checkFile(file, project, options);
    });
    bar.end();
    return files;
}

function checkFile(
    { shown, uri, language, document, source: { text } }: ProjectFile,
    project: Project,
    { proofs }: CheckOptions,
): CheckedFile {
    const { findings, suppressed } = checkedOf(document, project.services);
    const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
    return {
        shown,
        uri,
        language,
        findings,
        suppressed,
        lines: text.split(/\r\n|\r|\n/),
        lineBreak,
        ...(proofs && {
            proofs: answersOf(document, project.services),
            queries: frameworkAnswersOf(document, project.services),
        }),
    };
}

async function print(report: CheckReport, options: CheckOptions, host: Host): Promise<void> {
    const toFile = options.output !== undefined;
    const text = FORMATTERS[options.format](report, {
        language: options.language ?? commonLanguage(report),
        colors: colorsFor(toFile ? { ...host.stdout, isTerminal: false } : host.stdout, host.env),
        shownUri: (uri) => shownUri(uri, host.cwd, options.format === 'text' ? shownPath : undefined),
        allPlaces: options.allPlaces,
        isTooSevere: (severity) => isTooSevere(severity, options.maxSeverity),
    });
    if (options.output === undefined) {
        host.stdout.write(text);
        return;
    }
    const { writeReport } = await import('../files/report.js');
    const path = resolve(host.cwd, options.output);
    writeReport(path, text, shownPath(path, host.cwd));
}

/** The language of what is not about one file: that of all files, or Dutch. */
function commonLanguage({ files }: CheckReport): Language {
    return files.length > 0 && files.every(({ language }) => language === 'en') ? 'en' : 'nl';
}

function isTooSevere(severity: Severity, most: Severity | 'none'): boolean {
    return most === 'none' || SEVERITIES.indexOf(severity) > SEVERITIES.indexOf(most);
}
