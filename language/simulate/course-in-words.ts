import { sumOfContacts } from '../execution/contacts.js';
import type { Bilingual } from '../text/bilingual.js';
import { contactsInWords, momentInWords, timeInWords } from './amounts.js';
import { foldedPath } from './folded-path.js';
import type { Failure } from './run-scenario.js';
import type { Run } from './run.js';
import { inSentence } from './stops.js';

/** The path that a case took and what it comes to, each on one line. */
export function courseInWords({
    path,
    end = '…',
    contacts,
    duration,
}: Run): readonly [path: Bilingual, sums: Bilingual] {
    const figures = [contactsInWords(sumOfContacts(contacts)), timeInWords(duration)];
    const sums = (language: keyof Bilingual) => figures.map((f) => f[language]).join('; ');
    return [foldedPath([...path, end]), { nl: sums('nl'), en: sums('en') }];
}

/** The terms that a case let run out or overran and the budgets that it exceeded, each on one line with when. */
export function overrunInWords({ overrun }: Run): readonly Bilingual[] {
    return overrun.map((entry) => {
        const when = momentInWords(entry);
        const { message } = entry;
        return { nl: `${when.nl}: ${message.nl}`, en: `${when.en}: ${message.en}` };
    });
}

/**
 * What a scenario says and nothing used, each on one line; of a case that stopped nothing, since what comes after it is
 * never used.
 */
export function unusedInWords({ unused, stop }: Run): readonly Bilingual[] {
    return stop
        ? []
        : unused.map(({ step }) => ({
              nl: `niet gebruikt: een \`bij ${step}\`, want het gezin kwam daar niet (nog een keer)`,
              en: `not used: a \`bij ${step}\`, since the family did not get there (again)`,
          }));
}

/** What went otherwise than expected; of what the scenario itself says wrongly only that. */
export function failureInWords({ kind, expected, actual, certain }: Failure): Bilingual {
    switch (kind) {
        case 'scenario':
            return actual;
        case 'unknown':
            return { nl: `${actual.nl}: ${expected.nl}`, en: `${actual.en}: ${expected.en}` };
        case 'follows':
            return {
                nl: `klopt ook niet: ${expected.nl}; ${actual.nl}`,
                en: `not so either: ${expected.en}; ${actual.en}`,
            };
        case 'course':
            return certain
                ? {
                      nl: `verwacht ${expected.nl}; maar ${inSentence(actual.nl)}`,
                      en: `expected ${expected.en}; but ${inSentence(actual.en)}`,
                  }
                : {
                      nl: `niet te zeggen of ${expected.nl} uitkomt: ${inSentence(actual.nl)}`,
                      en: `it cannot be told whether ${expected.en} comes true: ${inSentence(actual.en)}`,
                  };
    }
}
