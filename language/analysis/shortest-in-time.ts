import type { TimedWork } from '../execution/timed-work.js';
import type { Reading } from '../execution/zone-clock.js';
import type { Zone } from '../execution/zone.js';
import { timesOf } from './places-in-time.js';
import type { Space } from './space.js';

/**
 * Whether the shortest course to a state, as the space has it, is possible in time. Each state of those courses is looked
 * at once, so that it may be asked of many.
 */
export function shortestInTime(
    { machine, states, first }: Space,
    work: TimedWork,
    reading: Reading,
): (state: number) => boolean {
    const times = timesOf(machine, work, reading);
    const zones = new Map<number, Zone | undefined>();
    return (asked) => {
        const course: number[] = [];
        for (let at: number | undefined = asked; at !== undefined && !zones.has(at); at = first[at]?.from) {
            course.push(at);
        }
        for (const at of course.reverse()) {
            const [by, state] = [first[at], states[at]];
            const before = by && states[by.from];
            const zone = by && zones.get(by.from);
            zones.set(
                at,
                by ? before && zone && state && times.next(before, zone, by.move, state) : state && times.first(state),
            );
        }
        return zones.get(asked) !== undefined;
    };
}
