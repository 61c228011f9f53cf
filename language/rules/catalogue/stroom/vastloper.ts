import { movesIn } from '../../../execution/moves.js';
import { obstaclesIn, type Obstacle } from '../../../analysis/stuck.js';
import { wrongHandsIn } from '../../../analysis/wrong-hands.js';
import { isOwn } from '../../../model/queries.js';
import { insertBranch } from '../../fixes/insert-branch.js';
import { defineProof, EVERY_PROCESS, example, leavesFactsOpen, nextNotStated } from '../../proof.js';

export const stroomVastloper = defineProof({
    code: 'stroom/vastloper',
    severity: 'error',
    title: { nl: 'Geen gezin loopt vast', en: 'No case gets stuck' },
    question: {
        nl: 'Kan een gezin altijd verder, tot een einde?',
        en: 'Can a case always go on, to an end?',
    },
    lacks: EVERY_PROCESS,
    doubt: nextNotStated,
    reason: {
        nl: 'Wie wacht op iets dat niet meer komt, wacht voor altijd: een groep waarvan een deel elders verdergaat, een `pas als` die niet meer waar kan worden. Zulke toestanden zijn in een tekst bijna niet te zien. De regel bekijkt elke weg die een gezin kan gaan (van der Aalst 1998: “option to complete”).',
        en: 'Who waits for what no longer comes waits for ever: a group of which a part goes on elsewhere, a `pas als` that cannot come true any more. Such states are hard to see in a text. The rule looks at every course that a case can take (van der Aalst 1998: “option to complete”).',
    },
    messages: {
        guard: {
            nl: 'Hier kan een gezin vastlopen: wat achter `pas als` staat bij `{name}` is dan niet waar en kan niet meer waar worden.',
            en: 'A case can get stuck here: what stands behind `pas als` at `{name}` does not hold then and cannot come true any more.',
        },
        done: {
            nl: 'Hier kan een gezin vastlopen: wat achter `klaar als` staat bij `{name}` kan dan niet waar worden.',
            en: 'A case can get stuck here: what stands behind `klaar als` at `{name}` cannot come true then.',
        },
        join: {
            nl: 'Hier kan een gezin vastlopen: `{name}` wacht op {parts}, en dat gaat elders verder of wordt niet meer gedaan.',
            en: 'A case can get stuck here: `{name}` waits for {parts}, which goes on elsewhere or is not done any more.',
        },
        branches: {
            nl: 'Na `{name}` kan een gezin vastlopen: dan geldt geen van de takken.',
            en: 'A case can get stuck behind `{name}`: none of the branches holds then.',
        },
        bounds: {
            nl: 'Hier kan een gezin vastlopen: na `{name}` mag geen van de wegen nog een keer (`hoogstens … keer`). Voeg in `daarna` een tak `anders: …` toe.',
            en: 'A case can get stuck here: behind `{name}` none of the ways may be taken again (`hoogstens … keer`). Add a branch `anders: …` in `daarna`.',
        },
        handover: {
            nl: 'Hier kan een gezin vastlopen: de overdracht na `{name}` mag dan nog niet beginnen (`pas als`), en dat verandert niet meer.',
            en: 'A case can get stuck here: the handover behind `{name}` may not begin then (`pas als`), and that does not change any more.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    gegeven akkoord: ja/nee "Het gezin is het eens"
    aanpak {
        stap Gesprek "Praten met het gezin" { bepaalt akkoord }
        stap Plan "Een plan maken" { pas als akkoord }
        einde Klaar
    }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    gegeven akkoord: ja/nee "Het gezin is het eens"
    aanpak {
        stap Gesprek "Praten met het gezin" {
            bepaalt akkoord
            daarna {
                als akkoord: Plan
                anders: Gestopt
            }
        }
        stap Plan "Een plan maken" {
            pas als akkoord
            daarna: Klaar
        }
        einde Klaar
        einde Gestopt
    }
}
`,
    prove: (protocol, proofs, report, { document }) => {
        const { machine, states } = proofs.space;
        const { stuck, stated, unsure } = proofs.soundness;
        const isSure = (i: number): boolean => stated.has(i) && !unsure.has(i);
        const told = new Set<string>();
        const { receivers } = wrongHandsIn(protocol);
        const hasSlipped = (station: number): boolean =>
            machine.stations[station]?.exits.some((w) => w.handovers.some((h) => receivers.has(h))) === true;
        // what is so whatever the text leaves open comes first
        for (const index of [...stuck.filter(isSure), ...stuck.filter((i) => !isSure(i))]) {
            const state = states[index];
            const obstacles: Obstacle[] = state ? obstaclesIn(machine, state) : [];
            for (const { station, reason, missing } of obstacles) {
                const node = machine.stations[station]?.node;
                const key = `${reason} ${String(station)}`;
                if (!node || told.has(key)) {
                    continue;
                }
                told.add(key);
                const parts = missing.map((part) => `\`${machine.stations[part]?.node.name ?? ''}\``).join(', ');
                report({
                    message: reason,
                    // values for which no branch holds are told by keuze/onvolledig
                    // and a handover that is on a way it should not be on by overdracht/van-naar
                    heldBack: reason === 'branches' || (reason === 'handover' && hasSlipped(station)),
                    ...((!isSure(index) || (reason === 'branches' && leavesFactsOpen(proofs))) && { severity: 'info' }),
                    at: node.nameAt,
                    parameters: { name: node.name, parts },
                    fixes:
                        reason === 'bounds' && node.kind !== 'end' && isOwn(node)
                            ? insertBranch(document, node, 'anders: onbekend')
                            : [],
                    ...example(proofs, index, stated.has(index) ? stated.courseTo(index) : undefined, {
                        shows: (s) =>
                            s.end === undefined &&
                            movesIn(machine, s).length === 0 &&
                            obstaclesIn(machine, s).some((o) => o.station === station && o.reason === reason),
                    }),
                });
            }
        }
        // what people decide and no branch catches is told by keuze/onvolledig
        for (const { station, uncovered } of proofs.decisions) {
            const node = machine.stations[station]?.node;
            const decided = uncovered.find(
                ({ values, state }) =>
                    states[state]?.tokens.length === 1 &&
                    Object.entries(values).some(([name, v]) => v !== undefined && !machine.factIndex.has(name)),
            );
            if (node && decided) {
                report({
                    message: 'branches',
                    heldBack: true,
                    ...(!isSure(decided.state) && { severity: 'info' }),
                    at: node.nameAt,
                    parameters: { name: node.name, parts: '' },
                });
            }
        }
    },
});
