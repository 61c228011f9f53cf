import type { Modality } from '../model/protocol.js';
import type { Bilingual } from '../text/bilingual.js';

/** How a text says how firm it is: veelal, in beginsel, zo nodig, bij voorkeur, mogelijk, gestreefd naar. */
export const MODALITY_WORDS: Readonly<Record<Modality, Bilingual>> = {
    usually: { nl: 'veelal', en: 'usually' },
    'in-principle': { nl: 'in beginsel', en: 'in principle' },
    'if-needed': { nl: 'zo nodig', en: 'if needed' },
    preferably: { nl: 'bij voorkeur', en: 'preferably' },
    possibly: { nl: 'mogelijk', en: 'possibly' },
    aimed: { nl: 'gestreefd naar', en: 'aimed at' },
};
