import { essenceOf } from '../model/kept.js';
import type { Arrow, End, FlowNode, Interrupt, Process, Repeat } from '../model/process.js';
import type { Condition, Fact, FactTest, Guard, Handover, Protocol } from '../model/protocol.js';
import { conditionsIn, laboursOf } from '../model/queries.js';
import { awaitedBy } from './awaits.js';
import { watchedIn, type Watched } from './counting.js';
import { obstacleTo } from './obstacle.js';
import { domainOf } from './domains.js';
import { outlasting, type Outlasting } from './outlast.js';
import { roundsOf } from './rounds.js';
import { factsIn, testsIn, type FactValue } from './truth.js';

/** A node with what a case does at it. Numbers are indices in {@link Machine.nodes} and {@link Machine.facts}. */
export interface Station {
    readonly index: number;
    readonly node: FlowNode;
    /** the group or phase that it is part of; what interrupts is part of none */
    readonly parent: number | undefined;
    /** itself and what it is part of, from the inside out */
    readonly around: readonly number[];
    /** what a group or phase consists of, in the order of the text: no ends, no escalations, nothing that interrupts */
    readonly children: readonly number[];
    /** ways on when the work is done, in the order in which they are tried */
    readonly exits: readonly Way[];
    readonly expiries: readonly Way[];
    readonly escalations: readonly Way[];
    readonly guards: readonly Condition[];
    readonly doneWhen: readonly Condition[];
    /** what is over before its work begins, where a case surely comes there beside it: `begint 2 weken na X` */
    readonly awaits: readonly number[];
    readonly repeats: readonly Again[];
    /** index in {@link State.used} of how often a group or phase was repeated in this visit */
    readonly rounds: number | undefined;
    /** facts that become known here and that something asks about */
    readonly determines: readonly number[];
}

/** An arrow with where it leads; `target` is undefined where that is not stated. */
export interface Way {
    readonly arrow: Arrow;
    readonly target: number | undefined;
    /** index in {@link State.used} of an arrow that may be taken a number of times */
    readonly counter: number | undefined;
    /** whether it has a bound that is not known (`hoogstens onbekend keer`): it may be reached at any time */
    readonly mayBeUsedUp: boolean;
    readonly handovers: readonly Handover[];
    /** where a case goes when a handover on this arrow is not confirmed */
    readonly fallbacks: readonly Way[];
    /** of a fallback behind `anders`: the one that comes first, until its bound is reached */
    readonly first: Way | undefined;
}

/** `herhaal`: at least and at most how often again; `atMost` is infinite where no bound is stated in figures. */
export interface Again {
    readonly atLeast: number;
    readonly atMost: number;
    /** whether there is a bound that is not known: it may be reached at any time */
    readonly isOpen: boolean;
    /** whether how often at least is not known either */
    readonly leastIsOpen: boolean;
    readonly until: Condition | undefined;
}

export interface Breach {
    readonly interrupt: Interrupt;
    readonly target: number | undefined;
    readonly facts: ReadonlySet<number>;
    /** index in {@link State.used} of one that may happen a number of times (`hoogstens 3 keer`) */
    readonly counter: number | undefined;
}

export interface AskedFact {
    readonly name: string;
    /** values that stand for all of them; see domains.ts */
    readonly domain: readonly FactValue[];
    /** every test of it in the process */
    readonly tests: readonly FactTest[];
    /** undefined where it is not declared */
    readonly declared: Fact | undefined;
}

/** A process made ready to run: what its `aanpak` denotes, with names resolved to indices. */
export interface Machine extends Outlasting {
    readonly protocol: Protocol;
    readonly process: Process;
    readonly stations: readonly Station[];
    readonly index: ReadonlyMap<string, number>;
    readonly start: number | undefined;
    /** the facts that some condition in the process asks about */
    readonly facts: readonly AskedFact[];
    readonly factIndex: ReadonlyMap<string, number>;
    readonly breaches: readonly Breach[];
    /** the groups and phases that may be repeated */
    readonly repeated: readonly Station[];
    /** for each bounded arrow and `altijd als` how often it may be taken in a case */
    readonly bounds: readonly number[];
    /** conditions that a case must meet to enter: `toegang als`, without a modality */
    readonly access: readonly Condition[];
    /** for each arrow of a term with `anders` what it counts from, where that need not have been when its work begins */
    readonly watched: ReadonlyMap<Arrow, Watched>;
}

