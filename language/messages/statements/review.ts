import type { StatementDoc } from '../statements.js';
import { contextIn } from './contexts.js';
import { entry, lines } from './entry.js';

const IN_FRAMEWORK_INDICATOR = contextIn('criterium').replace('…', 'indicator 9.1 "Een indicator" {\n…\n}');

/** Frameworks and reviews. */
export const REVIEW: readonly StatementDoc[] = [
    entry(
        'toetsingskader',
        'bestand',
        'Beschrijft een kader waarmee een interventie beoordeeld wordt.',
        'Describes a framework with which an intervention is reviewed.',
        lines(
            'toetsingskader Kijkwijzer "Kijkwijzer regie" van "Stichting Voorbeeld" {',
            '    oordeel goed "✓"',
            '    thema Regie { indicator 1.1 "Er is één regisseur" }',
            '}',
            'toetsingskader Inspectie van Gemeente',
        ),
    ),
    entry(
        'versie',
        'toetsingskader',
        'Zegt welke versie van het kader dit is.',
        'Says which version of the framework this is.',
        'versie "1.0"',
    ),
    entry(
        'datum',
        'toetsingskader, beoordeling',
        'Zegt van welke dag het is.',
        'Says which day it dates from.',
        'datum 2026-05-01',
    ),
    entry(
        'oordeel',
        'toetsingskader',
        'Noemt een oordeel dat een bevinding kan hebben, met zijn teken.',
        'Names a verdict that a finding can have, with its sign.',
        'oordeel deels "±"',
    ),
    entry(
        'thema',
        'toetsingskader',
        'Noemt een onderwerp van het kader.',
        'Names a subject of the framework.',
        'thema Regie "Eén iemand houdt het overzicht"',
    ),
    entry(
        'criterium',
        'thema',
        'Noemt een eis binnen een thema.',
        'Names a requirement within a theme.',
        lines(
            'criterium Toerusting "Een toegeruste regisseur"',
            'criterium Tijd "De regisseur heeft tijd" {',
            '    indicator Caseload "Er is een grens aan het aantal gezinnen"',
            '    indicator 9 "Er is een achterwacht"',
            '}',
        ),
    ),
    entry(
        'indicator',
        'thema, criterium',
        'Noemt iets wat de beoordelaar nagaat, met een nummer of een naam.',
        'Names something that the reviewer checks, with a number or a name.',
        lines('indicator 9.1 "Er is één regisseur" {', '    toets precies 1 rol waar voert-regie', '}'),
    ),
    entry(
        'toets',
        'indicator',
        'Gaat in de tekst van het protocol na of iets er staat; of de praktijk zo is, beoordeelt een mens. Wat er met voorbehoud staat (`veelal`, `zo nodig`), beslist niets.',
        'Checks in the text of the protocol whether something is there; whether practice is so, a person judges. What is said with reserve (`veelal`, `zo nodig`) settles nothing.',
        lines(
            'toets elke stap waar werkt-aan is gedeelde-zorg heeft werkwijze outreachend',
            'toets elk subdoel in doel heeft indicator',
            'toets minstens 1 overdracht heeft vorm warm en bevestiging',
            'toets hoogstens 3 rol waar voert-regie is ja en cliënt is nee',
            'toets geen stap waar niet door heeft duur onbekend en locatie is "thuis"',
        ),
        IN_FRAMEWORK_INDICATOR,
    ),
    entry(
        'beoordeling',
        'bestand',
        'Beschrijft een beoordeling van een interventie aan de hand van een kader.',
        'Describes a review of an intervention by a framework.',
        lines(
            'beoordeling Eerste "Eerste bezoek" van Gezinspad aan de hand van Gezinsblik {',
            '    door "Toezicht Voorbeeld" op 2026-05-01 over versie "2.1"',
            '    bevinding 3.1 voldoet "De werker bleef tot het tweede gesprek."',
            '}',
        ),
    ),
    entry(
        'door',
        'beoordeling',
        'Zegt wie beoordeelde, wanneer, en welke versie.',
        'Says who reviewed, when, and which version.',
        'door "Toezicht Voorbeeld" op 2026-05-01 over versie "2.1"',
    ),
    entry(
        'informant',
        'beoordeling',
        'Noemt wie er is gehoord of wat er is gelezen.',
        'Names who was heard or what was read.',
        'informant Ouders "Drie ouders, bij hen thuis"',
    ),
    entry(
        'bevinding',
        'beoordeling',
        'Geeft het oordeel over een indicator, met wat er gezien is.',
        'Gives the verdict on an indicator, with what was seen.',
        lines('bevinding 3.1 voldoet "De werker bleef tot het tweede gesprek." {', '    betreft NaarWijkteam', '}'),
    ),
    entry(
        'bevinding over',
        'beoordeling',
        'Geeft één oordeel over indicatoren samen; met `toedeling` zegt u of bekend is bij welke het hoort.',
        'Gives one verdict on indicators together; with `toedeling` you say whether it is known to which it belongs.',
        'bevinding over 3.1, 3.2 samen, toedeling onbekend verbeterpunt "In twee dossiers ontbreekt iets."',
    ),
    entry(
        'let op',
        'bevinding',
        'Wijst op iets wat bij het oordeel niet past of er meer over zegt.',
        'Points at something that does not fit the verdict or says more about it.',
        'let op "Eén ouder dacht dat de coördinator de regisseur was."',
    ),
    entry(
        'opvolging',
        'bevinding',
        'Zegt wat er met de bevinding gedaan wordt, door wie en voor wanneer.',
        'Says what is done about the finding, by whom and by when.',
        lines(
            'opvolging "Brief aan de partners" door Gemeente voor 2027-01-15 { stand open }',
            'opvolging "Het handboek aanvullen" door "de redactie"',
            'opvolging "Nabellen" door onbekend voor onbekend',
        ),
    ),
];
