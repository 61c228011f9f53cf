import type { Edge, Space } from './space.js';
import { conflictIn, neededBy, networkOf, type Constraint, type Reading, type TimeNetwork } from './time-network.js';
import { MEASURES, measureOf, measuresIn, type Measure } from '../execution/days.js';
import type { Length, Term, TimedWork } from '../execution/timed-work.js';
import { timelineOf, type Timeline } from '../execution/timeline.js';

/** A term or duration that cannot be met on any course that comes there. */
export interface TimeConflict {
    /** the bound, with all that stands in its way */
    readonly bound: Length;
    readonly constraints: readonly Constraint[];
    /** how long the bound would have to be, in which measure */
    readonly needed: { readonly amount: number; readonly isMore: boolean };
    readonly measure: Measure;
    /** a course on which it shows */
    readonly course: readonly Edge[];
    /** whether it is certain, or depends on weekends, public holidays and months, or on what is stated vaguely */
    readonly because: Reading;
}

/** A bound with the moves between which it holds. */
interface Bound {
    readonly length: Length;
    /** the step, group or phase that it bounds; undefined for a handover */
    readonly station: number | undefined;
    /** what it counts from; undefined for the beginning of the case */
    readonly begins: ((edge: Edge) => boolean) | undefined;
    /** the station whose begin it counts from, where a case may begin in it */
    readonly within: number | undefined;
    readonly ends: (edge: Edge) => boolean;
}

/** How many courses are looked at for one bound before it counts as one that can be met. */
const MOST_COURSES = 40;

/**
 * The terms and durations that cannot be met. For each the network of a shortest course to it is solved; when that has
 * no solution, courses are tried that avoid what stands in the way, one thing after another. Only when no course is left
 * is it a conflict: then it is one on every course that comes there.
 *
 * Working days, calendar days and months are no fixed number of one another, so a network is solved in each of these
 * measures, with exact bounds from one to another (spans.ts). What has no solution in one of them, as the calendar suits
 * best, cannot be met. What has a solution in one of them, as the calendar suits worst, always can. What is between the
 * two depends on the calendar.
 */
export function timeConflicts(space: Space, work: TimedWork): TimeConflict[] {
    const timeline = timelineOf(space.machine, work);
    const measures = measuresOf(work);
    const readings: Reading[] = measures.length > 1 ? ['certain', 'calendar', 'vague'] : ['certain', 'vague'];
    const met = readings.map(() => new Set<Length>());
    const conflicts: TimeConflict[] = [];
    // the last first: a course to it shows that those on the way can be met
    for (const bound of boundsOf(timeline, space).reverse()) {
        for (const [i, reading] of readings.entries()) {
            const known = met[i] ?? new Set();
            const conflict = known.has(bound.length)
                ? undefined
                : conflictAt(space, timeline, bound, { reading, measures }, (length) => known.add(length));
            if (conflict) {
                conflicts.push(conflict);
                break;
            }
        }
    }
    return conflicts.reverse();
}

function boundsOf(timeline: Timeline, { states }: Space): Bound[] {
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
interface Without {
    readonly ever: ReadonlySet<number>;
    readonly since: ReadonlySet<number>;
}

function conflictAt(
    space: Space,
    timeline: Timeline,
    bound: Bound,
    asked: Asked,
    isMet: (length: Length) => void,
): TimeConflict | undefined {
    let found: TimeConflict | undefined;
    const waiting: Without[] = [{ ever: new Set(), since: new Set() }];
    for (let tried = 0; tried < MOST_COURSES; tried++) {
        const without = waiting.pop();
        if (!without) {
            return found;
        }
        const way = courseWithout(space, timeline, bound, without);
        if (!way) {
            continue;
        }
        const { course, before } = way;
        const network = networkOf(space, timeline, course);
        const conflict = conflictOf(network, bound.length, asked);
        if (!conflict) {
            const isFree = (measure: Measure) => !conflictIn(network, measure, asked.reading);
            if (asked.reading === 'certain' ? asked.measures.every(isFree) : asked.measures.some(isFree)) {
                network.constraints.forEach((c) => c.because && isMet(c.because));
            }
            return undefined;
        }
        const { constraints } = conflict;
        found ??= { bound: bound.length, ...conflict, course, because: asked.reading };
        const earlier = new Set(doneIn(space, timeline, course.slice(0, before)));
        const later = new Set(doneIn(space, timeline, course.slice(before)));
        const inTheWay = new Set(constraints.flatMap((c) => c.station ?? []));
        for (const station of [...inTheWay].filter((s) => s !== bound.station)) {
            if (later.has(station) && !without.since.has(station)) {
                waiting.push({ ...without, since: new Set(without.since).add(station) });
            }
            if ((earlier.has(station) || without.since.has(station)) && !without.ever.has(station)) {
                waiting.push({ ...without, ever: new Set(without.ever).add(station) });
            }
        }
    }
    return undefined;
}

/** How a network is asked, and in what. */
interface Asked {
    readonly reading: Reading;
    readonly measures: readonly Measure[];
}

/** The measures that something is stated in: where all is in days, working days and months say nothing more. */
function measuresOf({ stations, handovers }: TimedWork): Measure[] {
    const lengths = [
        ...stations.flatMap((s) => [...(s.duration ? [s.duration] : []), ...s.activities, ...s.terms]),
        ...[...handovers.values()].flatMap((h) => h.terms),
    ];
    const stated = new Set(lengths.flatMap(({ quantity }) => measuresIn(quantity)));
    return MEASURES.filter((m) => m === 'days' || stated.has(m));
}

/**
 * What stands in the way of a bound on one course: by itself, or with other bounds. As the calendar suits best one measure
 * in which it does is enough; as it suits worst it has to in all of them.
 */
function conflictOf(
    network: TimeNetwork,
    bound: Length,
    { reading, measures }: Asked,
): Pick<TimeConflict, 'constraints' | 'measure' | 'needed'> | undefined {
    const own = measureOf(bound.quantity.unit ?? '');
    // how many months are sure to be enough is a rough figure
    const first = own === 'months' && reading !== 'certain' ? 'days' : own;
    const order = [...measures].sort((a, b) => Number(b === first) - Number(a === first));
    for (const only of [bound, undefined]) {
        const conflicts = order.flatMap((measure) => {
            const constraints = conflictIn(network, measure, reading, only);
            return constraints?.some((c) => c.because === bound && c.kind === 'most')
                ? [{ measure, constraints, needed: neededBy(constraints, bound, measure, reading) }]
                : [];
        });
        if (reading === 'certain' ? conflicts.length > 0 : conflicts.length === order.length) {
            return conflicts[0];
        }
    }
    return undefined;
}

/** The stations of which the work is done, or broken off by its term, on a course. */
function doneIn({ states }: Space, timeline: Timeline, course: readonly Edge[]): number[] {
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
function courseWithout(
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
