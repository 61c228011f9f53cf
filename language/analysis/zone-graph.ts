import { after } from '../execution/after.js';
import { forget, liveFacts } from '../execution/live-facts.js';
import type { Machine } from '../execution/machine.js';
import { movesIn, type Move } from '../execution/moves.js';
import { keyOf, type State } from '../execution/state.js';
import { around, isPartOf, spread, unbounded, type SpreadZone } from '../execution/zone-hull.js';
import type { InTime, Zone } from '../execution/zone.js';

/** Which of the moves that are wanted are done: their numbers, in order. None where any may be. */
export type Done = readonly number[];

/** What is done of the moves that are wanted after one more. */
export interface Taken {
    readonly done: Done;
    /** what must be so of the moments before it for that; nothing where left out */
    readonly asks?: (zone: Zone, times: InTime) => boolean;
}

/**
 * What may be done after one more move; nothing where the move may not be, or not yet.
 *
 * @param at the states before the move and behind it
 */
export type Take = (
    move: Move,
    done: Done,
    at: { readonly before: State; readonly next: () => State },
) => readonly Taken[];

/** A state, and which of the moves that are wanted are done there. */
export interface Place {
    readonly state: State;
    readonly done: Done;
    /** what two places share from which the same can happen */
    readonly key: string;
}

/** What can happen next at a place. */
export interface Way {
    readonly move: Move;
    readonly to: State;
    readonly then: Place;
    readonly asks: Taken['asks'];
}

/** A place with moments among which are all at which a case may come there by so many moves. */
export interface ZoneNode {
    readonly place: Place;
    readonly zone: SpreadZone;
}

/** Where cases may come in time: never less than where they can. */
export interface ZoneGraph {
    readonly nodes: readonly ZoneNode[];
    /** for each node the nodes from which a move leads there */
    readonly from: readonly (readonly number[])[];
    /** false where there were more nodes than the limit */
    readonly isWhole: boolean;
}

/** How often moments by more moves are told apart for one state; then it may be any. */
const MOST_APART = 8;

/** Places, each there once, with what can happen at them. */
export interface Places {
    readonly machine: Machine;
    readonly of: (state: State, done: Done) => Place;
    readonly ways: (place: Place) => readonly Way[];
}

/** The places of the courses by which some moves are made. */
export function placesOf(machine: Machine, take: Take): Places {
    const live = liveFacts(machine);
    const places = new Map<string, Place>();
    const ways = new Map<Place, readonly Way[]>();
    const of: Places['of'] = (state, done) => {
        const known = forget(state, live);
        const key = `${keyOf(known)} ${done.join()}`;
        const place = places.get(key) ?? { state: known, done, key };
        places.set(key, place);
        return place;
    };
    return {
        machine,
        of,
        ways: (place) => {
            const found =
                ways.get(place) ??
                movesIn(machine, place.state).flatMap((move): Way[] => {
                    let to: State | undefined;
                    const next = () => (to ??= after(machine, place.state, move));
                    return take(move, place.done, { before: place.state, next }).map(({ done, asks }) => ({
                        move,
                        to: next(),
                        then: of(next(), done),
                        asks,
                    }));
                });
            ways.set(place, found);
            return found;
        },
    };
}

/**
 * All places where a case may come in time, breadth first. Of the orders in which the same happens in parallel one zone is
 * made, the hull of theirs: what they have together is convex (Ben Salah, Bozga, Maler, “On interleaving in timed
 * automata”, 2006), so that of such a group there are as many nodes as states, and not as many as orders. What else comes
 * to one state by as many moves is taken together as well; so it is an abstract interpretation (Cousot and Cousot 1977)
 * that leaves nothing out, and that may have moments at which no case is there.
 *
 * @param limit most nodes
 */
export function zoneGraph(places: Places, times: InTime, begins: readonly State[], limit: number): ZoneGraph {
    const nodes: ZoneNode[] = [];
    const from: number[][] = [];
    /** the nodes of one key, in the order of the number of moves */
    const known = new Map<string, number[]>();
    /** of one number of moves: by key, with the nodes that lead there */
    let layer = new Map<string, { readonly node: ZoneNode; readonly from: Set<number> }>();
    const add = (place: Place, zone: SpreadZone, by: readonly number[]) => {
        const key = `${place.key} ${zone.form}`;
        const same = known.get(key)?.find((i) => nodes[i] && isPartOf(zone, nodes[i].zone));
        if (same !== undefined) {
            from[same]?.push(...by);
            return;
        }
        const here = layer.get(key);
        layer.set(key, {
            node: { place, zone: here ? around(here.node.zone, zone) : zone },
            from: new Set([...(here?.from ?? []), ...by]),
        });
    };
    for (const state of begins) {
        add(places.of(state, []), spread(times.first(state)), []);
    }
    while (layer.size > 0) {
        const first = nodes.length;
        for (const [key, { node, from: before }] of layer) {
            const all = known.get(key) ?? [];
            known.set(key, all);
            all.push(nodes.length);
            nodes.push(all.length > MOST_APART ? { ...node, zone: unbounded(node.zone) } : node);
            from.push([...before]);
        }
        if (nodes.length > limit) {
            return { nodes, from, isWhole: false };
        }
        layer = new Map();
        nodes.slice(first).forEach(({ place, zone }, i) => {
            for (const { move, to, then, asks } of places.ways(place)) {
                const isSo = asks?.(zone.zone, times) !== false;
                const next = isSo ? times.next(place.state, zone.zone, move, to) : undefined;
                if (next) {
                    add(then, spread(next), [first + i]);
                }
            }
        });
    }
    return { nodes, from, isWhole: true };
}

/** From which places nodes are reached at which something shows, with the least number of moves to them. */
export function movesAhead({ nodes, from }: ZoneGraph, shows: (node: ZoneNode) => boolean): Map<Place, number> {
    const ahead = new Map<Place, number>();
    const seen = new Set<number>();
    let layer = nodes.flatMap((node, i) => (shows(node) ? [i] : []));
    for (let moves = 0; layer.length > 0; moves++) {
        const next: number[] = [];
        for (const i of layer) {
            const place = nodes[i]?.place;
            if (place && !seen.has(i)) {
                seen.add(i);
                ahead.set(place, ahead.get(place) ?? moves);
                next.push(...(from[i] ?? []));
            }
        }
        layer = next;
    }
    return ahead;
}
