import type { StatementDoc } from '../statements.js';
import { contextIn } from './contexts.js';
import { entry, lines } from './entry.js';

/** Roles: who does something. */
export const ROLES: readonly StatementDoc[] = [
    entry(
        'rol',
        'bestand, interventie',
        'Noemt een rol: wie iets doet, van welke organisatie, en wat die moet kunnen.',
        'Names a role: who does something, of which organisation, and what they have to be able to do.',
        lines(
            'rol Vrijwilliger van Wijkteam {',
            '    competentie "Goed luisteren"',
            '    caseload hoogstens 3 gezinnen',
            '}',
        ),
    ),
    entry(
        'caseload',
        'rol',
        'Zegt voor hoeveel gezinnen of kinderen iemand tegelijk zorgt.',
        'Says how many families or children someone looks after at a time.',
        'caseload hoogstens 12 gezinnen',
    ),
    entry(
        'taak',
        'rol',
        'Noemt een taak van de rol.',
        'Names a task of the role.',
        'taak "Vast gezicht voor het gezin."',
    ),
    entry(
        'positie',
        'rol',
        'Zegt waar de rol staat ten opzichte van de andere.',
        'Says where the role stands in relation to the others.',
        'positie "Onafhankelijk van de hulpverleners."',
    ),
    entry(
        'doorzettingsmacht',
        'rol',
        'Zegt wat de regisseur kan afdwingen.',
        'Says what the director can enforce.',
        'doorzettingsmacht "Mag elke partij om tafel roepen."',
    ),
    entry(
        'bevoegdheid',
        'rol',
        'Noemt wat de rol mag beslissen.',
        'Names what the role may decide.',
        'bevoegdheid "Mag een gezin zonder verwijzing aanmelden."',
    ),
    entry(
        'selectie-eis',
        'rol',
        'Noemt een eis waaraan iemand moet voldoen voor de rol.',
        'Names a requirement that someone has to meet for the role.',
        'selectie-eis "Twee jaar ervaring met huisbezoek"',
    ),
    entry(
        'beschikbaarheid',
        'rol',
        'Zegt wanneer iemand bereikbaar is.',
        'Says when someone can be reached.',
        'beschikbaarheid "Werkdagen tot acht uur ’s avonds"',
    ),
];

/** What stands on the opening line of a role, a goal, a document, a phase or an escalation. */
export const ROLE_CLAUSES: readonly StatementDoc[] = [
    entry(
        'rol … van',
        'rol',
        'Zegt van welke organisatie de rol is; met `of` mogen het er meer zijn.',
        'Says which organisation the role belongs to; with `of` there may be several.',
        'rol Maatje van Wijkteam of School',
        contextIn('interventie'),
    ),
    entry(
        'rol … iemand anders dan',
        'rol',
        'Zegt dat dezelfde persoon niet beide rollen mag hebben.',
        'Says that the same person may not have both roles.',
        'rol Vertrouwenspersoon iemand anders dan Gezinswerker',
        contextIn('interventie'),
    ),
    entry(
        'rol … voert regie',
        'rol',
        'Zegt dat deze rol de regie voert over het gezin.',
        'Says that this role directs the help for the family.',
        'rol Zorgregisseur voert regie, vervuld door Gezinswerker',
        contextIn('interventie'),
    ),
    entry(
        'rol … vervuld door',
        'rol',
        'Zegt welke andere rol, of wie, deze rol vervult; wie dat per gemeente verschilt, is `plaatselijk`.',
        'Says which other role, or who, fills this role; where that differs by municipality it is `plaatselijk`.',
        lines(
            'rol Aandachtsfunctionaris vervuld door "een jeugdarts"',
            'rol Cliëntondersteuner vervuld door plaatselijk',
            'rol Vertrouwenspersoon "Iemand die het gezin kiest" vervuld bij voorkeur door Hulpverlener',
        ),
        contextIn('interventie'),
    ),
    entry(
        'rol … is',
        'rol',
        'Geeft de rol een kenmerk; `is cliënt` zegt dat het om het gezin of kind zelf gaat.',
        'Gives the role a trait; `is cliënt` says that it is the family or child itself.',
        'rol Kind is cliënt',
        contextIn('interventie'),
    ),
    entry(
        'document … over',
        'document',
        'Zegt over welke leefgebieden het document gaat; met `behalve` laat u er een paar weg.',
        'Says which areas of life the document covers; with `behalve` you leave some out.',
        'document Jaarplan over alle leefgebieden behalve werk, schulden',
        contextIn('interventie'),
    ),
    entry(
        'fase … van … tot',
        'fase',
        'Zegt wanneer de fase begint en eindigt, in gebeurtenissen of in leeftijd.',
        'Says when the phase begins and ends, in events or in age.',
        'fase Zwangerschap van aanmelding tot geboorte',
        contextIn('aanpak'),
    ),
    entry(
        'escalatie … door … naar',
        'escalatie',
        'Zegt wie opschaalt en naar wie.',
        'Says who escalates and to whom.',
        'escalatie Noodgeval door Coördinator naar Gemeente',
        contextIn('aanpak'),
    ),
];

