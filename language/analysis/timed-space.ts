import type { Machine } from '../execution/machine.js';
import type { LeadingTerm } from '../execution/outlast.js';
import { isFirm, type Term, type TimedWork } from '../execution/timed-work.js';
import { timelineOf } from '../execution/timeline.js';
import { alwaysAtOnceIn } from './begins-at-once.js';
import { spaceOf, type Space } from './space.js';
import { boundsAround, boundsOf, type Bound } from './time-bounds.js';
import { conflictAt, inAnOrder, measuresOf, type TimeConflict } from './time-conflicts.js';

/** A term with `anders` that always runs out before some work is done, which is found by asking the courses. */
export interface RunOut {
    /** the term, with the station whose work it breaks off: its own, or one in the group or phase that it is of */
    readonly term: LeadingTerm;
    readonly station: number;
    readonly conflict: TimeConflict;
    /** the space in which it was found */
    readonly space: Space;
}

/** As many states are looked at where every order of some work is. */
const MOST_STATES_SEEN = 20_000;

/** The states of a case, with what terms surely break off left out. */
export interface TimedSpace {
    readonly space: Space;
    readonly runOuts: readonly RunOut[];
}

/**
 * The space of a process in which no work is done of which a term surely runs out before. What follows from the lengths
 * at one station the moves of a case know already (execution/outlast.ts). Of a term that counts from elsewhere, and of a
 * group or phase of which the parts together last too long, the courses tell (time-conflicts.ts); then the space is made
 * anew without that work, until nothing more is found.
 */
export function timedSpace(machine: Machine, work: TimedWork): TimedSpace {
    const runOuts: RunOut[] = [];
    let space = spaceOf(machine);
    for (let found = runOutsIn(space, work); found.length > 0; found = runOutsIn(space, work)) {
        runOuts.push(...found);
        const outlasted = new Map(space.machine.outlasted);
        for (const { station, term } of found) {
            outlasted.set(station, [...(outlasted.get(station) ?? []), term]);
        }
        space = spaceOf({ ...machine, outlasted });
    }
    return { space, runOuts };
}

function runOutsIn(space: Space, work: TimedWork): RunOut[] {
    const { machine } = space;
    const leading = new Map(
        machine.stations.flatMap(({ index, expiries }) =>
            expiries.map((way) => [way.arrow.at, { station: index, way }]),
        ),
    );
    if (leading.size === 0 || !space.complete || !takesTime(work)) {
        return [];
    }
    const timeline = timelineOf(machine, work);
    const atOnce = alwaysAtOnceIn(space, work);
    const asked = { reading: 'certain', measures: measuresOf(work), alone: true, atOnce } as const;
    const isAsked = ({ length, station }: Bound): boolean => {
        const term = leading.get(length.at);
        // of an arrow that may be used up, the work is done where it is
        return (
            station !== undefined &&
            term?.way.counter === undefined &&
            'limit' in length &&
            isFirm(length as Term) &&
            !machine.outlasted.get(station)?.some(({ way }) => way === term?.way)
        );
    };
    const bounds = [...boundsOf(timeline, space), ...boundsAround(timeline, space)];
    return bounds
        .filter((bound) => !bound.isBeside && leading.has(bound.length.at) && isAsked(bound))
        .flatMap((bound): RunOut[] => {
            const term = leading.get(bound.length.at);
            const { bound: ordered, in: where } = inAnOrder(timeline, space, bound, (visible) =>
                spaceOf(machine, { limit: MOST_STATES_SEEN, visible }),
            );
            const conflict = conflictAt(where, timeline, ordered, asked, () => undefined);
            return conflict && term && bound.station !== undefined
                ? [{ term, station: bound.station, conflict, space }]
                : [];
        });
}

/** Whether anything in a process surely takes time. */
function takesTime({ stations }: TimedWork): boolean {
    return stations.some(({ duration, activities, starts }) =>
        [duration, ...activities, ...starts].some((l) => l && !l.vague && l.days.low > 0),
    );
}
