import type { Bilingual } from '../../text/bilingual.js';
import { inWords } from '../lines.js';
import type { Mistake } from './mistake.js';

/** `toets onbekend`, `let op onbekend`: what nobody said tests nothing and asks for no attention. */
export function openWithoutMeaning({ line }: Mistake): Bilingual | undefined {
    return /^toets (onbekend|plaatselijk)\b/.test(line)
        ? NO_TEST
        : /^let op (onbekend|plaatselijk)\b/.test(line)
          ? NO_ATTENTION
          : undefined;
}

/** `geheimhouding …` in a document, and with a condition behind it. */
export function secrecy({ words, at, block }: Mistake): Bilingual | undefined {
    if (words[0] !== 'geheimhouding') {
        return undefined;
    }
    const rest = inWords(words.slice(1)).replace(/["`]/g, '');
    return at === 0 && block === 'document'
        ? secrecyOfDocument(rest)
        : words[at] === 'als'
          ? dependentSecrecy(rest)
          : undefined;
}

const NO_TEST: Bilingual = {
    nl: 'Een `toets` is een vraag die Draaiboek aan de tekst stelt; een vraag die niemand kent, toetst niets. Laat `toets` weg, dan beoordeelt een mens de indicator. Waarom er geen is, zegt `toelichting "Geen toets: …"`.',
    en: 'A `toets` is a question that Draaiboek asks of the text; a question that nobody knows tests nothing. Leave `toets` out, and a person judges the indicator. Why there is none, `toelichting "Geen toets: …"` says.',
};

const NO_ATTENTION: Bilingual = {
    nl: '`let op` vraagt aandacht voor wat een beoordelaar zei; wat niemand zei, vraagt die niet. Laat `let op` weg, of stel een collega de vraag: `opmerking "…"`.',
    en: '`let op` asks attention for what a reviewer said; what nobody said asks for none. Leave `let op` out, or ask a colleague: `opmerking "…"`.',
};

/** `geheimhouding …` in a document: secrecy is about sharing, and that is what a handover does. */
function secrecyOfDocument(rest: string): Bilingual {
    const form = `vertrouwelijkheid "${rest === '' ? '…' : rest}"`;
    return {
        nl: `Of informatie gedeeld mag worden, zegt \`geheimhouding\` in de \`overdracht\` waarin dat gebeurt. Wie een document mag zien, schrijft u in het document als \`${form}\`; op welke grond het er is, als \`grondslag "…"\`.`,
        en: `Whether information may be shared, \`geheimhouding\` says in the \`overdracht\` that shares it. Who may see a document is written in the document as \`${form}\`; on what ground it exists as \`grondslag "…"\`.`,
    };
}

/** `geheimhouding toestemming van A, B als leeftijd minstens 12`: whose consent depends on something. */
function dependentSecrecy(rest: string): Bilingual {
    const [consent = ''] = rest.split(' als ');
    const always = /^toestemming van \S/.test(consent) ? ` \`geheimhouding ${consent}\`` : '';
    const text = `geheimhouding "${rest}"`;
    return {
        nl: `Achter \`geheimhouding\` staat geen voorwaarde. Hangt het ergens van af, zeg het dan in een tekst: \`${text}\`; een mens weegt die.${always && ` Is de toestemming altijd nodig, dan is het${always}.`}`,
        en: `No condition stands behind \`geheimhouding\`. Where it depends on something, say so in a text: \`${text}\`; a person weighs it.${always && ` Where the consent is always needed, it is${always}.`}`,
    };
}
