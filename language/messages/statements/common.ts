import type { StatementDoc } from '../statements.js';
import { entry, lines } from './entry.js';

/** Statements that may stand in every block. */
export const COMMON: readonly StatementDoc[] = [
    entry(
        'toelichting',
        '*',
        'Licht toe wat er staat, in gewone tekst; tussen drie aanhalingstekens mag het meer regels en opmaak hebben.',
        'Explains what is written, in plain text; between triple quotes it may have several lines and markup.',
        lines('toelichting """', '    De gezinswerker komt **altijd** een tweede keer terug.', '    """'),
    ),
    entry(
        'voor ouders',
        '*',
        'Zegt hetzelfde in gewone taal voor ouders.',
        'Says the same in plain language for parents.',
        'voor ouders "Wij komen langs om te luisteren."',
    ),
    entry(
        'opmerking',
        '*',
        'Bewaart een opmerking van een collega, met een stand en met reacties.',
        'Keeps a remark of a colleague, with a state and with replies.',
        lines(
            'opmerking van "Els" op 2026-03-03 "Hoort de school hier ook bij?" {',
            '    reactie van "Noor" op 2026-03-05 "Ja, als het gezin dat wil."',
            '    stand afgehandeld',
            '}',
            'opmerking van onbekend op onbekend "Wie belt er dan?"',
        ),
    ),
    entry(
        'stand',
        'opmerking, opvolging',
        'Zegt hoe ver het is: open of afgehandeld.',
        'Says how far it is: open or settled.',
        'stand open',
    ),
    entry(
        'reactie',
        'opmerking, bevinding',
        'Geeft iemands antwoord, met naam en datum als die bekend zijn.',
        "Gives someone's answer, with name and date where known.",
        lines('reactie van "Noor" op 2026-03-05 "Staat nu in het handboek."', 'reactie van Gemeente "Dat is akkoord."'),
    ),
    entry(
        'tegenspraak',
        '*',
        'Laat zien dat bronnen elkaar tegenspreken, zonder te kiezen wie gelijk heeft.',
        'Shows that sources contradict each other, without choosing who is right.',
        lines(
            'tegenspraak "Zes stappen of vijf" tussen',
            '    "zes stappen" volgens Handboek en "vijf stappen" volgens Evaluatie',
            'tegenspraak "Wie belt er?" tussen JGZ volgens Handboek en onbekend',
        ),
    ),
];
