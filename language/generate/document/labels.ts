import type { Bilingual, Language } from '../../text/bilingual.js';
import { capital } from '../../text/capital.js';

/** English for the keywords of statements; in Dutch a keyword is its own label. */
const ENGLISH: Readonly<Record<string, string>> = {
    aanbeveling: 'Recommendation', aanbieder: 'Provider', aandachtspunt: 'Point of attention', aanleiding: 'Reason for it',
    aanpak: 'Approach', aansluiting: 'Fit', achtergrond: 'Background', afspraak: 'Agreement', auteur: 'Author', begeleiding: 'Supervision',
    belemmerend: 'Hindering', bereik: 'Reach', beschikbaarheid: 'Availability', bestand: 'File', betrokkenheid: 'Involvement',
    bevat: 'Contains', bevoegdheid: 'Authority', bevorderend: 'Helping', bewaartermijn: 'Retention period', biedt: 'Offers',
    'biedt geen': 'Does not offer', binnen: 'Within', caseload: 'Caseload', casus: 'Case', cijfer: 'Figure',
    competentie: 'Competence', conclusie: 'Conclusion', contact: 'Contact', contacten: 'Contacts',
    'contra-indicatie': 'Contra-indication', datum: 'Date', deelnemers: 'Participants', dimensie: 'Dimension', document: 'Document', doel: 'Aim', doelgroep: 'Target group',
    door: 'By', doorzettingsmacht: 'Power to decide', duur: 'Duration', effect: 'Effect', eigenaar: 'Owner', erkenning: 'Recognition', escalatie: 'Escalation', factor: 'Factor', ernst: 'Severity',
    ervaring: 'Experience', financier: 'Funder', financiering: 'Funding', frequentie: 'Frequency', geldigheid: 'Validity',
    gericht: 'Aimed at', 'gericht op': 'Aimed at', gevolg: 'Consequence', grondslag: 'Ground for processing data', herbeoordeling: 'Reassessment',
    implementatie: 'Implementation', indicator: 'Indicator', instrument: 'Instrument', intensiteit: 'Intensity', jaar: 'Year', kanttekening: 'Caveat',
    kenmerk: 'Characteristic', knelpunt: 'Bottleneck', kosten: 'Costs', kwaliteitsbewaking: 'Quality assurance',
    leefgebieden: 'Areas of life', leeftijd: 'Age', literatuur: 'Literature', locatie: 'Location', looptijd: 'Running time',
    materiaal: 'Materials', meting: 'Measurement', methode: 'Method', model: 'Model', moment: 'Moment',
    motivering: 'Reasons', nazorg: 'Aftercare', 'niet primair doel': 'Not a primary goal', niveau: 'Level', norm: 'Norm',
    omschrijving: 'Description', omvang: 'Size', onderbouwing: 'Rationale', onderzoek: 'Research', ontwikkelaar: 'Developer', oorzaak: 'Cause', oordeel: 'Verdict',
    opbrengst: 'Result', opdrachtgever: 'Client', opleiding: 'Training', oplevering: 'Delivery', opzet: 'Design',
    organisatie: 'Organisation', overdraagbaarheid: 'Transferability', overdracht: 'Handover', periode: 'Period', perspectief: 'Perspective',
    plaats: 'Place', positie: 'Position', positionering: 'Positioning', principe: 'Principle', probleem: 'Problem',
    randvoorwaarde: 'Condition', reactie: 'Reaction', samenvatting: 'Summary', selectie: 'Selection',
    'selectie-eis': 'Selection requirement', soort: 'Kind', stand: 'State', 'sterk-punt': 'Strength', subdoel: 'Subgoal', taak: 'Task',
    taal: 'Language', theorie: 'Theory', titel: 'Title', toelichting: 'Explanation', uitgever: 'Publisher', uitvoering: 'Delivery of the intervention',
    uitkomst: 'Outcome', uitkomstmaat: 'Outcome measure', uitspraak: 'Statement', verantwoording: 'Justification',
    vergelijking: 'Comparison', verspreiding: 'Spread', vertrouwelijkheid: 'Confidentiality', verwachting: 'Expectation',
    verwijzing: 'Reference', 'voor ouders': 'For parents', voorgeschiedenis: 'History', vorm: 'Form', vraag: 'Question',
    versie: 'Version', volgorde: 'Order', werkwijze: 'Way of working', 'werkzaam element': 'Working element', werving: 'Recruitment',
}; // prettier-ignore

/** Dutch where the keyword alone would read badly as a label. */
const DUTCH: Readonly<Record<string, string>> = { 'sterk-punt': 'Sterk punt', contacten: 'Contacten' };

/** The label of a keyword: "Bewaartermijn", "Retention period". A keyword that has no English yet keeps its Dutch. */
export function label(keyword: string, language: Language): string {
    const known = language === 'en' ? ENGLISH[keyword] : DUTCH[keyword];
    return known ?? capital(keyword);
}

/** Whether a keyword has an English label. */
export function hasEnglishLabel(keyword: string): boolean {
    return keyword in ENGLISH;
}

/** Every keyword of a property. */
export const MODEL_KEYWORDS: readonly string[] = Object.keys(ENGLISH);

/** Words of the document itself. */
export const WORDS = {
    unknown: { nl: 'onbekend', en: 'unknown' },
    local: { nl: 'plaatselijk', en: 'decided locally' },
    derived: { nl: 'afgeleid', en: 'derived' },
    noSource: { nl: 'geen bron vermeld', en: 'no source given' },
    notFound: { nl: 'niet gevonden', en: 'not found' },
    unread: {
        nl: 'Hierover is niets gelezen. In het draaiboek staat tekst die niet te lezen is; dit kan erin staan.',
        en: 'Nothing was read about this. The protocol holds text that cannot be read; this may stand in it.',
    },
    empty: { nl: 'Hierover zegt het draaiboek niets.', en: 'The protocol says nothing about this.' },
    departures: { nl: 'Wat er plaatselijk anders is', en: 'What differs locally' },
    unlessSaid: { nl: 'Tenzij anders vermeld volgens', en: 'Unless said otherwise according to' },
    when: { nl: 'als', en: 'if' },
    otherwise: { nl: 'anders', en: 'otherwise' },
    and: { nl: ' en ', en: ' and ' },
    or: { nl: ' of ', en: ' or ' },
    withWhom: { nl: 'met', en: 'with' },
    notSaid: { nl: 'niet gezegd', en: 'not said' },
} as const satisfies Record<string, Bilingual>;
