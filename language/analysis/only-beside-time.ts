import { beginnings } from '../execution/begin.js';
import type { Station, Way } from '../execution/machine.js';
import { movesIn } from '../execution/moves.js';
import type { State } from '../execution/state.js';
import type { TimedWork } from '../execution/timed-work.js';
import { saysTime } from './possible-course.js';
import { shortestInTime } from './shortest-in-time.js';
import { everyPlace, graphOf, timesOf } from './places-in-time.js';
import type { Space } from './space.js';

/**
 * The steps, escalations and ends that some course comes to, and none as long as everything takes as long as is stated:
 * they are in no moment at which a case may come anywhere (zone-graph.ts), whatever the calendar. None where there are too
 * many of those to look at all.
 */
export function onlyBesideTime(space: Space, work: TimedWork): Station[] {
    const { machine } = space;
    const asked = saysTime(work) ? notOnShortest(space, work) : [];
    if (asked.length === 0) {
        return [];
    }
    const graph = graphOf(everyPlace(machine), beginnings(machine), timesOf(machine, work, 'certain'));
    const inTime = new Set(graph.nodes.flatMap((n) => stationsOf(n.place.state)));
    return graph.isWhole ? asked.filter(({ index }) => !inTime.has(index)) : [];
}

/** The ways of decisions that some course takes, and none as long as everything takes as long as is stated; see above. */
export function waysOnlyBesideTime(space: Space, work: TimedWork): Way[] {
    const { machine } = space;
    const isInTime = saysTime(work) ? shortestInTime(space, work, 'certain') : undefined;
    const taken = new Set<Way>();
    const inTime = new Set<Way>();
    for (const { from, move } of isInTime ? space.out.flat() : []) {
        if (move.kind === 'leave' && ['branch', 'otherwise'].includes(move.way.arrow.kind)) {
            taken.add(move.way);
            if (!inTime.has(move.way) && isInTime?.(from) === true) {
                inTime.add(move.way);
            }
        }
    }
    if (taken.size === inTime.size) {
        return [];
    }
    const graph = graphOf(everyPlace(machine), beginnings(machine), timesOf(machine, work, 'certain'));
    const ways = graph.nodes.flatMap(({ place: { state } }) =>
        state.tokens.some((t) => t.stage === 'leaving') ? movesIn(machine, state) : [],
    );
    ways.forEach((move) => move.kind === 'leave' && inTime.add(move.way));
    return graph.isWhole ? [...taken].filter((way) => !inTime.has(way)) : [];
}

/** Those that are not on a shortest course that is possible in time. */
function notOnShortest(space: Space, work: TimedWork): Station[] {
    const isInTime = shortestInTime(space, work, 'certain');
    const reached = new Set(space.states.flatMap(stationsOf));
    const inTime = new Set(space.states.flatMap((state, i) => (isInTime(i) ? stationsOf(state) : [])));
    return space.machine.stations.filter(
        ({ index, node }) => node.kind !== 'group' && node.kind !== 'phase' && reached.has(index) && !inTime.has(index),
    );
}

/** Where a case is in a state. */
function stationsOf({ tokens, end }: State): number[] {
    return [...tokens.map((t) => t.at), ...(typeof end === 'number' ? [end] : [])];
}
