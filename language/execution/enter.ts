import type { Condition } from '../model/protocol.js';
import { dueUp, forcedOf } from './due.js';
import type { Machine, Station } from './machine.js';
import { overdueAt } from './outlast.js';
import { withToken, type Joining, type Stage, type State, type Token } from './state.js';
import { mayHold, truthsOf, type FactValue, type Known } from './truth.js';

/** What a state knows, for conditions; informal ones are open unless `decided` says otherwise. */
export function knownIn(
    machine: Machine,
    facts: readonly (FactValue | undefined)[],
    decided?: Known['decided'],
): Known {
    const byName = machine.factIndex;
    return {
        fact: (name) => {
            const index = byName.get(name);
            return index === undefined ? undefined : facts[index];
        },
        ...(decided && { decided }),
    };
}

/**
 * The state after a case comes to a station, or to somewhere that the text does not say. It waits before what does not
 * begin yet: the station itself, or the outermost group or phase around it that the case comes into by that.
 *
 * @param begun groups and phases that the case stays in
 */
export function enter(
    machine: Machine,
    state: State,
    target: number | undefined,
    begun: readonly number[] = [],
): State {
    const station = target === undefined ? undefined : machine.stations[target];
    if (!station) {
        return ended(state, 'unknown');
    }
    if (station.node.kind === 'end') {
        return ended(state, station.index);
    }
    const holder = station.around.findLast(
        (i) => (i === target || !begun.includes(i)) && !mayBegin(machine, state, machine.stations[i]),
    );
    if (holder === undefined) {
        return beginAt(machine, state, station);
    }
    const into = holder === target ? {} : { into: station.index };
    return { ...state, tokens: withToken(state.tokens, { at: holder, stage: 'waiting', again: 0, ...into }) };
}

/** The state after work begins at a station that has waited for that, if it did; what is in it may have to wait. */
export function beginAt(machine: Machine, state: State, station: Station, into?: number): State {
    const { node, children, around } = station;
    if (into !== undefined) {
        return enter(machine, state, into, around);
    }
    switch (node.kind) {
        case 'phase':
            return children.length === 0
                ? containerDone(machine, state, station)
                : enter(machine, state, children[0], around);
        case 'group':
            return beginGroup(machine, state, station, node.mode);
        default:
            return at(state, station, 'busy');
    }
}

function beginGroup(machine: Machine, state: State, station: Station, mode: 'all' | 'one' | 'any'): State {
    if (station.children.length === 0) {
        return containerDone(machine, state, station);
    }
    if (mode === 'one') {
        return at(state, station, 'choosing');
    }
    const joining: Joining = { group: station.index, expected: station.children, done: [] };
    const open: State = { ...state, joinings: withJoining(state.joinings, joining) };
    return station.children.reduce((result, child) => {
        const part = machine.stations[child];
        return part && mode === 'any' ? at(result, part, 'offered') : enter(machine, result, child, station.around);
    }, open);
}

/** For each group of which parts are to be chosen: how many are to be decided on. A case comes to it where that is more. */
export function toDecideIn(machine: Machine, state: State | undefined): Map<number, number> {
    const result = new Map<number, number>();
    for (const { at: where, stage } of state?.tokens ?? []) {
        const group = stage === 'offered' ? machine.stations[where]?.parent : stage === 'choosing' ? where : undefined;
        if (group !== undefined) {
            result.set(group, (result.get(group) ?? 0) + 1);
        }
    }
    return result;
}

/** Whether the `pas als` of a station lets the work begin; what a person decides does not hold it up. */
function mayBegin(machine: Machine, state: State, station: Station | undefined): boolean {
    return station === undefined || allMayHold(machine, state, station.guards);
}

function allMayHold(machine: Machine, state: State, conditions: readonly Condition[]): boolean {
    const known = conditions.length > 0 ? knownIn(machine, state.facts) : undefined;
    return known === undefined || conditions.every((c) => mayHold(truthsOf(c, known)));
}

/** Lets work begin that was waiting for what is known now, and what was held up by it be done. */
export function wake(machine: Machine, state: State): State {
    const tokens = state.tokens.map((token): Token => {
        const station = machine.stations[token.at];
        const next = station && wokenUp(machine, state, token.stage, station);
        return next === undefined ? token : { ...token, stage: next };
    });
    return tokens.every((t, i) => t === state.tokens[i]) ? state : { ...state, tokens };
}

