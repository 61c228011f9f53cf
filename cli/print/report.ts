import type { Finding } from '../../language/rules/finding.js';
import type { Language } from '../../language/text/bilingual.js';

/** What a check found: what every format of a report is made from. */
export interface CheckReport {
    readonly files: readonly CheckedFile[];
}

export interface CheckedFile {
    /** as people see it, with `/` */
    readonly shown: string;
    readonly uri: string;
    readonly language: Language;
    readonly findings: readonly Finding[];
    /** lines of the text, for excerpts */
    readonly lines: readonly string[];
}
