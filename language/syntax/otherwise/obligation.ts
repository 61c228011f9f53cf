import type { Bilingual } from '../../text/bilingual.js';
import { instead } from '../wording.js';
import type { Mistake } from './mistake.js';

/** What may be done by somebody, or with something, and as the language says it. */
const MAY = /^(?:mag|kan) ((?:door|levert|vereist|inzet|duur|termijn)) (?!niet\b)(.+)$/;
const MUST = /^(?:moet|verplicht) ((?:door|levert|vereist|bepaalt|inzet|duur|termijn) .+)$/;

/** `mag door Coach`, `moet door Coach`: what stands there holds; what need not be, says so behind its keyword. */
export function allowed({ line }: Mistake): Bilingual | undefined {
    const right = MAY.test(line)
        ? line.replace(MAY, '$1 mogelijk $2')
        : MUST.test(line)
          ? line.replace(MUST, '$1')
          : undefined;
    return right === undefined ? undefined : instead(right, line);
}

/** `competentie verplicht`, `niet verplicht`, `mag niet`: in words, or with how firm it is. */
export function required({ words, rest }: Mistake): Bilingual | undefined {
    const [first = '', ...behind] = words;
    const said = /^(?:mag|mogen|moet|moeten|hoeft|verplicht|niet verplicht)\b/;
    const isAlone = said.test([first, ...behind].join(' '));
    if (!isAlone && !(said.test(rest) && /^(?:taak|competentie|bevoegdheid|opleiding|selectie-eis)$/.test(first))) {
        return undefined;
    }
    const example = isAlone ? 'levert Plan' : `${first} "…"`;
    const loose = isAlone ? 'levert zo nodig Plan' : `${first} bij voorkeur "…"`;
    return {
        nl: `Wat er staat, moet: schrijf alleen wat er gebeurt of nodig is, \`${example}\`. Hoeft het niet altijd, zeg dat dan erachter: \`${loose}\`. Wat niet mag, staat in een tekst: \`toelichting "…"\`.`,
        en: `What stands there must be: write only what is done or needed, \`${example}\`. Where it need not always be, say so behind it: \`${loose}\`. What is not allowed stands in a text: \`toelichting "…"\`.`,
    };
}