function wokenUp(machine: Machine, state: State, stage: Stage, station: Station): Stage | undefined {
    switch (stage) {
        case 'waiting': {
            const { kind } = station.node;
            const begins = kind === 'group' || kind === 'phase' ? 'entering' : 'busy';
            return mayBegin(machine, state, station) ? begins : undefined;
        }
        case 'holding':
            return allMayHold(machine, state, station.doneWhen) ? 'repeating' : undefined;
        default:
            return undefined;
    }
}

/** Adds open work at a station. */
export function at(state: State, station: Station, stage: Token['stage']): State {
    return { ...state, tokens: withToken(state.tokens, { at: station.index, stage, again: 0 }) };
}

/** Open groups, one for each group, in ascending order. */
export function withJoining(joinings: readonly Joining[], joining: Joining): Joining[] {
    return [...joinings.filter((j) => j.group !== joining.group), joining].sort((a, b) => a.group - b.group);
}

function ended(state: State, end: number | 'unknown'): State {
    return {
        ...state,
        tokens: [],
        joinings: [],
        suspended: [],
        end,
        // a group that still waits for a part is open, also when nothing in it is being done
        leftOpen: state.tokens.length > 0 ? state.tokens.map((t) => t.at) : state.joinings.map((j) => j.group),
    };
}

/**
 * Lets what is at the end of a group or phase complete it, and goes on where an interruption is over: the steps that
 * nobody decides.
 */
export function settle(machine: Machine, state: State): State {
    let current = state;
    for (;;) {
        const next = settleOnce(machine, current);
        if (next === current) {
            return wake(machine, current);
        }
        current = next;
    }
}

function settleOnce(machine: Machine, state: State): State {
    const token = state.tokens.find((t) => t.stage === 'leaving' && isOver(machine, state, machine.stations[t.at]));
    const station = token && machine.stations[token.at];
    if (!token || !station) {
        return state;
    }
    const tokens = state.tokens.filter((t) => t !== token);
    const parent = station.parent === undefined ? undefined : machine.stations[station.parent];
    if (!parent || station.node.kind === 'escalation') {
        const [last, ...before] = state.suspended.toReversed();
        const over = last !== undefined && machine.breaches[last.breach]?.interrupt.resume === true;
        if (over) {
            return tokens.length > 0
                ? { ...state, tokens }
                : { ...state, tokens: last.tokens, joinings: last.joinings, suspended: before.toReversed() };
        }
        return ended({ ...state, tokens }, 'unknown');
    }
    return completePart(machine, { ...state, tokens }, station.index, parent);
}

/** Whether what is done there leads nowhere of its own, so that it completes what it is part of. */
function isOver(machine: Machine, state: State, station: Station | undefined): boolean {
    return (
        station?.exits.length === 0 &&
        (station.children.length === 0 || overdueAt(machine, state, station).length === 0) &&
        forcedOf(dueUp(machine, state, station)) === undefined
    );
}

/** The state when a part of a group or phase is done. */
export function completePart(machine: Machine, state: State, part: number, container: Station): State {
    const mode = container.node.kind === 'group' ? container.node.mode : 'one';
    if (mode === 'one') {
        return containerDone(machine, state, container);
    }
    const open = state.joinings.find((j) => j.group === container.index);
    // who came in by the side is awaited like the others
    const joining = open ?? { group: container.index, expected: container.children, done: [] };
    const done = [...joining.done, part].sort((a, b) => a - b);
    const joinings = state.joinings.filter((j) => j.group !== container.index);
    return joining.expected.every((p) => done.includes(p))
        ? containerDone(machine, { ...state, joinings }, container)
        : { ...state, joinings: withJoining(joinings, { ...joining, done }) };
}

/** Everything in a group or phase is done; whether that is enough is asked where the text says something about it. */
function containerDone(machine: Machine, state: State, container: Station): State {
    const again = container.rounds === undefined ? 0 : (state.used[container.rounds] ?? 0);
    const isAsked = container.repeats.length > 0 || container.doneWhen.length > 0;
    const isHeld = !allMayHold(machine, state, container.doneWhen);
    const stage = isHeld ? 'holding' : isAsked ? 'repeating' : 'leaving';
    return {
        ...state,
        tokens: withToken(state.tokens, { at: container.index, stage, again }),
        completed: [...state.completed, container.index],
    };
}
