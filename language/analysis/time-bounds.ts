import { isInside } from '../execution/machine.js';
import { stationOf } from '../execution/moves.js';
import { openWork, type State } from '../execution/state.js';
import type { Length, Term } from '../execution/timed-work.js';
import type { Timeline } from '../execution/timeline.js';
import type { Edge, Space } from './space.js';

/** A bound with the moves between which it holds. */
export interface Bound {
    readonly length: Length;
    /** the step, group or phase that it bounds; undefined for a handover */
    readonly station: number | undefined;
    /** what it counts from; undefined for the beginning of the case */
    readonly begins: ((edge: Edge) => boolean) | undefined;
    /** the station whose begin it counts from, where a case may begin in it */
    readonly within: number | undefined;
    readonly ends: (edge: Edge) => boolean;
    /** true where it is about leaving a group or phase before all of it is done, while it may be done as well */
    readonly isBeside?: true;
}

/** Every term of a process, and every duration with something inside it, that states a most. */
export function boundsOf(timeline: Timeline, { states, out }: Space): Bound[] {
    const { work, machine } = timeline;
    const edges = out.flat();
    const begun = (state: number) => {
        const known = states[state];
        return known ? timeline.begun(known) : new Set<number>();
    };
    const hasWork = (state: State | undefined, container: number) =>
        state !== undefined && openWork(state).some((t) => isInside(machine, t.at, container));
    const reenters = ({ move }: Edge, station: number) => 'way' in move && move.way.target === station;
    const begins = (station: number) => (edge: Edge) =>
        begun(edge.to).has(station) && (!begun(edge.from).has(station) || reenters(edge, station));
    const isOver = (station: number) => (edge: Edge) =>
        begun(edge.from).has(station) && (!begun(edge.to).has(station) || reenters(edge, station));
    const since = ({ from }: Term): Pick<Bound, 'begins' | 'within'> => {
        switch (from.type) {
            case 'registration':
                return { begins: undefined, within: undefined };
            case 'begin':
                return { begins: begins(from.station), within: from.station };
            case 'end':
                return { begins: isOver(from.station), within: undefined };
            case 'handover':
                return { begins: (edge) => handsOver(edge, from.name), within: undefined };
        }
    };
    const bounds = machine.stations.flatMap(({ index, children }): Bound[] => {
        const timed = work.stations[index];
        const isInside = children.length > 0;
        const isRepeated = machine.stations[index]?.repeats.length !== 0;
        const ends = ({ move }: Edge) => move.kind === (isRepeated ? 'enough' : 'finish') && move.token.at === index;
        const duration = timed?.duration && (isInside || timed.activities.length > 0) ? [timed.duration] : [];
        const bounds = [
            ...(timed?.terms ?? []).map((term): Bound => ({ length: term, station: index, ...since(term), ends })),
            ...duration.map((length): Bound => ({
                length,
                station: index,
                begins: isInside ? begins(index) : undefined,
                within: isInside ? index : undefined,
                ends,
            })),
        ];
        if (!isInside || bounds.length === 0) {
            return bounds;
        }
        // a group or phase is over when all of it is done, or left before
        const isDone = (edge: Edge) => isOver(index)(edge) && !isEarly(edge, index) && edge.move.kind !== 'interrupt';
        const isLeft = (edge: Edge) =>
            isEarly(edge, index) && isFromInside(machine, edge, index) && !hasWork(states[edge.to], index);
        const mayBeDone = edges.some(isDone);
        return [
            ...(mayBeDone ? bounds.map((bound) => ({ ...bound, ends: isDone })) : []),
            ...(edges.some(isLeft)
                ? bounds.map((bound) => ({ ...bound, ends: isLeft, ...(mayBeDone && { isBeside: true as const }) }))
                : []),
        ];
    });
    const handovers = [...work.handovers].flatMap(([name, { terms }]) =>
        terms
            .filter((t) => !('station' in t.from) || machine.stations[t.from.station])
            .map((term): Bound => {
                const ends = (edge: Edge) => handsOver(edge, name);
                return { length: term, station: undefined, ...since(term), ends };
            }),
    );
    return [...bounds, ...handovers].filter(
        ({ length: { days, quantity } }) =>
            Number.isFinite(days.high) || (quantity.bound === 'over' && quantity.high !== undefined),
    );
}

/** Whether a handover is over then. */
export function handsOver({ move }: Edge, name: string): boolean {
    return move.kind === 'leave' && move.way.handovers.some((h) => h.name === name);
}

