import { after } from '../execution/after.js';
import type { Machine } from '../execution/machine.js';
import type { State } from '../execution/state.js';
import { visitsEndedBy, type Whole } from '../execution/wholes.js';
import type { Graph } from './extremes.js';
import type { Edge, Space } from './space.js';

/** What a group or phase takes as a whole: not less than `least` once all in it is done, and never more than `most`. */
export interface Bounded {
    readonly whole: Whole;
    readonly least: number;
    /** infinite where there is none */
    readonly most: number;
    /** what a group or phase without work in it takes, before its bounds */
    readonly unsaid: number;
}

/** What is taken at one place. */
export interface Taken {
    /** not negative */
    readonly weight: number;
    /** whether it is part of a whole */
    readonly isIn: (whole: Whole | undefined) => boolean;
}

/** The moment at which all work of a whole is done. */
export interface Closing {
    readonly whole: Whole;
    /** what its parts add up to; not exact above its bounds */
    readonly parts: number;
}

/** A space in which each state also tells what the parts of each open whole have added up to. */
export interface Unfolded {
    readonly graph: Graph;
    /** for each of its states the one of the space */
    readonly origin: readonly number[];
    readonly edges: ReadonlyMap<Edge, { readonly of: Edge; readonly gain: number }>;
    readonly atBegin: ReadonlyMap<number, number>;
    readonly closings: readonly Closing[];
    /** false where there were more states than the limit */
    readonly complete: boolean;
}

/** As many states are told apart by what the parts have added up to. */
const MOST_UNFOLDED = 200_000;

/**
 * Tells the states of a space apart by what the parts of each open whole have added up to, as far as that matters to its
 * bounds, so that the sum of a course is again a sum of what its moves add: a part counts up to the most of the whole,
 * and what is short of its least is added when all is done.
 *
 * @param bounded from the inside out
 * @param takenIn what happens in a move
 */
export function unfolded(
    space: Space,
    bounded: readonly Bounded[],
    takenIn: (edge: Edge) => readonly Taken[],
): Unfolded {
    const { machine } = space;
    const wholes = bounded.map((b) => b.whole);
    const ends = new Map(
        space.out.flat().map((edge) => {
            const before = space.states[edge.from];
            const next = before && after(machine, before, edge.move);
            return [edge, before && next ? visitsEndedBy(machine, wholes, before, edge.move, next) : []];
        }),
    );
    const states: State[] = [];
    const origin: number[] = [];
    const out: Edge[][] = [];
    const first: (Edge | undefined)[] = [];
    const beginnings = new Map<number, State>();
    const atBegin = new Map<number, number>();
    const edges = new Map<Edge, { of: Edge; gain: number }>();
    const closings: Closing[] = [];
    const sums: (readonly number[])[] = [];
    const index = new Map<string, number>();
    const add = (state: number, sum: readonly number[], by: Edge | undefined): number => {
        const key = `${String(state)} ${sum.join()}`;
        const known = index.get(key);
        const at = known ?? states.length;
        const of = space.states[state];
        if (known === undefined && of) {
            index.set(key, at);
            states.push(of);
            origin.push(state);
            out.push([]);
            first.push(by);
            sums.push(sum);
        }
        return at;
    };
    for (const [at, state] of space.beginnings) {
        const tally = tallyOf(machine, bounded, []);
        const done = wholes.filter((w) => state.completed.includes(w.station));
        const gain = done.reduce((sum, whole) => sum + tally.close(whole, true, closings), 0);
        const to = add(at, tally.sums, undefined);
        beginnings.set(to, state);
        atBegin.set(to, gain);
    }
    for (let from = 0; from < states.length && states.length <= MOST_UNFOLDED; from++) {
        for (const of of space.out[origin[from] ?? -1] ?? []) {
            const tally = tallyOf(machine, bounded, sums[from] ?? []);
            let gain = 0;
            for (const { weight, isIn } of takenIn(of)) {
                gain += tally.pass(weight, (i) => isIn(bounded[i]?.whole));
            }
            for (const { whole, isDone } of ends.get(of) ?? []) {
                gain += tally.close(whole, isDone, closings);
            }
            const edge: Edge = { from, to: states.length, move: of.move };
            const to = add(of.to, tally.sums, edge);
            const kept = to === edge.to ? edge : { ...edge, to };
            edges.set(kept, { of, gain });
            out[from]?.push(kept);
        }
    }
    const graph = { states, out, beginnings, first };
    return { graph, origin, edges, atBegin, closings, complete: states.length <= MOST_UNFOLDED };
}

/** What the parts of the open wholes have added up to. */
interface Tally {
    readonly sums: readonly number[];
    /** lets a number of contacts count in each whole that it is part of; returns what of it counts for the case */
    readonly pass: (weight: number, isPart: (bounded: number) => boolean) => number;
    /** ends the visit of a whole; returns what that adds for the case */
    readonly close: (whole: Whole, isDone: boolean, closings: Closing[]) => number;
}

function tallyOf(machine: Machine, bounded: readonly Bounded[], before: readonly number[]): Tally {
    const sums = bounded.map((_, i) => before[i] ?? 0);
    const pass: Tally['pass'] = (weight, isPart) => {
        let rest = weight;
        bounded.forEach(({ least, most }, i) => {
            if (isPart(i)) {
                const sum = sums[i] ?? 0;
                // beyond its bounds it decides nothing, but for one that tells that the parts come to more
                sums[i] = Math.min(sum + rest, Number.isFinite(most) ? most + 1 : least);
                rest = Number.isFinite(most) ? Math.min(most, sum + rest) - Math.min(most, sum) : rest;
            }
        });
        return rest;
    };
    const close: Tally['close'] = (whole, isDone, closings) => {
        const at = bounded.findIndex((b) => b.whole === whole);
        const { least = 0, unsaid = 0 } = bounded[at] ?? {};
        const outside = (i: number) =>
            i > at && machine.stations[whole.station]?.around.includes(bounded[i]?.whole.station ?? -1) === true;
        let gain = 0;
        if (isDone) {
            gain += whole.isEmpty ? pass(unsaid, (i) => i === at || outside(i)) : 0;
            closings.push({ whole, parts: sums[at] ?? 0 });
            gain += pass(Math.max(0, least - (sums[at] ?? 0)), outside);
        }
        sums[at] = 0;
        return gain;
    };
    return { sums, pass, close };
}
