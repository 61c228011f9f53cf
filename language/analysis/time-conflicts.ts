import { alwaysAtOnceIn, type AtOnce } from './begins-at-once.js';
import { goesSo } from './in-time.js';
import { timesOf } from './places-in-time.js';
import { spaceOf, type Edge, type Space } from './space.js';
import { conflictIn, neededBy, networkOf, type Constraint, type Reading, type TimeNetwork } from './time-network.js';
import { boundsAround, boundsOf, courseWithout, doneIn, termRunsOut, type Bound, type Without } from './time-bounds.js';
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
    /** a course on which it shows; without moves where it shows of the work at a step by itself */
    readonly course: readonly Edge[];
    /** whether it is certain, or depends on weekends, public holidays and months, or on what is stated vaguely */
    readonly because: Reading;
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
 *
 * @param seeing the space with every order of the work at some stations
 */
export function timeConflicts(
    space: Space,
    work: TimedWork,
    seeing: (stations: ReadonlySet<number>) => Space = () => space,
): TimeConflict[] {
    const timeline = timelineOf(space.machine, work);
    const measures = measuresOf(work);
    const readings: Reading[] = measures.length > 1 ? ['certain', 'calendar', 'vague'] : ['certain', 'vague'];
    const met = readings.map(() => new Set<Length>());
    const conflicts: TimeConflict[] = [];
    // the last first: a course to it shows that those on the way can be met
    const bounds = boundsOf(timeline, space).filter((b) => !b.isBeside);
    const atOnce = bounds.length > 0 ? alwaysAtOnceIn(space, work) : undefined;
    for (const asked of bounds.reverse()) {
        const { bound, in: where } = inAnOrder(timeline, space, asked, seeing);
        for (const [i, reading] of readings.entries()) {
            const known = met[i] ?? new Set();
            const conflict = known.has(bound.length)
                ? undefined
                : conflictAt(where, timeline, bound, { reading, measures, ...(atOnce && { atOnce }) }, (length) =>
                      known.add(length),
                  );
            if (conflict) {
                conflicts.push(conflict);
                break;
            }
        }
    }
    return conflicts.reverse();
}

/**
 * The bound where some course has what it counts from before what it is of. Of two that go on beside each other one order
 * may stand for both; then it is asked in a space with every order of the two.
 */
export function inAnOrder(
    timeline: Timeline,
    space: Space,
    bound: Bound,
    seeing: (stations: ReadonlySet<number>) => Space,
): { readonly bound: Bound; readonly in: Space } {
    const { length, station, isBeside } = bound;
    const from = 'from' in length ? (length as Term).from : undefined;
    if (
        station === undefined ||
        (from?.type !== 'end' && from?.type !== 'begin') ||
        // its own begin always comes before its end
        from.station === station ||
        !space.machine.stations[from.station] ||
        courseWithout(space, timeline, bound, { ever: new Set(), since: new Set() })
    ) {
        return { bound, in: space };
    }
    // it begins when other work is done
    const before = from.type === 'begin' ? space.out.flat().filter((edge) => bound.begins?.(edge)) : [];
    const leading = before.flatMap(({ move }) => ('token' in move ? move.token.at : []));
    const full = seeing(new Set([station, from.station, ...leading]));
    const same =
        full === space
            ? undefined
            : [...boundsOf(timeline, full), ...boundsAround(timeline, full)].find(
                  (b) => b.length === length && b.station === station && b.isBeside === isBeside,
              );
    return same ? { bound: same, in: full } : { bound, in: space };
}

/** What stands in the way of one bound, on every course that comes to it; `isMet` is told of what a course meets. */
export function conflictAt(
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
        const network = networkOf(space, timeline, course, asked.atOnce);
        const conflict = conflictOf(network, bound.length, asked);
        const isCounted = network.constraints.some((c) => c.because === bound.length);
        if (!conflict && found && !isCounted && !isPossible(space, timeline, course)) {
            // what the bound counts from is there before, however it is on this course
            continue;
        }
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
        const inTheWay = new Set(
            constraints.flatMap((c) =>
                c.station === undefined ? (c.lasting ?? []) : c.byTerm ? termRunsOut(c.station) : c.station,
            ),
        );
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

/** Whether a course can happen in this order, whatever the calendar and whoever keeps to what is stated. */
function isPossible({ machine, states }: Space, { work }: Timeline, course: readonly Edge[]): boolean {
    const begin = course[0] && states[course[0].from];
    const moves = course.map(({ move }) => move);
    return begin === undefined || goesSo(machine, timesOf(machine, work, 'certain'), begin, moves);
}

/** How a network is asked, and in what. */
export interface Asked {
    readonly reading: Reading;
    readonly measures: readonly Measure[];
    /** true where the other bounds do not count, only what takes at least so long */
    readonly alone?: true;
    readonly atOnce?: AtOnce;
}

/** The measures that something is stated in: where all is in days, working days and months say nothing more. */
export function measuresOf({ stations, handovers }: TimedWork): Measure[] {
    const lengths = [
        ...stations.flatMap((s) => [...(s.duration ? [s.duration] : []), ...s.activities, ...s.starts, ...s.terms]),
        ...[...handovers.values()].flatMap((h) => h.terms),
    ];
    const stated = new Set(lengths.flatMap(({ quantity }) => measuresIn(quantity)));
    return MEASURES.filter((m) => m === 'days' || stated.has(m));
}

/**
 * What stands in the way of a bound on one course: by itself, or with other bounds. As the calendar suits best one measure
 * in which it does is enough; as it suits worst it has to in all of them.
 */
export function conflictOf(
    network: TimeNetwork,
    bound: Length,
    { reading, measures, alone }: Asked,
): Pick<TimeConflict, 'constraints' | 'measure' | 'needed'> | undefined {
    const own = measureOf(bound.quantity.unit ?? '');
    // how many months are sure to be enough is a rough figure
    const first = own === 'months' && reading !== 'certain' ? 'days' : own;
    const order = [...measures].sort((a, b) => Number(b === first) - Number(a === first));
    // what can all be met, can be met with some of it left out
    const isFree = (measure: Measure) => !conflictIn(network, measure, reading);
    if (reading === 'certain' ? order.every(isFree) : order.some(isFree)) {
        return undefined;
    }
    for (const only of alone ? [bound] : [bound, undefined]) {
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

/** As many states are enough to do the work of one step from its begin to its end. */
const ENOUGH_STATES = 50;

/**
 * The terms that the work at one step cannot meet by itself, wherever a case comes from: of these steps, as if a case
 * began there.
 */
export function conflictsWithin({ machine }: Space, work: TimedWork, steps: readonly number[]): TimeConflict[] {
    const hasOwnTerm = (i: number) => work.stations[i]?.duration && work.stations[i].terms.length > 0;
    return steps.filter(hasOwnTerm).flatMap((start) => {
        const alone = spaceOf({ ...machine, start, access: [], breaches: [] }, { limit: ENOUGH_STATES });
        return timeConflicts(alone, work)
            .filter(
                ({ because, constraints }) =>
                    because === 'certain' && constraints.every((c) => c.station === undefined || c.station === start),
            )
            .filter(({ bound }) => work.stations[start]?.terms.some((t) => t.at === bound.at))
            .map((conflict) => ({ ...conflict, course: [] }));
    });
}
