import type { MessageTemplate } from '../../rule.js';

/** What tijd/som says. */
export const MESSAGES = {
    least: {
        nl: 'Elke weg naar `{end}` duurt {atLeast}; hier staat “{stated}”. Pas de duur van de stappen aan, of deze.',
        en: 'Every course to `{end}` takes {atLeast}; this says “{stated}”. Change the duration of the steps, or this one.',
    },
    greatest: {
        nl: 'De langste weg, naar `{end}`, duurt {days}; hier staat “{stated}”. Pas de duur van de stappen aan, of deze; telt werk aan het eind niet mee, zoals nazorg, zet deze `duur` dan bij de fase ervoor.',
        en: 'The longest course, to `{end}`, takes {days}; this says “{stated}”. Change the duration of the steps, or this one; where work at the end does not count, such as aftercare, put this `duur` at the phase before it.',
    },
    unbounded: {
        nl: 'Hoe lang het tot {ends} hoogstens duurt, heeft geen grens; hier staat “{stated}”. Begrens {what}.',
        en: 'How long it takes at most to {ends} has no bound; this says “{stated}”. Bound {whatEn}.',
    },
    short: {
        nl: 'Ook de langste weg, naar `{end}`, duurt hoogstens {days}; hier staat “{stated}”. Pas de duur van de stappen aan, of deze.',
        en: 'Even the longest course, to `{end}`, takes at most {days}; this says “{stated}”. Change the duration of the steps, or this one.',
    },
    shortAt: {
        nl: 'De weg in het voorbeeld naar `{end}` duurt hoogstens {days}; hier staat “{stated}”. Pas de duur van de stappen aan, of deze.',
        en: 'The course in the example to `{end}` takes at most {days}; this says “{stated}”. Change the duration of the steps, or this one.',
    },
    undecidedEnd: {
        nl: 'De weg in het voorbeeld naar `{end}` duurt hoogstens {days}; hier staat “{stated}”. Of dat te kort is, valt niet te zeggen: geen einde is `geslaagd`. Schrijf `geslaagd` bij de einden die dat zijn.',
        en: 'The course in the example to `{end}` takes at most {days}; this says “{stated}”. Whether that is too short cannot be said: no end is `geslaagd`. Write `geslaagd` at the ends that are.',
    },
    sometimesShort: {
        nl: 'De weg in het voorbeeld naar `{end}` duurt soms maar {days}; hier staat “{stated}”. Pas de duur van de stappen aan, of deze.',
        en: 'The course in the example to `{end}` may take only {days}; this says “{stated}”. Change the duration of the steps, or this one.',
    },
    undecidedShortEnd: {
        nl: 'De weg in het voorbeeld naar `{end}` duurt soms maar {days}; hier staat “{stated}”. Of dat te kort is, valt niet te zeggen: geen einde is `geslaagd`. Schrijf `geslaagd` bij de einden die dat zijn.',
        en: 'The course in the example to `{end}` may take only {days}; this says “{stated}”. Whether that is too short cannot be said: no end is `geslaagd`. Write `geslaagd` at the ends that are.',
    },
    undecidedLeast: {
        nl: 'Of geen weg te kort is voor “{stated}”, is niet te zeggen: hoe lang het minstens duurt, staat niet bij {names}.',
        en: 'Whether no course is too short for “{stated}” cannot be said: how long it takes at least is not stated at {names}.',
    },
    undecidedShortest: {
        nl: 'Een weg naar `{end}` duurt minstens {days}; hier staat “{stated}”. Of het ooit zo kort duurt, is niet te zeggen: de kortste tijden op die weg gaan misschien niet samen.',
        en: 'A course to `{end}` takes {days} at least; this says “{stated}”. Whether it ever takes that short cannot be said: the shortest times on that course may exclude each other.',
    },
    undecidedBound: {
        nl: 'Of elke weg past in “{stated}”, is niet te zeggen: hoe vaak een gezin bij {names} terugkomt, is open gelaten.',
        en: 'Whether every course fits in “{stated}” cannot be said: how often a case comes back to {names} is left open.',
    },
    undecidedMissed: {
        nl: 'Of elke weg past in “{stated}”, is niet te zeggen: {names} is zeker niet klaar in de tijd die er staat, en hoe lang het dan hoogstens duurt, staat er niet.',
        en: 'Whether every course fits in “{stated}” cannot be said: {names} is surely not done in the time that is stated, and how long it takes at most then is not stated.',
    },
    undecidedTime: {
        nl: 'Of elke weg naar `{end}` past in “{stated}”, is niet te zeggen: hoe vaak iets terugkomt, heeft geen grens. Begrens {what}.',
        en: 'Whether every course to `{end}` fits in “{stated}” cannot be said: how often something comes back has no bound. Bound {whatEn}.',
    },
    undecidedOrder: {
        nl: 'Een weg naar `{end}` duurt hoogstens {days}; hier staat “{stated}”. Of het ooit zo lang duurt, is niet te zeggen: in werk dat gelijktijdig loopt, vraagt het ene wat het andere dan misschien nog niet weet.',
        en: 'A course to `{end}` takes at most {days}; this says “{stated}”. Whether it ever takes that long cannot be said: of parallel work, one part asks what another may not have found out by then.',
    },
    undecidedTogether: {
        nl: 'Een weg naar `{end}` duurt hoogstens {days}; hier staat “{stated}”. Of het ooit zo lang duurt, is niet te zeggen: de langste tijden op die weg gaan misschien niet samen.',
        en: 'A course to `{end}` takes at most {days}; this says “{stated}”. Whether it ever takes that long cannot be said: the longest times on that course may exclude each other.',
    },
    undecidedNotStated: {
        nl: 'Of elke weg past in “{stated}”, is niet te zeggen: hoe lang het hoogstens duurt, staat niet bij {names}.',
        en: 'Whether every course fits in “{stated}” cannot be said: how long it takes at most is not stated at {names}.',
    },
    undecidedNoMost: {
        nl: 'Of elke weg past in “{stated}”, is niet te zeggen: hoe lang het hoogstens duurt, is alleen vaag gezegd bij {names}.',
        en: 'Whether every course fits in “{stated}” cannot be said: how long it takes at most is stated only vaguely at {names}.',
    },
    undecidedVague: {
        nl: 'Of elke weg past in “{stated}”, is niet te zeggen: de tijd is vaag bij {names}. Met de getallen die er staan, komt de langste weg, naar `{end}`, op {days}.',
        en: 'Whether every course fits in “{stated}” cannot be said: the time is vague at {names}. With the figures that are stated the longest course, to `{end}`, comes to {days}.',
    },
    undecidedBoth: {
        nl: 'Of elke weg past in “{stated}”, is niet te zeggen: dat is niet precies, en de tijd is vaag bij {names}. Met de getallen die er staan, komt de langste weg, naar `{end}`, op {days}.',
        en: 'Whether every course fits in “{stated}” cannot be said: it is not exact, and the time is vague at {names}. With the figures that are stated the longest course, to `{end}`, comes to {days}.',
    },
    undecidedShort: {
        nl: 'De weg in het voorbeeld naar `{end}` duurt hoogstens {days}. Of dat past in “{stated}”, is niet te zeggen: dat is niet precies.',
        en: 'The course in the example to `{end}` takes at most {days}. Whether that fits in “{stated}” cannot be said: it is not exact.',
    },
    undecidedFigure: {
        nl: 'De langste weg, naar `{end}`, duurt {days}. Of dat past in “{stated}”, is niet te zeggen: dat is niet precies.',
        en: 'The longest course, to `{end}`, takes {days}. Whether that fits in “{stated}” cannot be said: it is not exact.',
    },
    undecidedCalendar: {
        nl: 'Of de langste weg, naar `{end}`, past in “{stated}”, hangt af van weekenden, feestdagen en hoe lang de maanden zijn: zonder feestdagen hoogstens {days}.',
        en: 'Whether the longest course, to `{end}`, fits in “{stated}” depends on weekends, public holidays and how long the months are: at most {days} without holidays.',
    },
} satisfies Record<string, MessageTemplate>;
