import type { Bilingual } from '../text/bilingual.js';

/** Why no case is proposed that comes along something; what an author can mend goes first. */
export type NotProposed =
    | { readonly why: 'unnamed' | 'untold' | 'ruled out' | 'not found out' | 'no end' | 'nobody' | 'too many' }
    | { readonly why: 'amount'; readonly fact: string };

const ORDER: readonly NotProposed['why'][] = [
    'unnamed',
    'amount',
    'untold',
    'not found out',
    'ruled out',
    'no end',
    'too many',
    'nobody',
];

/** Of several ways to the same the reason that helps most. */
export function mostTelling(reasons: readonly NotProposed[]): NotProposed | undefined {
    return reasons.toSorted((a, b) => ORDER.indexOf(a.why) - ORDER.indexOf(b.why))[0];
}

export function notProposedInWords(reason: NotProposed): Bilingual {
    switch (reason.why) {
        case 'unnamed':
            return {
                nl: 'een scenario kan niets zeggen van een groep zonder naam',
                en: 'a scenario cannot say anything of a group without a name',
            };
        case 'amount':
            return {
                nl: `een scenario kan voor \`${reason.fact}\` geen getal geven; zie gegeven/waarde`,
                en: `a scenario cannot give a figure for \`${reason.fact}\`; see gegeven/waarde`,
            };
        case 'untold':
            return {
                nl: 'wat daar gebeurt, kan een scenario niet vertellen zonder dat het anders loopt',
                en: 'a scenario cannot tell what happens there without it going another way',
            };
        case 'ruled out':
            return {
                nl: 'de duren en termijnen sluiten de wegen erheen uit die bekeken zijn',
                en: 'durations and terms rule out the courses to it that were looked at',
            };
        case 'not found out':
            return {
                nl: 'of het kan met de duren en termijnen, is niet tot het eind bekeken: daarvoor zijn er te veel wegen',
                en: 'whether it can be with the durations and terms was not looked at to the end: there are too many courses',
            };
        case 'no end':
            return {
                nl: 'daarna komt een gezin bij geen einde meer',
                en: 'behind it a case comes to no end any more',
            };
        case 'too many':
            return {
                nl: 'op de wegen die bekeken zijn, komt daar geen gezin',
                en: 'on the courses that were looked at no case comes there',
            };
        case 'nobody':
            return { nl: 'daar komt geen gezin', en: 'no case comes there' };
    }
}
