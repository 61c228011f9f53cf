import { DEFAULT_SETTINGS } from '../../../settings/settings.js';
import type { Bilingual } from '../../../text/bilingual.js';
import type { Template } from './template.js';

/** What a document says of a form that nobody laid beside the original. */
export const UNVERIFIED: Bilingual = {
    nl: 'Deze indeling is niet naast het echte formulier gelegd. Doe dat voordat u indient.',
    en: 'This order has not been laid beside the form itself. Do so before you submit.',
};

/**
 * The form for recognition of interventions ("Werkblad beschrijving interventie", NJi and partners). The form itself was not
 * at hand: sections and order follow what is publicly said of it, and the limit on the summary is the one of the
 * settings. So it says of itself that it is unverified, and a user may give another one.
 */
export const WERKBLAD: Template = {
    version: 1,
    title: 'Werkblad beschrijving interventie',
    english: 'Form for the description of an intervention',
    follows:
        'Deze indeling volgt de onderdelen van het “Werkblad beschrijving interventie” (NJi en partners), zoals die in het openbaar beschreven zijn. Van het werkblad bestaan meer edities, met een andere volgorde.',
    followsInEnglish:
        'This order follows the parts of the “Werkblad beschrijving interventie” (NJi and partners), as they are publicly described. The form has had several editions, in another order.',
    verified: false,
    sections: [
        {
            title: 'Colofon',
            english: 'Colophon',
            ask: 'ontwikkelaar of licentiehouder, contactpersoon, en hoe naar dit werkblad wordt verwezen',
            parts: ['colofon', 'contact', 'gericht op'],
        },
        {
            title: 'Samenvatting',
            english: 'Summary',
            words: DEFAULT_SETTINGS.limits.summaryWords,
            ask: 'korte samenvatting, doelgroep, doel, aanpak, materiaal, onderbouwing en onderzoek',
            parts: ['samenvatting'],
        },
        {
            number: '1',
            title: 'Beschrijving van de interventie',
            english: 'Description of the intervention',
            parts: ['aanleiding', 'toelichting', 'positionering'],
            sections: [
                {
                    number: '1.1',
                    title: 'Doelgroep',
                    english: 'Target group',
                    sections: [
                        {
                            title: 'Uiteindelijke en intermediaire doelgroep',
                            english: 'Final and intermediate target group',
                            ask: 'voor wie de interventie uiteindelijk bedoeld is, en via wie zij werkt',
                            parts: ['doelgroep', 'leeftijd', 'bereik'],
                        },
                        {
                            title: 'Selectie en contra-indicaties',
                            english: 'Selection and contra-indications',
                            ask: 'hoe de doelgroep wordt geselecteerd, en voor wie de interventie niet bedoeld is',
                            parts: ['doelgroep.selectie', 'doelgroep.contra-indicatie'],
                        },
                        {
                            title: 'Betrokkenheid van de doelgroep',
                            english: 'Involvement of the target group',
                            ask: 'hoe de doelgroep bij de ontwikkeling betrokken was',
                            parts: ['doelgroep.betrokkenheid', 'betrokkenheid'],
                        },
                    ],
                },
                {
                    number: '1.2',
                    title: 'Doel',
                    english: 'Goal',
                    ask: 'hoofddoel en subdoelen, zo dat te meten is of zij bereikt zijn',
                    parts: ['doel', 'niet primair doel', 'uitkomstmaat', 'indicator'],
                },
                {
                    number: '1.3',
                    title: 'Aanpak',
                    english: 'Approach',
                    sections: [
                        {
                            title: 'Opzet van de interventie',
                            english: 'Design of the intervention',
                            ask: 'volgorde, duur, frequentie en intensiteit, en hoe de doelgroep wordt geworven',
                            parts: [
                                'aanpak.volgorde', 'duur', 'aanpak.duur', 'looptijd', 'aanpak.looptijd', 'frequentie', 'aanpak.frequentie',
                                'intensiteit', 'aanpak.intensiteit', 'werving', 'aanpak.werving',
                            ],
                        },
                        {
                            title: 'Inhoud van de interventie',
                            english: 'Content of the intervention',
                            ask: 'wat er achtereenvolgens gebeurt, wie dat doet en met welke technieken',
                            parts: ['principe', 'werkwijze', 'biedt', 'biedt geen', 'leefgebieden', 'aanpak', 'overdracht', 'gegeven', 'document'],
                        },
                    ],
                },
            ],
        },
        {
            number: '2',
            title: 'Uitvoering',
            english: 'Delivery',
            sections: [
                {
                    title: 'Materialen',
                    english: 'Materials',
                    ask: 'welke materialen er zijn en hoe zij te krijgen zijn',
                    parts: ['materiaal', 'uitvoering.materiaal'],
                },
                {
                    title: 'Locatie en type organisatie',
                    english: 'Location and type of organisation',
                    ask: 'waar en door wat voor organisatie de interventie wordt uitgevoerd',
                    parts: ['locatie', 'uitvoering.locatie', 'uitvoering.organisatie', 'organisatie'],
                },
                {
                    title: 'Opleiding en competenties van de uitvoerders',
                    english: 'Training and competences of those who deliver it',
                    ask: 'wat de uitvoerders moeten kunnen, en welke opleiding daarvoor nodig is',
                    parts: ['opleiding', 'uitvoering.opleiding', 'uitvoering.competentie', 'rol'],
                },
                {
                    title: 'Kwaliteitsbewaking',
                    english: 'Quality assurance',
                    ask: 'hoe bewaakt wordt dat de interventie wordt uitgevoerd zoals bedoeld',
                    parts: ['uitvoering.kwaliteitsbewaking', 'uitvoering.begeleiding'],
                },
                {
                    title: 'Randvoorwaarden',
                    english: 'Conditions',
                    ask: 'wat een organisatie moet regelen voordat zij begint',
                    parts: ['randvoorwaarde', 'partner', 'samenwerking', 'knelpunt', 'sterk-punt'],
                },
                {
                    title: 'Implementatie',
                    english: 'Implementation',
                    ask: 'hoe de interventie wordt ingevoerd en wie daarbij helpt',
                    parts: ['uitvoering.implementatie', 'overdraagbaarheid', 'verspreiding', 'uitvoering'],
                },
                {
                    title: 'Kosten',
                    english: 'Costs',
                    ask: 'wat de interventie kost, in uren en geld',
                    parts: ['kosten', 'financiering', 'uitvoering.kosten', 'uitvoering.financiering'],
                },
            ],
        },
        {
            number: '3',
            title: 'Onderbouwing',
            english: 'Rationale',
            sections: [
                {
                    title: 'Probleem',
                    english: 'Problem',
                    ask: 'om welk probleem of risico het gaat, hoe vaak het voorkomt en wat de gevolgen zijn',
                    parts: ['onderbouwing.probleem', 'onderbouwing.gevolg'],
                },
                {
                    title: 'Oorzaken',
                    english: 'Causes',
                    ask: 'welke factoren het probleem veroorzaken, in stand houden of ervoor beschermen',
                    parts: ['onderbouwing.oorzaak'],
                },
                {
                    title: 'Aan te pakken factoren',
                    english: 'Factors to work on',
                    ask: 'welke van die factoren de interventie aanpakt, en met welk subdoel',
                    parts: ['factor'],
                },
                {
                    title: 'Verantwoording',
                    english: 'Justification',
                    ask: 'waarom deze aanpak bij deze doelgroep deze doelen bereikt',
                    parts: ['onderbouwing', 'vergelijking'],
                },
            ],
        },
        {
            number: '4',
            title: 'Onderzoek',
            english: 'Research',
            ask: 'onderzoek naar de uitvoering en onderzoek naar de effecten',
            parts: ['effect', 'cijfer', 'vraag', 'opbrengst', 'oordeel', 'kanttekening', 'verwachting', 'ervaring', 'casus', 'aanbeveling', 'onderzoek'],
        },
        {
            number: '5',
            title: 'Werkzame elementen',
            english: 'Working elements',
            ask: 'wat er in ieder geval in moet zitten om te werken',
            parts: ['werkzaam element'],
        },
        {
            number: '6',
            title: 'Literatuur',
            english: 'Literature',
            ask: 'de literatuur waarnaar verwezen wordt',
            parts: ['literatuur', 'bron', 'richtlijn'],
        },
    ],
    leftOut: [
        {
            part: 'beoordeling',
            why: 'een beoordeling is van wie beoordeelt; het werkblad beschrijft de interventie',
            whyInEnglish: 'a review belongs to whoever reviews; the form describes the intervention',
        },
        {
            part: 'scenario',
            why: 'met deze casussen wordt het draaiboek beproefd; zij beschrijven de interventie niet',
            whyInEnglish: 'these cases try the protocol; they do not describe the intervention',
        },
        {
            part: 'opmerking',
            why: 'wat collega’s erbij schreven, is geen tekst van de interventie',
            whyInEnglish: 'what colleagues remarked is no text of the intervention',
        },
        {
            part: 'naam',
            why: 'waar een onderdeel een titel heeft, is zijn naam alleen in het draaiboek nodig',
            whyInEnglish: 'where an element has a title, its name is needed in the protocol only',
        },
    ],
}; // prettier-ignore