/** Facts and documents. */
export const FACTS_AND_DOCUMENTS: readonly StatementDoc[] = [
    entry(
        'gegeven',
        'interventie',
        'Noemt iets wat in de loop van het werk bekend wordt, met wat voor antwoord erop past.',
        'Names something that becomes known during the work, with the kind of answer it takes.',
        'gegeven tolk-nodig: ja/nee "Het gezin heeft een tolk nodig"',
    ),
    entry(
        'gegeven … een van',
        'interventie',
        'Somt de mogelijke antwoorden op; andere soorten zijn `aantal`, `datum` en `tekst`.',
        'Lists the possible answers; other kinds are `aantal`, `datum` and `tekst`.',
        lines(
            'gegeven woonvorm: een van huur, koop, inwonend',
            'gegeven kinderen: aantal',
            'gegeven geboortedatum: datum',
            'gegeven eigen-woorden: tekst',
            'gegeven dagdeel: een van plaatselijk',
        ),
    ),
    entry(
        'document',
        'interventie',
        'Noemt een document dat in het werk ontstaat of nodig is.',
        'Names a document that is made or needed in the work.',
        lines(
            'document Weekbrief "Brief aan het gezin" over wonen, werk {',
            '    bevat gezinsgegevens',
            '    bewaartermijn 1 jaar',
            '}',
        ),
    ),
    entry(
        'bevat',
        'document',
        'Zegt wat voor gegevens erin staan.',
        'Says what kind of data it holds.',
        'bevat gezondheidsgegevens, gezinsgegevens',
    ),
    entry(
        'vertrouwelijkheid',
        'document',
        'Zegt hoe vertrouwelijk het document is.',
        'Says how confidential the document is.',
        'vertrouwelijkheid zaakvertrouwelijk',
    ),
    entry(
        'bewaartermijn',
        'document',
        'Zegt hoe lang het document bewaard wordt, en waar u dat weet vanaf wanneer.',
        'Says how long the document is kept, and from when where that is known.',
        'bewaartermijn 20 jaar na "het einde van de hulp"',
    ),
    entry('soort', 'document', 'Zegt wat voor document het is.', 'Says what kind of document it is.', 'soort verslag'),
    entry(
        'plaats',
        'document',
        'Zegt waar het document bewaard wordt.',
        'Says where the document is kept.',
        'plaats "In het dossier van de JGZ"',
    ),
    entry(
        'grondslag',
        'document, overdracht',
        'Noemt de grond in de wet om deze gegevens te verwerken; iets anders dan geheimhouding.',
        'Names the legal ground for processing these data; a different thing from secrecy.',
        'grondslag "Uitvoering van een publieke taak"',
    ),
];
