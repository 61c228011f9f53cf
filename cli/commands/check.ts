import { resolve } from 'node:path';
import { findingsOf } from '../../language/rules/check.js';
import type { Severity } from '../../language/rules/finding.js';
import type { Language } from '../../language/text/bilingual.js';
import { EXIT } from '../complaint.js';
import { shownPath } from '../files/paths.js';
import type { Host } from '../host.js';
import { jsonReport } from '../print/json.js';
import type { CheckedFile, CheckReport } from '../print/report.js';
import { SEVERITIES } from '../print/severities.js';
import { textReport } from '../print/text.js';
import { openProject, shownUri, type Project, type ProjectFile } from '../project.js';
import { colorsFor, progress, tell } from '../terminal.js';

export interface CheckOptions {
    readonly format: 'text' | 'json';
    /** file for the report, instead of standard output */
    readonly output?: string;
    /** what may be found and still be fine; `none`: nothing */
    readonly maxSeverity: Severity | 'none';
    readonly fix: boolean;
    readonly watch: boolean;
    /** what the user asked for */
    readonly language?: Language;
}

/** `check`: the findings for protocols. @returns the exit code */
export async function check(paths: readonly string[], options: CheckOptions, host: Host): Promise<number> {
    if (options.watch) {
        const { watch } = await import('./watch.js');
        return watch(paths, options, host);
    }
    if (options.fix) {
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
    if (project.files.length === 0) {
        return EXIT.unusable;
    }
    const report = checkProject(project, host);
    await print(report, options, host);
    const tooSevere = report.files.some((file) =>
        file.findings.some((f) => isTooSevere(f.severity, options.maxSeverity)),
    );
    return project.problems.length > 0 ? EXIT.unusable : tooSevere ? EXIT.findings : EXIT.fine;
}

/** The findings of all files of a project. */
export function checkProject(project: Project, host: Host): CheckReport {
    const bar = progress(host, project.files.length);
    const files = project.files.map((file) => {
        bar.step(file.shown);
        return checkFile(file, project);
    });
    bar.end();
    return { files };
}

function checkFile({ shown, uri, language, document, source }: ProjectFile, { services }: Project): CheckedFile {
    return { shown, uri, language, findings: findingsOf(document, services), lines: source.text.split(/\r\n|\r|\n/) };
}

async function print(report: CheckReport, options: CheckOptions, host: Host): Promise<void> {
    const shown = (uri: string) => shownUri(uri, host.cwd);
    const toFile = options.output !== undefined;
    const text =
        options.format === 'json'
            ? `${JSON.stringify(jsonReport(report, shown), undefined, 2)}\n`
            : textReport(
                  report,
                  options.language ?? commonLanguage(report),
                  colorsFor(toFile ? { ...host.stdout, isTerminal: false } : host.stdout, host.env),
                  shown,
              );
    if (options.output === undefined) {
        host.stdout.write(text);
        return;
    }
    const { writeReport } = await import('../files/report.js');
    const path = resolve(host.cwd, options.output);
    writeReport(path, text, shownPath(path, host.cwd));
}

/** The language of the summary: that of all files, or Dutch. */
function commonLanguage({ files }: CheckReport): Language {
    return files.length > 0 && files.every(({ language }) => language === 'en') ? 'en' : 'nl';
}

function isTooSevere(severity: Severity, most: Severity | 'none'): boolean {
    return most === 'none' || SEVERITIES.indexOf(severity) > SEVERITIES.indexOf(most);
}
