import { determinedAt, type Machine } from '../../../execution/machine.js';
import { factsIn, isInformal, valuesAskedIn } from '../../../execution/truth.js';
import type { Condition, Place } from '../../../model/protocol.js';
import { byName, laboursOf, leavesOpen } from '../../../model/queries.js';
import { insertStatement } from '../../fixes/insert-statement.js';
import { written } from '../../fixes/replace.js';
import { conditionsAt } from '../../choices.js';
import { defineProof, example } from '../../proof.js';

export const keuzeOnbekendGegeven = defineProof({
    code: 'keuze/onbekend-gegeven',
    severity: 'error',
    title: {
        nl: 'Waar een keuze of onderbreking naar vraagt, wordt bekend',
        en: 'What a choice or interruption asks about becomes known',
    },
    question: {
        nl: 'Wordt alles bekend waar een keuze of onderbreking naar vraagt?',
        en: 'Does everything become known that a choice or interruption asks about?',
    },
    lacks: (_protocol, { space }) =>
        [
            ...conditionsAt(space).flatMap((c) => c.conditions),
            ...waitingFor(space.machine).map((w) => w.condition),
        ].some((condition) => factsIn(condition).size > 0)
            ? undefined
            : {
                  nl: 'Geen keuze, onderbreking, escalatie of herhaling vraagt naar een gegeven.',
                  en: 'No choice, interruption, escalation or repetition asks about a fact.',
              },
    reason: {
        nl: 'Wie moet kiezen op iets dat nog niet is uitgezocht, gokt. Een gegeven wordt bekend door een stap die het `bepaalt`, of is het al bij de start als `toegang als` ernaar vraagt. Staat er een tak `anders`, dan vangt die ook op wat nog niet bekend is; dan is het een waarschuwing. Ook `altijd als`, een escalatie en `herhaal … tot` wachten op een gegeven: bepaalt niemand het, dan gebeurt er nooit wat daar staat, en dat ziet wie het leest niet.',
        en: 'Who has to choose on what was not found out yet is guessing. A fact becomes known by a step that determines it (`bepaalt`), or is known at the start where `toegang als` asks about it. A branch `anders` covers what is not known yet as well; then it is a warning. An `altijd als`, an escalation and `herhaal … tot` wait for a fact too: where nobody determines it, what stands there never happens, and a reader does not see that.',
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
        interruption: {
            nl: 'Geen stap bepaalt `{fact}`, en `toegang` vraagt er niet naar: daarop komt deze onderbreking er dus nooit. Schrijf `bepaalt {fact}` bij elke stap waar het kan blijken.',
            en: 'No step determines `{fact}`, and `toegang` does not ask about it: so this interruption never comes by it. Write `bepaalt {fact}` at each step where it may come to light.',
        },
        escalation: {
            nl: 'Geen stap bepaalt `{fact}`, en `toegang` vraagt er niet naar: daarop komt deze escalatie er dus nooit. Schrijf `bepaalt {fact}` bij een stap waar het kan blijken.',
            en: 'No step determines `{fact}`, and `toegang` does not ask about it: so this escalation never comes by it. Write `bepaalt {fact}` at a step where it may come to light.',
        },
        repetition: {
            nl: 'Geen stap bepaalt `{fact}`, en `toegang` vraagt er niet naar: daardoor eindigt deze herhaling dus nooit. Schrijf `bepaalt {fact}` bij wat herhaald wordt.',
            en: 'No step determines `{fact}`, and `toegang` does not ask about it: so this repetition never ends by it. Write `bepaalt {fact}` at what is repeated.',
        },
        undecided: {
            nl: 'Of `{fact}` hier ooit bekend is, is niet te zeggen: wat {steps} bepaalt, is open. Schrijf `bepaalt {fact}` waar het zo is.',
            en: 'Whether `{fact}` is ever known here cannot be said: what {steps} determines is open. Write `bepaalt {fact}` where that is so.',
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
        // an intake that mostly asks about something does so sometimes
        const mostly = new Set(machine.process.access.flatMap((a) => [...factsIn(a.condition)]));
        const open = machine.stations.filter((s) => laboursOf(s.node).some((work) => leavesOpen(work, 'bepaalt')));
        const steps = open.map((s) => `\`${s.node.name}\``).join(', ');
        const facts = byName(protocol.facts);
        const isNever = (fact: string) => facts.has(fact) && !determined.has(fact) && !mostly.has(fact);
        const undecided = (at: Place, fact: string) => {
            report({ message: 'undecided', severity: 'info', at, parameters: { fact, steps } });
        };
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
                if (isNever(fact) && open.length > 0) {
                    undecided(way.arrow.at, fact);
                    continue;
                }
                const shown = example(proofs, state);
                report({
                    message: isNever(fact) ? 'never' : 'sometimes',
                    at: way.arrow.at,
                    parameters: { fact },
                    ...(covered && { severity: 'warning' }),
                    related: shown.related,
                    data: { ...shown.data, fact },
                    inTime: shown.inTime,
                    fixes: node.kind === 'step' ? insertStatement(document, node, `bepaalt ${written(fact)}`) : [],
                });
            }
        }
        for (const { message, condition, at } of waitingFor(machine)) {
            for (const fact of [...valuesAskedIn(condition)].filter(isNever)) {
                if (open.length > 0) {
                    undecided(at, fact);
                } else {
                    report({ message, severity: 'warning', at, parameters: { fact }, data: { fact } });
                }
            }
        }
    },
});

interface Waiting {
    readonly message: 'interruption' | 'escalation' | 'repetition';
    readonly condition: Condition;
    readonly at: Place;
}

/** What happens as soon as a fact is known, without a person who decides on it. */
function waitingFor({ process, stations }: Machine): Waiting[] {
    const nodes = stations.flatMap(({ node }) => (node.kind === 'end' ? [] : [node]));
    const all: { message: Waiting['message']; condition: Condition | undefined; at: Place }[] = [
        ...process.interrupts.map((i) => ({ ...i, message: 'interruption' as const })),
        ...nodes.flatMap((n) =>
            n.kind === 'escalation' ? n.when.map((w) => ({ ...w, message: 'escalation' as const })) : [],
        ),
        ...nodes.flatMap((n) =>
            n.repeats.map(({ until, at }) => ({ message: 'repetition' as const, condition: until, at })),
        ),
    ];
    return all.flatMap(({ message, condition, at }) =>
        condition && !isInformal(condition) ? [{ message, condition, at }] : [],
    );
}
