import { after } from '../execution/after.js';
import { movesIn } from '../execution/moves.js';
import type { State } from '../execution/state.js';
import { inTime, type Zone } from '../execution/zone.js';
import type { Length, TimedWork } from '../execution/timed-work.js';
import { goesSo, isSame } from './in-time.js';
import type { Edge, Space } from './space.js';

/**
 * Which terms without `anders` and durations of phases a course overruns: one by one each is kept with those that are,
 * where the course can still go so. What is vague comes first, and is told of nothing: it is as long as people read it
 * where it can be.
 *
 * @param course possible in time where none of these is kept
 */
export function overrunOf(
    { space, course }: { readonly space: Space; readonly course: readonly Edge[] },
    work: TimedWork,
): Length[] {
    const { machine, states, beginnings } = space;
    const begin = beginnings.get(course[0]?.from ?? -1);
    if (!begin) {
        return [];
    }
    const moves = course.map((e) => e.move);
    const on = new Set(states.flatMap((s) => s.tokens.flatMap((t) => machine.stations[t.at]?.around ?? [])));
    const passed = new Set(moves.flatMap((m) => ('way' in m ? m.way.handovers.map((h) => h.name) : [])));
    const lengths = [
        ...[...on].flatMap((i): (Length | undefined)[] => {
            const { duration, activities = [], terms = [], starts = [] } = work.stations[i] ?? {};
            return [...starts, ...activities, duration, ...terms];
        }),
        ...[...passed].flatMap((name): (Length | undefined)[] => {
            const { terms = [], confirmation } = work.handovers.get(name) ?? {};
            return [confirmation, ...terms];
        }),
    ].filter((l) => l !== undefined);
    const kept = new Set<Length>();
    const isKept = (length: Length): boolean => {
        kept.add(length);
        const times = inTime(machine, work, { reading: 'stated', keeps: (l) => kept.has(l) });
        return goesSo(machine, times, begin, moves) || !kept.delete(length);
    };
    const [vague, firm] = [lengths.filter((l) => l.vague), lengths.filter((l) => !l.vague)];
    vague.forEach(isKept);
    return firm.filter((length) => !isKept(length));
}

/** What says how long work takes at most that takes longer on a course: a term of it runs out there. */
export function outlastedOn(
    { space, course }: { readonly space: Space; readonly course: readonly Edge[] },
    work: TimedWork,
): Length[] {
    const { machine, beginnings } = space;
    let state = beginnings.get(course[0]?.from ?? -1);
    if (!state || !course.some(({ move }) => move.kind === 'expire')) {
        return [];
    }
    const times = inTime(machine, work, { reading: 'stated', keeps: () => false });
    let zone: Zone | undefined = times.first(state);
    const found = new Set<Length>();
    for (const { move: planned } of course) {
        const before: State = state;
        const move = movesIn(machine, before).find((m) => isSame(m, planned));
        if (!move || !zone) {
            break;
        }
        times.outlastedBy(before, zone, move).forEach((length) => found.add(length));
        state = after(machine, before, move);
        zone = times.next(before, zone, move, state);
    }
    return [...found];
}
