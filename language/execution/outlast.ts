import { A_LITTLE, measuresIn, type Measure } from './days.js';
import { willCount } from './counting.js';
import type { Machine, Station, Way } from './machine.js';
import type { State } from './state.js';
import { isFirm, timedWork, type Length, type Term } from './timed-work.js';

/** A term with `anders`: the way by which it leads on, and whose it is. */
export interface LeadingTerm {
    readonly station: number;
    readonly way: Way;
}

/** What is sure of terms with `anders`, whatever happens in a case. */
export interface Outlasting {
    /** for each station the terms, of it or of what is around it, that its work surely outlasts */
    readonly outlasted: ReadonlyMap<number, readonly LeadingTerm[]>;
    /** the ways of terms that never run out, with the term that surely runs out before */
    readonly idle: ReadonlyMap<Way, LeadingTerm>;
}

/**
 * What a term means for work that surely lasts longer: a term with `anders` always wins. The work is broken off when its
 * term runs out, so that way is the only one; the work is never done, nothing that it would deliver or find out is there,
 * and what comes behind it is not reached by it. The same holds of the term of a group or phase around the work. Of two
 * terms the one that is over first wins, and the other never runs out. People may still escalate or break in before.
 * Everything that runs or reasons reads it here, by the moves of a case (moves.ts).
 *
 * It is sure where a stated length is longer than the term whatever the calendar, and the term counts from the begin of
 * the work, from that of a group or phase around it, or from registration. What is vague or usual is never sure. How long
 * work takes at most makes no term idle: a term is there for when it takes longer. Of a term that counts from elsewhere the
 * states do not tell; there analysis/timed-space.ts asks the courses.
 */
export function outlasting(machine: Omit<Machine, keyof Outlasting>): Outlasting {
    const outlasted = new Map<number, readonly LeadingTerm[]>();
    const idle = new Map<Way, LeadingTerm>();
    const work = machine.stations.some((s) => s.expiries.length > 0) ? timedWork(machine) : undefined;
    const leading = machine.stations.map(({ index, expiries }) =>
        expiries.flatMap((way) => {
            const term = work?.stations[index]?.terms.find((t) => t.at === way.arrow.at);
            return term ? [{ station: index, way, term }] : [];
        }),
    );
    for (const { index, around } of work ? machine.stations : []) {
        const all = around.flatMap((at) => leading[at] ?? []);
        const { duration, activities = [] } = work?.stations[index] ?? {};
        const lengths = [...(duration ? [duration] : []), ...activities];
        const longer = all.filter(
            ({ term }) => countsFromBefore(machine, term, index) && lengths.some((l) => outlasts(l, term)),
        );
        if (longer.length > 0) {
            outlasted.set(index, longer);
        }
        for (const { way, term } of leading[index] ?? []) {
            const { limit: days, most: quantity, vague } = term;
            const first = all.find(
                (other) =>
                    other.way.counter === undefined &&
                    !other.way.mayBeUsedUp &&
                    quantity !== undefined &&
                    countsNoLater(machine, other.term, term, index) &&
                    outlasts({ days, quantity, vague }, other.term),
            );
            if (first) {
                idle.set(way, first);
            }
        }
    }
    return { outlasted, idle };
}

/** The terms that the work at a station surely outlasts and by which a case may still go on: the only ways out of it. */
export function overdueAt(machine: Machine, state: State, { index }: Station): LeadingTerm[] {
    const { outlasted, idle, bounds } = machine;
    const { used } = state;
    const terms = outlasted.get(index) ?? [];
    return terms.filter(
        ({ way }) =>
            !idle.has(way) &&
            !way.mayBeUsedUp &&
            (way.counter === undefined || (used[way.counter] ?? 0) < (bounds[way.counter] ?? 0)) &&
            willCount(machine, state, way, index),
    );
}

/** Whether a term surely counts from no later moment than another that is of a station. */
function countsNoLater(
    machine: Pick<Machine, 'stations'>,
    { from }: Term,
    { from: than }: Term,
    station: number,
): boolean {
    const isSame =
        'station' in from && 'station' in than
            ? from.type === than.type && from.station === than.station
            : from.type === 'handover' && than.type === 'handover' && from.name === than.name;
    const isAround =
        from.type === 'begin' &&
        than.type === 'begin' &&
        machine.stations[station]?.around.includes(than.station) === true &&
        machine.stations[than.station]?.around.includes(from.station) === true;
    return from.type === 'registration' || isSame || isAround;
}

/** Whether a term has begun to count when the work at a station begins. */
function countsFromBefore(machine: Pick<Machine, 'stations'>, { from }: Term, station: number): boolean {
    return (
        from.type === 'registration' ||
        (from.type === 'begin' && machine.stations[station]?.around.includes(from.station) === true)
    );
}

/** Whether a length is longer than a term whatever the months and days off. */
function outlasts({ vague, days, quantity }: Pick<Length, 'vague' | 'days' | 'quantity'>, term: Term): boolean {
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
