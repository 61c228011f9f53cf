import { daysOff } from '../execution/calendar.js';
import type { Machine } from '../execution/machine.js';
import { firstMoments, happening, whenAt } from '../execution/moments.js';
import type { Move } from '../execution/moves.js';
import type { State, Token } from '../execution/state.js';
import { leadingTerms, timedWork, type Length, type Term } from '../execution/timed-work.js';
import { hasOwnMoment, inTime, type Zone } from '../execution/zone.js';
import type { Reading } from '../execution/zone-clock.js';
import { timelineOf, type Moments } from '../execution/timeline.js';
import { earliest, later, REGISTRATION, type Clock, type Moment } from './clock.js';
import type { Passed, Situation } from './situation.js';
import type { Happening } from './record.js';
import { limitOf, momentClock, saidBy, type Reckoning } from './moment-clock.js';
import type { Visit } from './script.js';

/** Keeps when each piece of work begins and is done. */
export interface Timing extends Pick<Situation, 'mayBeNext' | 'isTooLate'> {
    /** a case begins */
    readonly begins: (state: State) => void;
    /** something happens; when it does or, of a handover, is over, and the terms and durations that are then surely overrun, each once */
    readonly happens: (
        move: Move,
        next: State,
        visit: Visit | undefined,
        passed: readonly Passed[],
    ) => Pick<Happening, 'at' | 'late' | 'unbegun'>;
    /** the terms of these stations that count now, each with when it runs out: undefined where that is not in figures */
    readonly due: (stations: Iterable<number>) => readonly Due[];
    /** when the case came to where it is */
    readonly now: () => Moment;
    /** names of what does not state how long it takes, or vaguely */
    readonly open: () => readonly string[];
}

/** A term that counts now. */
export interface Due {
    readonly station: number;
    readonly term: Term;
    readonly limit: Moment | undefined;
}

/**
 * The time of a case, by what it says, and else by what the text says: the moments of the semantics
 * (execution/moments.ts) from a least to a most.
 *
 * @param ahead what the case says of something, by name; @param holidays further days off, ISO dates
 */