/** The terms with `anders` of groups and phases, each as a bound on a piece of work in it. */
export function boundsAround(timeline: Timeline, space: Space): Bound[] {
    const { stations } = timeline.machine;
    const leading = new Set(stations.flatMap((s) => s.expiries.map((w) => w.arrow.at)));
    const outer = boundsOf(timeline, space).filter(
        ({ length, station, isBeside }) =>
            !isBeside && leading.has(length.at) && (stations[station ?? -1]?.children.length ?? 0) > 0,
    );
    return outer.flatMap((bound) =>
        stations
            .filter(
                (s) => s.index !== bound.station && s.children.length === 0 && s.around.includes(bound.station ?? -1),
            )
            .map(({ index }) => ({
                ...bound,
                station: index,
                ends: ({ move }: Edge) => move.kind === 'finish' && move.token.at === index,
            })),
    );
}

/** Whether a way is taken from something inside a group or phase. */
function isFromInside(machine: Timeline['machine'], { move }: Edge, container: number): boolean {
    const from = stationOf(move);
    return from !== undefined && from !== container && isInside(machine, from, container);
}

/** Whether a way leads out of a group or phase before all of it is done. */
function isEarly({ move }: Edge, container: number): boolean {
    return 'way' in move && !('token' in move && move.token.at === container);
}

/**
 * What a course must do without, at all or not since what the bound counts from: stations whose work is not done, and
 * terms that do not run out (`termRunsOut`).
 */
export interface Without {
    readonly ever: ReadonlySet<number>;
    readonly since: ReadonlySet<number>;
}

/** That the term of a station runs out, apart from its work by itself. */
export function termRunsOut(station: number): number {
    return ~station;
}

/** The stations of which the work is done, or broken off by its term, on a course; where a term runs out that as well. */
export function doneIn({ states }: Space, timeline: Timeline, course: readonly Edge[]): number[] {
    return course.flatMap(({ move, from, to }) => {
        const [before, after] = [states[from], states[to]];
        const begun = before ? [...timeline.begun(before)] : [];
        const over = after ? begun.filter((m) => !timeline.begun(after).has(m)) : [];
        return move.kind === 'finish'
            ? [move.token.at, ...over]
            : move.kind === 'expire'
              ? [termRunsOut(move.station), move.station, ...over]
              : over;
    });
}

/** A shortest course to where a bound ends; `before` is the number of moves before what it counts from. */
export function courseWithout(
    space: Space,
    timeline: Timeline,
    { begins, within, ends }: Bound,
    { ever, since }: Without,
): { course: Edge[]; before: number } | undefined {
    const avoids = (edge: Edge, stations: ReadonlySet<number>) =>
        stations.size > 0 && doneIn(space, timeline, [edge]).some((s) => stations.has(s));
    // repetition only where there is no way without
    for (const again of [false, true]) {
        const isOut = (edge: Edge, stations: ReadonlySet<number>) =>
            avoids(edge, stations) || (!again && edge.move.kind === 'again');
        const start = [...space.beginnings.keys()];
        const first = search(space, start, (e) => isOut(e, ever), begins ?? (() => false));
        const inside = start.filter((i) => {
            const state = space.states[i];
            return within !== undefined && state && timeline.begun(state).has(within);
        });
        const from = begins ? [...inside, ...first.found.map((e) => e.to)] : start;
        const second = search(space, from, (e) => isOut(e, ever) || isOut(e, since), ends, 1);
        const [last] = second.found;
        if (last) {
            const path = [...second.to(last.from), last];
            const enter = begins && first.found.find((e) => e.to === path[0]?.from);
            const prefix = enter ? [...first.to(enter.from), enter] : [];
            return { course: [...prefix, ...path], before: prefix.length };
        }
    }
    return undefined;
}

/** Breadth first from some states: the moves that are looked for, and the way to a state. */
function search(
    { out }: Space,
    from: readonly number[],
    isOut: (edge: Edge) => boolean,
    isFound: (edge: Edge) => boolean,
    most = Number.POSITIVE_INFINITY,
): { readonly found: readonly Edge[]; readonly to: (state: number) => Edge[] } {
    const by = new Map<number, Edge | undefined>(from.map((state) => [state, undefined]));
    const found: Edge[] = [];
    const queue = [...by.keys()];
    for (const state of queue) {
        for (const edge of out[state] ?? []) {
            if (isOut(edge)) {
                continue;
            }
            if (isFound(edge)) {
                found.push(edge);
                if (found.length >= most) {
                    break;
                }
            }
            if (!by.has(edge.to)) {
                by.set(edge.to, edge);
                queue.push(edge.to);
            }
        }
        if (found.length >= most) {
            break;
        }
    }
    return {
        found,
        to: (state) => {
            const result: Edge[] = [];
            for (let edge = by.get(state); edge; edge = by.get(edge.from)) {
                result.push(edge);
            }
            return result.reverse();
        },
    };
}