const machines = new WeakMap<Protocol, Machine>();

/**
 * The machine of an interventie, made once.
 *
 * @returns undefined where something stands in the way; see obstacle.ts
 */
export function machineOf(protocol: Protocol): Machine | undefined {
    const essence = essenceOf(protocol);
    const { process } = essence;
    const known = machines.get(essence);
    if (known || !process || obstacleTo(essence)) {
        return known;
    }
    const made = make(essence, process);
    machines.set(essence, made);
    return made;
}

/** Lets go of the machine of an interventie; who asks again gets another one. */
export function forgetMachine(protocol: Protocol): void {
    machines.delete(essenceOf(protocol));
}

function make(protocol: Protocol, process: Process): Machine {
    const index = new Map(process.nodes.map((n, i) => [n.name, i]));
    const access = process.access.flatMap((a) => (a.condition && !a.modality ? [a.condition] : []));
    const facts = askedFacts(protocol, process, access);
    const factIndex = new Map(facts.map((f, i) => [f.name, i]));
    const bounds: number[] = [];
    const ways = waysOf(process, protocol.handovers, index, bounds);
    const breaches = process.interrupts.map((interrupt) => ({
        interrupt,
        target: interrupt.target && index.get(interrupt.target.node.name),
        facts: new Set([...factsIn(interrupt.condition)].flatMap((name) => factIndex.get(name) ?? [])),
        counter: interrupt.target?.atMost === undefined ? undefined : bounds.push(interrupt.target.atMost) - 1,
    }));
    const apart = new Set(breaches.map((b) => b.target));
    const parents = process.nodes.map(({ parent }, i) =>
        parent === undefined || apart.has(i) ? undefined : index.get(parent),
    );
    const awaits = awaitedBy(process, index, parents);
    const stations = process.nodes.map((node, i): Station => {
        const going = node.kind === 'end' ? undefined : node;
        const own = ways.get(node.name) ?? [];
        const of = (...kinds: Arrow['kind'][]) => own.filter((w) => kinds.includes(w.arrow.kind));
        return {
            index: i,
            node,
            parent: parents[i],
            around: aroundOf(i, parents),
            children: childrenOf(process, node, index).filter((child) => !apart.has(child)),
            exits: [...of('next', 'branch'), ...of('otherwise')],
            expiries: of('deadline'),
            escalations: of('escalation'),
            guards: guardsOf(going, 'only-when'),
            doneWhen: guardsOf(going, 'done-when'),
            awaits: awaits[i] ?? [],
            repeats: going?.repeats.map(again) ?? [],
            rounds:
                (going?.kind === 'group' || going?.kind === 'phase') && going.repeats.length > 0
                    ? bounds.push(Number.POSITIVE_INFINITY) - 1
                    : undefined,
            determines: [...new Set(determinedAt(node))].flatMap((name) => factIndex.get(name) ?? []),
        };
    });
    const machine = {
        protocol,
        process,
        stations,
        index,
        start: process.start === undefined ? undefined : index.get(process.start),
        facts,
        factIndex,
        breaches,
        repeated: stations.filter((s) => s.rounds !== undefined),
        bounds,
        access,
        watched: watchedIn(process, index, stations, bounds),
    };
    return { ...machine, ...outlasting(machine) };
}

/** Itself and what it is part of, from the inside out. */
export function aroundOf(index: number, parents: readonly (number | undefined)[]): number[] {
    const result: number[] = [];
    for (let i: number | undefined = index; i !== undefined; i = parents[i]) {
        result.push(i);
    }
    return result;
}

/** Whether a station is another one, or part of it. */
export function isInside({ stations }: Pick<Machine, 'stations'>, station: number, container: number): boolean {
    return stations[station]?.around.includes(container) === true;
}

/** `gelijktijdig` and `naar keuze`: more than one part may be open at once. */
export function isParallel({ node }: Pick<Station, 'node'>): boolean {
    return node.kind === 'group' && node.mode !== 'one';
}

