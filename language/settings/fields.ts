import type { Severity } from '../rules/finding.js';
import type { Bilingual } from '../text/bilingual.js';

/** The facts about `draaiboek.json` that its schema and its reader share. */

/** What a rule may be set to. Dutch words are read as well, since the messages use them. */
export const SEVERITY_WORDS: Readonly<Record<string, Severity | 'off'>> = {
    error: 'error',
    warning: 'warning',
    info: 'info',
    off: 'off',
    fout: 'error',
    waarschuwing: 'warning',
    uit: 'off',
};

/** Rules that neither a setting nor a comment in the text silences: a text that cannot be read is not checked. */
export const NOT_CONFIGURABLE: ReadonlySet<string> = new Set(['meta/syntaxis']);

/** What each part of the settings is for. */
export const SETTINGS_PARTS: Readonly<Record<string, Bilingual>> = {
    rules: {
        nl: 'Hoe ernstig een melding is, voor elke code: error, warning, info of off (ook: fout, waarschuwing, uit).',
        en: 'How severe a finding is, for each code: error, warning, info or off.',
    },
    language: { nl: 'De taal van de meldingen: nl of en.', en: 'The language of the messages: nl or en.' },
    holidays: {
        nl: 'Vrije dagen naast zaterdag, zondag en de Nederlandse feestdagen, als jaar-maand-dag.',
        en: 'Days off besides Saturday, Sunday and the Dutch public holidays, as year-month-day.',
    },
    local: {
        nl: 'Het bestand met wat een gemeente invult waar het protocol `plaatselijk` zegt, of een lijst met een bestand voor elke gemeente.',
        en: 'The file with what a municipality fills in where the protocol says `plaatselijk`, or a list with a file for each.',
    },
    municipality: {
        nl: 'De gemeente van `local` waarvoor u werkstromen en andere uitvoer voor systemen maakt; bij één bestand is dat die ene.',
        en: 'The municipality of `local` for which you make workflows and other outputs for systems; where there is one file, that one.',
    },
    output: {
        nl: 'Voor elke uitvoer wat een protocol niet kan weten, zoals groepen van medewerkers en adressen van catalogi.',
        en: 'For each output what a protocol cannot know, such as groups of workers and addresses of catalogues.',
    },
    wrap: {
        nl: 'De breedte waarop het opmaken tekst tussen drie aanhalingstekens afbreekt; zonder dit getal houdt die haar regels.',
        en: 'The width at which formatting breaks text between triple quotes; without this number it keeps its lines.',
    },
    limits: {
        nl: 'Getallen uit formulieren en wetten waar regels mee rekenen. Geen juridisch advies: ga na wat nu geldt.',
        en: 'Figures of forms and laws that rules use. No legal advice: check what holds now.',
    },
};

/** The widths at which prose may be broken, in columns. */
export const WRAP_WIDTHS = { least: 40, most: 400 } as const;

/** The groups of figures under `limits` for which one number may stand, which then holds for each of them. */
export const ONE_FOR_ALL: ReadonlySet<string> = new Set(['recognitionYears']);

/** What each figure under `limits` is, by its path. */
export const LIMITS: Readonly<Record<string, Bilingual>> = {
    summaryWords: {
        nl: 'Woorden in de samenvatting (werkblad beschrijving interventie).',
        en: 'Words in the summary (form for recognition).',
    },
    recognitionYears: {
        nl: 'Jaren dat een erkenning geldt, per niveau, of één getal voor alle niveaus (NJi en partners).',
        en: 'Years that a recognition is valid, by level, or one number for all levels (NJi and partners).',
    },
    'recognitionYears.goed-beschreven': { nl: 'Voor goed beschreven.', en: 'For well described.' },
    'recognitionYears.goed-onderbouwd': { nl: 'Voor goed onderbouwd.', en: 'For well substantiated.' },
    'recognitionYears.effectief': {
        nl: 'Voor effectief volgens eerste, goede of sterke aanwijzingen.',
        en: 'For effective by first, good or strong indications.',
    },
    studiesNeeded: {
        nl: 'Studies die nodig zijn voor een niveau van erkenning (NJi).',
        en: 'Studies that a level of recognition needs (NJi).',
    },
    'studiesNeeded.eerste': {
        nl: 'Voor effectief volgens eerste aanwijzingen.',
        en: 'For effective by first indications.',
    },
    'studiesNeeded.goede': {
        nl: 'Voor effectief volgens goede aanwijzingen.',
        en: 'For effective by good indications.',
    },
    'studiesNeeded.sterke': {
        nl: 'Voor effectief volgens sterke aanwijzingen.',
        en: 'For effective by strong indications.',
    },
    consentAges: {
        nl: 'Leeftijden voor toestemming (WGBO, Jeugdwet 7.3).',
        en: 'Ages for consent (WGBO, Jeugdwet 7.3).',
    },
    'consentAges.parentsBelow': {
        nl: 'Onder deze leeftijd stemmen alleen de ouders toe.',
        en: 'Below this age parents consent alone.',
    },
    'consentAges.youngPersonFrom': {
        nl: 'Vanaf deze leeftijd stemt de jongere zelf toe.',
        en: 'From this age the young person consents.',
    },
};
