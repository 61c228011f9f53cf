import { enoughIn, UNIT, type Needed } from './enough.js';
import type { Space } from './space.js';
import type { TimeConflict } from './time-conflicts.js';
import { networkOf, type Constraint, type TimeNetwork } from './time-network.js';
import type { DaysOff } from '../execution/calendar.js';
import { measureOf, sizesOf, type Measure, type Sizes } from '../execution/days.js';
import type { Length, TimedStation, TimedWork } from '../execution/timed-work.js';
import { timelineOf } from '../execution/timeline.js';

/**
 * How long a bound that cannot be met would have to be for all that is stated on a course to fit in it, also what may take
 * less: the longest path of the network from where the bound counts to where it ends, each duration at its most. Where
 * another bound stands in the way too, what is needed at least is all that can be said.
 *
 * @returns a whole number of the unit in which the bound is stated
 */
export function roomFor(space: Space, work: TimedWork, conflict: TimeConflict): { count: number; unit: string } {
    const { bound, constraints, course, needed, measure, because } = conflict;
    const unit = bound.quantity.unit ?? 'dagen';
    const atLeast = enoughIn(unit, { ...needed, measure }, work.off);
    if (constraints.some((c) => c.kind === 'most' && c.because !== bound)) {
        return { count: atLeast, unit };
    }
    const network = networkOf(space, timelineOf(space.machine, work), course);
    const own = measureOf(unit);
    // as the calendar suits worst, what is needed is a sum of what each of them needs by itself
    const measures = own === 'months' ? [own, 'days' as const] : [own];
    const rooms = network.constraints
        .filter((c) => c.kind === 'most' && c.because === bound)
        .map((c) =>
            Math.min(
                ...measures.map((m) =>
                    Math.max(
                        ...longest(network, c, { bound, own: m, off: work.off }).map((l) =>
                            enoughIn(unit, l, work.off),
                        ),
                    ),
                ),
            ),
        );
    return { count: Math.max(because === 'certain' || rooms.length === 0 ? atLeast : 0, ...rooms), unit };
}

/** How long a term of work itself would have to be for all that its work takes to fit; a whole number of its unit. */
export function roomWithin({ duration, activities }: TimedStation, unit: string, off: DaysOff): number {
    const measure = measureOf(unit);
    const lengths = [...(duration ? [duration] : []), ...activities];
    return Math.max(
        ...lengths.map((l) =>
            enoughIn(unit, { amount: mostOf(l)[measure].reach, isMore: l.days.isMore, measure }, off),
        ),
    );
}

/** What has to be before a moment, one after the other: how long, and of the last of it that is in one measure how much. */
interface Passed {
    /** in the measure of the bound: all that is before the last */
    readonly before: number;
    readonly last: number;
    readonly measure: Measure;
    readonly isMore: boolean;
}

/**
 * How long everything that has to be between the moments of a bound takes at most, weekends and holidays included. What
 * follows on one another in one measure is added up in that measure, before it is reckoned in that of the bound: three
 * times a week holds as many working days as three weeks.
 */
function longest(
    { size, constraints }: TimeNetwork,
    { from, to }: Constraint,
    { bound, own, off }: { readonly bound: Length; readonly own: Measure; readonly off: DaysOff },
): Needed[] {
    const least = constraints.filter((c) => c.kind === 'least' && c.because !== bound);
    const by = Map.groupBy(least, (c) => c.to);
    // what is longer now need not be longer when more follows
    const longest: Passed[][] = Array.from({ length: size }, () => []);
    longest[from] = [{ before: 0, last: 0, measure: own, isMore: false }];
    // what has to come first has a lower number
    for (let moment = from + 1; moment <= to; moment++) {
        const all = (by.get(moment) ?? []).flatMap((c) =>
            (longest[c.from] ?? []).map((passed) => followedBy(passed, c.because)),
        );
        longest[moment] = all.filter(
            (one, i) => !all.some((other, j) => isNoLonger(one, other) && (!isNoLonger(other, one) || j < i)),
        );
    }
    return (longest[to] ?? []).map((p) => ({ amount: p.before + inOwn(p, 'reach'), isMore: p.isMore, measure: own }));

    function followedBy(passed: Passed, because: Length | undefined): Passed {
        if (!because) {
            return passed;
        }
        const { unit = '', lowUnit = unit } = because.quantity;
        const stated = measureOf(Number.isFinite(because.days.high) ? unit : lowUnit);
        const measure = own === 'working' && stated === 'months' ? 'days' : stated;
        const amount = mostOf(because)[measure].reach;
        const isMore = passed.isMore || because.days.isMore;
        return measure === passed.measure
            ? { ...passed, last: passed.last + amount, isMore }
            : {
                  before: passed.before + inOwn(passed, measure === 'working' ? 'most' : 'reach'),
                  last: amount,
                  measure,
                  isMore,
              };
    }

    /** @param as `most` where a working day follows: then it does not matter on what day it is over */
    function inOwn({ last, measure }: Passed, as: 'most' | 'reach'): number {
        return measure === own ? last : sizesOf(last, UNIT[measure], off)[own][own === 'working' ? as : 'reach'];
    }
}

/** Whether one is no longer than another, whatever follows. */
function isNoLonger(one: Passed, other: Passed): boolean {
    return (
        one.measure === other.measure &&
        one.before <= other.before &&
        one.last <= other.last &&
        (!one.isMore || other.isMore || one.before + one.last < other.before + other.last)
    );
}

/** How long something takes at most; what has no most, at least. */
function mostOf({ vague, days }: Length): Sizes {
    return vague ? days.figures.high : Number.isFinite(days.high) ? days.highest : days.lowest;
}
