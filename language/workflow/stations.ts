import { isInside, type Station } from '../execution/machine.js';
import {
    followAll,
    gateway,
    inScope,
    of,
    says,
    stationAt,
    titleOf,
    type Building,
    type Join,
    type Scope,
} from './building.js';
import { boundaries } from './boundaries.js';
import { enterFromOutside, frameOf, leaveFor } from './frames.js';
import { waitsBeforeAll, waitsBehindAll } from './guards.js';
import { departures, repetition, type Questions } from './leaving.js';
import { beginAnew } from './rounds.js';
import { noted } from './moments.js';
import { work } from './work.js';

/**
 * The node by which a case comes to a station in a scope; made when first asked for, with all that follows from it. So
 * what is never reached is not in the graph.
 *
 * @param target undefined where nobody says what comes next
 */
export function enter(b: Building, scope: Scope, target: number | undefined): string {
    if (target === undefined) {
        return unknownEnd(b, scope);
    }
    const { container } = scope;
    const station = stationAt(b, target);
    if (container !== undefined && (target === container || !isInside(b.machine, target, container))) {
        return leaveFor(b, scope, target);
    }
    const around = station.around.slice(0, container === undefined ? undefined : station.around.indexOf(container));
    const framed = around.findLast((index) => b.framed.has(index));
    if (framed !== undefined && framed !== target) {
        return enterFromOutside(b, scope, framed, target);
    }
    const known = scope.entries.get(target);
    if (known !== undefined) {
        return known;
    }
    switch (station.node.kind) {
        case 'end':
            return end(b, scope, station);
        case 'step':
        case 'escalation':
            return work(b, scope, station, () => afterPart(b, scope, station));
        default: {
            if (framed === target) {
                return frame(b, scope, station);
            }
            const inside = content(b, scope, station);
            // what is in it may lead back to it
            return (
                scope.entries.get(target) ??
                waitsBeforeAll(
                    b,
                    scope,
                    station,
                    noted(b, scope, station, 'begin', beginAnew(b, scope, station, inside)),
                )
            );
        }
    }
}

/** A group or phase as a subprocess, with what can happen to it. */
function frame(b: Building, scope: Scope, station: Station): string {
    const made = frameOf(b, scope, station);
    const begin = noted(b, scope, station, 'begin', beginAnew(b, scope, station, made.node));
    const entry = waitsBeforeAll(b, scope, station, begin);
    boundaries(b, scope, station, made.node);
    b.draft.connect(made.into, content(b, made.inner, station), { otherwise: true });
    return entry;
}

/** Where a case comes into what is in a group or phase. */
export function content(b: Building, scope: Scope, station: Station): string {
    const known = scope.contents.get(station.index);
    if (known !== undefined) {
        return known;
    }
    const { node, children } = station;
    const mode = node.kind === 'group' ? node.mode : 'phase';
    const made = (id: string) => {
        scope.contents.set(station.index, id);
        return id;
    };
    const [first] = children;
    if (first === undefined) {
        return made(done(b, scope, station));
    }
    switch (mode) {
        case 'phase': {
            // what comes first may lead back to the phase
            const entry = made(gateway(b, scope, station, 'merge', 'begin', { order: 0 }));
            b.draft.connect(entry, enter(b, scope, first));
            return entry;
        }
        case 'one':
            return chooseOne(b, scope, station, made);
        case 'any':
            return chooseAny(b, scope, station, made);
        case 'all': {
            const split = made(gateway(b, scope, station, 'split', 'splitsing', { order: 0.1 }));
            for (const child of children) {
                b.draft.connect(split, enter(b, scope, child));
            }
            return split;
        }
    }
}

function chooseOne(b: Building, scope: Scope, station: Station, made: (id: string) => string): string {
    const parts = station.children.map((c) => stationAt(b, c));
    const variable = b.draft.know({
        kind: 'decision',
        name: `${station.node.name}_keuze`,
        label: titleOf(station),
        options: parts.map((p) => ({ value: p.node.name, label: titleOf(p) })),
    });
    const task = made(chooseTask(b, scope, station, [variable], 'choose', 0.1));
    const choice = gateway(b, scope, station, 'decide', 'gekozen', { order: 0.2, label: says(b, 'which') });
    b.draft.connect(task, choice);
    parts.forEach((part, i) => {
        b.draft.connect(choice, enter(b, scope, part.index), {
            label: titleOf(part),
            ...(i === parts.length - 1
                ? { otherwise: true }
                : { when: { type: 'chosen', variable, value: part.node.name } }),
        });
    });
    return task;
}

