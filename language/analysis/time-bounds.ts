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
}

/** Every term of a process, and every duration with something inside it, that states a most. */
export function boundsOf(timeline: Timeline, { states }: Space): Bound[] {
    const { work, machine } = timeline;
    const begun = (state: number) => {
        const known = states[state];
        return known ? timeline.begun(known) : new Set<number>();
    };
    const reenters = ({ move }: Edge, station: number) => 'way' in move && move.way.target === station;
    const begins = (station: number) => (edge: Edge) =>
        begun(edge.to).has(station) && (!begun(edge.from).has(station) || reenters(edge, station));
    const isOver = (station: number) => (edge: Edge) =>
        begun(edge.from).has(station) && (!begun(edge.to).has(station) || reenters(edge, station));
    const since = ({ from }: Term): Pick<Bound, 'begins' | 'within'> =>
        from.type === 'registration'
            ? { begins: undefined, within: undefined }
            : from.type === 'begin'
              ? { begins: begins(from.station), within: from.station }
              : { begins: isOver(from.station), within: undefined };
    const bounds = machine.stations.flatMap(({ index, children }): Bound[] => {
        const timed = work.stations[index];
        const isInside = children.length > 0;
        const isRepeated = machine.stations[index]?.repeats.length !== 0;
        const ends = isInside
            ? (edge: Edge) => isOver(index)(edge) && !isEarly(edge, index)
            : ({ move }: Edge) => move.kind === (isRepeated ? 'enough' : 'finish') && move.token.at === index;
        const duration = timed?.duration && (isInside || timed.activities.length > 0) ? [timed.duration] : [];
        return [
            ...(timed?.terms ?? []).map((term): Bound => ({ length: term, station: index, ...since(term), ends })),
            ...duration.map((length): Bound => ({
                length,
                station: index,
                begins: isInside ? begins(index) : undefined,
                within: isInside ? index : undefined,
                ends,
            })),
        ];
    });
    const handovers = [...work.handovers].flatMap(([name, { terms }]) =>
        terms
            .filter((t) => t.from.type === 'registration' || machine.stations[t.from.station])
            .map((term): Bound => {
                const ends = ({ move }: Edge) =>
                    move.kind === 'leave' && move.way.handovers.some((h) => h.name === name);
                return { length: term, station: undefined, ...since(term), ends };
            }),
    );
    return [...bounds, ...handovers].filter(
        ({ length: { days, quantity } }) =>
            Number.isFinite(days.high) || (quantity.bound === 'over' && quantity.high !== undefined),
    );
}

/** Whether a way leads out of a group or phase before all of it is done. */
function isEarly({ move }: Edge, container: number): boolean {
    return 'way' in move && !('token' in move && move.token.at === container);
}

/** What a course must do without: stations whose work is not done, at all or not since what the bound counts from. */
export interface Without {
    readonly ever: ReadonlySet<number>;
    readonly since: ReadonlySet<number>;
}

/** The stations of which the work is done, or broken off by its term, on a course. */
export function doneIn({ states }: Space, timeline: Timeline, course: readonly Edge[]): number[] {
    return course.flatMap(({ move, from, to }) => {
        const [before, after] = [states[from], states[to]];
        const begun = before ? [...timeline.begun(before)] : [];
        const over = after ? begun.filter((m) => !timeline.begun(after).has(m)) : [];
        return move.kind === 'finish'
            ? [move.token.at, ...over]
            : move.kind === 'expire'
              ? [move.station, ...over]
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
