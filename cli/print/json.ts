import type { QueriedElement } from '../../language/analysis/elements.js';
import type { Place, Range } from '../../language/model/protocol.js';
import type { Answer, Answered } from '../../language/rules/answers.js';
import type { FrameworkAnswers } from '../../language/rules/framework-answers.js';
import type { Severity } from '../../language/rules/finding.js';
import { factsOf, type CheckedFile, type CheckReport, type PrintContext } from './report.js';
import { countBySeverity } from './severities.js';

/** What `check --format json` prints. Scripts build on it: what is here stays. */
export interface JsonReport {
    readonly version: 1;
    readonly findings: readonly JsonFinding[];
    /** what could not be read, and what is wrong in the settings: with one of these the findings are not all there is */
    readonly problems: readonly string[];
    /** with `--proofs`: the questions about all courses with their answers */
    readonly proofs?: readonly JsonAnswers[];
    /** with `--proofs`: what the `toets`en of frameworks find in an interventie */
    readonly queries?: readonly JsonQueries[];
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

export interface JsonAnswers {
    readonly file: string;
    readonly interventie: string;
    /** why nothing is proved, where nothing is */
    readonly because?: string;
    /** null where nothing is proved */
    readonly answers:
        | readonly {
              readonly code: string;
              readonly question: string;
              readonly outcome: Answer['outcome'];
              readonly reasons: readonly string[];
          }[]
        | null;
}

export interface JsonQueries {
    readonly file: string;
    readonly interventie: string;
    readonly toetsingskader: string;
    readonly answers: readonly {
        readonly indicator: string;
        /** the `toets` as written, and where */
        readonly query: string;
        readonly file: string;
        readonly range: Range;
        readonly outcome: Answer['outcome'];
        readonly satisfying: readonly JsonElement[];
        readonly notSatisfying: readonly JsonElement[];
        readonly reasons: readonly string[];
    }[];
}

export interface JsonElement {
    readonly kind: string;
    readonly name: string;
    readonly file: string;
    readonly range: Range;
}

/** `check --format json`. */
export function jsonReport({ files, problems }: CheckReport, { shownUri, language }: PrintContext): string {
    const place = (at: Place) => ({ file: shownUri(at.file), range: at.range });
    const findings = files.flatMap(({ findings: found, language: own }) =>
        found.map((finding): JsonFinding => {
            const { code, severity, message, at, related, fixes } = finding;
            return {
                code,
                severity,
                message: message[own],
                ...place(at),
                related: related.map((r) => ({ message: r.message[own], ...place(r.at) })),
                fixes: fixes.map((fix) => ({ title: fix.title[own] })),
                data: factsOf(finding),
            };
        }),
    );
    const counts = countBySeverity(files.flatMap((file) => file.findings));
    const proofs = files.flatMap((file) => (file.proofs ? [file.proofs.map((a) => answersIn(file, a))] : [])).flat();
    const queries = files.flatMap((file) => file.queries?.map((q) => queriesIn(file, q, place)) ?? []);
    const asked = files.some((file) => file.proofs);
    const report: JsonReport = {
        version: 1,
        findings,
        problems: problems.map((problem) => problem[language]),
        ...(asked && { proofs, queries }),
        summary: { files: files.length, ...counts },
    };
    return `${JSON.stringify(report, undefined, 2)}\n`;
}

function answersIn({ shown, language }: CheckedFile, { protocol, answers, because }: Answered): JsonAnswers {
    return {
        file: shown,
        interventie: protocol,
        ...(because && { because: because[language] }),
        answers:
            answers?.map(({ code, question, outcome, reasons }) => ({
                code,
                question: question[language],
                outcome,
                reasons: reasons.map((r) => r[language]),
            })) ?? null,
    };
}

function queriesIn(
    { shown, language }: CheckedFile,
    { protocol, framework, answers }: FrameworkAnswers,
    place: (at: Place) => { readonly file: string; readonly range: Range },
): JsonQueries {
    const element = ({ kind, name, at }: QueriedElement): JsonElement => ({ kind, name, ...place(at) });
    return {
        file: shown,
        interventie: protocol,
        toetsingskader: framework,
        answers: answers.map(({ indicator, query, outcome, satisfying, notSatisfying, reasons }) => ({
            indicator,
            query: query.text,
            ...place(query.at),
            outcome,
            satisfying: satisfying.map(element),
            notSatisfying: notSatisfying.map(element),
            reasons: reasons.map((r) => r[language]),
        })),
    };
}
