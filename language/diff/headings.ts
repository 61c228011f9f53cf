import type { Bilingual } from '../text/bilingual.js';
import type { Area, Change } from './change.js';

/** What a report of a difference says above its parts. */
export const HEADINGS = {
    text: {
        nl: 'Anders verwoord of benoemd: lees of de betekenis gelijk bleef',
        en: 'Worded or named otherwise: read whether the meaning stayed the same',
    },
    consequences: { nl: 'Wat hierdoor verandert', en: 'What changes because of this' },
    newFindings: { nl: 'Nieuwe meldingen', en: 'New findings' },
    goneFindings: { nl: 'Meldingen die er niet meer zijn', en: 'Findings that are gone' },
    bounds: { nl: 'Contacten en duur', en: 'Contacts and duration' },
    answers: { nl: 'Wat er over alle wegen te bewijzen is', en: 'What can be proved about all courses' },
    scenarios: { nl: 'Scenario’s', en: 'Scenarios' },
    nothing: { nl: 'Er is geen verschil.', en: 'There is no difference.' },
    noMeaning: {
        nl: 'Geen verschil in betekenis gevonden.',
        en: 'No difference in meaning was found.',
    },
} as const satisfies Record<string, Bilingual>;

/** What is said of files of which a part cannot be read. */
export function unreadNote(files: readonly string[]): Bilingual {
    const names = files.map((f) => `\`${f}\``).join(', ');
    return {
        nl: `Niet alles is vergeleken: in ${names} staat tekst die niet te lezen is. Wat daar staat, kan hier ten onrechte vervallen of nieuw heten. Herstel eerst wat \`draaiboek check\` daarover zegt.`,
        en: `Not all was compared: ${names} holds text that cannot be read. What it says may wrongly be called removed or new here. First mend what \`draaiboek check\` says about it.`,
    };
}

/** The areas in the order in which a report tells them, with what they are called. */
export const AREAS: Readonly<Record<Area, Bilingual>> = {
    steps: { nl: 'Stappen', en: 'Steps' },
    conditions: { nl: 'Voorwaarden en wegen', en: 'Conditions and ways' },
    terms: { nl: 'Termijnen en duur', en: 'Terms and duration' },
    budgets: { nl: 'Contacten, herhaling en kosten', en: 'Contacts, repetition and costs' },
    roles: { nl: 'Wie', en: 'Who' },
    handovers: { nl: 'Overdrachten', en: 'Handovers' },
    goals: { nl: 'Doelen', en: 'Goals' },
    documents: { nl: 'Documenten', en: 'Documents' },
    facts: { nl: 'Gegevens', en: 'Facts' },
    sources: { nl: 'Bronnen', en: 'Sources' },
    description: { nl: 'Beschrijving', en: 'Description' },
    review: { nl: 'Toetsing en beoordeling', en: 'Frameworks and reviews' },
    scenarios: { nl: 'Scenario’s', en: 'Scenarios' },
};

/** Changes by what they are about, in the order of a report. */
export function byArea(changes: readonly Change[]): readonly (readonly [Area, readonly Change[]])[] {
    const groups = Map.groupBy(changes, (c) => c.area);
    return (Object.keys(AREAS) as Area[]).flatMap((area) => {
        const own = groups.get(area);
        return own ? [[area, own] as const] : [];
    });
}
