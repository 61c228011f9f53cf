import type { Decision } from '../../../analysis/decisions.js';
import type { Proofs } from '../../../analysis/proofs.js';
import { isForPeople, rescuesIn } from '../../../analysis/rescue.js';
import { isStuck } from '../../../analysis/soundness.js';
import { obstaclesIn, type Obstacle } from '../../../analysis/stuck.js';
import { wrongHandsIn } from '../../../analysis/wrong-hands.js';
import { knownIn } from '../../../execution/enter.js';
import { determinedAt, isInside, type Machine } from '../../../execution/machine.js';
import type { State } from '../../../execution/state.js';
import { factsIn } from '../../../execution/truth.js';
import type { LeftOpen } from '../../../model/left-open.js';
import { isOwn } from '../../../model/queries.js';
import type { Bilingual } from '../../../text/bilingual.js';
import { enumerate } from '../../../text/numbers.js';
import { peopleDecideAt } from '../../choices.js';
import { insertBranch } from '../../fixes/insert-branch.js';
import { onlyByPeople } from '../../only-by-people.js';
import {
    allDoubts,
    defineProof,
    EVERY_PROCESS,
    example,
    leavesFactsOpen,
    nextNotStated,
    usedUpNotStated,
} from '../../proof.js';

export const stroomVastloper = defineProof({
    code: 'stroom/vastloper',
    severity: 'error',
    restsOn: ['ways'],
    title: { nl: 'Geen gezin loopt vast', en: 'No case gets stuck' },
    question: {
        nl: 'Kan een gezin altijd verder, tot een einde?',
        en: 'Can a case always go on, to an end?',
    },
    lacks: EVERY_PROCESS,
    doubt: (proofs) => {
        const isByPeople = (d: Decision) => d.inDoubt || uncoveredByPeople(proofs, d).length > 0;
        return allDoubts(nextNotStated(proofs), usedUpNotStated(proofs), peopleDecideAt(proofs, isByPeople));
    },
    reason: {
        nl: 'Wie wacht op iets dat niet meer komt, wacht voor altijd: een groep waarvan een deel elders verdergaat, een `pas als` die niet meer waar kan worden. Zulke toestanden zijn in een tekst bijna niet te zien. De regel bekijkt elke weg die een gezin kan gaan (van der Aalst 1998: “option to complete”). Een `altijd als` of een escalatie waarover mensen beslissen, telt niet als weg verder: die overkomt niet elk gezin. Aan een stap die zelf bepaalt waar zijn `klaar als` naar vraagt, wordt gewerkt tot het geldt; de regel neemt aan dat dat ooit zo is.',
        en: 'Who waits for what no longer comes waits for ever: a group of which a part goes on elsewhere, a `pas als` that cannot come true any more. Such states are hard to see in a text. The rule looks at every course that a case can take (van der Aalst 1998: “option to complete”). An `altijd als` or an escalation that people decide on is no way on: it does not happen to every case. A step that determines itself what its `klaar als` asks is worked on until it holds; the rule assumes that it does some day.',
    },
    messages: {
        guard: {
            nl: 'Hier kan een gezin vastlopen: wat achter `pas als` staat bij `{name}` is dan niet waar en kan niet meer waar worden.{only} Laat wie er niet aan voldoet met een tak in `daarna` ergens anders heen gaan, of schrijf bij `{name}` een `termijn … anders: …`.',
            en: 'A case can get stuck here: what stands behind `pas als` at `{name}` does not hold then and cannot come true any more.{onlyEn} Let who does not meet it go elsewhere by a branch in `daarna`, or write a `termijn … anders: …` at `{name}`.',
        },
        guardUnknown: {
            nl: 'Hier kan een gezin vastlopen: `{name}` wacht met `pas als` op {facts}. {where}{only} Laat een stap vóór `{name}` bepalen wat daar gevraagd wordt, of verander de voorwaarde.',
            en: 'A case can get stuck here: `{name}` waits with `pas als` for {factsEn}. {whereEn}{onlyEn} Let a step before `{name}` determine what is asked there, or change the condition.',
        },
        done: {
            nl: 'Hier kan een gezin vastlopen: wat achter `klaar als` staat bij `{name}` kan dan niet waar worden.{only} Laat werk in `{name}` bepalen wat daar gevraagd wordt, verander de voorwaarde, of schrijf bij `{name}` een `termijn … anders: …`.',
            en: 'A case can get stuck here: what stands behind `klaar als` at `{name}` cannot come true then.{onlyEn} Let work in `{name}` determine what is asked there, change the condition, or write a `termijn … anders: …` at `{name}`.',
        },
        joinAside: {
            nl: 'Hier kan een gezin vastlopen: `{name}` wacht op {parts}, en daar komt het niet als het vanuit {from} meteen naar een deel van `{name}` gaat.{only} Ga in plaats daarvan naar `{name}`, of maak er een `een van` van als één deel genoeg is.',
            en: 'A case can get stuck here: `{name}` waits for {parts}, and it does not come there when it goes from {fromEn} straight to a part of `{name}`.{onlyEn} Go to `{name}` instead, or make it an `een van` where one part is enough.',
        },
        join: {
            nl: 'Hier kan een gezin vastlopen: `{name}` wacht op {parts}, en dat gaat elders verder of wordt niet meer gedaan.{only} Wat er na alle delen komt, schrijft u in het blok van `{name}`, en niet met `daarna` bij een deel.',
            en: 'A case can get stuck here: `{name}` waits for {parts}, which goes on elsewhere or is not done any more.{onlyEn} Write what comes behind all parts in the block of `{name}`, and not with `daarna` at a part.',
        },
        branches: {
            nl: 'Na `{name}` kan een gezin vastlopen: dan geldt geen van de takken.{only}',
            en: 'A case can get stuck behind `{name}`: none of the branches holds then.{onlyEn}',
        },
        bounds: {
            nl: 'Hier kan een gezin vastlopen: na `{name}` mag geen van de wegen nog een keer (`hoogstens … keer`).{only} Voeg in `daarna` een tak `anders: …` toe.',
            en: 'A case can get stuck here: behind `{name}` none of the ways may be taken again (`hoogstens … keer`).{onlyEn} Add a branch `anders: …` in `daarna`.',
        },
        boundsOnly: {
            nl: 'Hier kan een gezin vastlopen: na `{name}` mag de enige weg, naar `{to}`, niet nog een keer (`hoogstens … keer`).{only} Schrijf `daarna { als …: {to} hoogstens … keer  anders: … }`.',
            en: 'A case can get stuck here: behind `{name}` the only way, to `{to}`, may not be taken again (`hoogstens … keer`).{onlyEn} Write `daarna { als …: {to} hoogstens … keer  anders: … }`.',
        },
        boundsOtherwise: {
            nl: 'Hier kan een gezin vastlopen: na `{name}` mag geen van de wegen nog een keer (`hoogstens … keer`), ook `anders` niet.{only} Geef die tak een voorwaarde, `als …: {to} hoogstens … keer`, en voeg een tak `anders: …` toe.',
            en: 'A case can get stuck here: behind `{name}` none of the ways may be taken again (`hoogstens … keer`), nor `anders`.{onlyEn} Give that branch a condition, `als …: {to} hoogstens … keer`, and add a branch `anders: …`.',
        },
        handover: {
            nl: 'Hier kan een gezin vastlopen: de overdracht na `{name}` mag dan nog niet beginnen (`pas als`), en dat verandert niet meer.{only} Laat een stap ervoor bepalen wat daar gevraagd wordt, of laat wie er niet aan voldoet met een tak in `daarna` ergens anders heen gaan.',
            en: 'A case can get stuck here: the handover behind `{name}` may not begin then (`pas als`), and that does not change any more.{onlyEn} Let a step before it determine what is asked there, or let who does not meet it go elsewhere by a branch in `daarna`.',
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
    prove: (protocol, proofs, report, { document, settings }) => {
        const { machine, states } = proofs.space;
        const { stuck, stated, unsure, known } = proofs.soundness;
        const rescues = rescuesIn(proofs.space);
        const isSure = (i: number): boolean => stated.has(i) && !unsure.has(i) && !isForPeople(rescues(i));
        // what becomes known by `bepaalt onbekend` may be what is waited for
        const mayBeKnown = (i: number, reason: Obstacle['reason']): boolean =>
            !known.has(i) && reason !== 'join' && reason !== 'bounds';
        const doubtsOf = (i: number): number => (isSure(i) ? 0 : 2) + (known.has(i) ? 0 : 1);
        const told = new Set<string>();
        const { receivers } = wrongHandsIn(protocol, settings.holidays);
        const hasSlipped = (station: number): boolean =>
            machine.stations[station]?.exits.some((w) => w.handovers.some((h) => receivers.has(h))) === true;
        // what is so whatever the text leaves open comes first
        const surest = [...stuck].sort((a, b) => doubtsOf(a) - doubtsOf(b));
        for (const index of surest) {
            const state = states[index];
            const obstacles: Obstacle[] = state ? obstaclesIn(machine, state) : [];
            for (const { station, reason, missing } of obstacles) {
                const node = machine.stations[station]?.node;
                const key = `${reason} ${String(station)}`;
                if (!node || told.has(key)) {
                    continue;
                }
                told.add(key);
                const awaited = reason === 'guard' && state ? unknownAt(machine, state, station) : [];
                // no branch `anders` can come behind a way without a condition
                const bare = machine.stations[station]?.exits.find((w) => w.arrow.kind !== 'branch')?.arrow;
                const aside = intoPartOf(machine, station, missing);
                const parts = missing.map((part) => `\`${machine.stations[part]?.node.name ?? ''}\``).join(', ');
                report({
                    message:
                        reason === 'guard' && awaited.length > 0
                            ? 'guardUnknown'
                            : reason === 'bounds' && bare
                              ? bare.kind === 'next'
                                  ? 'boundsOnly'
                                  : 'boundsOtherwise'
                              : reason === 'join' && aside.length > 0
                                ? 'joinAside'
                                : reason,
                    // values for which no branch holds are told by keuze/onvolledig
                    // and a handover that is on a way it should not be on by overdracht/van-naar
                    heldBack: reason === 'branches' || (reason === 'handover' && hasSlipped(station)),
                    ...((!isSure(index) ||
                        mayBeKnown(index, reason) ||
                        (reason === 'branches' && leavesFactsOpen(proofs))) && { severity: 'info' }),
                    at: node.nameAt,
                    parameters: {
                        name: node.name,
                        parts,
                        to: bare?.to ?? '',
                        from: enumerate(aside).nl,
                        fromEn: enumerate(aside).en,
                        ...whereKnown(machine, awaited),
                        ...onlyByPeople(machine, rescues(index)),
                    },
                    fixes:
                        reason === 'bounds' && !bare && node.kind !== 'end' && isOwn(node)
                            ? insertBranch(document, node, 'anders: onbekend')
                            : [],
                    ...example(proofs, index, stated.has(index) ? stated.courseTo(index) : undefined, {
                        shows: (s) =>
                            isStuck(machine, s) &&
                            obstaclesIn(machine, s).some((o) => o.station === station && o.reason === reason),
                    }),
                    couldUndo: isFromAnywhere,
                });
            }
        }
        // what people decide and no branch catches is told by keuze/onvolledig
        for (const decision of proofs.decisions) {
            const node = machine.stations[decision.station]?.node;
            // beside other work something may still change
            const decided = uncoveredByPeople(proofs, decision).find(({ state }) => states[state]?.tokens.length === 1);
            if (node && decided) {
                report({
                    couldUndo: isFromAnywhere,
                    message: 'branches',
                    heldBack: true,
                    ...(!isSure(decided.state) && { severity: 'info' }),
                    at: node.nameAt,
                    parameters: {
                        name: node.name,
                        parts: '',
                        to: '',
                        from: '',
                        fromEn: '',
                        ...whereKnown(machine, []),
                        ...onlyByPeople(machine, []),
                    },
                });
            }
        }
    },
});

/** An escalation from (`vanuit`) nobody knows where may be from what holds a case up. */
const isFromAnywhere = ({ name }: LeftOpen): boolean => name !== undefined;

/** From where a case goes straight to a part of a group; nowhere where a part that is missing goes on elsewhere itself. */
function intoPartOf(machine: Machine, group: number, missing: readonly number[]): string[] {
    const { stations } = machine;
    const isPart = (at: number | undefined) => at !== undefined && at !== group && isInside(machine, at, group);
    const goesOn = stations.some(
        (s) => missing.some((part) => isInside(machine, s.index, part)) && s.exits.some((w) => !isPart(w.target)),
    );
    const before = stations.filter(
        ({ index, exits, expiries }) =>
            !isInside(machine, index, group) && [...exits, ...expiries].some((w) => isPart(w.target)),
    );
    return goesOn ? [] : before.map((s) => `\`${s.node.name}\``);
}

/** The facts that a `pas als` asks about and that are not known in a state. */
function unknownAt(machine: Machine, state: State, station: number): string[] {
    const { fact } = knownIn(machine, state.facts);
    const asked = machine.stations[station]?.guards.flatMap((g) => [...factsIn(g)]) ?? [];
    return [...new Set(asked)].filter((name) => machine.factIndex.has(name) && fact(name) === undefined);
}

/** Which facts are waited for, and where each becomes known: there no case comes any more. */
function whereKnown(machine: Machine, facts: readonly string[]) {
    const names = enumerate(facts.map((f) => `\`${f}\``));
    const told = facts.map((fact): Bilingual => {
        const at = machine.stations.filter((s) => determinedAt(s.node).includes(fact));
        const places = enumerate(at.map((s) => `\`${s.node.name}\``));
        return at.length === 0
            ? { nl: `Geen stap bepaalt \`${fact}\`.`, en: `No step determines \`${fact}\`.` }
            : {
                  nl: `\`${fact}\` wordt alleen bekend in ${places.nl}, en daar komt het gezin dan niet.`,
                  en: `\`${fact}\` becomes known only in ${places.en}, and the case does not come there then.`,
              };
    });
    return {
        facts: names.nl,
        factsEn: names.en,
        where: told.map((t) => t.nl).join(' '),
        whereEn: told.map((t) => t.en).join(' '),
    };
}

/** Values for which no branch holds, where people decide on some of them. */
function uncoveredByPeople({ space: { machine } }: Proofs, { uncovered }: Decision): Decision['uncovered'] {
    return uncovered.filter(({ values }) =>
        Object.entries(values).some(([name, v]) => v !== undefined && !machine.factIndex.has(name)),
    );
}
