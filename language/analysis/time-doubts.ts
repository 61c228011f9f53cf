import { isInside } from '../execution/machine.js';
import type { Length, TimedWork } from '../execution/timed-work.js';
import { timelineOf } from '../execution/timeline.js';
import { extremesOf } from './extremes.js';
import type { Edge, Space } from './space.js';
import { boundsOf, courseWithout, doneIn, type Bound } from './time-bounds.js';
import { conflictOf, measuresOf, type TimeConflict } from './time-conflicts.js';
import { networkOf } from './time-network.js';

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
