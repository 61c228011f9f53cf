import { usualAccess } from '../execution/begin.js';
import { machineOf, type Machine, type Station } from '../execution/machine.js';
import { factsIn, isInformal } from '../execution/truth.js';
import { accessLosses } from '../generate/access.js';
import { conditionsText, conditionText } from '../messages/wording.js';
import type { Condition, Protocol } from '../model/protocol.js';
import type { Language } from '../text/bilingual.js';
import { factVariable, inScope, says, scopeOf, type Building, type Scope } from './building.js';
import { draftGraph, identifier } from './draft.js';
import { ENTANGLED, entangledGroups } from './entangled.js';
import { all, byFacts, not, some, type Truth } from './expressions.js';
import { finish } from './finish.js';
import type { WorkflowGraph } from './graph.js';
import { interruptions, throwBeside, triggerOf, type Raised } from './interruptions.js';
import { lanesOf } from './lanes.js';
import { momentLosses } from './late-moments.js';
import type { Choice } from './leaving.js';
import { endDeadJoins, enter, goOnBehindJoins } from './stations.js';
import { notedAtStart } from './moments.js';
import { standardRoundLosses, withStandardRounds } from './standard-rounds.js';
import { countedStarts } from './starts.js';
import { countedTerms } from './terms.js';
import { waitsIn } from './waits.js';

/**
 * The workflow graph of an interventie: what its machine (execution/) does, said in tasks, gateways and events.
 *
 * - Phases and groups are flat: a phase is what it consists of; `gelijktijdig` splits and joins; of `een van` and `naar keuze`
 *   somebody chooses. They are subprocesses only where something can happen to them as a whole (frames.ts).
 * - A node is made when a case can come to it; what is never reached is not in the graph, and is named as a loss.
 * - Bounds are counted by nodes of their own (`set`), so that an engine keeps them.
 * - `altijd als` is an event subprocess (interruptions.ts).
 *
 * @param language of what the graph says beside the texts of the protocol
 * @returns undefined where the protocol has no steps, or two nodes of one name; see execution/obstacle.ts
 */
export function buildGraph(protocol: Protocol, language: Language = 'nl'): WorkflowGraph | undefined {
    const known = graphs[language].get(protocol);
    if (known) {
        return known;
    }
    const graph = build(protocol, language);
    if (graph) {
        graphs[language].set(protocol, graph);
    }
    return graph;
}

/** One graph serves every drawing and output of a protocol. */
const graphs: Readonly<Record<Language, WeakMap<Protocol, WorkflowGraph>>> = { nl: new WeakMap(), en: new WeakMap() };

function build(protocol: Protocol, language: Language): WorkflowGraph | undefined {
    const machine = machineOf(withStandardRounds(protocol));
    if (!machine || machine.start === undefined) {
        return undefined;
    }
    const lanes = lanesOf(machine, says({ language } as Building, 'nobody'));
    const id = identifier(protocol.name);
    const draft = draftGraph(
        machine.stations.map((s) => s.node.name),
        [id],
        new Set(machine.facts.map((f) => f.name)),
    );
    standardRoundLosses(protocol).forEach(({ element, reason }) => {
        draft.lose(element, reason);
    });
    const waits = waitsIn(machine);
    const starts = countedStarts(machine, language);
    const terms = countedTerms({ machine, waits, language });
    const b: Building = {
        machine,
        language,
        draft,
        ...lanes,
        framed: framedIn(machine),
        waits,
        starts,
        terms,
        moments: [...starts, ...terms],
        later: [],
        joins: [],
        raised: new Set(),
        endsRaised: new Map(),
        breachNames: machine.breaches.map(({ interrupt }) =>
            draft.free(`bij_${interrupt.target?.node.name ?? 'onbekend'}`),
        ),
        enter: (scope, target) => enter(b, scope, target),
    };
    const main = scopeOf({ course: 'main' });
    begin(b, main);
    goOnBehindJoins(b);
    interruptions(b);
    goOnBehindJoins(b);
    endDeadJoins(b);
    momentLosses(b);
    for (const index of entangledGroups(machine)) {
        draft.lose(machine.stations[index]?.node.name ?? '', ENTANGLED);
    }
    // what is asked is there, also where nothing that is reached determines it
    machine.facts.forEach(({ name }) => factVariable(b, name));
    return finish(b, id);
}