function chooseAny(b: Building, scope: Scope, station: Station, made: (id: string) => string): string {
    const parts = station.children.map((c) => stationAt(b, c));
    const variables = parts.map((part) =>
        b.draft.know({ kind: 'decision', name: `${station.node.name}_${part.node.name}`, label: titleOf(part) }),
    );
    const task = made(chooseTask(b, scope, station, variables, 'choose', 0.1));
    const split = gateway(b, scope, station, 'split', 'splitsing', { order: 0.2 });
    b.draft.connect(task, split);
    parts.forEach((part, i) => {
        const choice = gateway(b, scope, part, 'decide', 'wel_of_niet', { order: -0.1, label: says(b, 'whether') });
        b.draft.connect(split, choice);
        b.draft.connect(choice, enter(b, scope, part.index), {
            label: says(b, 'does'),
            when: { type: 'chosen', variable: variables[i] ?? '', value: true },
        });
        b.draft.connect(choice, arrival(b, scope, station, part), { label: says(b, 'doesNot'), otherwise: true });
    });
    return task;
}

/** The task in which somebody decides on a group or phase. */
function chooseTask(
    b: Building,
    scope: Scope,
    station: Station,
    fills: readonly string[],
    kind: 'choose' | 'decide',
    order: number,
): string {
    const candidates = candidatesOf(b, station);
    return b.draft.add(`${station.node.name}_${kind === 'choose' ? 'kiezen' : 'beslissen'}`, station.index + order, {
        kind: 'task',
        work: 'choose',
        label: `${says(b, kind)}: ${titleOf(station)}`,
        ...of(b, scope, station),
        lane: b.laneOfRole(candidates[0]),
        candidates,
        with: [],
        fills,
        requires: [],
        delivers: [],
        guards: [],
    });
}

/** Who does what is in a group or phase. */
function candidatesOf(b: Building, station: Station): readonly string[] {
    const own =
        'performers' in station.node ? station.node.performers.flatMap((p) => p.performers.map((r) => r.name)) : [];
    return [...new Set([...own, ...station.children.flatMap((c) => candidatesOf(b, stationAt(b, c)))])];
}

/** Where a part of a group or phase comes when it is done and leads nowhere else. */
function afterPart(b: Building, scope: Scope, station: Station): string {
    const parent = station.parent === undefined ? undefined : stationAt(b, station.parent);
    if (!parent || station.node.kind === 'escalation') {
        return scope.course === 'beside' && !scope.outer ? resumed(b, scope, station) : unknownEnd(b, scope);
    }
    const mode = parent.node.kind === 'group' ? parent.node.mode : 'one';
    return mode === 'one' ? done(b, scope, parent) : arrival(b, scope, parent, station);
}

/** Where a part arrives that others are awaited with. */
function arrival(b: Building, scope: Scope, group: Station, part: Station): string {
    let join = scope.joins.get(group.index);
    if (!join) {
        const node = gateway(b, scope, group, 'join', 'samen', { order: 0.9 });
        join = { scope, station: group, node, parts: new Map(), isOpen: true };
        scope.joins.set(group.index, join);
        b.joins.push(join);
    }
    let arrives = join.parts.get(part.index);
    if (arrives === undefined) {
        arrives = gateway(b, scope, part, 'merge', 'klaar', { order: 0.8 });
        join.parts.set(part.index, arrives);
        b.draft.connect(arrives, join.node);
    }
    return arrives;
}

/** Makes all that follows, then goes on behind groups of which each part can be done, and behind those that become so by that. */
export function goOnBehindJoins(b: Building): void {
    const isReady = (j: Join) => j.isOpen && j.station.children.every((c) => j.parts.has(c));
    followAll(b);
    for (let join = b.joins.find(isReady); join; join = b.joins.find(isReady)) {
        join.isOpen = false;
        b.draft.connect(join.node, done(b, join.scope, join.station));
        followAll(b);
    }
}

/** A group of which a part leads elsewhere waits forever: its other parts end, and the case is not done by that. */
export function endDeadJoins(b: Building): void {
    for (const { scope, station, node } of b.joins.filter((j) => j.isOpen)) {
        b.draft.nodes.set(node, {
            ...inScope(b.laneOf(station), scope),
            kind: 'end',
            id: node,
            label: says(b, 'waitsForever'),
            terminates: false,
            element: station.node.name,
            at: station.node.nameAt,
        });
        b.draft.lose(station.node.name, {
            nl: 'een onderdeel leidt altijd ergens anders heen, dus het geheel komt nooit klaar: wat wel klaar is, wacht; in een werkstroom houdt het daar op',
            en: 'a part always leads elsewhere, so the whole is never done: what is done waits; in a workflow it stops there',
        });
    }
}

