import type { Bilingual } from '../../../text/bilingual.js';

/**
 * The entry of an intervention in the database of NJi, as data: its fields and its texts in order, each with where in a
 * protocol it stands. `erkenning.niveau` is a property of an element; `kenmerk:Methode` a `kenmerk` with that name. Of
 * several the first that says something counts for a field; a text has all of them.
 */
export interface Entry {
    readonly fields: readonly EntryPart[];
    readonly texts: readonly EntryPart[];
}

export interface EntryPart extends Bilingual {
    readonly from: readonly string[];
}

export const ENTRY: Entry = {
    fields: [
        { nl: 'Erkend als', en: 'Recognised as', from: ['erkenning.niveau'] },
        { nl: 'Op', en: 'On', from: ['erkenning.datum'] },
        { nl: 'Door', en: 'By', from: ['erkenning.door'] },
        {
            nl: 'Erkend als integraal vve-programma',
            en: 'Recognised as integral programme for early education (vve)',
            from: ['kenmerk:Erkend als integraal vve-programma', 'kenmerk:Integraal programma'],
        },
        { nl: 'Momenteel in herbeoordeling', en: 'Under reassessment at present', from: ['erkenning.herbeoordeling'] },
        { nl: 'Gericht op', en: 'Aimed at', from: ['gericht op'] },
        { nl: 'Leeftijd', en: 'Age', from: ['leeftijd', 'doelgroep.leeftijd'] },
        { nl: 'Doel', en: 'Goal', from: ['kenmerk:Doel'] },
        { nl: 'Methode', en: 'Method', from: ['kenmerk:Methode'] },
        { nl: 'Locatie', en: 'Location', from: ['kenmerk:Locatie', 'locatie', 'uitvoering.locatie'] },
        { nl: 'Uitvoering', en: 'Delivery', from: ['kenmerk:Uitvoering'] },
    ],
    texts: [
        { nl: 'Samenvatting', en: 'Summary', from: ['samenvatting'] },
        {
            nl: 'Doelgroep',
            en: 'Target group',
            from: ['doelgroep', 'doelgroep.omschrijving', 'doelgroep.selectie', 'doelgroep.contra-indicatie', 'doelgroep.kenmerk'],
        },
        { nl: 'Doel', en: 'Goal', from: ['doel', 'niet primair doel'] },
        {
            nl: 'Aanpak',
            en: 'Approach',
            from: [
                'aanleiding', 'toegang', 'aanpak.toelichting', 'principe', 'aanpak.principe', 'werkwijze', 'aanpak.werkwijze', 'biedt',
                'biedt geen', 'duur', 'aanpak.duur', 'frequentie', 'aanpak.frequentie', 'intensiteit', 'aanpak.intensiteit', 'werving',
                'aanpak.werving', 'aantal stappen', 'aanpak.volgorde', 'stappen',
            ],
        },
        {
            nl: 'Onderbouwing',
            en: 'Rationale',
            from: [
                'onderbouwing.probleem', 'onderbouwing.gevolg', 'onderbouwing.oorzaak', 'onderbouwing.theorie', 'onderbouwing.model',
                'onderbouwing.aansluiting', 'onderbouwing.verantwoording', 'positionering',
            ],
        },
        { nl: 'Onderzoek', en: 'Research', from: ['onderzoek', 'effect'] },
        {
            nl: 'Toelichting oordeel Erkenningscommissie',
            en: 'Explanation of the verdict of the recognition committee',
            from: ['erkenning.motivering'],
        },
        { nl: 'Meer weten?', en: 'Want to know more?', from: ['contact', 'eigenaar.contact'] },
    ],
}; // prettier-ignore
