import type { Bilingual, Language } from '../text/bilingual.js';

/** What stands in a graph and not in the protocol: words beside its own names and texts. */
export const LABELS = {
    begin: { nl: 'aanmelding', en: 'registration' },
    refused: { nl: 'geen toegang', en: 'no access' },
    admitted: { nl: 'toegang', en: 'access' },
    unknown: { nl: 'onbekend', en: 'unknown' },
    otherwise: { nl: 'anders', en: 'otherwise' },
    when: { nl: 'als', en: 'if' },
    again: { nl: 'nog een keer', en: 'once more' },
    enough: { nl: 'genoeg', en: 'enough' },
    anew: { nl: 'telt opnieuw', en: 'counts anew' },
    forgotten: { nl: 'de termijn geldt niet meer', en: 'the term holds no more' },
    noted: { nl: 'onthoudt het moment', en: 'notes the moment' },
    expired: { nl: 'termijn verstreken', en: 'term expired' },
    stuck: { nl: 'loopt vast', en: 'gets stuck' },
    notDone: { nl: 'nog niet klaar', en: 'not done yet' },
    mayBegin: { nl: 'kan beginnen', en: 'can begin' },
    choose: { nl: 'Kiezen', en: 'Choose' },
    decide: { nl: 'Beslissen', en: 'Decide' },
    wait: { nl: 'Wachten', en: 'Wait' },
    does: { nl: 'wel', en: 'yes' },
    doesNot: { nl: 'niet', en: 'no' },
    handOver: { nl: 'overdragen', en: 'hand over' },
    meet: { nl: 'gesprek', en: 'meeting' },
    confirm: { nl: 'bevestigen', en: 'confirm' },
    confirmed: { nl: 'bevestigd', en: 'confirmed' },
    absent: { nl: 'niet bevestigd', en: 'not confirmed' },
    goesOn: { nl: 'hoe verder', en: 'how it goes on' },
    resumes: { nl: 'het andere werk gaat verder', en: 'other work goes on' },
    which: { nl: 'welke?', en: 'which?' },
    whether: { nl: 'wel of niet?', en: 'yes or no?' },
    whetherAgain: { nl: 'nog een keer?', en: 'once more?' },
    whetherOn: { nl: 'hoe verder?', en: 'how on?' },
    whetherBegin: { nl: 'kan het beginnen?', en: 'can it begin?' },
    whetherDone: { nl: 'klaar?', en: 'done?' },
    whetherConfirmed: { nl: 'bevestigd?', en: 'confirmed?' },
    whetherAdmitted: { nl: 'toegang?', en: 'admitted?' },
    whetherFirst: { nl: 'eerst iets anders?', en: 'something else first?' },
    whence: { nl: 'waar te beginnen?', en: 'where to begin?' },
    done: { nl: 'klaar', en: 'done' },
    nobody: { nl: 'niet gezegd wie', en: 'not said who' },
    waitsForever: { nl: 'wacht op wat niet klaar komt', en: 'waits for what is never done' },
} satisfies Record<string, Bilingual>;

export type Word = keyof typeof LABELS;

export function word(key: Word, language: Language): string {
    return LABELS[key][language];
}

/** How often something is done. */
export function times(count: number, language: Language): string {
    return language === 'nl' ? `${String(count)} keer` : `${String(count)} ${count === 1 ? 'time' : 'times'}`;
}

/** How often a way may be taken. */
export function atMost(count: number, language: Language): string {
    return `${language === 'nl' ? 'hoogstens' : 'at most'} ${times(count, language)}`;
}

/** The same where the text leaves the number open. */
export function atMostOf(open: 'unknown' | 'local', language: Language): string {
    const words = { unknown: { nl: 'onbekend', en: 'unknown' }, local: { nl: 'plaatselijk', en: 'local' } };
    const number = words[open][language];
    return language === 'nl' ? `hoogstens ${number} keer` : `at most ${number} times`;
}
