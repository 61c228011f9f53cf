import type { StatementDoc } from '../statements.js';
import { entry, lines } from './entry.js';

/** Handovers: from hand to hand. */
export const HANDOVER: readonly StatementDoc[] = [
    entry(
        'overdracht',
        'interventie',
        'Beschrijft hoe het werk van de ene rol naar de andere overgaat.',
        'Describes how the work passes from one role to another.',
        lines(
            'overdracht NaarHulp "Van wijk naar hulp" van Gezinswerker naar Hulpverlener {',
            '    vanuit Plan',
            '    vorm veelal warm',
            '    gesprekken minstens 2 met Gezinswerker, Gezin, Hulpverlener',
            '}',
        ),
    ),
    entry(
        'naar einde',
        'overdracht',
        'Zegt bij welk einde het werk overgaat, waar `vanuit` naar meer dan één einde leidt en de ontvanger geen eigen stap heeft.',
        'Says at which end the work passes on, where `vanuit` leads to more than one end and the receiver has no step.',
        lines('naar einde Afgerond', 'naar einde Afgerond, EigenKracht'),
    ),
    entry(
        'vorm',
        'overdracht',
        'Zegt hoe er wordt overgedragen: warm, schriftelijk, mondeling of digitaal.',
        'Says how it is handed over: warmly, in writing, by word of mouth or digitally.',
        'vorm warm',
    ),
    entry(
        'gesprekken',
        'overdracht',
        'Zegt hoeveel gesprekken er samen zijn, als dat er staat, en met wie.',
        'Says how many joint meetings there are, where that is said, and with whom.',
        lines(
            'gesprekken minstens 2 met Gezinswerker, Gezin, Hulpverlener',
            'gesprekken met bij voorkeur Gezin, Hulpverlener',
        ),
    ),
    entry(
        'informatie',
        'overdracht',
        'Noemt de documenten die worden overgedragen.',
        'Names the documents that are handed over.',
        'informatie Gezinsplan, Signaalanalyse',
    ),
    entry(
        'ernst',
        'overdracht',
        'Zegt hoe ernstig of dringend het is (I-PASS: illness severity).',
        'Says how severe or urgent it is (I-PASS: illness severity).',
        'ernst "Dringend: het kind slaapt bij oma."',
    ),
    entry(
        'actie',
        'overdracht',
        'Noemt wat er moet gebeuren, door wie en wanneer (I-PASS: action list).',
        'Names what has to happen, by whom and when (I-PASS: action list).',
        lines(
            'actie "Eerste afspraak maken" door Hulpverlener binnen 5 werkdagen',
            'actie "Nabellen" binnen 2 weken na "het eerste gesprek"',
        ),
    ),
    entry(
        'wat als',
        'overdracht',
        'Zegt wat te doen als iets gebeurt (I-PASS: contingency).',
        'Says what to do if something happens (I-PASS: contingency).',
        'wat als "het gezin niet komt" "De gezinswerker gaat dezelfde week langs."',
    ),
    entry(
        'geheimhouding',
        'overdracht',
        'Zegt waarom de informatie gedeeld mag worden: met toestemming, of bij uitzondering. Achter `toestemming van` is de toestemming nodig van ieder die er staat; hangt het ergens van af (zoals de leeftijd), zeg het dan in een tekst: `geheimhouding "…"`. Wie de ouders zijn en wie de jeugdige, leest Draaiboek aan naam en titel van de rol: woorden als *ouder*, *moeder*, *voogd* of *gezag*, en als *kind*, *jongere*, *jeugdige* of *dochter*. Staat er alleen *gezin*, *familie* of *cliënt*, dan is niet te zeggen of de jeugdige zelf instemt.',
        'Says why the information may be shared: with consent, or by exception. Behind `toestemming van` the consent of each one named is needed; where it depends on something (such as age), say so in a text: `geheimhouding "…"`. Who are the parents and who is the young person Draaiboek reads from the name and title of the role: words such as *ouder*, *moeder*, *voogd* or *gezag*, and such as *kind*, *jongere*, *jeugdige* or *dochter*. Where it only says *gezin*, *familie* or *cliënt*, whether the young person consents cannot be said.',
        lines(
            'geheimhouding toestemming van Gezin',
            'geheimhouding toestemming bij voorkeur van Gezin, Hulpverlener',
            'geheimhouding toestemming onbekend',
        ),
    ),
    entry(
        'geheimhouding uitzondering',
        'overdracht',
        'Noemt de uitzondering op de geheimhouding.',
        'Names the exception to secrecy.',
        lines(
            'geheimhouding uitzondering "Meldrecht bij vermoedens van kindermishandeling"',
            'geheimhouding uitzondering onbekend omdat "De bron noemt geen uitzondering."',
        ),
    ),
    entry(
        'bevestiging',
        'overdracht',
        'Zegt wie de ontvangst bevestigt en hoe snel.',
        'Says who confirms receipt and how soon.',
        lines(
            'bevestiging door Hulpverlener binnen 5 werkdagen',
            'bevestiging door Hulpverlener binnen 1 week na gesprek 2',
            'bevestiging door Hulpverlener binnen 1 week na gesprek plaatselijk',
        ),
    ),
    entry(
        'bij uitblijven',
        'overdracht',
        'Zegt wat er gebeurt als de bevestiging uitblijft; met `onbekend` staat er dat niemand dat weet. Leidt het een gezin terug met een grens (`hoogstens 1 keer`), zeg dan met `anders` wat er gebeurt als de bevestiging daarna weer uitblijft.',
        'Says what happens when no confirmation comes; with `onbekend` it says that nobody knows. Where it leads a case back with a bound (`hoogstens 1 keer`), say with `anders` what happens when no confirmation comes after that.',
        lines(
            'bij uitblijven: Vastgelopen',
            'bij uitblijven: Nabellen hoogstens 1 keer, anders: Vastgelopen',
            'bij uitblijven: onbekend',
        ),
    ),
    entry(
        'regie naar',
        'overdracht',
        'Zegt wie na de overdracht de regie voert.',
        'Says who directs after the handover.',
        lines('regie naar Hulpverlener', 'regie in beginsel naar Hulpverlener'),
    ),
    entry(
        'sluit af na',
        'overdracht',
        'Zegt wanneer wie overdraagt mag loslaten. Een gesprek en een tekst mogen allebei, elk op een regel: dan gelden zij allebei.',
        'Says when the giver may let go. A meeting and a text may both stand there, each on a line: then both hold.',
        lines(
            'sluit af na gesprek 2',
            'sluit veelal af na "het eerste huisbezoek"',
            'sluit af na gesprek onbekend omdat "De bron noemt geen gesprek."',
        ),
    ),
];
