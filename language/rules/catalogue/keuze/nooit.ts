import { factsIn } from '../../../execution/truth.js';
import { conditionsAt, NO_CONDITIONS } from '../../choices.js';
import { defineProof, leavesFactsOpen } from '../../proof.js';

export const keuzeNooit = defineProof({
    code: 'keuze/nooit',
    severity: 'error',
    title: { nl: 'Elke tak kan gelden', en: 'Every branch can hold' },
    question: { nl: 'Kan elke tak ooit gelden?', en: 'Can every branch ever hold?' },
    lacks: (_protocol, { space }) => (conditionsAt(space).length > 0 ? undefined : NO_CONDITIONS),
    reason: {
        nl: 'Een tak die nooit kan gelden, is een vergissing in de voorwaarde of in wat eraan voorafgaat. De regel rekent het uit voor de waarden die een gezin daar kan hebben.',
        en: 'A branch that can never hold is a mistake in the condition or in what comes before. The rule works it out for the values that a case can have there.',
    },
    noFix: {
        nl: 'Of de voorwaarde fout is of wat eraan voorafgaat, weet alleen de schrijver; de tak weghalen zou iets weglaten wat er staat.',
        en: 'Whether the condition is wrong or what comes before only the writer knows; taking the branch away would leave out what is written.',
    },
    messages: {
        otherwise: {
            nl: 'Na `{name}` komt niemand bij `anders`: er geldt altijd een andere tak. Haal `anders` weg, of kijk na of de andere takken te veel vangen.',
            en: 'Behind `{name}` nobody comes to `anders`: another branch always holds. Take `anders` away, or check whether the other branches catch too much.',
        },
        never: {
            nl: 'De voorwaarde van deze tak na `{name}` kan hier nooit waar zijn.',
            en: 'The condition of this branch behind `{name}` can never be true here.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    gegeven bezoeken: aantal "Hoe vaak er iemand kwam"
    aanpak {
        stap Bezoek "Langsgaan" {
            bepaalt bezoeken
            daarna {
                als bezoeken minstens 3 en bezoeken minder dan 2: Gestopt
                anders: Klaar
            }
        }
        einde Klaar
        einde Gestopt
    }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    gegeven bezoeken: aantal "Hoe vaak er iemand kwam"
    aanpak {
        stap Bezoek "Langsgaan" {
            bepaalt bezoeken
            daarna {
                als bezoeken minstens 3: Gestopt
                anders: Klaar
            }
        }
        einde Klaar
        einde Gestopt
    }
}
`,
    prove: (_protocol, proofs, report) => {
        const { machine, complete } = proofs.space;
        for (const { station, never, unknown } of complete ? proofs.decisions : []) {
            const name = machine.stations[station]?.node.name ?? '';
            for (const way of never) {
                // what asks about a fact that is never known is told by keuze/onbekend-gegeven
                const heldBack = unknown.some((u) => factsIn(way.arrow.condition).has(u.fact));
                report({
                    message: way.arrow.condition ? 'never' : 'otherwise',
                    ...(!way.arrow.condition && { severity: 'warning' }),
                    at: way.arrow.at,
                    parameters: { name },
                    heldBack,
                    ...(heldBack && leavesFactsOpen(proofs) && { severity: 'info' }),
                });
            }
        }
    },
});
