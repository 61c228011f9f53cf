import type { StatementDoc } from '../statements.js';
import { contextIn } from './contexts.js';
import { entry, lines } from './entry.js';

const IN_CHOICE = contextIn('daarna');

/** Conditions. */
export const CONDITIONS: readonly StatementDoc[] = [
    entry(
        'en, of, niet',
        '*',
        'Verbindt voorwaarden; `en` gaat voor `of`, en haakjes gaan voor alles.',
        'Joins conditions; `en` binds before `of`, and brackets before everything.',
        'als zorg-gedeeld en (plan-akkoord of niet acuut-onveilig): Plan',
        IN_CHOICE,
    ),
    entry(
        'is',
        '*',
        'Vergelijkt een gegeven met een antwoord; alleen de naam van een ja/nee-gegeven betekent `is ja`.',
        'Compares a fact with an answer; just the name of a yes/no fact means `is ja`.',
        lines(
            'als situatie is scheiding: Plan',
            'als situatie is niet overig: Plan',
            'als plan-akkoord is niet ja: Kennismaking',
            'als zorg-gedeeld is nee: Vastgelopen',
            'als startdatum is 2026-03-01: Plan',
        ),
        IN_CHOICE,
    ),
    entry(
        'is 3',
        '*',
        'Vergelijkt een aantal of een tekst met precies één antwoord.',
        'Compares a number or a text with exactly one answer.',
        lines('als eerdere-contacten is 3: Plan', 'als wens is "rust": Kennismaking'),
        IN_CHOICE,
    ),
    entry(
        'als onbekend',
        '*',
        'Zegt dat er een voorwaarde is, maar dat niet bekend is welke, of dat elke gemeente haar zelf stelt.',
        'Says that there is a condition, but that it is not known which, or that each municipality sets it.',
        lines(
            'als onbekend: Plan',
            'als plaatselijk "volgens het lokale protocol": Vastgelopen',
            'als zorg-gedeeld en onbekend omdat "De bron noemt er meer.": Kennismaking',
        ),
        IN_CHOICE,
    ),
    entry(
        'als veelal',
        '*',
        'Zegt van een voorwaarde hoe vast zij is; `veelal als` mag ook. Wat niet vast is, houdt niets tegen: in een casus beslist een mens of het telt.',
        'Says of a condition how firm it is; `veelal als` may be written too. What is not firm holds nothing up: in a case a person decides whether it counts.',
        lines('klaar als veelal plan-akkoord', 'pas bij voorkeur als "het gezin is uitgerust"'),
        contextIn('stap'),
    ),
    entry(
        'is bekend',
        '*',
        'Vraagt of een gegeven al bekend is, of met `is onbekend` nog niet.',
        'Asks whether a fact is known yet, or with `is onbekend` not yet.',
        lines('als plan-akkoord is bekend: Plan', 'als wens is onbekend: Kennismaking'),
        IN_CHOICE,
    ),
    entry(
        'minstens',
        '*',
        'Vergelijkt een aantal met een getal: minstens, hoogstens, meer dan, minder dan, precies.',
        'Compares a number with a bound: at least, at most, more than, less than, exactly.',
        lines('als eerdere-contacten minstens 3: Plan', 'als eerdere-contacten minder dan 3: Kennismaking'),
        IN_CHOICE,
    ),
    entry(
        'minstens onbekend',
        '*',
        'Zegt dat er een grens is, maar niet welke, of dat elke gemeente haar kiest; of de voorwaarde geldt, beslist dan een mens.',
        'Says that there is a bound, but not which, or that each municipality chooses it; whether the condition holds, a person then decides.',
        lines(
            'als eerdere-contacten minstens onbekend omdat "De bron noemt geen drempel.": Plan',
            'als eerdere-contacten hoogstens plaatselijk: Kennismaking',
        ),
        IN_CHOICE,
    ),
    entry(
        '"voorwaarde"',
        '*',
        'Een voorwaarde tussen aanhalingstekens beslist een mens; geen toets of analyse leest haar.',
        'A condition in quotes is decided by a person; no check or analysis reads it.',
        'als "het gezin het vertrouwt": Plan',
        IN_CHOICE,
    ),
];
