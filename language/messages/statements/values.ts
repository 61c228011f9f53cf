import type { StatementDoc } from '../statements.js';
import { contextIn } from './contexts.js';
import { entry, lines } from './entry.js';

const IN_PROTOCOL = contextIn('interventie');
const IN_STEP = contextIn('stap');
const IN_CHOICE = contextIn('daarna');

/** Forms of values. */
export const VALUES: readonly StatementDoc[] = [
    entry(
        '"tekst"',
        '*',
        'Gewone tekst staat tussen aanhalingstekens; tussen drie mag zij meer regels en opmaak (Markdown) hebben.',
        'Plain text stands in quotes; between triple quotes it may have several lines and markup (Markdown).',
        lines(
            'principe "Eén gezin, één plan."',
            'achtergrond """',
            '    Eerst **luisteren**.',
            '    Dan pas plannen.',
            '    """',
        ),
        IN_PROTOCOL,
    ),
    entry(
        'onbekend',
        '*',
        'Zegt dat iets niet bekend is; niemand vult het stilletjes in.',
        'Says that something is not known; no one silently fills it in.',
        lines(
            'bereik onbekend',
            'kosten onbekend omdat "De bron noemt geen bedrag."',
            'opbrengst onbekend, verwacht in 2027',
        ),
        IN_PROTOCOL,
    ),
    entry(
        'plaatselijk',
        '*',
        'Zegt dat elke gemeente dit zelf invult, eventueel met een waarde voor wie niets invult.',
        'Says that each municipality fills this in, with a standard for those who do not.',
        lines('locatie plaatselijk', 'frequentie plaatselijk "naar behoefte" standaard 1 keer per week'),
        IN_PROTOCOL,
    ),
    entry(
        'onbekend, plaatselijk',
        '*',
        'Staat ook waar anders een naam staat: van een doel, een document, een gegeven, een rol of de volgende stap.',
        'Stands too where a name would stand: of a goal, a document, a fact, a role or the next step.',
        lines(
            'werkt aan onbekend',
            'levert onbekend omdat "De bron noemt een verslag, maar niet welk."',
            'door Gezinswerker met plaatselijk',
            'daarna plaatselijk "elke gemeente regelt dit zelf"',
        ),
        IN_STEP,
    ),
    entry(
        'getal',
        '*',
        'Getallen staan er zoals in het Nederlands: een punt bij duizenden, een komma voor de decimalen.',
        'Numbers are written as in Dutch: a point for thousands, a comma for decimals.',
        lines('bereik 1.250 gezinnen', 'cijfer "uitval" 6,4 %'),
        IN_PROTOCOL,
    ),
    entry(
        'datum',
        '*',
        'Een datum is jaar-maand-dag of dag-maand-jaar.',
        'A date is year-month-day or day-month-year.',
        lines('versie "2.1" van 2026-03-01', 'uitspraak van "een moeder" op 1-3-2026 "Fijn."'),
        IN_PROTOCOL,
    ),
    entry(
        'ongeveer',
        '*',
        'Zegt dat een getal niet precies is: ongeveer, circa, ruim, bijna.',
        'Says that a number is not exact: about, roughly, over, almost.',
        lines(
            'duur ongeveer 6 maanden',
            'bereik ruim 100 gezinnen',
            'looptijd bijna 3 jaar',
            'kosten circa 2.400 euro',
        ),
        IN_PROTOCOL,
    ),
    entry(
        'minstens',
        '*',
        'Geeft een ondergrens of bovengrens: minstens, hoogstens, meer dan, minder dan, precies.',
        'Gives a lower or upper bound: at least, at most, more than, less than, exactly.',
        lines('contacten minstens 2', 'duur meer dan 2 weken', 'frequentie circa 2 keer per maand'),
        IN_STEP,
    ),
    entry(
        'diverse',
        '*',
        'Zegt dat het er meer zijn zonder te tellen, of geen.',
        'Says that there are several without counting, or none.',
        lines('materiaal diverse formulieren', 'contacten enkele gesprekken', 'locatie geen'),
        IN_STEP,
    ),
    entry(
        'tot',
        '*',
        'Geeft een bereik van het ene getal tot het andere. Met `tot en met` hoort het laatste erbij, met `vanaf … tot` niet; bij een leeftijd als `6 tot 12 jaar` blijft dat open.',
        'Gives a range from one number to another. With `tot en met` the last belongs to it, with `vanaf … tot` it does not; with an age such as `6 tot 12 jaar` that is left open.',
        lines(
            'duur 2 tot 4 weken',
            'leeftijd 0-19 jaar',
            'leeftijd vanaf 2 tot 6 jaar',
            'periode 2024 tot en met 2026',
        ),
        IN_PROTOCOL,
    ),
    entry(
        'van … tot',
        '*',
        'Geeft een bereik van de ene gebeurtenis tot de andere.',
        'Gives a range from one event to another.',
        'leeftijd van zwangerschap tot 2 jaar',
        IN_PROTOCOL,
    ),
    entry(
        'x van y',
        '*',
        'Geeft een deel van een geheel, met waarvan en wanneer.',
        'Gives a part of a whole, with of what and when.',
        'bereik 5 van 78 trajecten in 2013',
        IN_PROTOCOL,
    ),
    entry(
        'per',
        '*',
        'Zegt hoe vaak iets gebeurt in een tijd, of hoeveel er is voor elk. Achter `per` staat één woord; een langere tijd zet u tussen aanhalingstekens.',
        'Says how often something happens in a time, or how much there is for each. Behind `per` comes one word; put a longer time in quotes.',
        lines('frequentie 2 keer per maand', 'kosten 2.400 euro per gezin', 'frequentie veelal "1 keer per 2 weken"'),
        IN_PROTOCOL,
    ),
    entry(
        'veelal',
        '*',
        'Zegt direct na de eerste woorden, of voor de stap waar het heen gaat, hoe stellig het is: veelal, in beginsel, zo nodig, bij voorkeur.',
        'Says right after the first words, or before the step where it goes, how firm it is: mostly, in principle, if need be, preferably.',
        lines(
            'door bij voorkeur Gezinswerker',
            'vereist zo nodig Signaalanalyse',
            'termijn in beginsel 2 weken',
            'werkt aan veelal gedeelde-zorg',
            'daarna bij voorkeur: Plan',
        ),
        IN_STEP,
    ),
    entry(
        'naam',
        '*',
        'Een naam heeft letters, cijfers, `_` en `-`, ook met accenten; een woord van de taal mag een naam zijn, zo nodig met `^` ervoor.',
        'A name has letters, digits, `_` and `-`, accents too; a word of the language may be a name, with `^` before it where needed.',
        lines('gegeven ^bekend: ja/nee "Het gezin is al bekend"', 'rol Ketencoördinator'),
        IN_PROTOCOL,
    ),
];

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
            'als zorg-gedeeld is nee: Vastgelopen',
            'als startdatum is 2026-03-01: Plan',
        ),
        IN_CHOICE,
    ),
    entry(
        'als onbekend',
        '*',
        'Zegt dat er een voorwaarde is, maar dat niet bekend is welke, of dat elke gemeente haar zelf stelt.',
        'Says that there is a condition, but that it is not known which, or that each municipality sets it.',
        lines('als onbekend: Plan', 'als plaatselijk "volgens het lokale protocol": Vastgelopen'),
        IN_CHOICE,
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
        '"voorwaarde"',
        '*',
        'Een voorwaarde tussen aanhalingstekens beslist een mens; geen toets of analyse leest haar.',
        'A condition in quotes is decided by a person; no check or analysis reads it.',
        'als "het gezin het vertrouwt": Plan',
        IN_CHOICE,
    ),
];
