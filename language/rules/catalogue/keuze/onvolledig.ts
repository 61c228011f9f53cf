import { fewest } from '../../../analysis/combinations.js';
import type { Decision } from '../../../analysis/decisions.js';
import type { Claim } from '../../../analysis/possible-course.js';
import type { Proofs } from '../../../analysis/proofs.js';
import { shortestInTime } from '../../../analysis/shortest-in-time.js';
import { usualWays } from '../../../analysis/usual.js';
import { combinationInWords } from '../../../analysis/values-in-words.js';
import type { Bilingual } from '../../../text/bilingual.js';
import { enumerate } from '../../../text/numbers.js';
import { insertBranch } from '../../fixes/insert-branch.js';
import { choosing, conditionsAt, NO_CONDITIONS, peopleDecideAt } from '../../choices.js';
import { defineProof, example, leavesFactsOpen, type Example } from '../../proof.js';

/** How many combinations of values a message names. */
const MOST_NAMED = 3;

export const keuzeOnvolledig = defineProof({
    code: 'keuze/onvolledig',
    severity: 'warning',
    restsOn: ['access'],
    title: { nl: 'Voor elk gezin geldt een tak', en: 'Some branch holds for every case' },
    question: { nl: 'Geldt bij elke keuze altijd een tak?', en: 'Does some branch always hold at every choice?' },
    concerns: ({ exits }) => exits.some((w) => w.arrow.condition !== undefined),
    lacks: (_protocol, { space }) => (conditionsAt(space).length > 0 ? undefined : NO_CONDITIONS),
    doubt: (proofs) => peopleDecideAt(proofs, (d) => d.inDoubt) ?? takenAsARule(proofs),
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
        const { facts, factIndex } = proofs.space.machine;
        const asked = (name: string) => facts[factIndex.get(name) ?? -1];
        const isShortestInTime = shortestInTime(proofs.space, proofs.work, 'stated');
        for (const { station, uncovered, held, unknown } of proofs.decisions) {
            const node = proofs.space.machine.stations[station]?.node;
            if (!node || node.kind === 'end') {
                continue;
            }
            // of many values an example is looked for only where the shortest course does not show them
            const inTime = uncovered
                .map((u) => ({
                    ...u,
                    inTime: isShortestInTime(u.state) ? 'possible' : exampleWith(proofs, station, u).inTime,
                }))
                .filter((u) => u.inTime !== 'never');
            // a fact that is not known is told by keuze/onbekend-gegeven
            const known = inTime.filter(
                (u) => !unknown.some((f) => f.fact in u.values && u.values[f.fact] === undefined),
            );
            const possible = known.filter((u) => u.inTime === 'possible');
            const told = possible.length > 0 ? possible : known;
            const [first] = told;
            const [notKnown] = inTime.toSorted((a, b) => rank(a) - rank(b));
            if (!first) {
                if (notKnown) {
                    report({
                        message: 'notKnown',
                        at: node.nameAt,
                        parameters: { name: node.name },
                        heldBack: true,
                        inTime: notKnown.inTime,
                        ...(leavesFactsOpen(proofs) && { severity: 'info' }),
                    });
                }
                continue;
            }
            const combinations = fewest(
                told.map((u) => u.values),
                held,
            );
            const named = combinations.slice(0, MOST_NAMED).map((c) => combinationInWords(c, asked));
            const more = combinations.length - named.length;
            const values = {
                nl: [...named.map((n) => n.nl), ...(more > 0 ? [`nog ${String(more)} andere`] : [])].join(', en bij '),
                en: [...named.map((n) => n.en), ...(more > 0 ? [`${String(more)} more`] : [])].join(', and with '),
            };
            const shown = exampleWith(proofs, station, first);
            report({
                message: 'uncovered',
                at: node.branches[0]?.at ?? node.nameAt,
                parameters: { name: node.name, values },
                related: shown.related,
                data: { ...shown.data, values: told.map((u) => u.values) },
                inTime: shown.inTime,
                couldUndo: shown.couldUndo,
                fixes: insertBranch(document, node, 'anders: onbekend'),
            });
        }
    },
});

/** What shows that a case comes to a choice with these values. */
function exampleWith(proofs: Proofs, station: number, { values, state }: Decision['uncovered'][number]): Example {
    const { machine } = proofs.space;
    const names = Object.keys(values).filter((name) => machine.factIndex.has(name));
    const isSo: Claim = choosing(machine, station, ({ fact }) => names.every((name) => fact(name) === values[name]));
    return example(proofs, state, undefined, isSo);
}

/** What is possible before what depends on time. */
function rank({ inTime }: Pick<Example, 'inTime'>): number {
    return inTime === 'possible' ? 0 : 1;
}

/** Doubt where a branch is taken as a rule only, and nothing catches the rest. */
function takenAsARule({ space, decisions }: Proofs): Bilingual | undefined {
    const nodes = decisions.flatMap(({ station }) => {
        const at = space.machine.stations[station];
        return at && usualWays(at).length > 0 && at.exits.every((w) => w.arrow.condition) ? [at.node] : [];
    });
    const names = enumerate(nodes.map((n) => `\`${n.name}\``));
    return nodes.length === 0
        ? undefined
        : {
              nl: `Na ${names.nl} staat bij een tak een woord als \`veelal\`, en er is geen \`anders\`.`,
              en: `Behind ${names.en} a branch has a word such as \`veelal\`, and there is no \`anders\`.`,
          };
}
