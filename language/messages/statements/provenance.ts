import type { StatementDoc } from '../statements.js';
import { contextIn } from './contexts.js';
import { entry, lines } from './entry.js';

/** Who says so: what can be put behind any statement. */
export const PROVENANCE: readonly StatementDoc[] = [
    entry(
        'volgens',
        '*',
        'Zegt welke bron dit zegt; mag achter elke regel, en meer dan eens.',
        'Says which source says this; may stand behind any line, and more than once.',
        'duur ongeveer 6 maanden volgens Handboek volgens Evaluatie',
        contextIn('interventie'),
    ),
    entry(
        'volgens … op',
        '*',
        'Zegt waar in de bron het staat en haalt de bron letterlijk aan.',
        'Says where in the source it stands and quotes the source literally.',
        'duur ongeveer 6 maanden volgens Handboek op "blz. 12" "De begeleiding duurt ongeveer zes maanden."',
        contextIn('interventie'),
    ),
    entry(
        'aldus',
        '*',
        'Zegt wie er binnen de bron aan het woord is; `aldus onbekend` als de bron diegene niet noemt.',
        'Says who is speaking within the source; `aldus onbekend` where the source does not name them.',
        lines(
            'knelpunt "De hulp komt te laat." volgens Evaluatie aldus "een netwerkpartner"',
            'ervaring van ouders "Het helpt echt." volgens Evaluatie aldus onbekend',
            'kosten 3 euro volgens Evaluatie aldus Gemeente',
        ),
        contextIn('interventie'),
    ),
    entry(
        'tenzij anders vermeld',
        '*',
        'Laat één bron gelden voor alles in het blok, behalve waar iets anders staat.',
        'Lets one source hold for everything in the block, except where something else is written.',
        lines('uitvoering volgens Handboek tenzij anders vermeld {', '    materiaal "Gesprekskaarten"', '}'),
        contextIn('interventie'),
    ),
    entry(
        'afgeleid',
        '*',
        'Zegt dat de schrijver dit zelf uit de bron heeft opgemaakt, en waarom.',
        'Says that the author inferred this from the source, and why.',
        'duur hoogstens 2 weken afgeleid omdat "de volgende stap begint na twee weken"',
        contextIn('stap'),
    ),
    entry(
        '// draaiboek: negeer',
        '*',
        'Zet één melding op de regel eronder uit, met de reden achter het streepje.',
        'Switches off one finding on the line below, with the reason behind the dash.',
        lines('// draaiboek: negeer meta/bron – dit aantal is van onszelf', 'duur 3 weken'),
        contextIn('stap'),
    ),
    entry(
        '//',
        '*',
        'Begint een opmerking voor uzelf, die nergens verschijnt; tussen `/*` en `*/` mag die meer regels hebben.',
        'Begins a comment for yourself that appears nowhere; between `/*` and `*/` it may have several lines.',
        lines('// nog navragen bij het wijkteam', 'duur /* net verlengd */ hoogstens 2 weken'),
        contextIn('stap'),
    ),
];
