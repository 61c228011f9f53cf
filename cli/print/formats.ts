import { jsonReport } from './json.js';
import { junitReport } from './junit.js';
import type { ReportFormat, ReportFormatter } from './report.js';
import { sarifReport } from './sarif.js';
import { textReport } from './text.js';

/** How `check` prints, by the word of `--format`. A new format is a file beside this one and a line here. */
export const FORMATTERS: Readonly<Record<ReportFormat, ReportFormatter>> = {
    text: textReport,
    json: jsonReport,
    sarif: sarifReport,
    junit: junitReport,
};
