import { isAbsolute } from 'node:path';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Place, Range } from '../../language/model/protocol.js';
import { ruleByCode } from '../../language/rules/catalogue.js';
import type { Finding, Fix, Severity } from '../../language/rules/finding.js';
import { comparePositions } from '../../language/rules/places.js';
import type { SuppressedFinding } from '../../language/rules/suppressions.js';
import type { Language } from '../../language/text/bilingual.js';
import { colorsFor } from '../terminal.js';
import { VERSION } from '../version.js';
import { factsOf, type CheckedFile, type CheckReport, type PrintContext } from './report.js';
import { ruleMarkdown, ruleText } from './rule.js';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json';

/** The folder that relative places start from: where the tool runs. Its address is the machine's, so it is not given. */
const ROOT = '%SRCROOT%';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
    error: 'error',
    warning: 'warning',
    info: 'note',
};

/** How severe a rule is in GitHub's words, which order the alerts. */
const PROBLEM_SEVERITIES: Readonly<Record<Severity, string>> = {
    error: 'error',
    warning: 'warning',
    info: 'recommendation',
};

/** What the objects of a run need to know of each other. */
interface Run extends PrintContext {
    readonly ruleIndex: ReadonlyMap<string, number>;
    readonly lineBreaks: ReadonlyMap<string, string>;
}

/**
 * `check --format sarif`: the Static Analysis Results Interchange Format 2.1.0 (OASIS), which GitHub, Azure DevOps and
 * editors read. It holds no time and no address of this machine, so that the same findings give the same text.
 */
export function sarifReport({ files, problems, exitCode }: CheckReport, context: PrintContext): string {
    const { language } = context;
    const found = files.map((file) => ({ file, results: inFile(file) }));
    const codes = [...new Set(found.flatMap(({ results }) => results.map(({ finding }) => finding.code)))].sort();
    const run: Run = {
        ...context,
        ruleIndex: new Map(codes.map((code, index) => [code, index])),
        lineBreaks: new Map(files.map(({ uri, lineBreak }) => [uri, lineBreak])),
    };
    const notifications = problems.map((problem) => ({ level: 'error', message: plain(problem[language]) }));
    const log = {
        $schema: SCHEMA,
        version: '2.1.0',
        runs: [
            {
                tool: {
                    driver: {
                        name: 'Draaiboek',
                        version: VERSION,
                        semanticVersion: VERSION,
                        language,
                        rules: codes.map((code) => descriptor(code, language)),
                    },
                },
                invocations: [
                    {
                        executionSuccessful: problems.length === 0,
                        exitCode,
                        ...(problems.length > 0 ? { toolExecutionNotifications: notifications } : {}),
                    },
                ],
                originalUriBaseIds: {
                    [ROOT]: {
                        description: plain(
                            { nl: 'De map waarin Draaiboek liep.', en: 'The folder that Draaiboek ran in.' }[language],
                        ),
                    },
                },
                columnKind: 'utf16CodeUnits',
                newlineSequences: ['\r\n', '\n', '\r'],
                artifacts: files.map(({ uri }) => ({
                    location: artifact(uri, context),
                    roles: ['analysisTarget'],
                    encoding: 'UTF-8',
                })),
                results: found.flatMap(({ file, results }) => results.map((one) => result(one, file.language, run))),
            },
        ],
    };
    return `${JSON.stringify(log, undefined, 2)}\n`;
}

/** A rule that found something. */
function descriptor(code: string, language: Language): object {
    const rule = ruleByCode(code);
    if (!rule) {
        return { id: code };
    }
    const { severity, title, reason } = rule;
    return {
        id: code,
        shortDescription: { text: title[language] },
        fullDescription: { text: reason[language] },
        help: {
            text: ruleText(rule, language, colorsFor({ write: () => undefined, isTerminal: false }, {})),
            markdown: ruleMarkdown(rule, language),
        },
        defaultConfiguration: { level: LEVELS[severity] },
        properties: { tags: [code.split('/')[0]], 'problem.severity': PROBLEM_SEVERITIES[severity] },
    };
}

/** A finding with what it is known by from run to run. */
interface FoundResult {
    readonly finding: Finding | SuppressedFinding;
    readonly fingerprint: string;
}

