import type { Move } from '../execution/moves.js';
import type { State, Token } from '../execution/state.js';
import { isPartOf, spread, type SpreadZone } from '../execution/zone-hull.js';
import type { InTime, Zone } from '../execution/zone.js';
import { graphOf } from './places-in-time.js';
import { movesAhead, type Done, type Place, type Places } from './zone-graph.js';

/** How many states in time are looked at for one example. */
const MOST_LOOKED_AT = 1_500;

/** Whether open work may have begun: work that waits by `begint … na` has not at once. */
export type HasBegun = (token: Token) => boolean;

/** What is looked for. */
export interface Wanted {
    readonly begins: readonly State[];
    readonly places: Places;
    readonly isDone?: (done: Done) => boolean;
    readonly shows: (state: State, hasBegun: HasBegun) => boolean;
}

/** A course, from its last move to its first. */
export interface Step {
    readonly place: Place;
    readonly zone: Zone;
    readonly depth: number;
    /** what it comes from; a state in which a case can begin where nothing has happened */
    readonly by: { readonly move: Move; readonly before: Step } | { readonly begin: State };
}

/** Which step is looked at first: the one of least rank, of those the last one found. */
interface Strategy {
    /** how many are looked at */
    readonly most: number;
    /** undefined for a place behind which there is nothing to be found */
    readonly rank: (depth: number, place: Place) => number | undefined;
}

/**
 * Looks while it knows by hulls of moments which places lead to what is wanted, and by how many moves at least: A* (Hart,
 * Nilsson, Raphael 1968). Where there are too many places for that, it looks behind those that are known only.
 */
export function lookAhead(times: InTime, wanted: Wanted): Step | 'none' | 'too many' {
    const graph = graphOf(wanted.places, wanted.begins, times);
    const ahead = movesAhead(graph, ({ place, zone }) => isFound(times, wanted, place, zone.zone));
    const found = search(times, wanted, {
        most: MOST_LOOKED_AT,
        rank: (depth, place) => {
            const left = ahead.get(place);
            return left === undefined ? undefined : depth + left;
        },
    });
    return found === 'none' && !graph.isWhole ? 'too many' : found;
}

function isFound(times: InTime, { shows, isDone }: Wanted, { state, done }: Place, zone: Zone): boolean {
    return (isDone?.(done) ?? true) && shows(state, (token) => times.mayHaveBegun(state, zone, token));
}

/** The first course that is found to show what is wanted; whether there is none. */
export function search(times: InTime, wanted: Wanted, { most, rank }: Strategy): Step | 'none' | 'too many' {
    const { places, begins } = wanted;
    const seen = new Map<string, SpreadZone[]>();
    const isNew = ({ place, zone }: Step): boolean => {
        const moments = spread(zone);
        const key = `${place.key} ${moments.form}`;
        const all = seen.get(key) ?? [];
        seen.set(key, all);
        return !all.some((z) => isPartOf(moments, z)) && all.push(moments) > 0;
    };
    const open = new Map<number, Step[]>();
    const add = (step: Step) => {
        const at = rank(step.depth, step.place);
        if (at !== undefined && isNew(step)) {
            const all = open.get(at) ?? [];
            open.set(at, all);
            all.push(step);
        }
    };
    const pop = (): Step | undefined => {
        const least = [...open.keys()].reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
        const all = open.get(least);
        const step = all?.pop();
        if (all?.length === 0) {
            open.delete(least);
        }
        return step;
    };
    for (const begin of begins.toReversed()) {
        add({ place: places.of(begin, []), zone: times.first(begin), depth: 0, by: { begin } });
    }
    for (let looked = 0; ; looked++) {
        const step = pop();
        if (!step || isFound(times, wanted, step.place, step.zone)) {
            return step ?? 'none';
        }
        if (looked >= most) {
            return 'too many';
        }
        const { place, zone, depth } = step;
        // what is found last is looked at first: the first in the order of a course that is wanted, else in that of the text
        const ways = places.ways(place).toReversed();
        for (const { move, to, then, asks } of ways.sort((a, b) => sum(b.then.done) - sum(a.then.done))) {
            const next = asks?.(zone, times) === false ? undefined : times.next(place.state, zone, move, to);
            if (next) {
                add({ place: then, zone: next, depth: depth + 1, by: { move, before: step } });
            }
        }
    }
}

function sum(numbers: readonly number[]): number {
    return numbers.reduce((a, b) => a + b, 0);
}
