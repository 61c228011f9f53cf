import type { Bilingual } from '../text/bilingual.js';

/**
 * Words and units that a place in a protocol knows. A text may say more than these lists: only where `closed` is true is
 * another word wrong; elsewhere one that is nearly a known word is taken for a misspelling.
 */
export interface Vocabulary {
    readonly words: readonly string[];
    readonly closed: boolean;
    /** what the words are, with their article */
    readonly what: Bilingual;
}

/** From a keyword, with the block before it where it means something else there, to its words. */
export const VOCABULARIES: Readonly<Record<string, Vocabulary>> = {
    vorm: {
        words: ['warm', 'schriftelijk', 'mondeling', 'digitaal'],
        closed: true,
        what: { nl: 'een vorm van overdracht', en: 'a form of handover' },
    },
    'versie stand': {
        words: ['concept', 'vastgesteld', 'vervallen'],
        closed: true,
        what: { nl: 'een stand van een versie', en: 'a state of a version' },
    },
    'opmerking stand': {
        words: ['open', 'afgehandeld', 'vervallen'],
        closed: true,
        what: { nl: 'een stand van een opmerking', en: 'a state of a remark' },
    },
    'opvolging stand': {
        words: ['open', 'lopend', 'afgehandeld', 'vervallen'],
        closed: true,
        what: { nl: 'een stand van een opvolging', en: 'a state of a follow-up' },
    },
    'onderzoek stand': {
        words: ['gepland', 'lopend', 'afgerond', 'gestaakt'],
        closed: true,
        what: { nl: 'een stand van een onderzoek', en: 'a state of a study' },
    },
    'doelgroep soort': {
        words: ['uiteindelijk', 'uiteindelijke', 'intermediair', 'intermediaire'],
        closed: true,
        what: { nl: 'een soort doelgroep', en: 'a kind of target group' },
    },
    'rol is': {
        words: ['cliënt', 'client'],
        closed: false,
        what: { nl: 'een aanduiding van een rol', en: 'a mark of a role' },
    },
    // the values of `vertrouwelijkheidaanduiding` in the ZGW Catalogi API, for which outputs need one of them
    vertrouwelijkheid: {
        words: [
            'openbaar',
            'beperkt-openbaar',
            'beperkt_openbaar',
            'intern',
            'zaakvertrouwelijk',
            'vertrouwelijk',
            'confidentieel',
            'geheim',
            'zeer-geheim',
            'zeer_geheim',
        ],
        closed: true,
        what: { nl: 'een vertrouwelijkheid', en: 'a confidentiality' },
    },
};

/** Words that are often said at a place that takes any word: an editor proposes them, and no rule asks for them. */
export const USUAL_WORDS: Readonly<Record<string, readonly string[]>> = {
    // the areas of the Zelfredzaamheid-Matrix and of plans for whole families
    leefgebieden: [
        'wonen',
        'geld',
        'schulden',
        'werk',
        'onderwijs',
        'opvoeding',
        'gezondheid',
        'veiligheid',
        'steun',
        'verslaving',
        'justitie',
        'vrije-tijd',
    ],
    werkwijze: [
        'outreachend',
        'ambulant',
        'integraal',
        'preventief',
        'proactief',
        'netwerkgericht',
        'systeemgericht',
        'oplossingsgericht',
        'contextgericht',
    ],
    'organisatie soort': [
        'gemeente',
        'wijkteam',
        'jeugdhulp',
        'jgz',
        'ggd',
        'ggz',
        'onderwijs',
        'veilig-thuis',
        'gecertificeerde-instelling',
        'huisarts',
    ],
    gebeurtenis: ['aanmelding', 'intake', 'geboorte', 'afsluiting'],
    'document soort': ['plan', 'verslag', 'brief', 'formulier', 'vragenlijst'],
};

/** The levels of recognition of the NJi, the present ones first; the others stand in older records. */
export const RECOGNITION_LEVELS: readonly string[] = [
    'goed beschreven',
    'goed onderbouwd',
    'effectief volgens eerste aanwijzingen',
    'effectief volgens goede aanwijzingen',
    'effectief volgens sterke aanwijzingen',
    'theoretisch goed onderbouwd',
    'waarschijnlijk effectief',
    'bewezen effectief',
];

