import type { Move } from '../../../execution/moves.js';
import { isReachedUnlessUsual } from '../../../analysis/usual.js';
import type { Proofs } from '../../../analysis/proofs.js';
import { onlyBesideTime } from '../../../analysis/only-beside-time.js';
import { unreachedIn, type UnusedWay } from '../../../analysis/unreached.js';
import type { Machine, Station } from '../../../execution/machine.js';
import type { FlowNode, Interrupt } from '../../../model/process.js';
import type { Protocol } from '../../../model/protocol.js';
import { isOwn } from '../../../model/queries.js';
import type { Bilingual } from '../../../text/bilingual.js';
import { enumerate, someNames } from '../../../text/numbers.js';
import { insertStatement } from '../../fixes/insert-statement.js';
import { written } from '../../fixes/replace.js';
import { defineProof, EVERY_PROCESS, exampleOf, isReachedIn, leavesFactsOpen, leavesOpen } from '../../proof.js';

/** How many names are listed. */
const MOST_NAMED = 5;

export const stroomOnbereikbaar = defineProof({
    code: 'stroom/onbereikbaar',
    severity: 'error',
    restsOn: ['ways'],
    title: { nl: 'Elke stap en elk einde is te bereiken', en: 'Every step and every end can be reached' },
    question: {
        nl: 'Komt er op enige weg een gezin bij elke stap en elk einde?',
        en: 'Does some course reach every step and every end?',
    },
    lacks: EVERY_PROCESS,
    aside: ({ space, work }) => {
        const beside = onlyBesideTime(space, work).map((s) => s.node.name);
        const names = someNames(beside, MOST_NAMED);
        return beside.length === 0
            ? undefined
            : {
                  nl: `Bij ${names} komt een gezin alleen als iets korter of langer duurt dan er staat: met de duren en termijnen zoals zij er staan, gaat geen weg erheen.`,
                  en: `A case comes to ${names} only where something takes shorter or longer than is stated: with the durations and terms as they are stated no course leads there.`,
              };
    },
    reason: {
        nl: 'Een stap waar geen weg heen gaat, wordt nooit gedaan: dan ontbreekt er een verwijzing, of de voorwaarden op de weg erheen sluiten elkaar uit (van der Aalst 1998: “no dead tasks”).',
        en: 'A step to which no way leads is never done: a reference is missing, or the conditions on the way to it exclude each other (van der Aalst 1998: “no dead tasks”).',
    },
    noFix: {
        nl: 'Vanwaar een gezin hier zou moeten komen, weet alleen wie het werk kent. Alleen bij wat een uitwerking erft, is er een: `vervalt … omdat onbekend`.',
        en: 'From where a case should come here only who knows the work can tell. There is one only for what a working-out inherits: `vervalt … omdat onbekend`.',
    },
    messages: {
        noWay: {
            nl: 'Bij `{name}` komt niemand: geen `daarna` en geen andere verwijzing gaat erheen.{do}',
            en: 'Nobody comes to `{name}`: no `daarna` and no other reference leads there.{doEn}',
        },
        never: {
            nl: 'Bij `{name}` komt niemand. Een weg erheen gaat {ways}.{do}',
            en: 'Nobody comes to `{name}`. A way there leads {waysEn}.{doEn}',
        },
        waits: {
            nl: 'Bij `{name}` komen gezinnen, maar er begint niets: wat daar achter `pas als` staat, wordt op geen enkele weg waar. Laat een stap ervoor bepalen wat er gevraagd wordt, of verander de voorwaarde.',
            en: 'Cases come to `{name}`, but nothing begins there: what stands behind its `pas als` comes true on no course. Let a step before it determine what is asked, or change the condition.',
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
        undecidedUsual: {
            nl: 'Of er een gezin bij `{name}` komt, is niet te zeggen: waar een weg erheen begint, staat bij een andere weg, of bij wat daar bekend wordt, een woord als `veelal`.',
            en: 'Whether a case comes to `{name}` cannot be said: where a way to it begins, another way, or what becomes known there, has a word such as `veelal`.',
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
    prove: (protocol, proofs, report, { document }) => {
        const { machine, beginnings } = proofs.space;
        const isReached = isReachedIn(proofs.space);
        for (const { station, ways, waits, isConsequence } of unreachedIn(proofs)) {
            const node = machine.stations[station]?.node;
            if (!node) {
                continue;
            }
            const { name } = node;
            // what nobody comes to either may lead here once somebody does; of several the first is told
            const mayLeadHere = (s: Station): boolean => isReached(s) || s.index < station;
            const isOpen = leavesOpen(proofs, mayLeadHere) || sendsAnywhere(machine, mayLeadHere);
            // what follows from a fault that is told is the same story
            const heldBack = { heldBack: isConsequence || beginnings.size === 0 };
            const around = machine.stations[station]?.around ?? [];
            const hangs = ways.length > 0 || around.some((i) => (machine.stations[i]?.guards.length ?? 0) > 0);
            const isFactOpen = hangs && leavesFactsOpen(proofs);
            const atOnce = station === machine.start ? interruptsAtOnce(proofs) : [];
            if (isReachedUnlessUsual(machine, station)) {
                report({
                    message: 'undecidedUsual',
                    severity: 'info',
                    at: node.nameAt,
                    parameters: { name },
                    ...heldBack,
                });
            } else if (isFactOpen || isOpen) {
                const isAnywhere = (move: Move) => 'way' in move && move.way.target === undefined;
                report({
                    message: isFactOpen ? 'undecidedFact' : 'undecided',
                    severity: 'info',
                    at: node.nameAt,
                    parameters: { name },
                    ...(!isFactOpen && exampleOf(proofs, isAnywhere)),
                    ...heldBack,
                });
            } else if (waits) {
                const guards = node.kind === 'end' ? [] : node.guards.filter((g) => g.kind === 'only-when');
                report({
                    message: 'waits',
                    at: node.nameAt,
                    parameters: { name },
                    related: guards.map(({ at }) => ({
                        message: { nl: 'Deze `pas als`.', en: 'This `pas als`.' },
                        at,
                    })),
                    ...heldBack,
                });
            } else if (station === machine.start && (beginnings.size === 0 || atOnce.length > 0)) {
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
                // whether a handover takes place, and so may stay out, rests on who does the work
                const isFallback = protocol.handovers.some((h) =>
                    h.whenAbsent.some((w) => w.target?.node.name === name),
                );
                const isEmpty = beginnings.size === 0;
                const told = inWords(ways, isEmpty);
                const dropped = droppedIn(protocol, node);
                report({
                    restsOn: isFallback ? ['ways', 'people', 'handovers'] : ['ways'],
                    couldUndo: ({ kind, node: from }) =>
                        kind !== 'ways' || machine.stations.every((s) => s.node.name !== from || mayLeadHere(s)),
                    message: ways.length === 0 ? 'noWay' : 'never',
                    at: node.nameAt,
                    parameters: {
                        name,
                        ways: told.nl,
                        waysEn: told.en,
                        // what follows from something else is mended there
                        ...(isConsequence || isEmpty ? { do: '', doEn: '' } : whatToDo(name, dropped)),
                    },
                    related: ways.map(({ at }) => ({ message: { nl: 'Deze weg.', en: 'This way.' }, at })),
                    fixes: dropped && !isConsequence ? insertStatement(document, protocol, `${dropped} onbekend`) : [],
                    ...heldBack,
                });
            }
        }
    },
});

function whatToDo(name: string, dropped: string | undefined) {
    const [nl, en] = dropped
        ? [`schrijf \`${dropped} "…"\``, `write \`${dropped} "…"\``]
        : [`haal \`${name}\` weg`, `take \`${name}\` away`];
    return {
        do: ` Laat een stap waar gezinnen wel komen met \`daarna\` naar \`${name}\` gaan, of ${nl}.`,
        doEn: ` Let a step to which cases do come lead to \`${name}\` with \`daarna\`, or ${en}.`,
    };
}

/** How a working-out drops what it inherits; undefined of what stands in it. */
function droppedIn(protocol: Protocol, node: FlowNode): string | undefined {
    const words = { step: 'stap', group: 'groep', phase: 'fase', escalation: 'escalatie', end: 'einde' };
    return protocol.refines && !isOwn(node) ? `vervalt ${words[node.kind]} ${written(node.name)} omdat` : undefined;
}

/** Whether a term, an escalation or an interruption leads to somewhere that the text leaves open. */
function sendsAnywhere({ stations, breaches }: Machine, mayLeadHere: (station: Station) => boolean): boolean {
    return (
        breaches.some((b) => b.target === undefined) ||
        stations.some(
            (s) =>
                mayLeadHere(s) &&
                [...s.expiries, ...s.escalations, ...s.exits.flatMap((w) => w.fallbacks)].some(
                    (w) => w.target === undefined,
                ),
        )
    );
}

/** The ways that nobody goes, and why: those with the same reason at once. @param isEmpty whether nobody is admitted */
function inWords(ways: readonly UnusedWay[], isEmpty: boolean): Bilingual {
    const told = [...Map.groupBy(ways, sameReason).values()].map((same): Bilingual =>
        same[0] ? reasonOf(same[0], [...new Set(same.flatMap((w) => w.from ?? []))], isEmpty) : SILENT,
    );
    return { nl: told.map((t) => t.nl).join('; '), en: told.map((t) => t.en).join('; ') };
}

const SILENT: Bilingual = { nl: '', en: '' };

/** A text that two ways share exactly when nobody goes them for the same reason. */
function sameReason({ from, because, facts, behind, terms }: UnusedWay): string {
    const isOf = ['fact', 'idle'].includes(because) ? [facts, behind, terms, from] : facts;
    return JSON.stringify([from === undefined, because, isOf]);
}

function reasonOf(
    { from, because, behind, facts, terms: [term, first] }: UnusedWay,
    all: readonly string[],
    isEmpty: boolean,
): Bilingual {
    if (from === undefined && isEmpty) {
        return {
            nl: 'door een `altijd als`, maar niemand voldoet aan de toegang',
            en: 'by an `altijd als`, but nobody meets the access condition',
        };
    }
    const names = enumerate(facts.map((f) => `\`${f}\``));
    const places = enumerate(behind.map((b) => `\`${b}\``));
    const starts = enumerate(all.map((name) => `\`${name}\``));
    const isOne = all.length === 1;
    switch (because) {
        case 'dead':
            return {
                nl: `vanuit ${starts.nl}, maar daar komt ook niemand`,
                en: `from ${starts.en}, but nobody comes there either`,
            };
        case 'waiting':
            return {
                nl: `vanuit ${starts.nl}, maar daar begint niets: wat er achter \`pas als\` staat, wordt nooit waar`,
                en: `from ${starts.en}, but nothing begins there: what stands behind its \`pas als\` never comes true`,
            };
        case 'undone':
            return {
                nl: `vanuit ${starts.nl}, maar wat daar gebeurt, komt nooit af`,
                en: `from ${starts.en}, but what happens there is never done`,
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
        case 'idle':
            return {
                nl: `vanuit ${starts.nl} als “${term?.text ?? ''}” om is, maar “${first?.text ?? ''}” van \`${first?.of ?? ''}\` is altijd eerder om`,
                en: `from ${starts.en} when “${term?.text ?? ''}” is over, but “${first?.text ?? ''}” of \`${first?.of ?? ''}\` always is before`,
            };
        default:
            return from === undefined
                ? { nl: 'door een `altijd als`, maar die geldt nooit', en: 'by an `altijd als`, but it never holds' }
                : {
                      nl: `vanuit ${starts.nl}, maar ${isOne ? 'die kan nooit' : 'geen daarvan kan ooit'} worden genomen`,
                      en: `from ${starts.en}, but ${isOne ? 'it can never' : 'none of them can ever'} be taken`,
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
