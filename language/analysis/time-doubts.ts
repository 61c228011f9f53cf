import { isInside } from '../execution/machine.js';
import type { Length, Term, TimedWork } from '../execution/timed-work.js';
import { timelineOf, type Timeline } from '../execution/timeline.js';
import { atOnceIn, type AtOnce } from './begins-at-once.js';
import { extremesOf } from './extremes.js';
import type { Edge, Space } from './space.js';
import { boundsOf, courseWithout, doneIn, type Bound } from './time-bounds.js';
import { conflictOf, inAnOrder, measuresOf, type TimeConflict } from './time-conflicts.js';
import { conflictIn, networkOf, type TimeNetwork } from './time-network.js';

/** A term of which cannot be said whether it can be met: how long something takes before it, is not stated or vague. */
export interface TermInDoubt {
    readonly bound: Length;
    /** the steps and escalations that take an open time, on a shortest course to it */
    readonly open: readonly string[];
}

/**
 * The terms to which no course is found on which all that is done, from when they count, says how long it takes. The
 * work that a term is of takes as long as the term allows.
 */
export function termsInDoubt(space: Space, work: TimedWork): TermInDoubt[] {
    const timeline = timelineOf(space.machine, work);
    const { stations } = space.machine;
    const open = stations.flatMap(({ index, repeats }) => {
        const { gap, wait, pause } = work.stations[index] ?? {};
        const isPaced = pause !== undefined && repeats.some(({ atLeast }) => atLeast > 0);
        return gap === 'not-stated' || gap === 'vague' || wait !== undefined || isPaced ? [index] : [];
    });
    const isMet = (bound: Bound, course: readonly Edge[]) =>
        conflictOf(networkOf(space, timeline, course), bound.length, {
            reading: 'certain',
            measures: measuresOf(work),
        }) === undefined;
    const bounds = boundsOf(timeline, space).filter((b) => !b.isBeside);
    return bounds.flatMap((bound): TermInDoubt[] => {
        const between = new Set(
            open.filter((i) => bound.station === undefined || !isInside(space.machine, i, bound.station)),
        );
        const shortest =
            between.size > 0 ? courseWithout(space, timeline, bound, { ever: NOTHING, since: NOTHING }) : undefined;
        if (!shortest) {
            return [];
        }
        const stated = courseWithout(space, timeline, bound, { ever: NOTHING, since: between });
        if (stated && isMet(bound, stated.course)) {
            return [];
        }
        const done = new Set(doneIn(space, timeline, shortest.course.slice(shortest.before)));
        const names = [...between].filter((i) => done.has(i)).map((i) => stations[i]?.node.name ?? '');
        return names.length > 0 ? [{ bound: bound.length, open: names }] : [];
    });
}

/** How many ways in which parallel work may be over are looked at. */
const MOST_ORDERS = 64;

/**
 * The terms that count from something beside or before them and that no course was found to meet on which everything
 * begins as soon as it can, and a group is over when the last of its parts is.
 */
export function termsNotShown(
    space: Space,
    work: TimedWork,
    seeing: (stations: ReadonlySet<number>) => Space,
): Length[] {
    const { machine } = space;
    const timeline = timelineOf(machine, work);
    const measures = measuresOf(work);
    const own = atOnceIn(machine, work);
    const leads = new Set(machine.stations.flatMap((s) => s.expiries.map((w) => w.arrow.at)));
    const isAsked = ({ length, station, isBeside }: Bound) => {
        const from = 'from' in length ? (length as Term).from : undefined;
        return (
            !isBeside &&
            !length.vague &&
            !leads.has(length.at) &&
            from !== undefined &&
            from.type !== 'registration' &&
            !('station' in from && machine.stations[station ?? -1]?.around.includes(from.station))
        );
    };
    const isMetIn = (networks: Iterable<TimeNetwork>): boolean => {
        for (const network of networks) {
            if (measures.every((m) => !conflictIn(network, m, 'certain'))) {
                return true;
            }
        }
        return false;
    };
    const unmet = boundsOf(timeline, space)
        .filter(isAsked)
        .filter((asked) => {
            const { bound, in: where } = inAnOrder(timeline, space, asked, seeing);
            const way = courseWithout(where, timeline, bound, { ever: NOTHING, since: NOTHING });
            return way && !isMetIn(ordersOf(where, timeline, way.course, own));
        });
    return unmet.map((b) => b.length);
}

