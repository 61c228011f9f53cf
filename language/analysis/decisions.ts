import { knownIn } from '../execution/enter.js';
import type { Machine, Station, Way } from '../execution/machine.js';
import type { State } from '../execution/state.js';
import {
    factsIn,
    isInformal,
    mayHold,
    mustHold,
    OPEN,
    truthsOf,
    valuesAskedIn,
    type FactValue,
} from '../execution/truth.js';
import type { Condition } from '../model/protocol.js';
import type { Space } from './space.js';

/** Facts with their values, by name; undefined where a fact is not known. */
export type Values = Readonly<Record<string, FactValue | undefined>>;

/** What is known of the choices at one node, given what is known on each path to it. */
export interface Decision {
    /** index of the station */
    readonly station: number;
    /** values for which no branch holds, each with the first state in which that is so */
    readonly uncovered: readonly { readonly values: Values; readonly state: number }[];
    /** pairs of branches that hold for the same values; of each pair the first */
    readonly overlaps: readonly {
        readonly first: Way;
        readonly second: Way;
        readonly values: Values;
        readonly state: number;
    }[];
    /** branches whose condition cannot hold here */
    readonly never: readonly Way[];
    /** facts that a branch asks about in a state in which they are not known */
    readonly unknown: readonly { readonly fact: string; readonly way: Way; readonly state: number }[];
}

/**
 * Completeness, overlap and branches that are never taken (as for decision tables: Huysmans et al. 2011; CODASYL 1982),
 * exactly: over the values that a case can have when it comes to a choice. Conditions that a person decides are left out.
 */
export function decisionsOf(space: Space): Decision[] {
    const arriving = statesByLeaving(space);
    return space.machine.stations
        .filter((s) => s.exits.some((w) => w.arrow.condition) && arriving[s.index]?.length)
        .map((s) => decisionAt(space, s, arriving[s.index] ?? []));
}

/** For each station the states in which work there is done and is to go on. */
function statesByLeaving({ machine, states }: Space): number[][] {
    const result: number[][] = machine.stations.map(() => []);
    states.forEach((state, i) => {
        for (const token of state.tokens) {
            if (token.stage === 'leaving') {
                result[token.at]?.push(i);
            }
        }
    });
    return result;
}

function decisionAt({ machine, states }: Space, station: Station, arriving: readonly number[]): Decision {
    const branches = station.exits.filter((w) => w.arrow.condition);
    const names = [...new Set(branches.flatMap((w) => [...factsIn(w.arrow.condition)]))];
    const covered = station.exits.some((w) => !w.arrow.condition);
    const decidable = branches.every((w) => w.arrow.condition && !isInformal(w.arrow.condition));
    const uncovered = new Map<string, { values: Values; state: number }>();
    const overlaps = new Map<string, Decision['overlaps'][number]>();
    const unknown = new Map<string, Decision['unknown'][number]>();
    const possible = new Set<Way>();
    for (const index of arriving) {
        const state = states[index];
        if (!state) {
            continue;
        }
        const known = knownIn(machine, state.facts);
        const truths = (way: Way) => (way.arrow.condition ? truthsOf(way.arrow.condition, known) : 0);
        branches.filter((w) => mayHold(truths(w))).forEach((w) => possible.add(w));
        const values = valuesOf(machine, state, names);
        const key = JSON.stringify(names.map((n) => values[n] ?? null));
        // a way that may not be taken any more covers its values: that a case is stuck then is another question
        if (!covered && decidable && !station.exits.some((w) => !w.arrow.condition || mayHold(truths(w)))) {
            keep(uncovered, key, { values, state: index });
        }
        for (const way of branches.filter((w) => truths(w) & OPEN)) {
            for (const fact of unknownIn(way.arrow.condition, known.fact)) {
                keep(unknown, fact, { fact, way, state: index });
            }
        }
        const holding = branches.filter(
            (w) => w.arrow.condition && !isInformal(w.arrow.condition) && mustHold(truths(w)),
        );
        holding.forEach((first, i) => {
            for (const second of holding.slice(i + 1)) {
                const pair = `${String(branches.indexOf(first))} ${String(branches.indexOf(second))}`;
                keep(overlaps, pair, { first, second, values, state: index });
            }
        });
    }
    return {
        station: station.index,
        uncovered: [...uncovered.values()],
        overlaps: [...overlaps.values()],
        never: branches.filter((w) => !possible.has(w)),
        unknown: [...unknown.values()],
    };
}

function keep<T>(map: Map<string, T>, key: string, value: T): void {
    if (!map.has(key)) {
        map.set(key, value);
    }
}

function valuesOf(machine: Machine, state: State, names: readonly string[]): Values {
    const known = knownIn(machine, state.facts);
    return Object.fromEntries(names.map((name) => [name, known.fact(name)]));
}

/** The facts that a condition asks about, other than whether they are known, and that are not. */
function unknownIn(condition: Condition | undefined, fact: (name: string) => FactValue | undefined): string[] {
    return [...valuesAskedIn(condition)].filter((name) => fact(name) === undefined);
}
