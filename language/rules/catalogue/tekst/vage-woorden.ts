import type { Bilingual } from '../../../text/bilingual.js';

/** Words in which a goal cannot be observed, with what they leave open. */
export interface VagueWords {
    /** matches in lower-case text */
    readonly pattern: RegExp;
    readonly why: Bilingual;
}

const INSIDE: Bilingual = {
    nl: 'wat iemand vanbinnen weet of voelt, ziet een ander niet: schrijf wat die dan doet of zegt',
    en: 'what somebody knows or feels inside, nobody else sees: write what they then do or say',
};
const AMOUNT: Bilingual = {
    nl: 'er staat niet van wat naar wat: schrijf wat er dan is, of hoeveel',
    en: 'it does not say from what to what: write what there is then, or how much',
};
const ACTIVITY: Bilingual = {
    nl: 'dit zegt wat hulpverleners doen, niet wat er dan bereikt is: schrijf wat er voor het gezin anders is',
    en: 'this says what helpers do, not what is reached then: write what is different for the family',
};

/**
 * Sources: Samenwerkend Toezicht Jeugd, on partners whose goals differ, one of them 'Vinger aan de pols houden';
 * R.F. Mager, Preparing Instructional Objectives (1962), on "words open to many interpretations" (know, understand,
 * appreciate); G.T. Doran, There's a S.M.A.R.T. way to write management's goals and objectives (1981), "measurable".
 */
export const VAGUE_WORDS: readonly VagueWords[] = [
    { pattern: /\bvinger aan de pols\b/, why: ACTIVITY },
    { pattern: /\boog (?:houden|hebben) (?:op|voor)\b|\boog voor\b/, why: ACTIVITY },
    { pattern: /\bzicht (?:houden|houdt|hebben|heeft|krijgen|krijgt) op\b/, why: ACTIVITY },
    { pattern: /\bin de gaten houden\b|\bin beeld houden\b|\bmonitoren\b|\bbegeleiden\b/, why: ACTIVITY },
    { pattern: /\b(?:wordt|worden|is|zijn) (?:begeleid|gemonitord|ondersteund)\b/, why: ACTIVITY },
    { pattern: /\b(?:meer |beter |voldoende |vergroot )?inzicht\b/, why: INSIDE },
    { pattern: /\bbewust(?:er|wording|zijn)?\b(?! onbekwaam)/, why: INSIDE },
    { pattern: /\bbegrijpen\b|\bbegrip (?:hebben|krijgen|voor)\b/, why: INSIDE },
    { pattern: /\b(?:meer|beter) (?:zelfvertrouwen|zelfinzicht|gevoel)\b/, why: INSIDE },
    { pattern: /\bzich (?:beter|prettiger|gehoord|gesteund) voelen\b|\bvoel(?:en|t) zich\b/, why: INSIDE },
    { pattern: /\bmeer (?:samenhang|samenwerking|draagvlak|aandacht|grip|regie|balans|structuur|rust)\b/, why: AMOUNT },
    { pattern: /\bgeoptimaliseerd\b|\boptima(?:al|le|liseren)\b|\bzo (?:goed|veel) mogelijk\b/, why: AMOUNT },
    { pattern: /\b(?:is|zijn|wordt|worden) (?:bevorderd|versterkt|verbeterd|vergroot)\b/, why: AMOUNT },
    { pattern: /\b(?:bevorderen|versterken|verbeteren|vergroten|optimaliseren) van\b/, why: AMOUNT },
    { pattern: /\bwaar (?:mogelijk|nodig)\b|\bindien mogelijk\b/, why: AMOUNT },
];
