import type { Place, Range } from '../../language/model/protocol.js';
import type { Severity } from '../../language/rules/finding.js';
import type { CheckReport } from './report.js';
import { countBySeverity } from './severities.js';

/** What `check --format json` prints. Scripts build on it: what is here stays. */
export interface JsonReport {
    readonly version: 1;
    readonly findings: readonly JsonFinding[];
    readonly summary: { readonly files: number } & Readonly<Record<Severity, number>>;
}

export interface JsonFinding {
    readonly code: string;
    readonly severity: Severity;
    readonly message: string;
    /** from where the tool runs, with `/` */
    readonly file: string;
    /** zero-based, characters in UTF-16 code units */
    readonly range: Range;
    readonly related: readonly { readonly message: string; readonly file: string; readonly range: Range }[];
    readonly fixes: readonly { readonly title: string }[];
    /** the rule's own facts */
    readonly data: Readonly<Record<string, unknown>>;
}

/**
 * @param shownUri how the path of a place is written
 */
export function jsonReport(report: CheckReport, shownUri: (uri: string) => string): JsonReport {
    const place = (at: Place) => ({ file: shownUri(at.file), range: at.range });
    const findings = report.files.flatMap(({ findings: found, language }) =>
        found.map(({ code, severity, message, at, related, fixes, data = {} }): JsonFinding => {
            // what went wrong inside the tool is no fact about the text, and names paths of its machine
            const { stack: _, ...facts } = data;
            return {
                code,
                severity,
                message: message[language],
                ...place(at),
                related: related.map((r) => ({ message: r.message[language], ...place(r.at) })),
                fixes: fixes.map((fix) => ({ title: fix.title[language] })),
                data: facts,
            };
        }),
    );
    const counts = countBySeverity(report.files.flatMap((file) => file.findings));
    return { version: 1, findings, summary: { files: report.files.length, ...counts } };
}
