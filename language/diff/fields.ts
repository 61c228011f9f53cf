/**
 * What the fields of the process model are: which say nothing of themselves, which follow from others, and by which word
 * the text says the rest. A field that is not named here is compared all the same, under its own name.
 */

/** Where something stands in the text, and what the reader of the model adds to a name. */
const PLACES = ['at', 'nameAt', 'nextAt', 'inheritedFrom', 'insteadOf', 'file'];

/** What is worked out from the rest of the model; two models that say the same have the same. */
const DERIVED = [
    'arrows',
    'start',
    'children',
    'unknowns',
    'lost',
    'openInBase',
    'implicit',
    'isClient',
    'frameworkIndicators',
    'verdictSign',
    'hasQueries',
    'fromBlock',
];

const NOT_COMPARED: ReadonlySet<string> = new Set([...PLACES, ...DERIVED]);

/** Whether a field says something that no other field says. */
export function isCompared(field: string): boolean {
    return !NOT_COMPARED.has(field);
}

/** What a field is called in the text. */
const WORDS: Readonly<Record<string, string>> = {
    performers: 'door', deployment: 'inzet', worksOn: 'werkt aan', requires: 'vereist', delivers: 'levert',
    determines: 'bepaalt', follows: 'volgt', deadlines: 'termijn', repeats: 'herhaal', branches: 'daarna', next: 'daarna',
    startsAt: 'begint bij', startsAfter: 'begint', when: 'als', fromNodes: 'vanuit', toEnds: 'naar einde',
    meetings: 'gesprekken', information: 'informatie', actions: 'actie', contingencies: 'wat als',
    secrecy: 'geheimhouding', confirmations: 'bevestiging', whenAbsent: 'bij uitblijven', direction: 'regie naar',
    closesAfter: 'sluit af na', access: 'toegang', contactBudgets: 'contactbudget', stepCounts: 'stappen',
    interrupts: 'altijd als', versions: 'versie', partners: 'partner', dropped: 'vervalt', deviations: 'afwijking',
    organisations: 'van', organisationsValue: 'van', otherThan: 'iemand anders dan', otherThanValue: 'iemand anders dan',
    flags: 'is', filledBy: 'vervuld door', filledByValue: 'vervuld door', filledByModality: 'vervuld door',
    directs: 'voert regie', refines: 'uitwerking van', refinesValue: 'uitwerking van', continues: 'vervolg op',
    continuesValue: 'vervolg op', coversAllAreas: 'over alle leefgebieden', except: 'behalve', about: 'over',
    none: 'geen', from: 'van', fromValue: 'van', to: 'naar', toValue: 'naar', goals: 'beïnvloed door',
    goalsValue: 'beïnvloed door', goalsModality: 'beïnvloed door', elements: 'in', elementsValue: 'in', after: 'na',
    afterValue: 'na', concerns: 'betreft', basis: 'op grond van', outcome: 'uitkomst', outcomeValue: 'uitkomst',
    subject: 'onderwerp', successful: 'geslaagd', onRefusal: 'bij weigering', mode: 'soort', extent: 'van',
    extentValue: 'van', title: 'titel', titleValue: 'titel', text: 'tekst', markdown: 'opmaak', type: 'soort',
    typeValue: 'soort', owner: 'van', ownerValue: 'van', sign: 'teken', queries: 'toets', by: 'door',
    indicators: 'indicator', joint: 'samen', allocation: 'toedeling', verdict: 'oordeel', verdictValue: 'oordeel',
    attention: 'let op', reactions: 'reactie', who: 'door', whoValue: 'door', due: 'voor', dueValue: 'voor',
    state: 'stand', author: 'van', authorValue: 'van', date: 'op', dateValue: 'op', replies: 'antwoord', given: 'gegeven', during: 'bij',
    expectations: 'verwacht', intervention: 'van', framework: 'aan de hand van', provenance: 'volgens',
    contradictions: 'tegenspraak', phase: 'soort', modality: 'hoe vast', kind: 'soort', value: 'waarde', parent: 'in',
    sides: 'tussen', open: 'open', values: 'waarde',
}; // prettier-ignore

/** The word for a field, in the text: "door" for `performers`. */
export function wordOfField(field: string): string {
    return WORDS[field] ?? field;
}

/** The kinds of what stands in a list, where it does not say so itself. */
const KINDS: Readonly<Record<string, string>> = {
    concepts: 'begrip', organisations: 'organisatie', roles: 'rol', interventions: 'interventie',
    frameworks: 'toetsingskader', reviews: 'beoordeling', scenarios: 'scenario', targetGroups: 'doelgroep', goals: 'doel',
    subgoals: 'subdoel', indicators: 'indicator', effects: 'effect', rationales: 'onderbouwing', factors: 'factor',
    workingElements: 'werkzaam element', deliveries: 'uitvoering', research: 'onderzoek', collaborations: 'samenwerking',
    facts: 'gegeven', documents: 'document', handovers: 'overdracht', process: 'aanpak', activities: 'activiteit',
    recognitions: 'erkenning', remarks: 'opmerking', themes: 'thema', criteria: 'criterium', verdicts: 'oordeel',
    informants: 'informant', findings: 'bevinding', followUps: 'opvolging', next: 'daarna',
}; // prettier-ignore

const NODE_KINDS: Readonly<Record<string, string>> = {
    step: 'stap',
    escalation: 'escalatie',
    phase: 'fase',
    end: 'einde',
    all: 'gelijktijdig',
    one: 'een van',
    any: 'naar keuze',
    source: 'bron',
    guideline: 'richtlijn',
    planned: 'gepland',
    interim: 'tussenstand',
    realised: 'gerealiseerd',
};

/** The keyword of an element, by the list that it stands in. */
export function kindIn(list: string, block: { readonly kind?: string; mode?: string; phase?: string }): string {
    const own = block.kind === 'group' ? block.mode : list === 'phases' ? block.phase : block.kind;
    return KINDS[list] ?? NODE_KINDS[own ?? ''] ?? own ?? list;
}

/** The lists whose elements share their names, so that one that changes lists is still the same. */
export function nameSpaceOf(list: string): string {
    return list === 'subgoals' ? 'goals' : list;
}
