import type { Proofs } from '../../../analysis/proofs.js';
import { determinedAt, type Machine } from '../../../execution/machine.js';
import type { Arrow, Interrupt } from '../../../model/process.js';
import { factsIn } from '../../../execution/truth.js';
import { enumerate } from '../../../text/numbers.js';
import { defineProof, EVERY_PROCESS, leavesOpen } from '../../proof.js';

export const stroomOnbereikbaar = defineProof({
    code: 'stroom/onbereikbaar',
    severity: 'error',
    title: { nl: 'Elke stap en elk einde is te bereiken', en: 'Every step and every end can be reached' },
    question: {
        nl: 'Komt er op enige weg een gezin bij elke stap en elk einde?',
        en: 'Does some course reach every step and every end?',
    },
    lacks: EVERY_PROCESS,
    reason: {
        nl: 'Een stap waar geen weg heen gaat, wordt nooit gedaan: dan ontbreekt er een verwijzing, of de voorwaarden op de weg erheen sluiten elkaar uit (van der Aalst 1998: “no dead tasks”).',
        en: 'A step to which no way leads is never done: a reference is missing, or the conditions on the way to it exclude each other (van der Aalst 1998: “no dead tasks”).',
    },
    noFix: {
        nl: 'Vanwaar een gezin hier zou moeten komen, weet alleen wie het werk kent.',
        en: 'From where a case should come here only who knows the work can tell.',
    },
    messages: {
        noWay: {
            nl: 'Bij `{name}` komt niemand: geen `daarna` en geen andere verwijzing gaat erheen.',
            en: 'Nobody comes to `{name}`: no `daarna` and no other reference leads there.',
        },
        never: {
            nl: 'Bij `{name}` komt niemand: de weg erheen, vanuit {from}, kan nooit worden genomen.',
            en: 'Nobody comes to `{name}`: the way there, from {from}, can never be taken.',
        },
        interrupted: {
            nl: 'De aanpak begint bij `{name}`, en toch komt daar niemand: een `altijd als` geldt al voor elk gezin dat begint, en dan gaat het meteen naar {targets}. Verander de voorwaarde van die `altijd als`, of die van `toegang`.',
            en: 'The approach begins at `{name}`, and yet nobody comes there: an `altijd als` holds already for every case that begins, which then goes to {targetsEn} at once. Change the condition of that `altijd als`, or that of `toegang`.',
        },
        undecided: {
            nl: 'Of er een gezin bij `{name}` komt, is niet te zeggen: op een weg ervoor is open wat erna komt.',
            en: 'Whether a case comes to `{name}` cannot be said: on a way to it what comes next is left open.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    aanpak {
        stap Gesprek "Praten" { daarna: Klaar }
        stap Plan "Een plan maken"
        einde Klaar
    }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    aanpak {
        stap Gesprek "Praten" { daarna: Plan }
        stap Plan "Een plan maken"
        einde Klaar
    }
}
`,
    prove: (_protocol, proofs, report) => {
        const { machine } = proofs.space;
        const { unreached } = proofs.soundness;
        const dead = new Set(unreached);
        for (const index of unreached) {
            const station = machine.stations[index];
            if (!station || (station.parent !== undefined && dead.has(station.parent))) {
                continue;
            }
            const { node } = station;
            const from = machine.process.arrows.filter(
                (a) => a.to === node.name && a.from !== undefined && a.from !== node.name,
            );
            // what follows on something that nobody comes to, or on a fault that another rule tells, is the same story
            const told = from.every((a) => dead.has(machine.index.get(a.from ?? '') ?? -1) || isTold(proofs, a));
            if (proofs.space.beginnings.size === 0 || (from.length > 0 && told) || isInterruptedBy(machine, index)) {
                continue;
            }
            if (leavesOpen(proofs)) {
                report({ message: 'undecided', severity: 'info', at: node.nameAt, parameters: { name: node.name } });
            } else if (index === machine.start) {
                const atOnce = interruptsAtOnce(proofs);
                const names = enumerate([...new Set(atOnce.map((i) => `\`${i.target?.node.name ?? ''}\``))]);
                report({
                    message: 'interrupted',
                    at: node.nameAt,
                    parameters: { name: node.name, targets: names.nl, targetsEn: names.en },
                    related: atOnce.map(({ at }) => ({
                        message: { nl: 'Deze `altijd als`.', en: 'This `altijd als`.' },
                        at,
                    })),
                });
            } else {
                report({
                    message: from.length === 0 ? 'noWay' : 'never',
                    at: node.nameAt,
                    parameters: { name: node.name, from: from.map((a) => `\`${a.from ?? ''}\``).join(', ') },
                    related: from.map((a) => ({ message: { nl: 'Deze weg.', en: 'This way.' }, at: a.at })),
                });
            }
        }
    },
});

/** Each `altijd als` that holds when a case begins. */
function interruptsAtOnce({ space: { machine, beginnings } }: Proofs): Interrupt[] {
    const begun = new Set(
        [...beginnings.values()].flatMap((s) => s.tokens.flatMap((t) => machine.stations[t.at]?.around ?? [])),
    );
    return machine.breaches.flatMap(({ target, interrupt }) =>
        target !== undefined && begun.has(target) ? [interrupt] : [],
    );
}

/** Whether another rule says why nobody takes this way: a case does not get there, or its condition never holds. */
function isTold({ soundness, decisions }: Proofs, arrow: Arrow): boolean {
    return (
        soundness.stuck.length > 0 ||
        soundness.endless.length > 0 ||
        decisions.some(
            (d) =>
                d.never.some((w) => w.arrow === arrow) || d.unknown.some((u) => factsIn(arrow.condition).has(u.fact)),
        )
    );
}

/** Whether an `altijd als` goes there on a fact that no step determines: keuze/onbekend-gegeven tells that. */
function isInterruptedBy(machine: Machine, index: number): boolean {
    const known = new Set(machine.stations.flatMap((s) => determinedAt(s.node)));
    return machine.breaches.some(
        (b) => b.target === index && [...b.facts].some((f) => !known.has(machine.facts[f]?.name ?? '')),
    );
}
