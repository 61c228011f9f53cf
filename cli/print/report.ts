import type { Answered } from '../../language/rules/answers.js';
import type { FrameworkAnswers } from '../../language/rules/framework-answers.js';
import type { Finding, Severity } from '../../language/rules/finding.js';
import type { SuppressedFinding } from '../../language/rules/suppressions.js';
import type { Bilingual, Language } from '../../language/text/bilingual.js';
import type { Colors } from '../terminal.js';

/** The formats that a check can be printed in; `formats.ts` has how. */
export const REPORT_FORMATS = ['text', 'json', 'sarif', 'junit'] as const;

export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** What a check found: what every format of a report is made from. */
export interface CheckReport {
    readonly files: readonly CheckedFile[];
    /** what could not be read, and what is wrong in the settings */
    readonly problems: readonly Bilingual[];
    /** how the tool will end */
    readonly exitCode: number;
}

export interface CheckedFile {
    /** as people see it, with `/` */
    readonly shown: string;
    readonly uri: string;
    readonly language: Language;
    readonly findings: readonly Finding[];
    /** what comments in the text silence */
    readonly suppressed: readonly SuppressedFinding[];
    /** the answers to the questions about all courses, where they were asked for */
    readonly proofs?: readonly Answered[];
    /** what the `toets`en of frameworks find, where that was asked for as well */
    readonly queries?: readonly FrameworkAnswers[];
    /** lines of the text, for excerpts */
    readonly lines: readonly string[];
    /** how its lines end */
    readonly lineBreak: '\n' | '\r\n';
}

/** How a report is printed. */
export interface PrintContext {
    /** of what is not about one file; a file's findings are in its own */
    readonly language: Language;
    readonly colors: Colors;
    /** how the path of a place is written: from where the tool runs, with `/` */
    readonly shownUri: (uri: string) => string;
    /** whether a text names all other places of a finding, the middle of a long course as well */
    readonly allPlaces: boolean;
    /** whether findings of this severity make the check fail */
    readonly isTooSevere: (severity: Severity) => boolean;
}

/** One format of a report: all of its text, with the line break at its end. The same report gives the same text. */
export type ReportFormatter = (report: CheckReport, context: PrintContext) => string;

/** The rule's own facts. What went wrong inside the tool is no fact about the text, and names paths of its machine. */
export function factsOf({ data = {} }: Finding): Readonly<Record<string, unknown>> {
    const { stack: _, ...facts } = data;
    return facts;
}