export const TIME_UNITS: readonly string[] = [
    'minuut',
    'minuten',
    'uur',
    'uren',
    'dagdeel',
    'dagdelen',
    'dag',
    'dagen',
    'etmaal',
    'etmalen',
    'kalenderdag',
    'kalenderdagen',
    'werkdag',
    'werkdagen',
    'week',
    'weken',
    'maand',
    'maanden',
    'kwartaal',
    'kwartalen',
    'schooldag',
    'schooldagen',
    'schooljaar',
    'schooljaren',
    'levensjaar',
    'levensjaren',
    'jaar',
    'jaren',
];

/** Units in which contacts and meetings are counted. */
export const CONTACT_UNITS: readonly string[] = [
    'contact',
    'contacten',
    'contactmoment',
    'contactmomenten',
    'gesprek',
    'gesprekken',
    'bezoek',
    'bezoeken',
    'huisbezoek',
    'huisbezoeken',
    'afspraak',
    'afspraken',
    'bijeenkomst',
    'bijeenkomsten',
    'sessie',
    'sessies',
    'consult',
    'consulten',
    'keer',
];

/** What a quantity of a property measures. */
export const MEASURES: Readonly<Record<string, 'time' | 'contacts' | 'age' | 'frequency'>> = {
    duur: 'time',
    looptijd: 'time',
    bewaartermijn: 'time',
    termijn: 'time',
    binnen: 'time',
    leeftijd: 'age',
    contacten: 'contacts',
    contactbudget: 'contacts',
    gesprekken: 'contacts',
    frequentie: 'frequency',
};

export const AGE_UNITS: readonly string[] = ['jaar', 'jaren', 'maand', 'maanden', 'week', 'weken', 'dag', 'dagen'];

/** Units in which people are counted. */
export const PEOPLE: readonly string[] = [
    'gezin',
    'gezinnen',
    'ouder',
    'ouders',
    'kind',
    'kinderen',
    'jongere',
    'jongeren',
    'cliënt',
    'cliënten',
];
/** Spans of a day and longer: a caseload may be counted in hours, and never in weeks. */
const SPANS = TIME_UNITS.filter((unit) => !/^(minu|uur|uren|dagde)/.test(unit));
export const MONEY: readonly string[] = ['euro'];

/** Units that a property certainly does not have; in any other it may be stated. */
export const MISFITS: Readonly<Record<string, { units: readonly string[]; what: Bilingual; example: string }>> = {
    kosten: {
        units: [...SPANS, ...PEOPLE],
        what: { nl: 'wat iets kost', en: 'what something costs' },
        example: 'kosten 2.400 euro',
    },
    caseload: {
        units: [...SPANS, ...MONEY],
        what: { nl: 'hoeveel gezinnen iemand heeft', en: 'how many families someone has' },
        example: 'caseload hoogstens 15 gezinnen',
    },
    intensiteit: {
        units: [...PEOPLE, ...MONEY],
        what: { nl: 'hoe intensief het is', en: 'how intensive it is' },
        example: 'intensiteit 2 uur per week',
    },
    bereik: {
        units: [...TIME_UNITS, ...MONEY],
        what: { nl: 'hoeveel er worden bereikt', en: 'how many are reached' },
        example: 'bereik 120 gezinnen',
    },
    omvang: {
        units: [...TIME_UNITS, ...MONEY],
        what: { nl: 'hoe groot iets is', en: 'how large something is' },
        example: 'omvang 120 gezinnen',
    },
    contactbudget: {
        units: [...PEOPLE, ...MONEY],
        what: { nl: 'hoeveel contacten er mogen zijn', en: 'how many contacts there may be' },
        example: 'contactbudget hoogstens 5',
    },
    herhaal: {
        units: [...TIME_UNITS, ...PEOPLE, ...MONEY, '%'],
        what: { nl: 'hoe vaak', en: 'how often' },
        example: 'herhaal hoogstens 3 keer',
    },
};
