import { isUnknownEnd } from './symbols.js';
import type { GraphNode, TaskNode } from '../../workflow/graph.js';
import type { Bilingual, Language } from '../../text/bilingual.js';

/** What a kind of node is called, in a tag, a legend and for who does not see the drawing. */
export function kindOf(node: GraphNode): Bilingual {
    switch (node.kind) {
        case 'task':
            return taskKind(node);
        case 'gateway':
            return GATEWAYS[node.gateway];
        case 'start':
            return WORDS.start;
        case 'boundary':
        case 'throw':
            return TRIGGERS[node.trigger.kind];
        case 'catch':
            return WORDS.until;
        case 'set':
            return WORDS.count;
        case 'end':
            return node.outcome ? ENDS[node.outcome] : isUnknownEnd(node) ? WORDS.unknown : WORDS.stop;
        case 'subprocess':
            return node.byEvent ? WORDS.always : WORDS.part;
    }
}

/** What is said of time, contacts and goals. */
export const SAID = {
    process: {
        nl: 'Het verloop, van links naar rechts, met een baan voor elke rol',
        en: 'The process from left to right, with a band for each role',
    },
    timeline: { nl: 'Tijdlijn', en: 'Timeline' },
    repeat: { nl: 'herhaal', en: 'repeat' },
    again: { nl: ' opnieuw', en: ' again' },
    until: { nl: 'tot', en: 'until' },
    noBound: { nl: 'zonder grens', en: 'without a bound' },
    goals: { nl: 'Welke stap aan welk doel werkt', en: 'Which step works on which goal' },
    noDuration: { nl: 'duur niet in cijfers gezegd', en: 'duration not stated in figures' },
    durationUnknown: { nl: 'duur onbekend', en: 'duration unknown' },
    contact: { nl: 'contact', en: 'contact' },
    contacts: { nl: 'contacten', en: 'contacts' },
    contactsUnknown: { nl: 'contacten onbekend', en: 'contacts unknown' },
    contactsVague: { nl: 'contacten niet in cijfers gezegd', en: 'contacts not stated in figures' },
    atLeast: { nl: 'minstens', en: 'at least' },
    keyLeast: { nl: 'duurt minstens', en: 'takes at least' },
    keyMost: { nl: 'duurt hoogstens', en: 'takes at most' },
    keyAbout: { nl: 'ongeveer zo lang, of ongeveer dan', en: 'about so long, or about then' },
    keyWhole: { nl: 'een fase of groep als geheel', en: 'a phase or group as a whole' },
    keyMaybe: { nl: 'mogelijk een contact', en: 'possibly a contact' },
    comesBack: { nl: 'kan opnieuw, langs een weg terug', en: 'may come again, by a way back' },
    keyAgain: { nl: 'kan vaker gebeuren; getekend is één keer', en: 'may happen more often; drawn is one time' },
    keyWorks: { nl: 'de stap werkt aan dit doel', en: 'the step works on this goal' },
    frequency: { nl: 'frequentie', en: 'frequency' },
    keyTerm: { nl: 'termijn loopt af', en: 'term runs out' },
    keyTermAbout: { nl: 'termijn loopt ongeveer dan af', en: 'term runs out about then' },
    term: { nl: 'termijn', en: 'term' },
    after: { nl: 'na', en: 'after' },
    of: { nl: 'van', en: 'of' },
    onlyWhen: { nl: 'pas als', en: 'only when' },
    within: { nl: 'begint binnen', en: 'begins within' },
    starts: { nl: 'begint', en: 'begins' },
    startsAt: { nl: 'begint bij', en: 'begins with' },
    duration: { nl: 'duur', en: 'duration' },
    budget: { nl: 'contactbudget', en: 'contact budget' },
    aftercare: { nl: 'nazorg', en: 'aftercare' },
    atEnd: { nl: 'alleen bij einde', en: 'only at end' },
    afterwards: { nl: 'Nazorg', en: 'Aftercare' },
    registration: { nl: 'aanmelding', en: 'registration' },
    late: { nl: 'Alleen als een termijn verstrijkt', en: 'Only where a term runs out' },
    aside: { nl: 'Alleen bij opschaling', en: 'Only at an escalation' },
    always: { nl: 'Op elk moment', en: 'At any moment' },
    nowhere: { nl: 'Hier leidt geen weg heen', en: 'No way leads here' },
    confirm: { nl: 'bevestiging binnen', en: 'confirmation within' },
    noGoal: { nl: 'werkt aan geen doel dat genoemd wordt', en: 'works on no goal that is named' },
    goalUnknown: { nl: 'onbekend aan welk doel', en: 'unknown on which goal' },
    noStep: { nl: 'geen stap werkt hieraan', en: 'no step works on this' },
    days: { nl: 'dagen', en: 'days' },
    weeks: { nl: 'weken', en: 'weeks' },
    months: { nl: 'maanden', en: 'months' },
    scale: {
        nl: 'Als elke stap zo lang duurt als hij hoogstens mag duren, zonder herhaling, opschaling of wachten op een voorwaarde.',
        en: 'When each step takes as long as it may at most, without repetition, waiting or escalation.',
    },
    vague: {
        nl: 'Wat gestippeld is, zegt het draaiboek maar ongeveer; wat erna komt, schuift mee.',
        en: 'What is dotted, the protocol says only about so; what comes after it moves along.',
    },
    noScale: {
        nl: 'Niet op schaal: alleen de volgorde, want niet van elke stap is in cijfers gezegd hoe lang hij hoogstens duurt.',
        en: 'Not to scale: the order only, since not of every step it is stated in figures how long it takes at most.',
    },
} as const satisfies Readonly<Record<string, Bilingual>>;

