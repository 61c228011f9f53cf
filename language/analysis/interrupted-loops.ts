import { interruptionBy } from '../execution/after.js';
import type { Breach, Way } from '../execution/machine.js';
import { components } from './components.js';
import { reachedWithout, type Edge, type Space } from './space.js';

/** How an `altijd als` lets a case come back without bound. */
export interface InterruptedLoops {
    /** ways without a bound by which a case that was interrupted comes back to where it may be interrupted again */
    readonly ways: readonly Way[];
    /** each `altijd als` that may happen any number of times, while no such way leads back from it */
    readonly breaches: readonly Breach[];
}

const NONE: InterruptedLoops = { ways: [], breaches: [] };

/**
 * The cycles in the states of a case on which it is interrupted: strongly connected components (Tarjan 1972). A way with
 * a bound lies on none, since how often it was taken sets states apart. Of such a cycle the ways that lead from what only
 * interrupted cases come to, to what others come to as well, are the ways back.
 */
export function interruptedLoops(space: Space): InterruptedLoops {
    const { machine, states, out } = space;
    if (machine.breaches.length === 0) {
        return NONE;
    }
    const byBreach = new Map<Edge, number>();
    for (const edge of out.flat()) {
        const before = states[edge.from];
        const breach = before && interruptionBy(machine, before, edge.move);
        if (breach !== undefined) {
            byBreach.set(edge, breach);
        }
    }
    const component = components(out.map((edges) => edges.map((e) => e.to)));
    const inside = (e: Edge) => component[e.from] === component[e.to];
    const around = new Map<number, Set<number>>();
    for (const [edge, breach] of byBreach) {
        const cycle = component[edge.from];
        if (inside(edge) && cycle !== undefined) {
            around.set(cycle, (around.get(cycle) ?? new Set()).add(breach));
        }
    }
    if (around.size === 0) {
        return NONE;
    }
    const uninterrupted = reachedWithout(space, (edge) => byBreach.has(edge)).states;
    const usual = new Set(
        uninterrupted.flatMap((i) => states[i]?.tokens.flatMap((t) => machine.stations[t.at]?.around ?? []) ?? []),
    );
    const ways = new Set<Way>();
    const told = new Set<number>();
    for (const edge of out.flat()) {
        const { move } = edge;
        const cycle = component[edge.from];
        if (!('way' in move) || !inside(edge) || cycle === undefined || !around.has(cycle)) {
            continue;
        }
        const from = 'token' in move ? move.token.at : move.station;
        if (!usual.has(from) && usual.has(move.way.target ?? -1)) {
            ways.add(move.way);
            told.add(cycle);
        }
    }
    const rest = new Set([...around].flatMap(([cycle, breaches]) => (told.has(cycle) ? [] : [...breaches])));
    return { ways: [...ways], breaches: [...rest].flatMap((b) => machine.breaches[b] ?? []) };
}
