import type { Bilingual } from '../text/bilingual.js';

/** What a forced output says of itself. */
export const MADE_DESPITE_ERRORS: Bilingual = {
    nl: 'CONCEPT: gemaakt ondanks fouten in de tekst.',
    en: 'DRAFT: made despite errors in the text.',
};
