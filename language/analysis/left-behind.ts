import { isInside, isParallel, type Station, type Way } from '../execution/machine.js';
import { stationOf } from '../execution/moves.js';
import type { Edge, Space } from './space.js';

/** A way out of one part of work in parallel, by which a course leaves other parts of it open. */
export interface LeftBehind {
    readonly way: Way;
    /** the group */
    readonly group: Station;
}

/**
 * The last such way on a course.
 *
 * @param isMeant the stations of which it is asked how they came to be left open; any where left out
 */
export function leftBehindOn(
    { machine, states }: Space,
    course: readonly Edge[],
    isMeant: (station: number) => boolean = () => true,
): LeftBehind | undefined {
    for (const { move, to } of course.toReversed()) {
        const station = stationOf(move);
        const state = states[to];
        if (!('way' in move) || station === undefined || !state) {
            continue;
        }
        const { target } = move.way;
        const open = [
            ...state.tokens.map((t) => t.at),
            ...state.joinings.map((j) => j.group),
            ...state.leftOpen,
        ].filter(isMeant);
        const group = machine.stations[station]?.around
            .flatMap((i) => machine.stations[i] ?? [])
            .find(
                (around) =>
                    isParallel(around) &&
                    around.index !== station &&
                    (target === undefined || !isInside(machine, target, around.index)) &&
                    open.some((at) => isInside(machine, at, around.index)),
            );
        if (group) {
            return { way: move.way, group };
        }
    }
    return undefined;
}