function taskKind({ work, handover }: TaskNode): Bilingual {
    const warm = handover?.warm ?? false;
    switch (work) {
        case 'hand-over':
            return warm ? WORDS.warm : WORDS.handover;
        case 'meet':
            return warm ? WORDS.warmMeeting : WORDS.meeting;
        default:
            return WORDS[work];
    }
}

export const WORDS = {
    step: { nl: 'stap', en: 'step' },
    escalation: { nl: 'opschaling', en: 'escalation' },
    handover: { nl: 'overdracht', en: 'handover' },
    warm: { nl: 'warme overdracht', en: 'warm handover' },
    meeting: { nl: 'gesprek bij overdracht', en: 'meeting at handover' },
    warmMeeting: { nl: 'gesprek bij warme overdracht', en: 'meeting at warm handover' },
    confirm: { nl: 'bevestiging', en: 'confirmation' },
    choose: { nl: 'iemand kiest', en: 'somebody chooses' },
    wait: { nl: 'wachten', en: 'wait' },
    start: { nl: 'begin', en: 'start' },
    until: { nl: 'wacht tot een moment', en: 'waits for a moment' },
    count: { nl: 'telt mee', en: 'counts' },
    unknown: { nl: 'niet gezegd hoe het verder gaat', en: 'not said how it goes on' },
    stop: { nl: 'einde van een weg', en: 'end of a way' },
    always: { nl: 'kan op elk moment', en: 'can happen at any moment' },
    part: { nl: 'onderdeel', en: 'part' },
    stops: { nl: 'breekt af wat loopt', en: 'ends what is going on' },
    goesOn: { nl: 'wat loopt, gaat door', en: 'what is going on continues' },
    by: { nl: 'door', en: 'by' },
    with: { nl: 'met', en: 'with' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export const GATEWAYS = {
    decide: { nl: 'keuze', en: 'choice' },
    merge: { nl: 'wegen komen samen', en: 'ways come together' },
    split: { nl: 'tegelijk verder', en: 'on in parallel' },
    join: { nl: 'alles is klaar', en: 'all is done' },
} as const;

export const TRIGGERS = {
    timer: { nl: 'termijn loopt af', en: 'term runs out' },
    message: { nl: 'iemand meldt', en: 'somebody reports' },
    escalation: { nl: 'opschaling', en: 'escalation' },
    error: { nl: 'gaat niet verder', en: 'cannot go on' },
} as const;

export const ENDS = {
    successful: { nl: 'einde: geslaagd', en: 'end: successful' },
    refusal: { nl: 'einde: bij weigering', en: 'end: on refusal' },
    other: { nl: 'ander einde', en: 'other end' },
} as const;

/** A node in one sentence, with its whole label. */
export function described(node: GraphNode, language: Language): string {
    const kind = kindOf(node)[language];
    const parts = [node.label === '' ? kind : `${kind}: ${node.label}`];
    if (node.kind === 'task') {
        parts.push(...(node.said?.whole ?? []));
    }
    if (node.kind === 'boundary') {
        parts.push((node.interrupting ? WORDS.stops : WORDS.goesOn)[language]);
    }
    return parts.join('; ');
}
