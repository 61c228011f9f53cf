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
    | 'factors'
    | 'nodes';

/** What a word for a kind of element stands for. */
export interface ElementWord {
    /** type in the syntax tree */
    readonly type: string;
    /** where such elements stand in a protocol */
    readonly list: ElementList;
}

/** The words for kinds of elements, as in `vervalt stap Nazorg` and `afwijking rol Regisseur`. */
export const ELEMENT_WORDS: ReadonlyMap<string, ElementWord> = new Map<string, ElementWord>([
    ['rol', { type: 'Role', list: 'roles' }],
    ['organisatie', { type: 'Organisation', list: 'organisations' }],
    ['begrip', { type: 'Concept', list: 'concepts' }],
    ['bron', { type: 'Source', list: 'sources' }],
    ['richtlijn', { type: 'Guideline', list: 'sources' }],
    ['doelgroep', { type: 'TargetGroup', list: 'targetGroups' }],
    ['doel', { type: 'Goal', list: 'goals' }],
    ['subdoel', { type: 'Subgoal', list: 'goals' }],
    ['indicator', { type: 'Indicator', list: 'indicators' }],
    ['factor', { type: 'Factor', list: 'factors' }],
    ['gegeven', { type: 'Fact', list: 'facts' }],
    ['document', { type: 'ProtocolDocument', list: 'documents' }],
    ['onderzoek', { type: 'Research', list: 'research' }],
    ['overdracht', { type: 'Handover', list: 'handovers' }],
    ['stap', { type: 'Step', list: 'nodes' }],
    ['groep', { type: 'Group', list: 'nodes' }],
    ['gelijktijdig', { type: 'Group', list: 'nodes' }],
    ['fase', { type: 'Phase', list: 'nodes' }],
    ['escalatie', { type: 'Escalation', list: 'nodes' }],
    ['einde', { type: 'End', list: 'nodes' }],
]);