export function timingOf(
    machine: Machine,
    calendar: Clock,
    ahead: (name: string) => Visit,
    holidays: readonly string[] = [],
): Timing {
    const work = timedWork(machine, daysOff(holidays));
    const timeline = timelineOf(machine, work);
    const open = new Set<string>();
    /** of each length that was overrun, the moment from which it counted then */
    const overrun = new Map<Length, Moment>();
    let notBefore = 0;
    const clock = (of: Pick<Reckoning, 'visit' | 'passed' | 'overrun'>, late: Length[] = []) =>
        momentClock({
            notBefore,
            machine,
            work,
            calendar,
            open: (name) => open.add(name),
            late: (length, from) => {
                tell(length, from, late);
            },
            ...of,
        });
    const tell = (length: Length, from: Moment, late: Length[]) => {
        if (overrun.get(length) !== from) {
            overrun.set(length, from);
            late.push(length);
        }
    };
    let state: State | undefined;
    let moments: Moments<Moment> | undefined;
    let now = REGISTRATION;

    const since = (token: Token): Moment => moments?.tokens[state?.tokens.indexOf(token) ?? -1] ?? REGISTRATION;
    /** the terms of work and of what is around it */
    const terms = (index: number): { readonly term: Term; readonly from: Moment }[] =>
        (machine.stations[index]?.around ?? []).flatMap(ownTerms);
    const ownTerms = (index: number): { readonly term: Term; readonly from: Moment }[] => {
        const known = moments;
        const when = known && whenAt(timeline, () => known, REGISTRATION);
        return (work.stations[index]?.terms ?? []).flatMap((term) => {
            const from = when?.(term.from);
            return from ? [{ term, from }] : [];
        });
    };
    const said = (name: string) => saidBy(ahead(name));
    const times = {
        certain: inTime(machine, work, { reading: 'certain', said }),
        stated: inTime(machine, work, { reading: 'stated', said }),
    };
    /** undefined where the case goes another way than it can in time */
    let zones: Readonly<Record<Reading, Zone | undefined>> = { certain: undefined, stated: undefined };
    /** when work begins, by what the text says, that a case came to */
    const begun = (token: Token): Moment => {
        const [station, known] = [machine.stations[token.at], moments];
        const when = known && whenAt(timeline, () => known, REGISTRATION);
        return station && when
            ? clock({ visit: undefined, passed: [] }).begun(station, since(token), when)
            : since(token);
    };
    /** whether work that waits for nothing was interrupted, and goes on */
    const hasBegun = (token: Token) =>
        since(token).resumed !== undefined && (work.stations[token.at]?.starts.length ?? 0) === 0;
    /** the work of which a term surely was over before it begins, with whether a case has come to it by then */
    const unbegunBy = ({ tokens }: State, move: Move): Happening['unbegun'] => {
        const way = move.kind === 'expire' ? move.way : undefined;
        const terms = (index: number) => {
            const sure = leadingTerms(machine, work, index);
            return ownTerms(index).filter(({ term }) => term.at === way?.arrow.at || sure.includes(term));
        };
        return new Map(
            tokens
                .filter((t) => t.stage === 'busy' && !hasBegun(t))
                .flatMap((t) => {
                    const limits = (machine.stations[t.at]?.around ?? [])
                        .flatMap(terms)
                        .flatMap(({ term, from }) => limitOf(calendar, term, from) ?? [])
                        .filter((limit) => limit.high < begun(t).low);
                    const isOver = limits.some((limit) => limit.high < since(t).low);
                    return limits.length > 0 ? [[t.at, isOver ? 'over' : 'waiting'] as const] : [];
                }),
        );
    };
    return {
        begins: (first) => {
            state = first;
            moments = firstMoments(timeline, first, clock({ visit: undefined, passed: [] }));
            zones = { certain: times.certain.first(first), stated: times.stated.first(first) };
        },
        happens: (move, next, visit, passed) => {
            const late: Length[] = [];
            let at = now;
            let unbegun: Happening['unbegun'] = new Map();
            if (state && moments) {
                unbegun = unbegunBy(state, move);
                const { certain, stated } = zones;
                const sure = certain ? times.certain.overrunBy(state, certain, move, next) : [];
                zones = {
                    certain: certain && times.certain.next(state, certain, move, next),
                    stated: stated && times.stated.next(state, stated, move, next),
                };
                const known = moments;
                const when = whenAt(timeline, () => known, REGISTRATION);
                const overrunThen = new Set(sure.map((s) => s.length));
                const reckoned = clock({ visit, passed, overrun: overrunThen }, late);
                const happened = happening(timeline, state, moments, move, next, reckoned);
                // of what the moments by themselves leave open, how far they lie apart may be sure
                for (const { length, since: from } of sure) {
                    const moment = when(from);
                    if (moment && !late.includes(length)) {
                        tell(length, moment, late);
                    }
                }
                now = happened.moments.end ?? happened.at;
                at = now;
                if (hasOwnMoment(state, move)) {
                    // what it is part of may last longer
                    at = happened.since;
                    notBefore = Math.max(notBefore, at.low);
                }
                [state, moments] = [next, happened.moments];
            }
            return { at, late, unbegun };
        },
        mayBeNext: (move, reading) => {
            const zone = zones[reading];
            return !state || !zone || times[reading].mayBeNext(state, zone, move);
        },
        isTooLate: (token, way, visit) => {
            const { duration } = work.stations[token.at] ?? {};
            const value = saidBy(visit) ?? (duration && !duration.vague ? duration.quantity : undefined);
            const own = begun(token);
            const stayed = zones.certain && state && times.certain.isOverdue(state, zones.certain, token, way);
            if (stayed && saidBy(visit) === undefined) {
                return true;
            }
            const waits = (work.stations[token.at]?.starts.length ?? 0) > 0;
            return terms(token.at).some(({ term, from }) => {
                const isOwn = term.from.type === 'begin' && term.from.station === token.at;
                // what counts from the same moment begins when that does
                const [begin, start] = own === from || (waits && isOwn) ? [earliest(own), earliest(from)] : [own, from];
                const limit = term.at === way.arrow.at ? limitOf(calendar, term, start) : undefined;
                const done = value && later(calendar, begin, value);
                return limit !== undefined && done !== undefined && !done.isOpen && done.at.low > limit.high;
            });
        },
        due: (stations) =>
            [...stations].flatMap((station) =>
                ownTerms(station).map(({ term, from }) => ({ station, term, limit: limitOf(calendar, term, from) })),
            ),
        now: () => now,
        open: () => [...open],
    };
}
