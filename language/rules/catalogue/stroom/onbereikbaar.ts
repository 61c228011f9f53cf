import type { Proofs } from '../../../analysis/proofs.js';
import { unreachedIn, type UnusedWay } from '../../../analysis/unreached.js';
import type { Machine } from '../../../execution/machine.js';
import type { Interrupt } from '../../../model/process.js';
import type { Bilingual } from '../../../text/bilingual.js';
import { enumerate } from '../../../text/numbers.js';
import { defineProof, EVERY_PROCESS, leavesFactsOpen, leavesOpen } from '../../proof.js';

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
            nl: 'Bij `{name}` komt niemand. Een weg erheen gaat {ways}.',
            en: 'Nobody comes to `{name}`. A way there leads {waysEn}.',
        },
        nobody: {
            nl: 'Bij `{name}` komt niemand: niemand voldoet aan de toegang.',
            en: 'Nobody comes to `{name}`: nobody meets the conditions to enter.',
        },
        interrupted: {
            nl: 'De aanpak begint bij `{name}`, en toch komt daar niemand: een `altijd als` geldt al voor elk gezin dat begint, en dan gaat het meteen naar {targets}. Verander de voorwaarde van die `altijd als`, of die van `toegang`.',
            en: 'The approach begins at `{name}`, and yet nobody comes there: an `altijd als` holds already for every case that begins, which then goes to {targetsEn} at once. Change the condition of that `altijd als`, or that of `toegang`.',
        },
        undecidedFact: {
            nl: 'Of er een gezin bij `{name}` komt, is niet te zeggen: welke gegevens er bekend worden, is open.',
            en: 'Whether a case comes to `{name}` cannot be said: which facts become known is left open.',
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
        const { machine, beginnings } = proofs.space;
        const isOpen = leavesOpen(proofs) || sendsAnywhere(machine);
        for (const { station, ways, isConsequence } of unreachedIn(proofs)) {
            const node = machine.stations[station]?.node;
            if (!node) {
                continue;
            }
            const { name } = node;
            // what follows from a fault that is told is the same story
            const heldBack = { heldBack: isConsequence || beginnings.size === 0 };
            const isFactOpen = ways.length > 0 && leavesFactsOpen(proofs);
            if (isFactOpen || isOpen) {
                report({
                    message: isFactOpen ? 'undecidedFact' : 'undecided',
                    severity: 'info',
                    at: node.nameAt,
                    parameters: { name },
                    ...heldBack,
                });
            } else if (station === machine.start) {
                const atOnce = interruptsAtOnce(proofs);
                const names = enumerate([...new Set(atOnce.map((i) => `\`${i.target?.node.name ?? ''}\``))]);
                report({
                    message: beginnings.size === 0 ? 'nobody' : 'interrupted',
                    at: node.nameAt,
                    parameters: { name, targets: names.nl, targetsEn: names.en },
                    related: atOnce.map(({ at }) => ({
                        message: { nl: 'Deze `altijd als`.', en: 'This `altijd als`.' },
                        at,
                    })),
                    heldBack: beginnings.size === 0,
                });
            } else {
                const told = ways.map(inWords);
                report({
                    message: ways.length === 0 ? 'noWay' : 'never',
                    at: node.nameAt,
                    parameters: {
                        name,
                        ways: told.map((w) => w.nl).join('; '),
                        waysEn: told.map((w) => w.en).join('; '),
                    },
                    related: ways.map(({ at }) => ({ message: { nl: 'Deze weg.', en: 'This way.' }, at })),
                    ...heldBack,
                });
            }
        }
    },
});

/** Whether a term, an escalation or an interruption leads to somewhere that the text leaves open. */
function sendsAnywhere({ stations, breaches }: Machine): boolean {
    return (
        breaches.some((b) => b.target === undefined) ||
        stations.some((s) =>
            [...s.expiries, ...s.escalations, ...s.exits.flatMap((w) => w.fallbacks)].some(
                (w) => w.target === undefined,
            ),
        )
    );
}

/** A way that nobody goes, and why. */
function inWords({ from = '', because, behind, facts }: UnusedWay): Bilingual {
    const names = enumerate(facts.map((f) => `\`${f}\``));
    const places = enumerate(behind.map((b) => `\`${b}\``));
    switch (because) {
        case 'dead':
            return {
                nl: `vanuit \`${from}\`, maar daar komt ook niemand`,
                en: `from \`${from}\`, but nobody comes there either`,
            };
        case 'fact':
            return {
                nl: `door een \`altijd als\`, maar ${names.nl} wordt alleen bekend bij ${places.nl}, en daar komt ook niemand`,
                en: `by an \`altijd als\`, but ${names.en} becomes known only at ${places.en}, and nobody comes there either`,
            };
        case 'nowhere':
            return {
                nl: `door een \`altijd als\`, maar ${names.nl} wordt nergens bekend`,
                en: `by an \`altijd als\`, but ${names.en} becomes known nowhere`,
            };
        default:
            return from === ''
                ? { nl: 'door een `altijd als`, maar die geldt nooit', en: 'by an `altijd als`, but it never holds' }
                : {
                      nl: `vanuit \`${from}\`, maar die kan nooit worden genomen`,
                      en: `from \`${from}\`, but it can never be taken`,
                  };
    }
}

/** Each `altijd als` that holds when a case begins. */
function interruptsAtOnce({ space: { machine, beginnings } }: Proofs): Interrupt[] {
    const begun = new Set(
        [...beginnings.values()].flatMap((s) => s.tokens.flatMap((t) => machine.stations[t.at]?.around ?? [])),
    );
    return machine.breaches.flatMap(({ target, interrupt }) =>
        target !== undefined && begun.has(target) ? [interrupt] : [],
    );
}
