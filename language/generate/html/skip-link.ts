import type { Bilingual } from '../../text/bilingual.js';

/** What stands first on a page, for who does not see it: a link past what is the same on each. */
export const SKIP_LINK: Bilingual = { nl: 'Naar de tekst', en: 'Skip to the text' };
