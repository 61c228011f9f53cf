import type { Bilingual } from '../../text/bilingual.js';
import { inWords } from '../lines.js';
import { OPEN_VALUE, type Mistake } from './mistake.js';

/** What is open of a count, by the word before it. */
const OF_COUNT: Readonly<Record<string, string>> = { in: 'in welk jaar', per: 'per hoeveel tijd' };

/** `stap onbekend`: what gets a name is not open itself. */
export function nameIsOpen({ words, at, told }: Mistake): Bilingual | undefined {
    const [kind = '', open = ''] = words;
    if (at !== 1 || !OPEN_VALUE.test(open) || !/ hoort een naam, /.test(told)) {
        return undefined;
    }
    const form = `${kind} Naam { toelichting ${open} }`;
    const whole = kind === 'stap' || kind === 'fase';
    return {
        nl: `Een \`${kind}\` heeft een naam; wat \`${open}\` is, staat in het blok: \`${form}\`${whole ? `; is de hele aanpak ${open}, schrijf dan \`aanpak ${open}\`` : ''}.`,
        en: `A \`${kind}\` has a name; what is \`${open}\` stands in its block: \`${form}\`${whole ? `; where all of the approach is, write \`aanpak ${open}\`` : ''}.`,
    };
}

/** `volgens onbekend`: who says something, or it is not said. */
export function sourceIsOpen({ words, at }: Mistake): Bilingual | undefined {
    const open = words[at] ?? '';
    return words[at - 1] === 'volgens' && OPEN_VALUE.test(open)
        ? {
              nl: `Achter \`volgens\` staat een bron. Is niet bekend wie het zegt, haal \`volgens ${open}\` dan weg en vraag het een collega: \`opmerking "Wie zegt dit?"\`. Maakt u het zelf op uit iets anders, schrijf dan \`afgeleid\`.`,
              en: `A source stands behind \`volgens\`. Where it is not known who says so, take \`volgens ${open}\` away and ask a colleague: \`opmerking "Wie zegt dit?"\`. Where you conclude it from something else, write \`afgeleid\`.`,
          }
        : undefined;
}

/** `61 van onbekend`, `78 gezinnen in onbekend`, `2 keer per onbekend`: what of a count is open. */
export function partOfCountIsOpen({ words, at }: Mistake): Bilingual | undefined {
    const [word = '', open = ''] = OPEN_VALUE.test(words[at] ?? '') ? words.slice(at - 1) : words.slice(at);
    const from = OPEN_VALUE.test(words[at] ?? '') ? at - 1 : at;
    const count = words.slice(0, from);
    const isCount = from > 0 && OPEN_VALUE.test(open) && count.some((w) => /^\d/.test(w));
    const why = OF_COUNT[word];
    if (!isCount || (why === undefined && word !== 'van')) {
        return undefined;
    }
    const form =
        why === undefined
            ? `${count.at(-1) ?? ''} van ${open} gezinnen`
            : `${inWords(count)}, ${open === 'onbekend' ? 'onbekend omdat' : 'plaatselijk'} "${why}"`;
    return why === undefined
        ? {
              nl: `Zeg achter \`van ${open}\` waarvan: \`${form}\`.`,
              en: `Say behind \`van ${open}\` of what: \`${form}\`.`,
          }
        : {
              nl: `Achter \`${word}\` kan \`${open}\` niet. Zet achter een komma wat er ${open} is: \`${form}\`.`,
              en: `\`${open}\` cannot stand behind \`${word}\`. Say behind a comma what is open: \`${form}\`.`,
          };
}

/** `onbekend, verwacht in onbekend` */
export function whenKnownIsOpen({ line }: Mistake): Bilingual | undefined {
    const [, found] = /onbekend(, verwacht (?:in )?(?:onbekend|plaatselijk))\b/.exec(line) ?? [];
    return found === undefined
        ? undefined
        : {
              nl: `Is niet bekend wanneer er meer bekend is, haal \`${found}\` weg: \`onbekend\` is dan genoeg.`,
              en: `Where it is not known when more will be, take \`${found}\` away: \`onbekend\` is enough then.`,
          };
}

/** `gegeven k: een van thuis, onbekend` */
export function valueOfFactIsOpen({ words, at, line }: Mistake): Bilingual | undefined {
    const open = words[at] ?? '';
    return OPEN_VALUE.test(open) && /^gegeven [^:]+: een van ./.test(line)
        ? {
              nl: `Elk gegeven is \`onbekend\` zolang niemand het weet: dat hoeft er niet bij. Haal \`${open}\` uit de lijst; zijn er meer waarden dan u kent, noem die dan samen \`overig\`.`,
              en: `Each fact is \`onbekend\` as long as nobody knows it: that need not be said. Take \`${open}\` out of the list; where there are more values than you know, call them \`overig\` together.`,
          }
        : undefined;
}

/** `gelijktijdig onbekend`: what happens in it is said in its block. */
export function groupIsOpen({ words, at, token }: Mistake): Bilingual | undefined {
    const [, head, open = ''] =
        /^(gelijktijdig|een van|naar keuze)(?: \S+)*? (onbekend|plaatselijk)$/.exec(inWords(words.slice(0, at + 1))) ??
        [];
    return head === undefined || token.firstOnLine === true
        ? undefined
        : {
              nl: `Wat hierin \`${open}\` is, staat in het blok: \`${inWords(words.slice(0, at))} { toelichting ${open} }\`.`,
              en: `What is \`${open}\` of it stands in its block: \`${inWords(words.slice(0, at))} { toelichting ${open} }\`.`,
          };
}

/** `verwacht einde onbekend`, `bij S: duurt onbekend`: a case holds what its writer puts in it. */
export function caseIsOpen({ words, at, told, line }: Mistake): Bilingual | undefined {
    const isOpen = words.slice(at, at + 2).some((w) => OPEN_VALUE.test(w));
    return isOpen && !/ hoort `[^`]+`, maar/.test(told) && /^(verwacht |bij \S+: )/.test(line)
        ? {
              nl: `Een scenario is verzonnen: u kiest zelf wat er gebeurt en wat u verwacht. Haal deze regel weg, of vul in wat u wilt proberen. Dat een gegeven nog niet bekend is, schrijft u als \`gegeven naam is onbekend\`.`,
              en: `A scenario is invented: you choose what happens and what you expect. Take this line away, or fill in what you want to try. That a fact is not known yet is written as \`gegeven naam is onbekend\`.`,
          }
        : undefined;
}

/** `bevinding onbekend`, `bevinding over onbekend`: which indicators it may be about. */
export function findingIsOpen({ words, at }: Mistake): Bilingual | undefined {
    return /^bevinding( over)? (onbekend|plaatselijk)$/.test(words.slice(0, at + 1).join(' '))
        ? {
              nl: 'Een bevinding gaat over een indicator. Weet u niet welke, noem dan alle die het kunnen zijn: `bevinding over 3.1, 3.2, toedeling onbekend …`. Hoort zij bij geen enkele, schrijf dan `conclusie "…"`.',
              en: 'A finding is about an indicator. Where you do not know which, name all that it may be: `bevinding over 3.1, 3.2, toedeling onbekend …`. Where it belongs to none, write `conclusie "…"`.',
          }
        : undefined;
}
