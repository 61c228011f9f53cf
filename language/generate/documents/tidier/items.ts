import type { Bilingual } from '../../../text/bilingual.js';

/**
 * The twelve items of TIDieR, with what in a protocol answers each. Source: Hoffmann e.a., Better reporting of
 * interventions: template for intervention description and replication (TIDieR) checklist and guide, BMJ 2014;348:g1687.
 *
 * `says`: a property (`locatie`), one of a kind of element (`rol.competentie`), a kind of element (`stap`), or a block that
 * may be open as a whole (`uitvoering`).
 */
export interface TidierItem extends Bilingual {
    readonly number: number;
    readonly asks: Bilingual;
    readonly says: readonly string[];
}

const item = (number: number, nl: string, en: string, asks: Bilingual, ...says: readonly string[]): TidierItem => ({
    number,
    nl,
    en,
    asks,
    says,
});

export const TIDIER: readonly TidierItem[] = [
    item(1, 'Naam', 'Brief name', { nl: 'een naam of zin die de interventie beschrijft', en: 'a name or phrase that describes the intervention' }, 'titel'),
    item(2, 'Waarom', 'Why', { nl: 'theorie, doel en reden van wat erin zit', en: 'rationale, theory or goal of its elements' },
        'doel', 'factor', 'werkzaam element', 'aanleiding', 'onderbouwing', 'onderbouwing.probleem', 'onderbouwing.theorie', 'onderbouwing.model', 'onderbouwing.verantwoording'),
    item(3, 'Wat: materialen', 'What: materials', { nl: 'de materialen, en waar zij te krijgen zijn', en: 'the materials, and where they can be got' },
        'materiaal', 'document'),
    item(4, 'Wat: werkwijze', 'What: procedures', { nl: 'elke stap, activiteit en werkwijze', en: 'each of the procedures, activities and processes' },
        'stap', 'activiteit', 'werkwijze', 'overdracht', 'aanpak'),
    item(5, 'Wie', 'Who provided', { nl: 'wie het uitvoert, met welke deskundigheid en training', en: 'who provides it, with what expertise and training' },
        'rol', 'competentie', 'opleiding', 'caseload'),
    item(6, 'Hoe', 'How', { nl: 'hoe het gegeven wordt: thuis of op afstand, alleen of in een groep', en: 'modes of delivery: face to face or at a distance, individually or in a group' },
        'werkwijze', 'uitvoering'),
    item(7, 'Waar', 'Where', { nl: 'op wat voor plaats, met wat daar nodig is', en: 'the type of location, and what is needed there' }, 'locatie', 'uitvoering'),
    item(8, 'Wanneer en hoeveel', 'When and how much', { nl: 'hoe vaak, hoelang, in welke tijd en hoe intensief', en: 'number of times, duration, period and intensity' },
        'duur', 'looptijd', 'frequentie', 'contacten', 'intensiteit', 'contactbudget', 'aanpak'),
    item(9, 'Aanpassing op maat', 'Tailoring', { nl: 'wat er per gezin anders kan, en waarom en hoe', en: 'what is planned to be adapted, why and how' },
        'keuze', 'plaatselijk', 'inzet', 'aanpak'),
    item(10, 'Wijzigingen', 'Modifications', { nl: 'wat er tijdens het onderzoek veranderde', en: 'what was modified during the study' },
        'afwijking', 'vervalt', 'onderzoek'),
    item(11, 'Hoe goed: gepland', 'How well: planned', { nl: 'hoe bewaakt wordt dat het gaat zoals bedoeld', en: 'how adherence is assessed and maintained' },
        'kwaliteitsbewaking', 'begeleiding', 'norm', 'uitvoering'),
    item(12, 'Hoe goed: werkelijk', 'How well: actual', { nl: 'in hoeverre het ging zoals bedoeld', en: 'the extent to which it was delivered as planned' },
        'meting', 'onderzoek.uitkomst', 'onderzoek.gerealiseerd', 'onderzoek'),
]; // prettier-ignore