/** What follows when all in a group or phase is done. */
function done(b: Building, scope: Scope, station: Station): string {
    const known = scope.done.get(station.index);
    if (known !== undefined) {
        return known;
    }
    const isFrame = scope.container === station.index;
    const entry = gateway(b, scope, station, 'merge', 'gedaan', { order: 0.85 });
    scope.done.set(station.index, entry);
    const outside = isFrame ? scope.outer : scope;
    const asked: string[] = [];
    const ask: Questions['ask'] = (variable) => {
        asked.push(variable);
    };
    const again = repetition(b, scope, station, ask);
    const leave = (where: Scope) =>
        departures(b, where, station, { ask: isFrame ? undefined : ask, behind: () => afterPart(b, where, station) });
    const on = isFrame ? undefined : leave(scope);
    const task = asked.length > 0 ? chooseTask(b, scope, station, asked, 'decide', 0.86) : undefined;
    const forward = on ?? frameEnd(b, scope, station);
    let next = forward;
    if (again) {
        const gate = gateway(b, scope, station, 'decide', 'herhalen', { order: 0.87, label: says(b, 'whetherAgain') });
        next = gate;
        const up = again.counter === undefined ? undefined : again.count('up', 0.88);
        b.draft.connect(gate, up ?? content(b, scope, station), { label: again.label, when: again.when });
        b.draft.connect(gate, forward, { otherwise: true });
        if (up !== undefined) {
            b.draft.connect(up, content(b, scope, station));
        }
    }
    if (task !== undefined) {
        b.draft.connect(task, next);
    }
    b.draft.connect(entry, waitsBehindAll(b, scope, station, task ?? next));
    const frameHere = isFrame && outside?.frames.get(station.index);
    if (frameHere && outside) {
        b.draft.connect(frameHere.outOf, leaveFrame(b, outside, station), { otherwise: true });
    }
    return entry;
}

/** What follows a subprocess that was done in the ordinary way. */
function leaveFrame(b: Building, scope: Scope, station: Station): string {
    const asked: string[] = [];
    const on = departures(b, scope, station, {
        ask: (variable) => {
            asked.push(variable);
        },
        behind: () => afterPart(b, scope, station),
    });
    if (asked.length === 0) {
        return on;
    }
    const task = chooseTask(b, scope, station, asked, 'decide', 0.95);
    b.draft.connect(task, on);
    return task;
}

function frameEnd(b: Building, scope: Scope, station: Station): string {
    return b.draft.add(`${station.node.name}_klaar`, station.index + 0.9, {
        kind: 'end',
        label: says(b, 'done'),
        terminates: false,
        ...inScope(b.laneOf(station), scope),
    });
}

function end(b: Building, scope: Scope, station: Station): string {
    const { node } = station;
    if (node.kind !== 'end') {
        throw new Error(`${node.name} is no end.`);
    }
    const outcome = node.successful ? 'successful' : node.onRefusal ? 'refusal' : 'other';
    const isBeside = scope.course === 'beside';
    let name: string | undefined;
    if (isBeside) {
        name = b.endsRaised.get(station.index) ?? b.draft.free(`${node.name}_bereikt`);
        b.endsRaised.set(station.index, name);
    }
    const id = b.draft.addOwn(node.name, station.index, {
        kind: 'end',
        label: node.implicit ? (b.language === 'nl' ? 'einde' : 'end') : titleOf(station),
        // what goes on beside it (`hervat daarna`) is still done
        terminates: !isBeside && b.waits.cuts(station.index),
        outcome,
        ...of(b, scope, station),
        ...(name === undefined ? {} : { trigger: { kind: 'error' as const, name } }),
    });
    scope.entries.set(station.index, id);
    return id;
}

/** The work that an interruption put off goes on. */
function resumed(b: Building, scope: Scope, station: Station): string {
    return b.draft.add(`${station.node.name}_hervat`, station.index + 0.9, {
        kind: 'end',
        label: says(b, 'resumes'),
        terminates: false,
        ...inScope(b.laneOf(station), scope),
    });
}

/** Nobody says what comes next: the case ends there, as in the semantics. */
function unknownEnd(b: Building, scope: Scope): string {
    const known = scope.entries.get(-1);
    if (known !== undefined) {
        return known;
    }
    if (scope.container !== undefined) {
        const id = leaveFor(b, scope, undefined);
        scope.entries.set(-1, id);
        return id;
    }
    const isBeside = scope.course === 'beside';
    const name = isBeside ? (b.endsRaised.get(-1) ?? b.draft.free('onbekend_bereikt')) : undefined;
    if (name !== undefined) {
        b.endsRaised.set(-1, name);
    }
    const id = b.draft.add('onbekend', b.machine.stations.length, {
        kind: 'end',
        label: says(b, 'unknown'),
        terminates: !isBeside && b.waits.cuts(-1),
        ...inScope(b.laneOfRole(undefined), scope),
        ...(name === undefined ? {} : { trigger: { kind: 'error' as const, name } }),
    });
    scope.entries.set(-1, id);
    return id;
}
