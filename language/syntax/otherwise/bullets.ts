import type { Bilingual } from '../../text/bilingual.js';
import type { Mistake } from './mistake.js';

/** `- door X`, `1. door X`, `a) door X`: a line of a list from a word processor. */
export function bullet({ tokens, index, token, words, at }: Mistake): Bilingual | undefined {
    const [sign = '', next = ''] = words;
    const following = tokens[index + 1];
    if (at > 0 || following === undefined || following.firstOnLine === true) {
        return undefined;
    }
    // the point behind the number is no sign of the language
    const isApart = following.startOffset - token.startOffset - token.image.length > 1;
    const isNumber = /^\d{1,2}$/.test(sign) && (next === ')' || (isApart && /^\p{L}/u.test(next)));
    const isLetter = /^\p{L}$/u.test(sign) && next === ')';
    return sign === '-' || isNumber || isLetter ? withoutBullet(next === ')' ? `${sign})` : sign) : undefined;
}

/** The message for the sign or the number of a list. */
export function withoutBullet(sign: string): Bilingual {
    return {
        nl: `Een regel begint zonder opsommingsteken of nummer. Haal \`${sign}\` weg.`,
        en: `A line begins without a bullet or a number. Take \`${sign}\` away.`,
    };
}
