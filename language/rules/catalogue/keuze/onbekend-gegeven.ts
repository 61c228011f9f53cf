import type { Proofs } from '../../../analysis/proofs.js';
import type { State } from '../../../execution/state.js';
import { neverKnown, type NeverKnown } from '../../../analysis/never-known.js';
import { lazy } from '../../../analysis/lazy.js';
import { stopsForCertain } from '../../../analysis/rescue.js';
import type { Space } from '../../../analysis/space.js';
import { standsBefore } from '../../../analysis/along.js';
import { usualAccess } from '../../../execution/begin.js';
import { determinedAt, type Machine, type Station } from '../../../execution/machine.js';
import { factsIn, isInformal, valuesAskedIn } from '../../../execution/truth.js';
import type { LeftOpen } from '../../../model/left-open.js';
import type { FlowNode } from '../../../model/process.js';
import type { Condition, Place } from '../../../model/protocol.js';
import { byName, laboursOf, leavesOpen, weighedLaboursOf } from '../../../model/queries.js';
import { mostOf, type Value } from '../../../model/values.js';
import { enumerate } from '../../../text/numbers.js';
import { insertStatement } from '../../fixes/insert-statement.js';
import { written } from '../../fixes/replace.js';
import { conditionsAt } from '../../choices.js';
import { namesNowhere } from '../../names-nowhere.js';
import { defineProof, example, exampleBy } from '../../proof.js';

