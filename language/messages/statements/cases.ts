import type { StatementDoc } from '../statements.js';
import { entry, lines } from './entry.js';

/** Cases: a family that walks through the protocol, and what should come of it. */
export const CASES: readonly StatementDoc[] = [
    entry(
        'scenario',
        'bestand',
        'Vertelt hoe het één verzonnen gezin vergaat, en wat u verwacht dat eruit komt.',
        'Tells how one invented family fares, and what you expect to come of it.',
        lines(
            'scenario "Bij het tweede bezoek gaat de deur open" voor Gezinspad {',
            '    bij Kennismaking: zorg-gedeeld is nee',
            '    bij Kennismaking: zorg-gedeeld is ja',
            '    verwacht einde Afgerond',
            '}',
        ),
    ),
    entry(
        'gegeven',
        'scenario',
        'Zegt wat er bij de start al bekend is.',
        'Says what is known at the start.',
        lines(
            'gegeven eerdere-contacten is 3, situatie is scheiding, startdatum is 2026-03-01',
            'gegeven wens is "rust", acuut-onveilig is nee',
            'gegeven "de wijk doet mee" is ja, plan-akkoord is onbekend',
        ),
    ),
    entry(
        'bij',
        'scenario',
        'Zegt wat er bij een stap bekend wordt of gebeurt, elke keer dat het gezin er komt: per keer een regel, en de laatste blijft gelden. Een overdracht wordt bevestigd, tenzij er bij die overdracht `termijn verstrijkt` staat.',
        'Says what becomes known or happens at a step, each time the family gets there: a line a time, and the last goes on holding. A handover is confirmed, unless `termijn verstrijkt` is said of it.',
        lines(
            'bij Kennismaking: zorg-gedeeld is ja, duurt 1 week',
            'bij Plan: termijn verstrijkt',
            'bij Verkenning: kiest Beeld',
            'bij NaarWijkteam: termijn verstrijkt',
        ),
    ),
    entry(
        'verwacht pad',
        'scenario',
        'Zegt welke stappen het gezin achter elkaar doorloopt.',
        'Says which steps the family goes through, one after another.',
        'verwacht pad Signaal, Kennismaking, Plan',
    ),
    entry(
        'verwacht einde',
        'scenario',
        'Zegt bij welk einde het gezin uitkomt.',
        'Says which end the family reaches.',
        'verwacht einde Afgerond',
    ),
    entry(
        'verwacht stap',
        'scenario',
        'Zegt dat een stap, een escalatie, een overdracht of een document voorkomt, of met `geen` juist niet; en met `verwacht geen toegang` dat een gezin niet wordt toegelaten.',
        'Says that a step, an escalation, a handover or a document occurs, or with `geen` that it does not; and with `verwacht geen toegang` that a family is not admitted.',
        lines(
            'verwacht stap Signaal',
            'verwacht geen escalatie Vastgelopen',
            'verwacht overdracht NaarWijkteam',
            'verwacht document Gezinsplan',
        ),
    ),
    entry(
        'verwacht regie',
        'scenario',
        'Zegt wie de regie voert na een stap.',
        'Says who directs after a step.',
        'verwacht regie Hulpverlener na Opvoedhulp',
    ),
    entry(
        'verwacht',
        'scenario',
        'Zegt hoeveel contactmomenten of hoeveel tijd het kost.',
        'Says how many contacts or how much time it takes.',
        lines('verwacht hoogstens 5 contactmomenten van JGZ', 'verwacht minder dan 6 maanden'),
    ),
];
