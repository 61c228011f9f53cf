import type { Departure } from './protocol.js';

/** The lists of a protocol in which elements are dropped. */
export type ElementList =
    | 'roles'
    | 'organisations'
    | 'concepts'
    | 'sources'
    | 'targetGroups'
    | 'goals'
    | 'indicators'
    | 'facts'
    | 'documents'
    | 'research'
    | 'handovers'
    | 'nodes';

/** In which list an element stands, by the word in `vervalt stap Nazorg`. */
const LISTS: Readonly<Record<string, ElementList>> = {
    rol: 'roles',
    organisatie: 'organisations',
    begrip: 'concepts',
    bron: 'sources',
    richtlijn: 'sources',
    doelgroep: 'targetGroups',
    doel: 'goals',
    subdoel: 'goals',
    indicator: 'indicators',
    gegeven: 'facts',
    document: 'documents',
    onderzoek: 'research',
    overdracht: 'handovers',
    stap: 'nodes',
    fase: 'nodes',
    escalatie: 'nodes',
    einde: 'nodes',
    gelijktijdig: 'nodes',
    groep: 'nodes',
};

/**
 * The names that a local working-out drops from a list. A word that names no list drops its name from all.
 */
export function droppedFrom(list: ElementList, dropped: readonly Departure[]): Set<string> {
    return new Set(dropped.filter((d) => (LISTS[d.elementKind] ?? list) === list).map((d) => d.element.name));
}
