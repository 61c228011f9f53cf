import type { Area } from './change.js';

/** What each kind of element is about. */
const BY_KIND: Readonly<Record<string, Area>> = {
    stap: 'steps', aanpak: 'steps', gelijktijdig: 'steps', 'een van': 'steps', 'naar keuze': 'steps', fase: 'steps',
    escalatie: 'steps', einde: 'steps', activiteit: 'steps', daarna: 'steps', doel: 'goals', subdoel: 'goals', indicator: 'goals',
    effect: 'goals', factor: 'goals', 'werkzaam element': 'goals', rol: 'roles', organisatie: 'roles', overdracht: 'handovers',
    document: 'documents', gegeven: 'facts', bron: 'sources', richtlijn: 'sources', toetsingskader: 'review', thema: 'review',
    criterium: 'review', oordeel: 'review', beoordeling: 'review', bevinding: 'review', informant: 'review', opvolging: 'review',
    opmerking: 'review', scenario: 'scenarios',
}; // prettier-ignore

/** What each word is about, wherever it stands. */
const BY_WORD: Readonly<Record<string, Area>> = {
    duur: 'terms', termijn: 'terms', binnen: 'terms', frequentie: 'terms', looptijd: 'terms', begint: 'terms',
    bewaartermijn: 'terms', geldigheid: 'terms', contacten: 'budgets', contactbudget: 'budgets', caseload: 'budgets',
    kosten: 'budgets', herhaal: 'budgets', door: 'roles', met: 'roles', inzet: 'roles', partner: 'roles',
    'vervuld door': 'roles', 'voert regie': 'roles', 'iemand anders dan': 'roles', 'regie naar': 'roles',
    'werkt aan': 'goals', norm: 'goals', meting: 'goals', 'niet primair doel': 'goals', vereist: 'documents',
    levert: 'documents', informatie: 'documents', bepaalt: 'facts', 'pas als': 'conditions', 'klaar als': 'conditions',
    toegang: 'conditions', 'altijd als': 'conditions', als: 'conditions', selectie: 'conditions',
    'contra-indicatie': 'conditions', leeftijd: 'conditions', daarna: 'conditions', volgens: 'sources', bron: 'sources',
}; // prettier-ignore

/** What everything in such a block is about. */
const IN_WHOLE: Readonly<Record<string, Area>> = {
    toetsingskader: 'review',
    beoordeling: 'review',
    scenario: 'scenarios',
};

/**
 * What a change is about: that of its word, unless it is in a part that has one subject.
 *
 * @param around the kind of what stands around it all: an interventie, a framework, a review
 */
export function areaOf(kind: string, word: string | undefined, around: string | undefined): Area {
    const whole = IN_WHOLE[around ?? ''] ?? BY_KIND[kind];
    if (whole === 'review' || whole === 'scenarios' || whole === 'sources') {
        return whole;
    }
    const own = BY_WORD[(word ?? '').split(' "')[0] ?? ''];
    return whole === 'handovers' ? whole : (own ?? whole ?? 'description');
}