export const keuzeOnbekendGegeven = defineProof({
    code: 'keuze/onbekend-gegeven',
    severity: 'error',
    restsOn: ['facts', 'access'],
    title: {
        nl: 'Waar een keuze of onderbreking naar vraagt, wordt bekend',
        en: 'What a choice or interruption asks about becomes known',
    },
    question: {
        nl: 'Wordt alles bekend waar een keuze of onderbreking naar vraagt?',
        en: 'Does everything become known that a choice or interruption asks about?',
    },
    concerns: ({ node, exits, repeats, doneWhen }) =>
        [
            ...exits.map((w) => w.arrow.condition),
            ...repeats.map((r) => r.until),
            ...doneWhen,
            ...(node.kind === 'escalation' ? node.when.map((w) => w.condition) : []),
        ].some((c) => factsIn(c).size > 0),
    lacks: (_protocol, { space }) =>
        factsAskedIn(space).size > 0
            ? undefined
            : {
                  nl: 'Geen keuze, onderbreking, escalatie, herhaling of `klaar als` vraagt naar een gegeven.',
                  en: 'No choice, interruption, escalation, repetition or `klaar als` asks about a fact.',
              },
    doubt: ({ space }) => {
        const { machine } = space;
        const usual = machine.stations.flatMap(({ node }) =>
            weighedLaboursOf(node)
                .flatMap((work) => work.determines)
                .filter((d) => d.modality !== undefined && machine.factIndex.has(d.name))
                .map((d) => ({ step: node.name, fact: d.name })),
        );
        const [first] = usual;
        const sure = new Set(machine.access.flatMap((c) => [...factsIn(c)]));
        const asked = factsAskedIn(space);
        const [admitted] = usualAccess(machine).flatMap((c) =>
            [...factsIn(c)].filter((f) => asked.has(f) && !sure.has(f)),
        );
        if (!first && admitted !== undefined) {
            return {
                nl: `Of \`${admitted}\` bij het begin bekend is, staat niet vast: er staat bij \`toegang\` een woord als \`veelal\`. Er is gerekend alsof het zo is.`,
                en: `Whether \`${admitted}\` is known at the beginning is not certain: \`toegang\` has a word such as \`veelal\`. It was worked out as if it is.`,
            };
        }
        return (
            first && {
                nl: `Of \`${first.fact}\` na \`${first.step}\` bekend is, staat niet vast: er staat bij \`bepaalt\` of zijn activiteit een woord als \`veelal\`. Er is gerekend alsof het zo is.`,
                en: `Whether \`${first.fact}\` is known behind \`${first.step}\` is not certain: \`bepaalt\` or its activity has a word such as \`veelal\`. It was worked out as if it is.`,
            }
        );
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
            nl: 'Op de weg in het voorbeeld is `{fact}` bij deze keuze nog niet bekend: geen stap daarvoor bepaalt het. Schrijf `bepaalt {fact}` bij een stap daarvoor{later}.',
            en: 'On the course in the example `{fact}` is not known at this choice yet: no step before it determines it. Write `bepaalt {fact}` at a step before it{laterEn}.',
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
        boundedRepetition: {
            nl: 'Geen stap bepaalt `{fact}`, en `toegang` vraagt er niet naar: daardoor houdt deze herhaling dus nooit eerder op, en het wordt altijd zo vaak gedaan als er hoogstens staat. Schrijf `bepaalt {fact}` bij wat herhaald wordt.',
            en: 'No step determines `{fact}`, and `toegang` does not ask about it: so this repetition never ends earlier by it, and it is always done as often as is stated at most. Write `bepaalt {fact}` at what is repeated.',
        },
        laterRepetition: {
            nl: '`{fact}` wordt alleen bekend bij {places}, en daar is een gezin dan op geen enkele weg geweest: deze herhaling eindigt dus nooit doordat `{fact}` blijkt. Schrijf `bepaalt {fact}` bij wat herhaald wordt, of vraag het pas na {places}.',
            en: '`{fact}` becomes known only at {placesEn}, and no course comes there before this: so this repetition never ends because `{fact}` turns out. Write `bepaalt {fact}` at what is repeated, or ask it only after {placesEn}.',
        },
        laterEscalation: {
            nl: '`{fact}` wordt alleen bekend bij {places}, en daar is een gezin dan op geen enkele weg geweest: daarop komt deze escalatie er dus nooit. Schrijf `bepaalt {fact}` bij die stap of een ervoor, of noem {places} achter `vanuit`.',
            en: '`{fact}` becomes known only at {placesEn}, and no course comes there before this: so this escalation never comes by it. Write `bepaalt {fact}` at that step or one before it, or name {placesEn} behind `vanuit`.',
        },
        laterDone: {
            nl: '`{fact}` wordt alleen bekend bij {places}, en daar is een gezin dan op geen enkele weg geweest: wat daar achter `klaar als` staat, wordt dus nooit waar. Schrijf `bepaalt {fact}` bij `{name}` of een stap ervoor, of vraag het pas na {places}.',
            en: '`{fact}` becomes known only at {placesEn}, and no course comes there before this: so what stands behind `klaar als` there never comes true. Write `bepaalt {fact}` at `{name}` or a step before it, or ask it only after {placesEn}.',
        },
        done: {
            nl: 'Geen stap bepaalt `{fact}`, en `toegang` vraagt er niet naar: wat bij `{name}` achter `klaar als` staat, wordt dus nooit waar. Schrijf `bepaalt {fact}` bij `{name}` of een stap ervoor.',
            en: 'No step determines `{fact}`, and `toegang` does not ask about it: so what stands behind `klaar als` at `{name}` never comes true. Write `bepaalt {fact}` at `{name}` or a step before it.',
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
        const nowhere = namesNowhere(document);
        // a name that stands for nothing may be meant for any fact
        const mayBeAny = [...determined].some((fact) => nowhere.has(fact));
        const isNever = (fact: string) => facts.has(fact) && !determined.has(fact) && !mostly.has(fact);
        /** with a shortest course on which one of some steps is done */
        const withFact = (fact: string, names: readonly string[]) => {
            const { related = [], data } = exampleBy(proofs, names);
            return { related, data: { ...data, fact } };
        };
        const undecided = (at: Place, fact: string) => {
            const shown = withFact(
                fact,
                open.map((s) => s.node.name),
            );
            report({ message: 'undecided', severity: 'info', at, parameters: { fact, steps }, ...shown });
        };
        for (const { station, unknown } of proofs.decisions) {
            const node = machine.stations[station]?.node;
            if (!node || node.kind === 'end') {
                continue;
            }
            const covered = node.branches.some((b) => b.otherwise);
            for (const { fact, way, state } of unknown) {
                if (!facts.has(fact) || (mayBeAny && isNever(fact))) {
                    continue;
                }
                const isBefore = standsBefore(proofs.space, station);
                const mayBe = isNever(fact) ? open.filter((s) => isBefore(factsOf(s))) : [];
                const first = example(proofs, state);
                // where no case comes to the choice without knowing it, neither does one by another course
                const isAsked = ({ facts, tokens }: State) =>
                    facts[machine.factIndex.get(fact) ?? -1] === undefined &&
                    tokens.some((t) => t.at === station && t.stage === 'leaving');
                const isRuledOut = first.inTime === 'open' && comesNever(proofs, state, isAsked);
                const shown = isRuledOut ? { ...first, inTime: 'never' as const } : first;
                const isAlong = mayBe.some((s) => shown.couldUndo(factsOf(s)));
                if (isAlong) {
                    undecided(way.arrow.at, fact);
                    continue;
                }
                report({
                    // on other courses it may become known where that is open
                    message: isNever(fact) && mayBe.length === 0 ? 'never' : 'sometimes',
                    at: way.arrow.at,
                    parameters: { fact, ...askedLater(machine, fact) },
                    ...(covered && { severity: 'warning' }),
                    related: shown.related,
                    data: { ...shown.data, fact },
                    inTime: shown.inTime,
                    couldUndo: shown.couldUndo,
                    fixes: node.kind === 'step' ? insertStatement(document, node, `bepaalt ${written(fact)}`) : [],
                });
            }
        }
        const stops = lazy(() => stopsForCertain(proofs));
        const isHeldUp = (station: number) =>
            proofs.soundness.stuck.some(
                (i) => proofs.space.states[i]?.tokens.some((t) => t.at === station) && stops().has(i),
            );
        for (const { fact, kind, condition, station } of neverKnown(proofs.space)) {
            const node = machine.stations[station]?.node;
            const isLater = !isNever(fact);
            // who knows nothing of it anywhere is told so below
            if (!node || node.kind === 'end' || !facts.has(fact) || (!isLater && (kind !== 'done' || mayBeAny))) {
                continue;
            }
            const at = askedAt(node, kind, condition);
            if (open.length > 0) {
                undecided(at, fact);
                continue;
            }
            const places = enumerate(
                machine.stations.filter((s) => determinedAt(s.node).includes(fact)).map((s) => `\`${s.node.name}\``),
            );
            report({
                message: !isLater
                    ? 'done'
                    : kind === 'done'
                      ? 'laterDone'
                      : kind === 'repetition'
                        ? 'laterRepetition'
                        : 'laterEscalation',
                // what never comes at all is an error, as for any part to which nobody comes
                ...(kind !== 'done' && !proofs.soundness.unreached.includes(station) && { severity: 'warning' }),
                at,
                parameters: { fact, name: node.name, places: places.nl, placesEn: places.en },
                ...withFact(fact, [node.name]),
                // that a case is held up there is told by stroom/vastloper
                heldBack: kind === 'done' && isHeldUp(station),
                fixes:
                    node.kind === 'step' && kind !== 'escalation'
                        ? insertStatement(document, node, `bepaalt ${written(fact)}`)
                        : [],
            });
        }
        for (const { message, condition, at, node } of waitingFor(machine)) {
            for (const fact of mayBeAny ? [] : [...valuesAskedIn(condition)].filter(isNever)) {
                if (open.length > 0) {
                    undecided(at, fact);
                } else {
                    const fixes =
                        node?.kind === 'step' ? insertStatement(document, node, `bepaalt ${written(fact)}`) : [];
                    const shown = withFact(fact, node ? [node.name] : []);
                    report({ message, severity: 'warning', at, parameters: { fact }, fixes, ...shown });
                }
            }
        }
    },
});

/** Whether time surely rules out that a case comes to a state where something holds, such as in this one. */
function comesNever(proofs: Proofs, state: number, holds: (state: State) => boolean): boolean {
    return example(proofs, state, undefined, { shows: holds }).inTime === 'never';
}

/** That a fact may be asked where it is known. */
function askedLater({ stations }: Machine, fact: string): { readonly later: string; readonly laterEn: string } {
    const places = enumerate(
        stations.filter((s) => determinedAt(s.node).includes(fact)).map((s) => `\`${s.node.name}\``),
    );
    return places.nl === ''
        ? { later: '', laterEn: '' }
        : { later: `, of vraag het pas na ${places.nl}`, laterEn: `, or ask it only after ${places.en}` };
}

/** Where a condition of a node stands. */
function askedAt(node: Exclude<FlowNode, { kind: 'end' }>, kind: NeverKnown['kind'], condition: Condition): Place {
    const stated =
        kind === 'repetition'
            ? node.repeats.find((r) => r.until === condition)
            : kind === 'done'
              ? node.guards.find((g) => g.condition === condition)
              : node.kind === 'escalation'
                ? node.when.find((w) => w.condition === condition)
                : undefined;
    return stated?.at ?? node.nameAt;
}

/** The facts that a choice, an interruption, an escalation or a repetition asks about. */
function factsAskedIn(space: Space): ReadonlySet<string> {
    const conditions = [
        ...conditionsAt(space).flatMap((c) => c.conditions),
        ...waitingFor(space.machine).map((w) => w.condition),
        ...space.machine.stations.flatMap((s) => s.doneWhen),
    ];
    return new Set(conditions.flatMap((c) => [...factsIn(c)]));
}

const factsOf = ({ node }: Station): LeftOpen => ({ kind: 'facts', at: node.at, node: node.name });

/** Whether a repetition says in a figure how often it is done at most. */
function isMost(bound: Value | undefined): boolean {
    return bound?.type === 'quantity' && mostOf(bound) !== undefined;
}

interface Waiting {
    readonly message: 'interruption' | 'escalation' | 'repetition' | 'boundedRepetition';
    readonly condition: Condition;
    readonly at: Place;
    /** the work that is repeated */
    readonly node?: FlowNode;
}

/** What happens as soon as a fact is known, without a person who decides on it. */
function waitingFor({ process, stations }: Machine): Waiting[] {
    const nodes = stations.flatMap(({ node }) => (node.kind === 'end' ? [] : [node]));
    const all: (Omit<Waiting, 'condition'> & { readonly condition: Condition | undefined })[] = [
        ...process.interrupts.map((i) => ({ ...i, message: 'interruption' as const })),
        ...nodes.flatMap((n) =>
            n.kind === 'escalation' ? n.when.map((w) => ({ ...w, message: 'escalation' as const })) : [],
        ),
        ...nodes.flatMap((n) =>
            n.repeats.map(({ until, bound, at }) => ({
                message:
                    until?.type === 'fact' && isMost(bound) ? ('boundedRepetition' as const) : ('repetition' as const),
                condition: until,
                at,
                node: n,
            })),
        ),
    ];
    return all.flatMap(({ condition, ...rest }) =>
        condition && !isInformal(condition) ? [{ condition, ...rest }] : [],
    );
}
