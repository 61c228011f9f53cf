import { courseTo } from '../../../analysis/space.js';
import type { Place, Protocol } from '../../../model/protocol.js';
import { escalationsOf, isOpen, statementsOf, stepsOf, textsOf } from '../../../model/queries.js';
import { insertStatement } from '../../fixes/insert-statement.js';
import { defineProof, example } from '../../proof.js';

const OUTREACHING = /outreach/i;

export const stroomLoslaten = defineProof({
    code: 'stroom/loslaten',
    severity: 'warning',
    title: {
        nl: 'Wie outreachend werkt, laat een gezin dat weigert niet los',
        en: 'Who works in an outreaching way does not let go of a family that refuses',
    },
    question: {
        nl: 'Is er nazorg op elke weg die op een weigering eindigt, als er outreachend wordt gewerkt?',
        en: 'Is there aftercare on every course that ends on refusal, where the work is outreaching?',
    },
    concerns: ({ node }) => node.kind === 'end' && node.onRefusal,
    lacks: (protocol, { space: { machine } }) => {
        if (!whereOutreaching(protocol)) {
            return {
                nl: 'Nergens staat dat er outreachend wordt gewerkt.',
                en: 'Nothing states that the work is outreaching.',
            };
        }
        const refusals = machine.process.nodes.filter((n) => n.kind === 'end' && n.onRefusal);
        if (refusals.length === 0) {
            return { nl: 'Er is geen einde `bij weigering`.', en: 'There is no end `bij weigering`.' };
        }
        return undefined;
    },
    reason: {
        nl: 'Bemoeizorg is er voor wie hulp mijdt. STJ toetst of het gezin niet wordt losgelaten (indicator 3.4.2), en noemt het tegenstrijdig als de bemoeienis eindigt omdat het gezin niet meewerkt. Eindigt een weg `bij weigering`, dan zegt `nazorg` hoe het gezin in beeld blijft.',
        en: 'Assertive care is for those who avoid help. STJ reviews whether the family is not let go (indicator 3.4.2), and calls it contradictory to end because a family does not cooperate. Where a course ends on refusal (`bij weigering`), `nazorg` says how the family stays in view.',
    },
    messages: {
        released: {
            nl: 'De aanpak is outreachend, en toch eindigt de weg in het voorbeeld bij `{end}` omdat het gezin weigert, zonder nazorg. Schrijf `nazorg "…"` in het blok van dit einde, of laat de weg verdergaan.',
            en: 'The approach is outreaching, and yet the course in the example ends at `{end}` because the family refuses, without aftercare. Write `nazorg "…"` in the block of this end, or let the course go on.',
        },
        undecidedText: {
            nl: 'Of een gezin dat weigert bij `{end}` wordt losgelaten, valt niet te zeggen: of de aanpak outreachend is, staat niet vast. Is zij dat, schrijf dan `werkwijze outreachend`.',
            en: 'Whether a family that refuses is let go at `{end}` cannot be decided: whether the approach is outreaching is not certain. If it is, write `werkwijze outreachend`.',
        },
        undecided: {
            nl: 'Of een gezin dat weigert bij `{end}` wordt losgelaten, valt niet te zeggen: of er nazorg is, staat niet vast.',
            en: 'Whether a family that refuses is let go at `{end}` cannot be decided: whether there is aftercare is not certain.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    gegeven doet-mee: ja/nee "Het gezin doet mee"
    aanpak {
        stap Bezoek "Langsgaan" {
            werkwijze outreachend
            bepaalt doet-mee
            daarna {
                als doet-mee: Klaar
                anders: Geweigerd
            }
        }
        einde Klaar { geslaagd }
        einde Geweigerd { bij weigering }
    }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    gegeven doet-mee: ja/nee "Het gezin doet mee"
    aanpak {
        stap Bezoek "Langsgaan" {
            werkwijze outreachend
            bepaalt doet-mee
            daarna {
                als doet-mee: Klaar
                anders: Geweigerd
            }
        }
        einde Klaar { geslaagd }
        einde Geweigerd {
            bij weigering
            nazorg "De gezinswerker belt elke drie maanden."
        }
    }
}
`,
    prove: (protocol, proofs, report, { document }) => {
        const outreaching = whereOutreaching(protocol);
        const { machine, states } = proofs.space;
        for (const { node, index } of machine.stations) {
            if (!outreaching || node.kind !== 'end' || !node.onRefusal) {
                continue;
            }
            const care = statementsOf(node, 'nazorg');
            const state = states.findIndex((s) => s.end === index);
            const isSaid = care.some((s) => s.modality === undefined && s.values.some((v) => !isOpen(v)));
            if (state < 0 || isSaid) {
                continue;
            }
            // a free text may say the opposite: "niet outreachend"
            const isSure = outreaching.isSure && care.length === 0;
            const message = care.length > 0 ? 'undecided' : isSure ? 'released' : 'undecidedText';
            const shown = example(proofs, state, courseTo(proofs.space, state), { shows: (s) => s.end === index });
            report({
                message,
                at: node.nameAt,
                ...(!isSure && { severity: 'info' }),
                parameters: { end: node.name },
                ...shown,
                related: [
                    {
                        message: outreaching.isSure
                            ? { nl: 'Hier staat dat de aanpak outreachend is.', en: 'Here it is outreaching.' }
                            : { nl: 'Hier gaat het over outreachend.', en: 'This is about outreaching.' },
                        at: outreaching.at,
                    },
                    ...shown.related,
                ],
                fixes: care.length > 0 ? [] : insertStatement(document, node, 'nazorg onbekend'),
            });
        }
    },
});

/** Where the text says that work is outreaching; sure where that is said by a word of its own, without `veelal`. */
function whereOutreaching(protocol: Protocol): { readonly at: Place; readonly isSure: boolean } | undefined {
    const { process } = protocol;
    const steps = stepsOf(process);
    const blocks = [
        protocol,
        ...(process ? [process] : []),
        ...[...steps, ...escalationsOf(process)].flatMap((s) => [s, ...s.activities]),
    ];
    const found = blocks
        .flatMap((block) => statementsOf(block, 'werkwijze', 'principe', 'kenmerk'))
        .filter((s) => textsOf(s).some((text) => OUTREACHING.test(text)))
        .map(({ at, values, modality }) => ({
            at,
            isSure: modality === undefined && values.some((v) => v.type === 'word' && OUTREACHING.test(v.word)),
        }));
    return found.find((f) => f.isSure) ?? found[0];
}
