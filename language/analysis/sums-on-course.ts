import type { Move } from '../execution/moves.js';
import type { State } from '../execution/state.js';
import type { TimedWork } from '../execution/timed-work.js';
import type { InTime, Zone } from '../execution/zone.js';
import { timesOf } from './places-in-time.js';
import type { Edge, Space } from './space.js';
import type { Take, Taken } from './zone-graph.js';

/** More than so much in all. */
export interface Sums {
    readonly moreThan: number;
    /** what one move takes; of what a term breaks off each part apart, with where: it takes that only where it has begun */
    readonly parts: (edge: Edge, space: Pick<Space, 'states'>) => readonly Part[];
}

export interface Part {
    readonly amount: number;
    readonly cutOff?: number;
}

/** The sum of what is taken, as far as it matters. What is broken off may not have begun, and takes nothing then. */
export function takeSums({ parts, moreThan }: Sums): Take {
    return (move, [before = 0], { before: state, next }) => {
        const all = parts({ from: 0, to: 1, move }, { states: [state, next()] });
        const isCutOff = (part: Part) => part.cutOff !== undefined;
        const sure = all.filter((p) => !isCutOff(p)).reduce((sum, p) => sum + p.amount, before);
        const sums = all
            .filter(isCutOff)
            .reduce<readonly { sum: number; begun: readonly number[] }[]>(
                (so, { amount, cutOff = -1 }) =>
                    so.flatMap((s) => [s, { sum: s.sum + amount, begun: [...s.begun, cutOff] }]),
                [{ sum: sure, begun: [] }],
            );
        return sums.map(({ sum, begun }): Taken => ({
            done: [Math.min(sum, moreThan + 1)],
            ...(begun.length > 0 && {
                asks: (zone, times) => begun.every((at) => !isOverBefore(times, state, zone, move, at)),
            }),
        }));
    };
}

/** Whether work that a term breaks off surely had not begun. */
function isOverBefore(times: InTime, state: State, zone: Zone, move: Move, station: number): boolean {
    const open = state.tokens.filter((t) => t.at === station);
    const way = move.kind === 'expire' ? move.way : undefined;
    return open.length > 0 && open.every((token) => times.isOverBefore(state, zone, token, way));
}

/** Of a course whether the work somewhere that a move breaks off surely had not begun. */
export function neverBegunOn(
    { space, course }: { readonly space: Space; readonly course: readonly Edge[] },
    work: TimedWork,
): (edge: Edge, station: number) => boolean {
    const { machine, states, beginnings: begins } = space;
    const times = timesOf(machine, work, 'stated');
    const [begin] = course.flatMap((e) => begins.get(e.from) ?? []);
    let zone = begin && times.first(begin);
    const zones = new Map<Edge, Zone>();
    for (const edge of course) {
        const [before, next] = [states[edge.from], states[edge.to]];
        if (zone) {
            zones.set(edge, zone);
        }
        zone = zone && before && next && times.next(before, zone, edge.move, next);
    }
    return (edge, station) => {
        const [state, at] = [states[edge.from], zones.get(edge)];
        return state !== undefined && at !== undefined && isOverBefore(times, state, at, edge.move, station);
    };
}
