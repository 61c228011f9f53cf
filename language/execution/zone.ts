import { boundsOf, type Bounds } from './bounds.js';
import type { Machine, Way } from './machine.js';
import { eventTime, firstMoments, happening, whenAt, workOf } from './moments.js';
import { isOpen, type Move } from './moves.js';
import type { State, Token } from './state.js';
import type { TimedWork } from './timed-work.js';
import { timelineOf, type Moments, type OpenWork, type Timeline } from './timeline.js';
import { zoneClock, type Ruler, type ZoneClock } from './zone-clock.js';

/** All moments at which a case may have come to a state by one course: bounds on how far they lie apart. */
export interface Zone {
    readonly bounds: Bounds;
    /** each a moment in {@link bounds} */
    readonly moments: Moments<number>;
    /** when something happened last */
    readonly now: number;
}

/** What is possible in time. */
export interface InTime {
    readonly first: (state: State) => Zone;
    /**
     * The moments after something happens next, after all that happened before and before other open work is over.
     *
     * @returns undefined where that cannot be
     */
    readonly next: (before: State, zone: Zone, move: Move, next: State) => Zone | undefined;
    /** Whether something can happen next; where it comes to does not matter. */
    readonly mayBeNext: (before: State, zone: Zone, move: Move) => boolean;
    /** Whether work surely takes longer than a term of it, by which a way leads on: they share what they count from. */
    readonly isOverdue: (before: State, zone: Zone, token: Token, way: Way) => boolean;
}

/**
 * Which courses of a process are possible in time: forward analysis of a timed automaton by zones (Alur and Dill 1994;
 * Bengtsson and Yi, “Timed automata: semantics, algorithms and tools”, 2004). What happens has one order in time; work is
 * taken up at once, and goes on no longer than it may.
 */
export function inTime(machine: Machine, work: TimedWork, rule: Pick<Ruler, 'reading' | 'said' | 'keeps'>): InTime {
    const timeline = timelineOf(machine, work);
    const asked = askedFrom(timeline);
    const clockAt = (state: State, bounds: Bounds) =>
        zoneClock({ machine, work, ...rule, isOpen: (way) => isOpen(state, machine, way) }, bounds);
    /** bounds of its own, in which a clock writes */
    const reckoningAt = (state: State, zone: Zone) => {
        const bounds = zone.bounds.copy();
        return { bounds, clock: clockAt(state, bounds) };
    };
    return {
        first: (state) => {
            const bounds = boundsOf();
            return { bounds, moments: firstMoments(timeline, state, clockAt(state, bounds)), now: 0 };
        },
        next: (before, zone, move, next) => {
            const { bounds, clock } = reckoningAt(before, zone);
            const { since, moments } = happening(timeline, before, zone.moments, move, next, clock);
            const isTimed = hasOwnMoment(before, move);
            if (isTimed) {
                putInOrder(timeline, before, zone, move, since, clock, bounds);
            }
            const now = isTimed ? since : zone.now;
            return bounds.isPossible() ? kept(bounds, timeline, next, moments, now, asked) : undefined;
        },
        mayBeNext: (before, zone, move) => {
            const { bounds, clock } = reckoningAt(before, zone);
            const when = whenAt(timeline, () => zone.moments, clock.start);
            const since = eventTime(timeline, move, workOf(timeline, before, zone.moments, move), when, clock);
            if (hasOwnMoment(before, move)) {
                putInOrder(timeline, before, zone, move, since, clock, bounds);
            }
            return bounds.isPossible();
        },
        isOverdue: (before, zone, token, way) => {
            const { bounds, clock } = reckoningAt(before, zone);
            const time = zone.moments.tokens[before.tokens.indexOf(token)];
            const when = whenAt(timeline, () => zone.moments, clock.start);
            const limit = clock.limitOf(token, way, when);
            const station = machine.stations[token.at];
            if (time === undefined || !limit || !station || token.stage !== 'busy') {
                return false;
            }
            const wasPossible = bounds.isPossible();
            bounds.limit(clock.done(station, time, when), limit.from, limit.days);
            return wasPossible && !bounds.isPossible();
        },
    };
}

/** Whether something happens at a moment of its own: what is decided when work is done has the moment of that work. */
export function hasOwnMoment({ tokens }: State, move: Move): boolean {
    switch (move.kind) {
        case 'finish':
        case 'expire':
        case 'interrupt':
            return true;
        case 'escalate':
            return !tokens.some((t) => t.at === move.station && t.stage === 'leaving');
        default:
            return false;
    }
}

/** It happens after what happened before, and before any other open work must be over. */
function putInOrder(
    timeline: Timeline,
    before: State,
    zone: Zone,
    move: Move,
    since: number,
    clock: ZoneClock,
    bounds: Bounds,
): void {
    const when = whenAt(timeline, () => zone.moments, clock.start);
    const own = 'token' in move ? move.token : undefined;
    bounds.limit(zone.now, since, 0);
    before.tokens.forEach((token, i) => {
        const time = zone.moments.tokens[i];
        if (token !== own && time !== undefined) {
            const open: OpenWork<number> = { token, time };
            for (const { from, days } of clock.ceilings(open, when)) {
                bounds.limit(since, from, days);
            }
        }
    });
}

/** The stations from whose begin or end something elsewhere counts. */
function askedFrom({ work }: Timeline): ReadonlySet<number> {
    const own = work.stations.flatMap((s, index) =>
        [...s.terms, ...s.starts].flatMap(({ from }) =>
            from.type !== 'registration' && from.station !== index ? [from.station] : [],
        ),
    );
    const others = [...work.handovers.values()].flatMap((h) =>
        h.terms.flatMap(({ from }) => (from.type === 'registration' ? [] : [from.station])),
    );
    return new Set([...own, ...others]);
}

/** The zone with the moments that something may still ask about. */
function kept(
    bounds: Bounds,
    timeline: Timeline,
    state: State,
    moments: Moments<number>,
    now: number,
    asked: ReadonlySet<number>,
): Zone {
    const begun = timeline.begun(state);
    const old = new Map<number, number>([[0, 0]]);
    const order = [0];
    const place = (moment: number): number => {
        const known = old.get(moment) ?? order.push(moment) - 1;
        old.set(moment, known);
        return known;
    };
    const maybe = (moment: number | undefined) => (moment === undefined ? undefined : place(moment));
    const all = (of: readonly number[]) => of.map(place);
    const renamed: Moments<number> = {
        tokens: all(moments.tokens),
        joinings: all(moments.joinings),
        suspended: moments.suspended.map((s) => ({
            at: place(s.at),
            tokens: all(s.tokens),
            joinings: all(s.joinings),
        })),
        begins: timeline.marked.map((m, slot) =>
            begun.has(m) || asked.has(m) ? maybe(moments.begins[slot]) : undefined,
        ),
        ends: timeline.marked.map((m, slot) => (asked.has(m) ? maybe(moments.ends[slot]) : undefined)),
        end: maybe(moments.end),
    };
    const last = place(now);
    return { bounds: bounds.keep(order), moments: renamed, now: last };
}