/** The networks of a course, one for each way in which one part or another of what goes on together may be over last. */
function* ordersOf(space: Space, timeline: Timeline, course: readonly Edge[], own: AtOnce): Generator<TimeNetwork> {
    const choices: number[] = [];
    for (let made = 0; made < MOST_ORDERS; made++) {
        const sizes: number[] = [];
        const lastOf = (moments: readonly number[]) => {
            const all = [...new Set(moments)].toReversed();
            const at = sizes.push(all.length) - 1;
            return all[choices[at] ?? 0];
        };
        yield networkOf(space, timeline, course, { ...own, lastOf });
        const next = sizes.findLastIndex((size, i) => (choices[i] ?? 0) + 1 < size);
        if (next < 0) {
            return;
        }
        const kept = sizes.slice(0, next).map((_, i) => choices[i] ?? 0);
        choices.splice(0, choices.length, ...kept, (choices[next] ?? 0) + 1);
    }
}

/**
 * Terms and durations that some course surely overruns: of each, the course on which what is done takes longest by its
 * least figures. One that says what happens when it runs out (`anders`) is overrun by none.
 */
export function overrunsOf(space: Space, work: TimedWork): TimeConflict[] {
    const { machine } = space;
    const timeline = timelineOf(machine, work);
    const measures = measuresOf(work);
    const leads = new Set(machine.stations.flatMap((s) => s.expiries.map((w) => w.arrow.at)));
    const least = ({ move }: Edge) => {
        const { duration, activities = [] } = (move.kind === 'finish' && work.stations[move.token.at]) || {};
        return Math.max(0, ...[...(duration ? [duration] : []), ...activities].map((l) => (l.vague ? 0 : l.days.low)));
    };
    const bounds = boundsOf(timeline, space).filter(({ length }) => !length.vague && !leads.has(length.at));
    const to = bounds.length > 0 ? extremesOf(space, (e) => ({ low: least(e), high: least(e) })) : () => undefined;
    const edges = bounds.length > 0 ? space.out.flat() : [];
    // what begins later or lasts on by itself takes time as well
    const isWorkAll = work.stations.every(
        (s, i) => s.starts.length === 0 && !(s.duration && (machine.stations[i]?.children.length ?? 0) > 0),
    );
    return bounds.flatMap((bound): TimeConflict[] => {
        const [longest] = edges
            .filter((edge) => bound.ends(edge))
            .map((edge) => ({ edge, before: to(edge.from) }))
            .filter(({ before }) => Number.isFinite(before?.greatest ?? Number.NaN))
            .sort((a, b) => total(b) - total(a));
        if (!longest || (isWorkAll && total(longest) <= bound.length.days.high)) {
            return [];
        }
        const course = longest?.before && [...longest.before.greatestCourse, longest.edge];
        const network = course && networkOf(space, timeline, course);
        const conflict = network && conflictOf(network, bound.length, { reading: 'certain', measures });
        // a term that runs out is there for who takes longer than is meant
        const isByTerm = conflict?.constraints.some((c) => c.kind === 'least' && c.because && 'limit' in c.because);
        return conflict && course && !isByTerm
            ? [{ ...conflict, bound: bound.length, course, because: 'certain' }]
            : [];
    });

    function total({ edge, before }: { readonly edge: Edge; readonly before: ReturnType<typeof to> }): number {
        return (before?.greatest ?? 0) + least(edge);
    }
}

const NOTHING: ReadonlySet<number> = new Set();
