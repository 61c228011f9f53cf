import type { StatementDoc } from '../statements.js';
import { entry, lines } from './entry.js';

const RESEARCH_BLOCKS = 'onderzoek, gepland, tussenstand, gerealiseerd';

/** Research: what was planned, how far it is, and what came of it. */
export const RESEARCH: readonly StatementDoc[] = [
    entry(
        'onderzoek',
        'interventie',
        'Beschrijft een onderzoek naar de interventie.',
        'Describes a study of the intervention.',
        lines(
            'onderzoek Dossierstudie "Wat staat er in de dossiers" {',
            '    opzet "Dossiers en gesprekken"',
            '    gepland { deelnemers 80 gezinnen }',
            '    gerealiseerd { deelnemers 78 gezinnen }',
            '}',
        ),
    ),
    entry(
        'gepland',
        'onderzoek',
        'Zegt wat het onderzoek van plan was.',
        'Says what the study planned.',
        'gepland { deelnemers 80 gezinnen }',
    ),
    entry(
        'tussenstand',
        'onderzoek',
        'Zegt hoe ver het onderzoek halverwege was.',
        'Says how far the study was halfway.',
        'tussenstand { deelnemers 40 gezinnen }',
    ),
    entry(
        'gerealiseerd',
        'onderzoek',
        'Zegt wat het onderzoek werkelijk deed.',
        'Says what the study really did.',
        'gerealiseerd { deelnemers 78 gezinnen }',
    ),
    entry(
        'opzet',
        RESEARCH_BLOCKS,
        'Zegt hoe het onderzoek in elkaar zit.',
        'Says how the study is designed.',
        'opzet "Voor- en nameting, zonder vergelijkingsgroep"',
    ),
    entry(
        'methode',
        `${RESEARCH_BLOCKS}, beoordeling`,
        'Zegt hoe er gekeken is.',
        'Says how it was looked at.',
        'methode "Gesprekken met drie gezinnen"',
    ),
    entry(
        'door',
        RESEARCH_BLOCKS,
        'Noemt wie het onderzoek doet.',
        'Names who does the study.',
        'door "Lectoraat Voorbeeld"',
    ),
    entry(
        'deelnemers',
        RESEARCH_BLOCKS,
        'Zegt wie of hoeveel er meedoen.',
        'Says who or how many take part.',
        'deelnemers 78 gezinnen',
    ),
    entry(
        'stand',
        RESEARCH_BLOCKS,
        'Zegt in één woord hoe ver het onderzoek is.',
        'Says in one word how far the study is.',
        'stand lopend',
    ),
    entry(
        'oplevering',
        RESEARCH_BLOCKS,
        'Zegt wanneer de uitkomsten komen.',
        'Says when the outcomes will come.',
        'oplevering onbekend, verwacht in 2027',
    ),
    entry(
        'perspectief',
        RESEARCH_BLOCKS,
        'Zegt door wiens ogen er gekeken is.',
        'Says through whose eyes it was looked at.',
        'perspectief "Ouders"',
    ),
    entry(
        'uitkomst',
        RESEARCH_BLOCKS,
        'Noemt wat het onderzoek vond.',
        'Names what the study found.',
        'uitkomst "Gezinnen noemen het terugkomen het vaakst."',
    ),
    entry(
        'conclusie',
        `${RESEARCH_BLOCKS}, beoordeling`,
        'Noemt wat eruit wordt opgemaakt.',
        'Names what is concluded.',
        'conclusie "De aanpak bereikt gezinnen die hulp mijden."',
    ),
];
