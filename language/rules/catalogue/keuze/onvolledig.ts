import { inWords } from '../../../analysis/values-in-words.js';
import { insertBranch } from '../../fixes/insert-branch.js';
import { enumerate } from '../../../text/numbers.js';
import { conditionsAt, NO_CONDITIONS } from '../../choices.js';
import { defineProof, example, leavesFactsOpen } from '../../proof.js';

/** How many combinations of values a message names. */
const MOST_NAMED = 3;

export const keuzeOnvolledig = defineProof({
    code: 'keuze/onvolledig',
    severity: 'warning',
    title: { nl: 'Voor elk gezin geldt een tak', en: 'Some branch holds for every case' },
    question: { nl: 'Geldt bij elke keuze altijd een tak?', en: 'Does some branch always hold at every choice?' },
    lacks: (_protocol, { space }) => (conditionsAt(space).length > 0 ? undefined : NO_CONDITIONS),
    doubt: ({ space, decisions }) => {
        const decided = decisions.flatMap((d) => (d.inDoubt ? (space.machine.stations[d.station]?.node ?? []) : []));
        const names = enumerate(decided.map((d) => `\`${d.name}\``));
        return decided.length === 0
            ? undefined
            : {
                  nl: `Bij ${names.nl} beslist een mens, en staat er geen \`anders\`.`,
                  en: `At ${names.en} a person decides, and there is no \`anders\`.`,
              };
    },
    reason: {
        nl: 'Een keuze die een mogelijkheid vergeet, laat een gezin zonder vervolg: wat gebeurt er als de zorg niet wordt gedeeld? De regel rekent het uit voor de waarden die een gezin daar kan hebben, gegeven wat er op weg erheen al bekend is. Wat een mens beslist (een tekst tussen aanhalingstekens) is ja of nee; of twee zulke teksten samen kunnen gaan, weet alleen een mens.',
        en: 'A choice that forgets a possibility leaves a case without what comes next: what happens when concern is not shared? The rule works it out for the values that a case can have there, given what is known on the way. What a person decides (a quoted text) is yes or no; whether two such texts can go together only people know.',
    },
    messages: {
        notKnown: {
            nl: 'Na `{name}` geldt soms geen tak, omdat er dan niet bekend is waar de takken naar vragen.',
            en: 'Behind `{name}` sometimes no branch holds, as it is not known then what the branches ask about.',
        },
        uncovered: {
            nl: 'Bij {values} geldt na `{name}` geen tak. Voeg in `daarna` een tak `anders: …` toe.',
            en: 'With {values} no branch holds behind `{name}`. Add a branch `anders: …` in `daarna`.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    gegeven akkoord: ja/nee "Het gezin is het eens"
    aanpak {
        stap Plan "Een plan maken" {
            bepaalt akkoord
            daarna {
                als akkoord: Klaar
            }
        }
        einde Klaar
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
                anders: Gestopt
            }
        }
        einde Klaar
        einde Gestopt
    }
}
`,
    prove: (_protocol, proofs, report, { document }) => {
        for (const { station, uncovered, unknown } of proofs.decisions) {
            const node = proofs.space.machine.stations[station]?.node;
            // a fact that is not known is told by keuze/onbekend-gegeven
            const known = uncovered.filter(
                (u) => !unknown.some((f) => f.fact in u.values && u.values[f.fact] === undefined),
            );
            const [first] = known;
            if (!node || node.kind === 'end') {
                continue;
            }
            if (!first) {
                if (uncovered.length > 0) {
                    report({
                        message: 'notKnown',
                        at: node.nameAt,
                        parameters: { name: node.name },
                        heldBack: true,
                        ...(leavesFactsOpen(proofs) && { severity: 'info' }),
                    });
                }
                continue;
            }
            const named = known.slice(0, MOST_NAMED).map((u) => inWords(u.values));
            const values = {
                nl: named.map((n) => n.nl).join(', en bij '),
                en: named.map((n) => n.en).join(', and with '),
            };
            const shown = example(proofs, first.state);
            report({
                message: 'uncovered',
                at: node.branches[0]?.at ?? node.nameAt,
                parameters: { name: node.name, values },
                related: shown.related,
                data: { ...shown.data, values: known.map((u) => u.values) },
                inTime: shown.inTime,
                fixes: insertBranch(document, node, 'anders: onbekend'),
            });
        }
    },
});
