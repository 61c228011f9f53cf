import { A_LITTLE, measuresIn, type Measure } from './days.js';
import type { Machine, Station, Way } from './machine.js';
import type { State } from './state.js';
import { isFirm, timedWork, type Length, type Term } from './timed-work.js';

/**
 * What a term means for work that surely lasts longer: a term with `anders` always wins. The work is broken off when its
 * term runs out, so that way is the only one; the work is never done, nothing that it would deliver or find out is there,
 * and what comes behind it is not reached by it. People may still escalate or break in before. Everything that runs or
 * reasons reads it here, by the moves of a case (moves.ts).
 *
 * It is sure where a stated length is longer than the term whatever the calendar, and the term counts from the begin of
 * the work, from that of a group or phase around it, or from registration. What is vague or usual is never sure. Of a
 * term that counts from elsewhere the states do not tell; there tijd/onhaalbaar says the same of the courses.
 *
 * @returns for each station the ways of the terms that its work surely outlasts
 */
export function outlastedWays(machine: Omit<Machine, 'outlasted'>): ReadonlyMap<number, readonly Way[]> {
    const result = new Map<number, readonly Way[]>();
    const ending = machine.stations.filter((s) => s.expiries.length > 0);
    const work = ending.length > 0 ? timedWork(machine) : undefined;
    for (const { index, expiries } of ending) {
        const { duration, activities = [], terms = [] } = work?.stations[index] ?? {};
        const lengths = [...(duration ? [duration] : []), ...activities];
        const ways = expiries.filter((way) => {
            const term = terms.find((t) => t.at === way.arrow.at);
            return term && countsFromBefore(machine, term, index) && lengths.some((l) => outlasts(l, term));
        });
        if (ways.length > 0) {
            result.set(index, ways);
        }
    }
    return result;
}

/** The ways of terms that the work at a station surely outlasts and that may still be taken: the only ways out of it. */
export function overdueAt({ outlasted, bounds }: Machine, { used }: State, { index }: Station): readonly Way[] {
    const ways = outlasted.get(index) ?? [];
    return ways.filter(({ counter }) => counter === undefined || (used[counter] ?? 0) < (bounds[counter] ?? 0));
}

/** Whether a term has begun to count when the work at a station begins. */
function countsFromBefore(machine: Pick<Machine, 'stations'>, { from }: Term, station: number): boolean {
    return (
        from.type === 'registration' ||
        (from.type === 'begin' && machine.stations[station]?.around.includes(from.station) === true)
    );
}

/** Whether a length is longer than a term whatever the months and days off. */
function outlasts({ vague, days, quantity }: Length, term: Term): boolean {
    if (vague || !isFirm(term) || term.most === undefined) {
        return false;
    }
    const isLonger = (measure: Measure) =>
        days.lowest[measure].least + (days.isMore ? A_LITTLE : 0) >
        term.limit.highest[measure].most - (term.limit.isLess ? A_LITTLE : 0) + A_LITTLE / 2;
    const [own, limit] = [measuresIn(quantity), measuresIn(term.most)];
    // how many days so many working days are at most depends on days off that are not known here
    return limit.includes('working')
        ? [...own, ...limit].every((m) => m === 'working') && isLonger('working')
        : isLonger('days') || isLonger('months');
}
