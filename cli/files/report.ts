import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { Complaint } from '../complaint.js';
import { errorCode, writingProblem } from './errors.js';
import { writeWhole } from './write.js';

/** How the text form of a report ends, in either language. */
const LAST_LINE = /^\d+ (?:bestand|bestanden|file|files) (?:gecontroleerd|checked): .*\.$/;

/** How the text form of a review ends. */
const LAST_OF_REVIEW = /^\d+ interventies?: \d+ open [^.]*\.$/;

/** How a review as a web page begins. */
const PAGE = /^<!doctype html>[^]{0,2000}<meta name="generator" content="Draaiboek">/i;

/** How the JUnit form begins. */
const JUNIT = /^<\?xml [^>]*>\s*<testsuites name="Draaiboek" /;

/**
 * Writes a report (`--output`). A file that is there is replaced only when it is an earlier report: whoever gives the
 * name of a protocol by mistake does not lose it.
 *
 * @throws Complaint where it cannot be written, or another file stands there
 */
export function writeReport(path: string, content: string | Uint8Array, shown: string): void {
    let current: Uint8Array | undefined;
    try {
        current = readFileSync(path);
    } catch (error) {
        if (errorCode(error) !== 'ENOENT') {
            throw new Complaint(writingProblem(shown, error));
        }
    }
    if (current !== undefined && !isEarlier(current)) {
        throw new Complaint({
            nl: `${shown} bestaat al en is geen verslag van Draaiboek; het is niet overschreven. Kies een andere naam.`,
            en: `${shown} exists and is no report by Draaiboek; it was not overwritten. Choose another name.`,
        });
    }
    writeWhole(path, content, shown);
}

function isEarlier(current: Uint8Array): boolean {
    const text = new TextDecoder().decode(current);
    return text.trim() === '' || isReport(text) || isOurWord(current);
}

/** A document in Word as we wrote it: one that somebody opened in Word and saved says that Word made it. */
function isOurWord(bytes: Uint8Array): boolean {
    try {
        const app = unzipSync(bytes, { filter: ({ name }) => name === 'docProps/app.xml' })['docProps/app.xml'];
        return app !== undefined && strFromU8(app).includes('<Application>Draaiboek</Application>');
    } catch {
        return false;
    }
}

function isReport(text: string): boolean {
    const last = text.trimEnd().split('\n').at(-1) ?? '';
    if (LAST_LINE.test(last) || LAST_OF_REVIEW.test(last) || JUNIT.test(text) || PAGE.test(text)) {
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
    return (
        report?.['version'] === 1 &&
        (('findings' in report && 'summary' in report) || ('reports' in report && 'language' in report))
    );
}

function isSarifReport(value: unknown): boolean {
    const log = value as { runs?: { tool?: { driver?: { name?: unknown } } }[] } | null;
    return log?.runs?.[0]?.tool?.driver?.name === 'Draaiboek';
}
