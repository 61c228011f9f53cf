import { sumOfContacts } from '../execution/contacts.js';
import type { Bilingual } from '../text/bilingual.js';
import { contactsInWords, momentInWords, timeInWords } from './amounts.js';
import type { Failure } from './run-scenario.js';
import type { Run } from './run.js';

/** The path that a case took and what it comes to, each on one line. */
export function courseInWords({ path, end = '…', contacts, duration }: Run): readonly [path: string, sums: Bilingual] {
    const figures = [contactsInWords(sumOfContacts(contacts)), timeInWords(duration)];
    const sums = (language: keyof Bilingual) => figures.map((f) => f[language]).join('; ');
    return [[...path, end].join(' → '), { nl: sums('nl'), en: sums('en') }];
}

/** The terms that a case let run out or overran, each on one line with when. */
export function overrunInWords({ overrun }: Run): readonly Bilingual[] {
    return overrun.map(({ message, time, date }) => {
        const when = momentInWords(time, date);
        return { nl: `${when.nl}: ${message.nl}`, en: `${when.en}: ${message.en}` };
    });
}

/** What a scenario says and nothing used, each on one line. */
export function unusedInWords({ unused }: Run): readonly Bilingual[] {
    return unused.map(({ step }) => ({
        nl: `niet gebruikt: een \`bij ${step}\`, want het gezin kwam daar niet (nog een keer)`,
        en: `not used: a \`bij ${step}\`, since the family did not get there (again)`,
    }));
}

/** What went otherwise than expected; of what the scenario itself says wrongly only that. */
export function failureInWords({ kind, expected, actual }: Failure): Bilingual {
    switch (kind) {
        case 'scenario':
            return actual;
        case 'follows':
            return { nl: `${actual.nl}: ${expected.nl}`, en: `${actual.en}: ${expected.en}` };
        case 'course':
            return {
                nl: `verwacht ${expected.nl}; maar ${actual.nl}`,
                en: `expected ${expected.en}; but ${actual.en}`,
            };
    }
}
