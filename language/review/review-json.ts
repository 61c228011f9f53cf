import type { Language } from '../text/bilingual.js';
import type { ReviewReport } from './report.js';

/**
 * What `review --format json` prints; docs/review.schema.json is made from it. Scripts build on it: what is here stays.
 */
export interface ReviewJson {
    readonly version: 1;
    /** of every sentence that is not of the protocol */
    readonly language: Language;
    /** what could not be read, and what is wrong in the settings: with one of these the reports may not be all there is */
    readonly problems: readonly string[];
    readonly reports: readonly ReviewReport[];
}

/** @param shown how a file is called, by its URI */
export function reviewJson(
    reports: readonly ReviewReport[],
    problems: readonly string[],
    language: Language,
    shown: (uri: string) => string,
): ReviewJson {
    return { version: 1, language, problems, reports: reports.map((report) => withFiles(report, shown)) };
}

/** The same with each file called as `shown` does. */
function withFiles<T>(value: T, shown: (uri: string) => string): T;
function withFiles(value: unknown, shown: (uri: string) => string): unknown {
    if (Array.isArray(value)) {
        return value.map((item: unknown) => withFiles(item, shown));
    }
    if (typeof value !== 'object' || value === null) {
        return value;
    }
    return Object.fromEntries(
        Object.entries(value).map(([key, part]: [string, unknown]) => [
            key,
            key === 'file' && 'range' in value && typeof part === 'string' ? shown(part) : withFiles(part, shown),
        ]),
    );
}
