import { goalOrders, goalsLeftOpenAt, goalStations, isDoneAt } from '../../../analysis/goals.js';
import type { Proofs } from '../../../analysis/proofs.js';
import { enumerate } from '../../../text/numbers.js';
import { aroundDoubt } from '../../not-looked-at.js';
import { defineProof, example } from '../../proof.js';

export const doelVolgorde = defineProof({
    code: 'doel/volgorde',
    severity: 'warning',
    restsOn: ['goals', 'conditions'],
    title: { nl: 'De stappen houden de volgorde van de doelen aan', en: 'The steps keep the order of the goals' },
    question: {
        nl: 'Houdt elke weg de volgorde van de doelen aan (`na`)?',
        en: 'Does every course keep the order of the goals (`na`)?',
    },
    lacks: (protocol, proofs) => {
        const ordered = protocol.goals.flatMap((g) => [g, ...g.subgoals]).filter((g) => g.after.length > 0);
        if (ordered.length === 0) {
            return { nl: 'Bij geen doel staat `na`.', en: 'No goal states `na`.' };
        }
        return hasOrders(proofs) || goalsLeftOpenAt(proofs.space.machine).length > 0
            ? undefined
            : {
                  nl: 'Geen stap zegt te werken aan twee doelen waar `na` tussen staat.',
                  en: 'No steps state to work on two goals with `na` between them.',
              };
    },
    doubt: (proofs) => {
        const { machine } = proofs.space;
        const at = enumerate(goalsLeftOpenAt(machine).map((name) => `\`${name}\``));
        return at.nl === '' || hasOrders(proofs)
            ? aroundDoubt(
                  proofs,
                  goalOrders(proofs.space).map(({ earlier, first }) => ({ name: earlier.name, stations: first })),
              )
            : {
                  nl: `Of er wordt gewerkt aan twee doelen waar \`na\` tussen staat, is niet te zeggen: waaraan bij ${at.nl} wordt gewerkt, is open.`,
                  en: `Whether there is work on two goals with \`na\` between them cannot be said: what is worked on at ${at.en} is open.`,
              };
    },
    reason: {
        nl: 'Zegt een doel dat het `na` een ander komt, zoals samenhang na gedeelde zorg (NJi: “in eerste instantie gericht op overeenstemming over een hulpvraag”), dan wordt op elke weg eerst aan dat andere gewerkt. Een stap die aan beide tegelijk werkt, mag.',
        en: 'Where a goal says that it comes after (`na`) another, such as coherence after shared concern (NJi: “in the first place aimed at agreement on what is asked”), each course works on that other first. A step that works on both at once is fine.',
    },
    noFix: {
        nl: 'Of de stappen anders moeten of de volgorde van de doelen, is een keuze over het werk zelf.',
        en: 'Whether the steps should change or the order of the goals is a choice about the work itself.',
    },
    messages: {
        before: {
            nl: 'Op de weg in het voorbeeld werkt `{step}` aan `{goal}` terwijl er nog niet aan `{earlier}` is gewerkt. Zet een stap die aan `{earlier}` werkt ervoor, of haal `na {earlier}` weg.',
            en: 'On the course in the example `{step}` works on `{goal}` while nothing was done on `{earlier}` yet. Put a step that works on `{earlier}` before it, or take `na {earlier}` away.',
        },
        undecided: {
            nl: 'Of er altijd aan `{earlier}` is gewerkt voordat `{step}` aan `{goal}` werkt, valt niet te zeggen: van een stap ervoor is niet bekend aan welk subdoel hij werkt. Schrijf het achter `werkt aan`.',
            en: 'Whether there was always work on `{earlier}` before `{step}` works on `{goal}` cannot be decided: of a step before it is not known on which subgoal it works. Write it behind `werkt aan`.',
        },
        undecidedSize: {
            nl: 'Of elke weg de volgorde van de doelen aanhoudt, valt niet te zeggen: er zijn te veel volgordes van werk dat naast elkaar loopt.',
            en: 'Whether every course keeps the order of the goals cannot be decided: there are too many orders of work in parallel.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    doel Rust "Het gezin heeft weer rust" {
        subdoel gedeelde-zorg "Ouders delen de zorgen"
        subdoel samenhang "Er is één plan" na gedeelde-zorg
    }
    aanpak {
        stap Plan "Een plan maken" { werkt aan samenhang }
        stap Gesprek "Praten over de zorgen" { werkt aan gedeelde-zorg }
        einde Klaar
    }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    doel Rust "Het gezin heeft weer rust" {
        subdoel gedeelde-zorg "Ouders delen de zorgen"
        subdoel samenhang "Er is één plan" na gedeelde-zorg
    }
    aanpak {
        stap Gesprek "Praten over de zorgen" { werkt aan gedeelde-zorg }
        stap Plan "Een plan maken" { werkt aan samenhang }
        einde Klaar
    }
}
`,
    prove: (protocol, proofs, report) => {
        const ordered = protocol.goals.flatMap((g) => [g, ...g.subgoals]).filter((g) => g.after.length > 0);
        if (ordered.length === 0) {
            return;
        }
        const working = goalStations(proofs.space.machine);
        const space = proofs.spaceSeeing(working);
        const orders = goalOrders(space);
        for (const { goal, earlier, broken } of orders) {
            const last = broken?.course.at(-1);
            if (!broken || !last) {
                continue;
            }
            const station = last.move.kind === 'finish' ? space.machine.stations[last.move.token.at] : undefined;
            report({
                message: broken.isSure ? 'before' : 'undecided',
                at: earlier.at,
                ...(!broken.isSure && { severity: 'info' }),
                parameters: { step: station?.node.name ?? '', goal: goal.name, earlier: earlier.name },
                ...example({ space, work: proofs.work }, last.to, broken.course, {
                    keeps: (move) => move.kind === 'finish' && working.has(move.token.at),
                    allows: (move) => !isDoneAt(broken.avoided, { move }),
                    passes: [(move) => isDoneAt(broken.work, { move })],
                }),
            });
        }
        const [first] = ordered;
        if (!space.complete && proofs.space.complete && first && orders.every((o) => !o.broken)) {
            report({ message: 'undecidedSize', at: first.nameAt, severity: 'info' });
        }
    },
});

/** Whether some steps work on two goals with `na` between them. */
function hasOrders({ space: { machine }, spaceSeeing }: Proofs): boolean {
    return goalOrders(spaceSeeing(goalStations(machine))).length > 0;
}
