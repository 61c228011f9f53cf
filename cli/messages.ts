import type { Bilingual } from '../language/text/bilingual.js';
import type { Severity } from '../language/rules/finding.js';

/** `1 fout`, `2 fouten`: an amount with its word. */
export function amount(count: number, one: Bilingual, more: Bilingual): Bilingual {
    const { nl, en } = count === 1 ? one : more;
    return { nl: `${String(count)} ${nl}`, en: `${String(count)} ${en}` };
}

/** What a severity is called. */
export const SEVERITY_WORDS: Readonly<Record<Severity, Bilingual>> = {
    error: { nl: 'fout', en: 'error' },
    warning: { nl: 'waarschuwing', en: 'warning' },
    info: { nl: 'info', en: 'info' },
};

/** What several findings of a severity are called. */
export const SEVERITY_AMOUNTS: Readonly<Record<Severity, readonly [one: Bilingual, more: Bilingual]>> = {
    error: [
        { nl: 'fout', en: 'error' },
        { nl: 'fouten', en: 'errors' },
    ],
    warning: [
        { nl: 'waarschuwing', en: 'warning' },
        { nl: 'waarschuwingen', en: 'warnings' },
    ],
    info: [
        { nl: 'ter informatie', en: 'for information' },
        { nl: 'ter informatie', en: 'for information' },
    ],
};

/** `3 bestanden` */
export function files(count: number): Bilingual {
    return amount(count, { nl: 'bestand', en: 'file' }, { nl: 'bestanden', en: 'files' });
}
