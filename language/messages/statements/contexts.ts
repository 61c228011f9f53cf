/**
 * Texts in which an example of the catalogue can stand, so that the whole parses and its names resolve.
 * All examples tell of the same invented protocol, Gezinspad; the names they use are declared here.
 */

/** The line that stands for the example. */
export const HOLE = '…';

const SHARED = `
bron Handboek "Handboek Gezinspad"
bron Evaluatie "Een jaar Gezinspad"
organisatie JGZ "Jeugdgezondheidszorg" { soort jgz }
organisatie Wijkteam "Wijkteam jeugd en gezin"
organisatie Gemeente "Gemeente, afdeling jeugd"
organisatie Huisarts "Huisartsenpraktijk"
organisatie School "Basisschool"
richtlijn SamenBeslissen "Samen beslissen"
richtlijn Meldcode "Meldcode in de wijk"
`;

const PROTOCOL = `
    doelgroep Gezinnen "Gezinnen met jonge kinderen"
    doel Verder "Het gezin kan verder" {
        subdoel gedeelde-zorg "Ouders en gezinswerker zien dezelfde zorgen"
        subdoel samenhang "Eén plan zegt wie het gezin waarmee helpt" na gedeelde-zorg
    }
    rol Gezinswerker van JGZ
    rol Coördinator van JGZ, iemand anders dan Gezinswerker
    rol Regisseur voert regie, vervuld door Gezinswerker
    rol Hulpverlener van Wijkteam
    rol Gezin is cliënt
    gegeven zorgen-bevestigd: ja/nee
    gegeven zorg-gedeeld: ja/nee
    gegeven plan-akkoord: ja/nee
    gegeven acuut-onveilig: ja/nee
    gegeven vlotgetrokken: ja/nee
    gegeven eerdere-contacten: aantal
    gegeven startdatum: datum
    gegeven wens: tekst
    gegeven situatie: een van scheiding, verhuizing, overig
    document Signaalanalyse "Wat wij weten en wat nog niet"
    document Gezinsplan "Het plan van het gezin"
    onderzoek Volgonderzoek "Een jaar Gezinspad"
    aanpak {
        stap Signaal "Het signaal onderzoeken"
        stap Kennismaking "Kennismaken, thuis"
        gelijktijdig Verkenning "Samen verkennen" {
            stap Beeld "Een beeld maken van hoe het gaat"
            stap Steunkring "De mensen om het gezin heen uitnodigen"
        }
        stap Plan "Eén plan maken"
        stap Opvoedhulp "Oefenen met wat in het plan staat"
        stap Nabellen "Nog eens bellen"
        escalatie Vastgelopen door Coördinator naar Gemeente
        stap Veiligheid "Melden bij Veilig Thuis"
        einde Afgerond "Het gezin redt het"
        einde EigenKracht "Het gezin voert het plan zelf uit"
        einde Overgenomen "De gemeente neemt het over"
    }
    overdracht NaarWijkteam van Gezinswerker naar Hulpverlener
`;

const FRAMEWORK = `
    oordeel voldoet "✓"
    oordeel verbeterpunt "X"
    thema Overdragen "Van hand tot hand" {
        indicator 3.1 "Overdrachten zijn warm"
        indicator 3.2 "Het gezin stemt in"
        indicator 3.3 "De ontvanger bevestigt"
    }
`;

