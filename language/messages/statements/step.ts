import type { StatementDoc } from '../statements.js';
import { entry, lines } from './entry.js';

const STEP_BLOCKS = 'stap, escalatie';
const WORK = 'stap, escalatie, activiteit';
const FLOW_BLOCKS = 'stap, escalatie, fase, gelijktijdig, een van, naar keuze';

/** What stands in a step, and in an escalation, a phase or an activity. */
export const STEP: readonly StatementDoc[] = [
    entry(
        'begint bij',
        STEP_BLOCKS,
        'Zegt waardoor of wanneer de stap begint; wanneer hij klaar moet zijn, zegt `termijn`.',
        'Says what makes the step begin, or when; `termijn` says when it must be done.',
        lines(
            'begint bij "melding" of "consult"',
            'begint bij "drie maanden na de start"',
            'begint veelal bij "een melding"',
        ),
    ),
    entry(
        'begint … na',
        STEP_BLOCKS,
        'Zegt hoe lang na iets anders de stap begint: na `aanmelding`, na een stap, na `begin van` een stap, of na een overdracht. Komt een gezin er later, dan begint hij meteen. Een overdracht `vanuit` de stap ervoor vindt dan vóór deze stap plaats, ook als wie ontvangt verder geen stap heeft: zo schrijft u nazorg van wie overdraagt.',
        'Says how long after something else the step begins: after `aanmelding`, after a step, after `begin van` a step, or after a handover. Where a family comes there later it begins at once. A handover `vanuit` the step before then takes place before this step, even where its receiver has no further step: that is how to write aftercare by the giver.',
        lines(
            'begint 4 weken na Kennismaking',
            'begint 3 tot 6 maanden na begin van Plan',
            'begint 3 maanden na NaarWijkteam',
        ),
    ),
    entry(
        'door',
        WORK,
        'Zegt wie het doet, en met wie; ook vóór wie meedoet past een woord als `veelal`.',
        'Says who does it, and with whom; a word such as `veelal` fits before who joins in as well.',
        lines('door Gezinswerker met Coördinator', 'door Gezinswerker, Regisseur met Coördinator, Hulpverlener'),
    ),
    entry(
        'inzet',
        `aanpak, ${WORK}`,
        'Zegt hoeveel mensen of middelen er ingezet worden, en wanneer; in `aanpak` geldt het voor elke stap.',
        'Says how many people or means are put in, and when; in `aanpak` it holds for every step.',
        'inzet zo nodig 2 medewerkers als situatie is scheiding',
    ),
    entry(
        'werkt aan',
        WORK,
        'Zegt aan welk doel of subdoel dit werkt.',
        'Says which goal or subgoal this works on.',
        lines('werkt aan gedeelde-zorg', 'werkt veelal aan gedeelde-zorg, samenhang'),
    ),
    entry(
        'vereist',
        WORK,
        'Noemt documenten die er al moeten zijn.',
        'Names documents that have to be there already.',
        lines('vereist Signaalanalyse', 'vereist Signaalanalyse, Gezinsplan'),
    ),
    entry(
        'levert',
        WORK,
        'Noemt documenten die hier ontstaan.',
        'Names documents that are made here.',
        lines('levert Gezinsplan', 'levert Gezinsplan, Signaalanalyse'),
    ),
    entry(
        'bepaalt',
        WORK,
        'Noemt gegevens die bekend worden als dit klaar is.',
        'Names facts that become known when this is done.',
        'bepaalt zorg-gedeeld, situatie',
    ),
    entry(
        'volgt',
        WORK,
        'Zegt welke richtlijn gevolgd wordt; `meldcode` is de meldcode huiselijk geweld en kindermishandeling.',
        'Says which guideline is followed; `meldcode` is the reporting code for domestic violence and child abuse.',
        lines('volgt meldcode', 'volgt SamenBeslissen, Meldcode', 'volgt "het lokale protocol"'),
    ),
    entry(
        'activiteit',
        STEP_BLOCKS,
        'Beschrijft een onderdeel van de stap.',
        'Describes a part of the step.',
        lines('activiteit "Bellen met de melder" {', '    door Coördinator', '    duur ongeveer 30 minuten', '}'),
    ),
    entry(
        'duur',
        'stap, escalatie, fase, activiteit',
        'Zegt hoe lang het duurt.',
        'Says how long it takes.',
        'duur hoogstens 2 weken',
    ),
    entry(
        'contacten',
        'stap, escalatie, fase, activiteit',
        'Zegt hoeveel contactmomenten met het gezin dit kost; van een fase is het wat alles erin samen kost.',
        'Says how many contacts with the family this takes; of a phase it is what all in it takes together.',
        'contacten precies 1',
    ),
    entry(
        'termijn',
        'stap, escalatie, fase, gelijktijdig, een van, naar keuze, overdracht',
        'Zegt wanneer het klaar moet zijn, en na `anders:` waar het heen gaat als dat niet lukt; vanaf wanneer de termijn telt, mag een tekst of `onbekend` zijn. Met `voor` en een tekst is het klaar vóór iets wat het proces niet kent: die termijn staat in documenten, en geen controle rekent ermee.',
        'Says when it has to be done, and after `anders:` where it goes when that fails; from when the term counts may be a text or `onbekend`. With `voor` and a text it is done before something that the process does not know: that term stands in documents, and no check reckons with it.',
        lines('termijn 3 werkdagen na aanmelding anders: Vastgelopen', 'termijn 1 week voor "de eerste bijeenkomst"'),
    ),
    entry(
        'termijn … na begin van',
        FLOW_BLOCKS,
        'Telt de termijn vanaf het einde van een stap of een overdracht, of met `begin van` vanaf het begin van een stap.',
        'Counts the term from the end of a step or a handover, or with `begin van` from the beginning of a step.',
        lines('termijn 6 weken na begin van Kennismaking', 'termijn 2 weken na Plan'),
    ),
    entry(
        'pas als',
        'stap, escalatie, fase, gelijktijdig, een van, naar keuze, overdracht',
        'Zegt waarop gewacht wordt voor dit begint; een groep of fase wacht één keer, ook voor wie er van opzij in komt.',
        'Says what is waited for before this begins; a group or phase waits once, also for who comes into it by the side.',
        lines('pas als plan-akkoord', 'pas als veelal "het gezin is uitgerust"'),
    ),
    entry(
        'klaar als',
        FLOW_BLOCKS,
        'Zegt wanneer dit klaar is; een groep of fase waarvan alles gedaan is, wacht tot het geldt. Aan een stap die zelf bepaalt waar dit naar vraagt, wordt gewerkt tot het geldt: aangenomen wordt dat dat ooit zo is. Kan het uitblijven, zeg dan met `termijn … anders: …` wat er dan gebeurt.',
        'Says when this is done; a group or phase of which all is done waits until it holds. A step that determines itself what this asks is worked on until it holds: it is assumed that it does some day. Where it may not, say by `termijn … anders: …` what happens then.',
        lines('klaar als plan-akkoord is bekend', 'klaar als veelal "het gezin kan het plan navertellen"'),
    ),
    entry(
        'herhaal',
        FLOW_BLOCKS,
        'Doet het opnieuw tot iets bereikt is, of zo vaak als er staat; de grens mag voor of achter de voorwaarde staan. De eerste keer telt niet mee: `hoogstens 3 keer` is hoogstens 3 keer opnieuw, dus 4 keer in totaal. Hoe lang er bij een stap tussen twee keer zit, zegt `frequentie`: met `1 keer per week` begint de volgende keer een week na de vorige.',
        'Does it again until something is reached, or as often as stated; the bound may stand before or behind the condition. The first time does not count: `hoogstens 3 keer` is at most 3 times again, so 4 times in all. How long there is between two times of a step `frequentie` says: by `1 keer per week` the next begins a week after the last.',
        lines(
            'herhaal hoogstens 3 keer tot zorg-gedeeld',
            'herhaal tot zorg-gedeeld, hoogstens 3 keer',
            'herhaal hoogstens onbekend keer',
            'herhaal plaatselijk "volgens de afspraken in de wijk" keer',
            'herhaal tot plan-akkoord, hoogstens onbekend omdat "De bron noemt geen grens."',
        ),
    ),
    entry(
        'daarna:',
        FLOW_BLOCKS,
        'Zegt wat er hierna komt; staat er niets, dan is het de volgende stap in de tekst.',
        'Says what comes next; where nothing is said it is the next step in the text.',
        'daarna: Plan',
    ),
    entry(
        'daarna',
        FLOW_BLOCKS,
        'Kiest wat er hierna komt; `hoogstens 1 keer` begrenst een weg terug, en `hoogstens onbekend keer` zegt dat niemand weet hoe vaak.',
        'Chooses what comes next; `hoogstens 1 keer` bounds a way back, and `hoogstens onbekend keer` says that nobody knows how often.',
        lines(
            'daarna {',
            '    als zorg-gedeeld: Plan',
            '    als vlotgetrokken: Kennismaking hoogstens 1 keer',
            '    anders: Overgenomen',
            '}',
        ),
    ),
    entry(
        'als',
        'daarna',
        'Noemt een voorwaarde en, achter de dubbele punt, waar het dan heen gaat.',
        'Names a condition and, behind the colon, where it then goes.',
        lines('als zorg-gedeeld en niet acuut-onveilig: Plan', 'veelal als plan-akkoord: bij voorkeur Opvoedhulp'),
    ),
    entry(
        'anders',
        'daarna',
        'Zegt waar het heen gaat als geen van de voorwaarden geldt, ook als iets nog niet bekend is.',
        'Says where it goes when none of the conditions holds, also when something is not yet known.',
        lines('anders: Vastgelopen', 'anders: onbekend omdat "De bron zegt niet wat er dan gebeurt."'),
    ),
];
