import { documentsNeeded, missingDocuments } from '../../../analysis/documents.js';
import { defineProof, example } from '../../proof.js';

export const documentVoorProductie = defineProof({
    code: 'document/voor-productie',
    severity: 'error',
    title: { nl: 'Een document is er voordat het nodig is', en: 'A document exists before it is needed' },
    question: {
        nl: 'Is elk document er voordat het nodig is of wordt overgedragen?',
        en: 'Does every document exist before it is needed or handed over?',
    },
    lacks: (_protocol, { space: { machine } }) =>
        documentsNeeded(machine).size > 0
            ? undefined
            : {
                  nl: 'Geen stap vereist een document, en geen overdracht geeft er een door.',
                  en: 'No step requires a document, and no handover passes one on.',
              },
    reason: {
        nl: 'Wie een plan moet hebben om te beginnen, of moet overdragen, moet het op elke weg hebben: ook op de weg om een stap heen. Wat naast elkaar gebeurt, heeft geen volgorde.',
        en: 'Who needs a plan to begin, or has to hand it over, must have it on every course: also on the course around a step. What happens in parallel has no order.',
    },
    noFix: {
        nl: 'Welke stap het document maakt, weet alleen wie het werk kent.',
        en: 'Which step makes the document only who knows the work can tell.',
    },
    messages: {
        required: {
            nl: 'Op de weg in het voorbeeld is `{document}` er nog niet als `{name}` begint: geen stap daarvoor levert het.',
            en: 'On the course in the example `{document}` does not exist yet when `{name}` begins: no step before it delivers it.',
        },
        handedOver: {
            nl: 'Op de weg in het voorbeeld wordt `{document}` overgedragen in `{name}` terwijl geen stap daarvoor het levert.',
            en: 'On the course in the example `{document}` is handed over in `{name}` while no step before it delivers it.',
        },
        undecidedHandedOver: {
            nl: 'Waar komt `{document}` vandaan, dat overdracht `{name}` doorgeeft? Geen stap levert het. Schrijf `levert {document}` bij de stap die het maakt.',
            en: 'Where does `{document}` come from, which handover `{name}` passes on? No step delivers it. Write `levert {document}` at the step that makes it.',
        },
        undecided: {
            nl: 'Waar komt `{document}` vandaan, dat `{name}` nodig heeft? Geen stap levert het. Schrijf `levert {document}` bij de stap die het maakt, of zeg bij `{name}` met `begint bij "…"` dat het van buiten komt.',
            en: 'Where does `{document}` come from, which `{name}` needs? No step delivers it. Write `levert {document}` at the step that makes it, or say at `{name}` with `begint bij "…"` that it comes from outside.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    gegeven haast: ja/nee "Het heeft haast"
    document Plan over alle leefgebieden
    aanpak {
        stap Gesprek "Praten" {
            bepaalt haast
            daarna {
                als haast: Hulp
                anders: Maken
            }
        }
        stap Maken "Een plan maken" { levert Plan }
        stap Hulp "Helpen" { vereist Plan }
        einde Klaar
    }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    document Plan over alle leefgebieden
    aanpak {
        stap Gesprek "Praten"
        stap Maken "Een plan maken" { levert Plan }
        stap Hulp "Helpen" { vereist Plan }
        einde Klaar
    }
}
`,
    prove: (_protocol, proofs, report) => {
        for (const { document, at, kind, neverDelivered, state, course, claim } of missingDocuments(proofs.space)) {
            report({
                message: neverDelivered
                    ? kind === 'required'
                        ? 'undecided'
                        : 'undecidedHandedOver'
                    : kind === 'required'
                      ? 'required'
                      : 'handedOver',
                ...(neverDelivered && { severity: 'info' }),
                at: at.place,
                parameters: { document, name: at.name },
                ...(neverDelivered ? {} : example(proofs, state, course, claim)),
            });
        }
    },
});
