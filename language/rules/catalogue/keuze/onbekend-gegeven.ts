import { determinedAt } from '../../../execution/machine.js';
import { byName } from '../../../model/queries.js';
import { insertStatement } from '../../insert-statement.js';
import { defineProof, example } from '../../proof.js';

export const keuzeOnbekendGegeven = defineProof({
    code: 'keuze/onbekend-gegeven',
    severity: 'error',
    title: { nl: 'Waar een keuze naar vraagt, is dan bekend', en: 'What a choice asks about is known by then' },
    question: {
        nl: 'Is alles waar een keuze naar vraagt dan bekend?',
        en: 'Is everything that a choice asks about known by then?',
    },
    reason: {
        nl: 'Wie moet kiezen op iets dat nog niet is uitgezocht, gokt. Een gegeven wordt bekend door een stap die het `bepaalt`, of is het al bij de start als `toegang als` ernaar vraagt. Staat er een tak `anders`, dan vangt die ook op wat nog niet bekend is; dan is het een waarschuwing.',
        en: 'Who has to choose on what was not found out yet is guessing. A fact becomes known by a step that determines it (`bepaalt`), or is known at the start where `toegang als` asks about it. A branch `anders` covers what is not known yet as well; then it is a warning.',
    },
    messages: {
        never: {
            nl: 'Geen stap bepaalt `{fact}`, en `toegang` vraagt er niet naar: bij deze keuze is het nooit bekend. Schrijf `bepaalt {fact}` bij een stap die hiervoor komt.',
            en: 'No step determines `{fact}`, and `toegang` does not ask about it: at this choice it is never known. Write `bepaalt {fact}` at a step before it.',
        },
        sometimes: {
            nl: 'Op de weg in het voorbeeld is `{fact}` bij deze keuze nog niet bekend: geen stap daarvoor bepaalt het.',
            en: 'On the course in the example `{fact}` is not known at this choice yet: no step before it determines it.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    gegeven akkoord: ja/nee "Het gezin is het eens"
    aanpak {
        stap Plan "Een plan maken" {
            daarna {
                als akkoord: Klaar
                als niet akkoord: Gestopt
            }
        }
        einde Klaar
        einde Gestopt
    }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    gegeven akkoord: ja/nee "Het gezin is het eens"
    aanpak {
        stap Plan "Een plan maken" {
            bepaalt akkoord
            daarna {
                als akkoord: Klaar
                als niet akkoord: Gestopt
            }
        }
        einde Klaar
        einde Gestopt
    }
}
`,
    prove: (protocol, proofs, report, { document }) => {
        const { machine } = proofs.space;
        const determined = new Set(machine.stations.flatMap((s) => determinedAt(s.node)));
        const facts = byName(protocol.facts);
        for (const { station, unknown } of proofs.decisions) {
            const node = machine.stations[station]?.node;
            if (!node || node.kind === 'end') {
                continue;
            }
            const covered = node.branches.some((b) => b.otherwise);
            for (const { fact, way, state } of unknown) {
                if (!facts.has(fact)) {
                    continue;
                }
                const shown = example(proofs, state);
                report({
                    message: determined.has(fact) ? 'sometimes' : 'never',
                    at: way.arrow.at,
                    parameters: { fact },
                    ...(covered && { severity: 'warning' }),
                    related: shown.related,
                    data: { ...shown.data, fact },
                    fixes: node.kind === 'step' ? insertStatement(document, node, `bepaalt ${fact}`) : [],
                });
            }
        }
    },
});
