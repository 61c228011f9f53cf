import type { Language } from '../text/bilingual.js';

/** English for the keyword of an element; in Dutch the keyword is what it is called. */
const ENGLISH: Readonly<Record<string, string>> = {
    stap: 'step', escalatie: 'escalation', fase: 'phase', einde: 'end', gelijktijdig: 'parallel group',
    'een van': 'group of which one is done', 'naar keuze': 'group to choose from', aanpak: 'the approach', activiteit: 'activity',
    daarna: 'what comes next', interventie: 'intervention', rol: 'role', organisatie: 'organisation', begrip: 'concept',
    bron: 'source', richtlijn: 'guideline', doelgroep: 'target group', doel: 'goal', subdoel: 'subgoal',
    indicator: 'indicator', effect: 'effect', onderbouwing: 'rationale', factor: 'factor',
    'werkzaam element': 'working element', uitvoering: 'delivery', onderzoek: 'study', gepland: 'planned research',
    tussenstand: 'interim results', gerealiseerd: 'realised research', samenwerking: 'collaboration', gegeven: 'fact',
    document: 'document', overdracht: 'handover', erkenning: 'recognition', opmerking: 'comment', eigenaar: 'owner',
    ontwikkelaar: 'developer', opdrachtgever: 'client', financier: 'funder', aanbieder: 'provider',
    toetsingskader: 'framework', thema: 'theme', criterium: 'criterion', oordeel: 'verdict', beoordeling: 'review',
    informant: 'informant', bevinding: 'finding', opvolging: 'follow-up', scenario: 'scenario',
}; // prettier-ignore

/** What an element is called, by its keyword: "stap", "step". */
export function kindText(kind: string, language: Language): string {
    if (language === 'en') {
        return ENGLISH[kind] ?? kind;
    }
    return kind === 'aanpak' ? 'de aanpak' : kind;
}