/** Where a case comes in: with what is asked at the door, and what an `altijd als` asks at once. */
function begin(b: Building, scope: Scope): void {
    const { machine, draft } = b;
    const determined = new Set(machine.stations.flatMap((s) => s.determines));
    const questions = machine.access.map((c, i) =>
        isInformal(c)
            ? draft.know({
                  kind: 'decision',
                  name: `toegang_${String(i + 1)}`,
                  label: `${says(b, 'admitted')} ${says(b, 'when')} ${conditionText(c, b.language)}`,
              })
            : undefined,
    );
    const admitted = all(machine.access.map((c, i) => admits(c, questions[i])));
    accessLosses(machine.protocol, { nl: 'een werkstroom', en: 'a workflow' }).forEach(({ element, reason }) => {
        draft.lose(element, reason);
    });
    const door = new Set(accessFacts(machine));
    const startable = machine.facts.flatMap(({ name }, i) => (door.has(name) || !determined.has(i) ? [name] : []));
    const first = machine.stations[machine.start ?? -1];
    const lane = first ? b.laneOf(firstIn(machine, first)) : 0;
    const start = draft.add('start', -1, {
        kind: 'start',
        label: says(b, 'begin'),
        fills: [...startable.map((name) => factVariable(b, name)), ...questions.filter((q) => q !== undefined)],
        ...inScope(lane, scope),
        element: machine.protocol.name,
        at: machine.protocol.nameAt,
    });
    const known = new Set(startable.flatMap((name) => machine.factIndex.get(name) ?? []));
    const earlier: Truth[] = [];
    const choices: Choice[] = [];
    const beside: Raised[] = [];
    machine.breaches.forEach((breach, index) => {
        const { condition, resume } = breach.interrupt;
        if (isInformal(condition) || ![...breach.facts].some((f) => known.has(f))) {
            return;
        }
        const holds = byFacts(condition, false);
        if (resume) {
            beside.push({ index, breach, when: all([holds, ...earlier.map(not)]) });
        } else {
            b.raised.add(index);
            choices.push({
                label: `${says(b, 'when')} ${conditionText(condition, b.language)}`,
                when: holds,
                to: () =>
                    draft.add('start_onderbroken', -0.5, {
                        kind: 'end',
                        label: '',
                        terminates: false,
                        trigger: triggerOf(b, index),
                        lane,
                    }),
            });
        }
        earlier.push(holds);
    });
    const begins = notedAtStart(b, lane, b.enter(scope, machine.start));
    const entry = first && beside.length > 0 ? throwBeside(b, scope, first, beside, begins) : begins;
    if (admitted === true && choices.length === 0) {
        draft.connect(start, entry);
        return;
    }
    const gate = draft.add('toegang', -0.9, {
        kind: 'gateway',
        gateway: 'decide',
        label: says(b, 'whetherAdmitted'),
        lane,
        element: machine.protocol.name,
        at: machine.process.access[0]?.at ?? machine.protocol.nameAt,
    });
    draft.connect(start, gate);
    for (const { label, when, to } of choices) {
        if (typeof when !== 'boolean') {
            draft.connect(
                gate,
                to(() => gate),
                { label, when },
            );
        }
    }
    if (typeof admitted === 'boolean') {
        draft.connect(gate, entry, { otherwise: true });
        return;
    }
    const label = `${says(b, 'admitted')} ${says(b, 'when')} ${conditionsText(machine.access, b.language)}`;
    draft.connect(gate, entry, { label, when: admitted });
    const refused = draft.add('geen_toegang', -0.8, {
        kind: 'end',
        label: says(b, 'refused'),
        terminates: true,
        outcome: 'other',
        lane,
    });
    draft.connect(gate, refused, { label: says(b, 'otherwise'), otherwise: true });
}

/** What facts say of a condition; where people decide, it holds until somebody says that it does not. */
function admits(condition: Condition, question: string | undefined): Truth {
    const may = byFacts(condition, true);
    return question === undefined
        ? may
        : some([byFacts(condition, false), all([may, not({ type: 'chosen', variable: question, value: false })])]);
}

/** The groups and phases to which something can happen as a whole: a term that runs out, or being taken higher up. */
function framedIn(machine: Machine): ReadonlySet<number> {
    return new Set(
        machine.stations
            .filter(
                ({ node, expiries, escalations }) =>
                    (node.kind === 'group' || node.kind === 'phase') &&
                    (expiries.length > 0 ||
                        escalations.some(({ arrow: { condition } }) => !condition || isInformal(condition))),
            )
            .map((s) => s.index),
    );
}

function firstIn(machine: Machine, station: Station): Station {
    const child = station.children[0] === undefined ? undefined : machine.stations[station.children[0]];
    return child ? firstIn(machine, child) : station;
}

function accessFacts(machine: Machine): string[] {
    return [...machine.access, ...usualAccess(machine)].flatMap((c) => [...factsIn(c)]);
}
