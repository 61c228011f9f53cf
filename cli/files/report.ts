import { readFileSync } from 'node:fs';
import { Complaint } from '../complaint.js';
import { errorCode, writingProblem } from './errors.js';
import { writeWhole } from './write.js';

/** How the text form of a report ends, in either language. */
const LAST_LINE = /^\d+ (?:bestand|bestanden|file|files) (?:gecontroleerd|checked): .*\.$/;

/** How the JUnit form begins. */
const JUNIT = /^<\?xml [^>]*>\s*<testsuites name="Draaiboek" /;

/**
 * Writes a report (`--output`). A file that is there is replaced only when it is an earlier report: whoever gives the
 * name of a protocol by mistake does not lose it.
 *
 * @throws Complaint where it cannot be written, or another file stands there
 */
export function writeReport(path: string, text: string, shown: string): void {
    let current: string | undefined;
    try {
        current = readFileSync(path, 'utf8');
    } catch (error) {
        if (errorCode(error) !== 'ENOENT') {
            throw new Complaint(writingProblem(shown, error));
        }
    }
    if (current !== undefined && current.trim() !== '' && !isReport(current)) {
        throw new Complaint({
            nl: `${shown} bestaat al en is geen verslag van Draaiboek; het is niet overschreven. Kies een andere naam.`,
            en: `${shown} exists and is no report by Draaiboek; it was not overwritten. Choose another name.`,
        });
    }
    writeWhole(path, text, shown);
}

function isReport(text: string): boolean {
    if (LAST_LINE.test(text.trimEnd().split('\n').at(-1) ?? '') || JUNIT.test(text)) {
        return true;
    }
    try {
        const value: unknown = JSON.parse(text);
        return isJsonReport(value) || isSarifReport(value);
    } catch {
        return false;
    }
}

function isJsonReport(value: unknown): boolean {
    const report = value as Readonly<Record<string, unknown>> | null;
    return report?.['version'] === 1 && 'findings' in report && 'summary' in report;
}

function isSarifReport(value: unknown): boolean {
    const log = value as { runs?: { tool?: { driver?: { name?: unknown } } }[] } | null;
    return log?.runs?.[0]?.tool?.driver?.name === 'Draaiboek';
}
