/**
 * In which part of the form for recognition ("Werkblad beschrijving interventie") a property of an interventie stands.
 * The form has had more than one order; a version of it is one such table and the order in {@link ../document/build.ts}.
 */
export type Part =
    | 'colophon'
    | 'summary'
    | 'description'
    | 'target-group'
    | 'goal'
    | 'approach'
    | 'delivery'
    | 'rationale'
    | 'research'
    | 'literature';

const PARTS: Readonly<Record<string, Part>> = {
    kenmerk: 'colophon', 'gericht op': 'colophon', contact: 'colophon', erkenning: 'colophon',
    samenvatting: 'summary', 'voor ouders': 'summary',
    leeftijd: 'target-group', bereik: 'target-group', betrokkenheid: 'target-group', doelgroep: 'target-group',
    'niet primair doel': 'goal', uitkomstmaat: 'goal', doel: 'goal', indicator: 'goal',
    principe: 'approach', biedt: 'approach', 'biedt geen': 'approach', werkwijze: 'approach', werving: 'approach', duur: 'approach',
    looptijd: 'approach', frequentie: 'approach', intensiteit: 'approach', leefgebieden: 'approach', positionering: 'approach',
    aanpak: 'approach', document: 'approach', overdracht: 'approach',
    randvoorwaarde: 'delivery', materiaal: 'delivery', locatie: 'delivery', opleiding: 'delivery', kosten: 'delivery',
    financiering: 'delivery', verspreiding: 'delivery', overdraagbaarheid: 'delivery', knelpunt: 'delivery', 'sterk-punt': 'delivery',
    aanbeveling: 'delivery', uitvoering: 'delivery',
    vergelijking: 'rationale', onderbouwing: 'rationale',
    cijfer: 'research', vraag: 'research', opbrengst: 'research', oordeel: 'research', kanttekening: 'research', verwachting: 'research',
    onderzoek: 'research', effect: 'research',
    literatuur: 'literature',
}; // prettier-ignore

/** The part where a property stands; one that the form has no place for stands with the description. */
export function partOf(kind: string): Part {
    return PARTS[kind] ?? 'description';
}