/** For each block the block around it and the line that opens it. */
const BLOCKS: Readonly<Record<string, readonly [around: string, opening: string]>> = {
    bron: ['bestand', 'bron Jaarverslag'],
    begrip: ['bestand', 'begrip Steunfiguur'],
    organisatie: ['bestand', 'organisatie Bibliotheek'],
    richtlijn: ['bestand', 'richtlijn Meldcodewet'],
    rol: ['interventie', 'rol Tolk'],
    eigenaar: ['interventie', 'eigenaar "Stichting Voorbeeld"'],
    ontwikkelaar: ['interventie', 'ontwikkelaar "Stichting Voorbeeld"'],
    opdrachtgever: ['interventie', 'opdrachtgever "Gemeente Voorbeeld"'],
    financier: ['interventie', 'financier "Fonds Voorbeeld"'],
    aanbieder: ['interventie', 'aanbieder "GGD Voorbeeld"'],
    erkenning: ['interventie', 'erkenning'],
    doelgroep: ['interventie', 'doelgroep Grootouders'],
    doel: ['interventie', 'doel Rust "Rust in huis"'],
    subdoel: ['doel', 'subdoel slapen "Kinderen slapen door"'],
    indicator: ['doel', 'indicator Bereik "Gezinnen die meedoen"'],
    effect: ['interventie', 'effect "bereik van gezinnen" verondersteld'],
    onderbouwing: ['interventie', 'onderbouwing'],
    factor: ['onderbouwing', 'factor Schulden'],
    'werkzaam element': ['onderbouwing', 'werkzaam element "Blijven komen"'],
    uitvoering: ['interventie', 'uitvoering'],
    onderzoek: ['interventie', 'onderzoek Dossierstudie'],
    gepland: ['onderzoek', 'gepland'],
    tussenstand: ['onderzoek', 'tussenstand'],
    gerealiseerd: ['onderzoek', 'gerealiseerd'],
    samenwerking: ['interventie', 'samenwerking met Wijkteam'],
    gegeven: ['interventie', 'gegeven tolk-nodig: ja/nee'],
    document: ['interventie', 'document Brief'],
    aanpak: ['interventie', 'aanpak'],
    stap: ['aanpak', 'stap Gesprek'],
    activiteit: ['stap', 'activiteit "Overleg met de melder"'],
    daarna: ['stap', 'daarna'],
    gelijktijdig: ['aanpak', 'gelijktijdig Tegelijk'],
    'een van': ['aanpak', 'een van Keuze'],
    'naar keuze': ['aanpak', 'naar keuze Extra'],
    fase: ['aanpak', 'fase Begin'],
    escalatie: ['aanpak', 'escalatie Noodgeval'],
    einde: ['aanpak', 'einde Gestopt'],
    overdracht: ['interventie', 'overdracht NaarHulp van Gezinswerker naar Hulpverlener'],
    toetsingskader: ['bestand', 'toetsingskader Kijkwijzer'],
    oordeel: ['toetsingskader', 'oordeel deels'],
    thema: ['toetsingskader', 'thema Regie'],
    criterium: ['thema', 'criterium Overzicht'],
    beoordeling: ['bestand', 'beoordeling Bezoek van Gezinspad aan de hand van Gezinsblik'],
    informant: ['beoordeling', 'informant Ouders'],
    bevinding: ['beoordeling', 'bevinding 3.1 voldoet'],
    opvolging: ['bevinding', 'opvolging "Nabellen"'],
    opmerking: ['interventie', 'opmerking "Klopt dit nog?"'],
    scenario: ['bestand', 'scenario "Een gewone week" voor Gezinspad'],
};

/** The blocks that have a context, by their keyword. */
export const KNOWN_BLOCKS: readonly string[] = ['bestand', 'interventie', ...Object.keys(BLOCKS)];

/**
 * A text with a line `…` in the given block.
 *
 * @param block the keyword of a block, or `bestand`
 * @param opening the line that opens the block, where it should differ from the usual one
 * @throws when no such block is known: a mistake in the catalogue
 */
export function contextIn(block: string, opening?: string): string {
    let body = HOLE;
    let current = block;
    let line = opening;
    while (current !== 'bestand' && current !== 'interventie') {
        const known = BLOCKS[current];
        if (!known) {
            throw new Error(`There is no context for the block ${current}.`);
        }
        body = `${line ?? known[1]} {\n${body}\n}`;
        current = known[0];
        line = undefined;
    }
    const protocol = current === 'interventie' ? `${PROTOCOL}\n${body}` : PROTOCOL;
    const parts = [
        SHARED,
        `${(current === 'interventie' ? line : undefined) ?? 'interventie Gezinspad "Gezinspad"'} {\n${protocol}\n}`,
        `toetsingskader Gezinsblik "Kijken met de ogen van het gezin" {\n${FRAMEWORK}\n}`,
    ];
    return (current === 'bestand' ? [...parts, body] : parts).join('\n');
}