/** Conditions that hold work up, before (`pas als`) or behind (`klaar als`). */
function guardsOf(node: Exclude<FlowNode, End> | undefined, kind: Guard['kind']): Condition[] {
    return node?.guards.filter((g) => g.kind === kind).map((g) => g.condition) ?? [];
}

/** The names of the facts that become known at a node, by its activities as well. */
export function determinedAt(node: FlowNode): string[] {
    return laboursOf(node).flatMap((work) => work.determines.map((d) => d.name));
}

function childrenOf(process: Process, node: FlowNode, index: ReadonlyMap<string, number>): number[] {
    if (node.kind !== 'group' && node.kind !== 'phase') {
        return [];
    }
    return node.children.flatMap((name) => {
        const i = index.get(name);
        const child = i === undefined ? undefined : process.nodes[i];
        return i === undefined || !child || child.kind === 'end' || child.kind === 'escalation' ? [] : [i];
    });
}

function again({ bound, modality, until }: Repeat): Again {
    const { least, most, isOpen, leastIsOpen } = roundsOf(bound, modality);
    // `herhaal 3 keer tot C` stops when C holds; without C three times are three times
    return { atLeast: until ? 0 : least, atMost: most, isOpen, leastIsOpen: leastIsOpen && !until, until };
}

function waysOf(
    process: Process,
    handovers: readonly Handover[],
    index: ReadonlyMap<string, number>,
    bounds: number[],
): Map<string, Way[]> {
    const handoverByName = new Map(handovers.map((h) => [h.name, h]));
    const counterOf = ({ atMost }: Arrow) => (atMost === undefined ? undefined : bounds.push(atMost) - 1);
    // what one statement of a handover says counts for all the nodes that it may be handed over from
    const shared = new Map<string, number | undefined>();
    const sharedCounter = (arrow: Arrow, position: number) => {
        const key = `${arrow.handovers.join(' ')} ${String(position)}`;
        if (!shared.has(key)) {
            shared.set(key, counterOf(arrow));
        }
        return shared.get(key);
    };
    const wayOf = (arrow: Arrow, counter: number | undefined, fallbacks: readonly Way[], first?: Way): Way => ({
        arrow,
        target: arrow.to === undefined ? undefined : index.get(arrow.to),
        counter,
        mayBeUsedUp: arrow.atMostValue !== undefined,
        handovers: arrow.handovers.flatMap((name) => handoverByName.get(name) ?? []),
        fallbacks,
        first,
    });
    const fallbacks = new Map<string, Way[]>();
    for (const arrow of process.arrows.filter((a) => a.kind === 'fallback')) {
        const keys = arrow.handovers.map((name) => `${arrow.from ?? ''} ${name}`);
        const before = fallbacks.get(keys[0] ?? '') ?? [];
        const way = wayOf(arrow, sharedCounter(arrow, before.length), [], arrow.otherwise && before.at(-1));
        for (const key of keys) {
            fallbacks.set(key, [...(fallbacks.get(key) ?? []), way]);
        }
    }
    const result = new Map<string, Way[]>();
    for (const arrow of process.arrows) {
        if (arrow.from !== undefined && arrow.kind !== 'fallback' && arrow.kind !== 'repeat') {
            const from = arrow.from;
            const back = arrow.handovers.flatMap((name) => fallbacks.get(`${from} ${name}`) ?? []);
            result.set(from, [...(result.get(from) ?? []), wayOf(arrow, counterOf(arrow), back)]);
        }
    }
    return result;
}

function askedFacts(protocol: Protocol, process: Process, access: readonly Condition[]): AskedFact[] {
    const conditions = [...access, ...conditionsIn({ process, handovers: protocol.handovers })];
    const tests = Map.groupBy(conditions.flatMap(testsIn), (test) => test.fact.name);
    const declared = new Map(protocol.facts.map((f) => [f.name, f]));
    return [...tests].map(([name, asked]) => {
        const fact = declared.get(name);
        return { name, domain: domainOf(fact, asked), tests: asked, declared: fact };
    });
}
