import type { FactValue } from '../execution/truth.js';
import type { Bilingual } from '../text/bilingual.js';
import type { Values } from './decisions.js';

/** Values as the language writes them: `zorg-gedeeld is nee en contacten is 4`. */
export function inWords(values: Values): Bilingual {
    const parts = Object.entries(values);
    return {
        nl: parts.map(([name, value]) => `\`${name}\` is ${valueInWords(value).nl}`).join(' en '),
        en: parts.map(([name, value]) => `\`${name}\` is ${valueInWords(value).en}`).join(' and '),
    };
}

/** One value as the language writes it; undefined is what is not known. */
export function valueInWords(value: FactValue | undefined): Bilingual {
    switch (value) {
        case undefined:
            return { nl: 'nog niet bekend', en: 'not known yet' };
        case true:
            return { nl: 'ja', en: 'yes' };
        case false:
            return { nl: 'nee', en: 'no' };
        default:
            return { nl: String(value), en: String(value) };
    }
}