/**
 * What was found in a file, suppressed or not. A finding is known by its rule and by what its line says, spaces aside, so
 * that it stays the same where lines are put before it; one of several alike also by its place among them.
 */
function inFile({ findings, suppressed, lines }: CheckedFile): FoundResult[] {
    const seen = new Map<string, number>();
    // suppressing one of several that are alike changes no other
    const all = [...findings, ...suppressed].sort((a, b) => comparePositions(a.at.range.start, b.at.range.start));
    return all.map((finding) => {
        const line = (lines[finding.at.range.start.line] ?? '').trim().replace(/\s+/g, ' ');
        const key = `${finding.code}\n${line}`;
        const count = (seen.get(key) ?? 0) + 1;
        seen.set(key, count);
        return { finding, fingerprint: `${bytesToHex(sha256(utf8ToBytes(key))).slice(0, 16)}:${String(count)}` };
    });
}

function result({ finding, fingerprint }: FoundResult, language: Language, run: Run): object {
    const { code, severity, message, at, related, fixes } = finding;
    const data = factsOf(finding);
    const mends = fixes.filter(({ edits }) => edits.length > 0);
    // what the example does, step by step
    const steps = related.flatMap(({ at: of, step }) =>
        step ? [{ location: { physicalLocation: physical(of, run), message: plain(step[language]) } }] : [],
    );
    return {
        ruleId: code,
        ruleIndex: run.ruleIndex.get(code),
        level: LEVELS[severity],
        message: plain(message[language]),
        locations: [{ physicalLocation: physical(at, run) }],
        ...(related.length > 0
            ? {
                  relatedLocations: related.map((place, id) => ({
                      id,
                      physicalLocation: physical(place.at, run),
                      message: plain(place.message[language]),
                  })),
              }
            : {}),
        ...(steps.length > 0 ? { codeFlows: [{ threadFlows: [{ locations: steps }] }] } : {}),
        partialFingerprints: { 'ruleAndLine/v1': fingerprint },
        ...(mends.length > 0 ? { fixes: mends.map((fix) => mend(fix, language, run)) } : {}),
        // of all results or of none (section 3.27.23)
        suppressions:
            'by' in finding
                ? finding.by.map((suppression) => ({
                      kind: 'inSource',
                      location: { physicalLocation: physical(suppression.commentAt, run) },
                      ...(suppression.reason === '' ? {} : { justification: suppression.reason }),
                  }))
                : [],
        ...(Object.keys(data).length > 0 ? { properties: { data } } : {}),
    };
}

function mend({ title, edits, safe }: Fix, language: Language, run: Run): object {
    const files = [...new Set(edits.map((edit) => edit.at.file))];
    return {
        description: plain(title[language]),
        artifactChanges: files.map((file) => ({
            artifactLocation: artifact(file, run),
            replacements: edits
                .filter((edit) => edit.at.file === file)
                .map(({ at, newText }) => ({
                    deletedRegion: region(at.range),
                    insertedContent: { text: newText.replace(/\r\n|\n/g, run.lineBreaks.get(file) ?? '\n') },
                })),
        })),
        properties: { safe },
    };
}

function physical({ file, range }: Place, context: PrintContext): object {
    return { artifactLocation: artifact(file, context), region: region(range) };
}

/**
 * Where a file is: from where the tool runs. A file outside that folder has its whole address, since a relative one may
 * not lead upwards (section 3.4.4).
 */
function artifact(uri: string, { shownUri }: PrintContext): { uri: string; uriBaseId?: string } {
    const shown = shownUri(uri);
    return !uri.startsWith('file:') || isAbsolute(shown) || shown === '..' || shown.startsWith('../')
        ? { uri }
        : { uri: shown.toWellFormed().split('/').map(encodeURIComponent).join('/'), uriBaseId: ROOT };
}

/** Lines and columns counted from 1; the end column is that behind the last character, as ours is. */
function region({ start, end }: Range): object {
    return {
        startLine: start.line + 1,
        startColumn: start.character + 1,
        endLine: end.line + 1,
        endColumn: end.character + 1,
    };
}

/**
 * A text as a message. `[a](b)` would be a link in one, and may come from a protocol, so it is taken apart. Braces are left
 * as they are: they should be doubled, but no reader of messages without arguments halves them again.
 */
function plain(text: string): { text: string } {
    return { text: text.replaceAll('](', '] (') };
}
