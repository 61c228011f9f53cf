import type { StatementDoc } from '../statements.js';
import { entry, lines } from './entry.js';

/** Files and the things that they share. */
export const FILES: readonly StatementDoc[] = [
    entry(
        'gebruik',
        'bestand',
        'Maakt de namen uit een ander bestand of een ingebouwde bibliotheek hier bekend.',
        'Makes the names of another file or a built-in library known here.',
        lines('gebruik "netwerk.draaiboek"', 'gebruik "draaiboek:i-pass"'),
        '…',
    ),
    entry(
        'begrip',
        'bestand, interventie',
        'Legt uit wat een woord in deze tekst betekent.',
        'Explains what a word means in this text.',
        lines('begrip Kerngezin """', '    De mensen met wie het kind in één huis woont.', '    """ volgens Handboek'),
    ),
    entry(
        'organisatie',
        'bestand, interventie',
        'Noemt een organisatie die meewerkt, verwijst of een rol levert.',
        'Names an organisation that takes part, refers or supplies a role.',
        'organisatie Bibliotheek "Bibliotheek in de buurt" { soort welzijn }',
    ),
    entry(
        'richtlijn',
        'bestand, interventie',
        'Noemt een richtlijn die een stap kan volgen.',
        'Names a guideline that a step can follow.',
        'richtlijn Samenwerken "Richtlijn samen met ouders beslissen" { uitgever "Beroepsvereniging Voorbeeld" }',
    ),
    entry(
        'soort',
        'organisatie',
        'Zegt wat voor organisatie het is, in één woord: jgz, jeugdhulp, gemeente, huisarts, onderwijs.',
        'Says in one word what kind of organisation it is.',
        'soort jgz',
    ),
    entry(
        'contact',
        'organisatie',
        'Zegt hoe de organisatie te bereiken is.',
        'Says how the organisation can be reached.',
        'contact "wijkteam@example.org"',
    ),
    entry(
        'taak',
        'organisatie',
        'Zegt wat de organisatie doet.',
        'Says what the organisation does.',
        'taak "Volgt de ontwikkeling van alle kinderen."',
    ),
    entry(
        'positie',
        'organisatie',
        'Zegt waar de organisatie staat ten opzichte van de andere.',
        'Says where the organisation stands in relation to the others.',
        'positie "Opdrachtgever van de JGZ en het wijkteam."',
    ),
];

/** Sources and guidelines. */
export const SOURCES: readonly StatementDoc[] = [
    entry(
        'bron',
        'bestand, interventie',
        'Noemt een boek, rapport of gesprek waar uitspraken vandaan komen; daarna kan elke regel `volgens` die bron zijn.',
        'Names a book, report or conversation that statements come from; each line can then be `volgens` that source.',
        lines('bron Jaarverslag "Jaarverslag Gezinspad" {', '    auteur "Stichting Voorbeeld"', '    jaar 2025', '}'),
    ),
    entry(
        'auteur',
        'bron, richtlijn',
        'Noemt wie de bron schreef.',
        'Names who wrote the source.',
        'auteur "A. Voorbeeld", "B. Voorbeeld"',
    ),
    entry(
        'titel',
        'bron, richtlijn',
        'Geeft de titel van de bron.',
        'Gives the title of the source.',
        'titel "Blijven komen"',
    ),
    entry(
        'jaar',
        'bron, richtlijn',
        'Zegt in welk jaar de bron verscheen.',
        'Says in which year the source appeared.',
        'jaar 2025',
    ),
    entry(
        'datum',
        'bron, richtlijn',
        'Zegt op welke dag de bron verscheen.',
        'Says on which day the source appeared.',
        'datum 2025-06-12',
    ),
    entry(
        'uitgever',
        'bron, richtlijn',
        'Noemt wie de bron uitgaf.',
        'Names who published the source.',
        'uitgever "Stichting Voorbeeld"',
    ),
    entry(
        'verwijzing',
        'bron, richtlijn',
        'Zegt waar de bron te vinden is.',
        'Says where the source can be found.',
        'verwijzing "https://example.org/handboek"',
    ),
    entry(
        'bestand',
        'bron, richtlijn',
        'Zegt in welk tekstbestand de tekst van de bron staat, vanaf de map van dit bestand; elke aanhaling wordt daarin opgezocht.',
        'Says which text file has the text of the source, from the folder of this file; each quotation is looked up in it.',
        'bestand "bronnen/handboek.txt"',
    ),
    entry(
        'soort',
        'bron, richtlijn',
        'Zegt wat voor bron het is.',
        'Says what kind of source it is.',
        'soort "inspectierapport"',
    ),
    entry(
        'taal',
        'bron, richtlijn',
        'Zegt in welke taal de bron geschreven is.',
        'Says in which language the source is written.',
        'taal "Nederlands"',
    ),
];
