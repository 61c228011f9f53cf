import type { Machine, Station } from './machine.js';
import { overdueAt } from './outlast.js';
import { withToken, type Joining, type State, type Token } from './state.js';
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

/** The state after a case comes to a station, or to somewhere that the text does not say. */
export function enter(machine: Machine, state: State, target: number | undefined): State {
    const station = target === undefined ? undefined : machine.stations[target];
    if (!station) {
        return ended(state, 'unknown');
    }
    const { node } = station;
    switch (node.kind) {
        case 'end':
            return ended(state, station.index);
        case 'phase': {
            const first = station.children[0];
            return first === undefined ? containerDone(state, station) : enter(machine, state, first);
        }
        case 'group':
            return enterGroup(machine, state, station, node.mode);
        default:
            return at(state, station, mayBegin(machine, state, station) ? 'busy' : 'waiting');
    }
}

function enterGroup(machine: Machine, state: State, station: Station, mode: 'all' | 'one' | 'any'): State {
    if (station.children.length === 0) {
        return containerDone(state, station);
    }
    if (mode === 'one') {
        return at(state, station, 'choosing');
    }
    const joining: Joining = { group: station.index, expected: station.children, done: [] };
    const open: State = { ...state, joinings: withJoining(state.joinings, joining) };
    return station.children.reduce((result, child) => {
        const part = machine.stations[child];
        return part && mode === 'any' ? at(result, part, 'offered') : enter(machine, result, child);
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
function mayBegin(machine: Machine, state: State, station: Station): boolean {
    const known = knownIn(machine, state.facts);
    return station.guards.every((guard) => mayHold(truthsOf(guard, known)));
}

/** Lets work begin that was waiting for what is known now. */
export function wake(machine: Machine, state: State): State {
    let { tokens } = state;
    for (const token of state.tokens) {
        const station = machine.stations[token.at];
        if (token.stage === 'waiting' && station && mayBegin(machine, state, station)) {
            tokens = tokens.map((t) => (t === token ? { ...t, stage: 'busy' } : t));
        }
    }
    return tokens === state.tokens ? state : { ...state, tokens };
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
        (station.children.length === 0 || overdueAt(machine, state, station).length === 0)
    );
}

/** The state when a part of a group or phase is done. */
export function completePart(machine: Machine, state: State, part: number, container: Station): State {
    const mode = container.node.kind === 'group' ? container.node.mode : 'one';
    if (mode === 'one') {
        return containerDone(state, container);
    }
    const open = state.joinings.find((j) => j.group === container.index);
    // who came in by the side is awaited like the others
    const joining = open ?? { group: container.index, expected: container.children, done: [] };
    const done = [...joining.done, part].sort((a, b) => a - b);
    const joinings = state.joinings.filter((j) => j.group !== container.index);
    return joining.expected.every((p) => done.includes(p))
        ? containerDone({ ...state, joinings }, container)
        : { ...state, joinings: withJoining(joinings, { ...joining, done }) };
}

/** Everything in a group or phase is done. */
function containerDone(state: State, container: Station): State {
    const again = container.rounds === undefined ? 0 : (state.used[container.rounds] ?? 0);
    const stage = container.repeats.length > 0 ? 'repeating' : 'leaving';
    return { ...state, tokens: withToken(state.tokens, { at: container.index, stage, again }) };
}
