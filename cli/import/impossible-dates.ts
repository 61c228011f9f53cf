import type { ImportedDocument } from '../../language/import/blocks.js';
import type { Bilingual } from '../../language/text/bilingual.js';

/** What a reader has to know of comments with a date that no calendar has. */
export function impossibleDates({ comments }: ImportedDocument): Bilingual[] {
    return comments.flatMap(({ noDate, author, text }) =>
        noDate === undefined
            ? []
            : [
                  {
                      nl: `De opmerking “${text}”${author === undefined ? '' : ` van ${author}`} heeft als datum ${noDate}, en die dag bestaat niet: zij is zonder datum overgenomen.`,
                      en: `The comment “${text}”${author === undefined ? '' : ` by ${author}`} has the date ${noDate}, and there is no such day: it was taken over without a date.`,
                  },
              ],
    );
}
