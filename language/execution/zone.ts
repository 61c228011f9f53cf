import { boundsOf, type Bounds } from './bounds.js';
import type { Machine, Way } from './machine.js';
import { eventTime, firstMoments, happening, whenAt, workOf } from './moments.js';
import { isOpen, type Move } from './moves.js';
import type { State, Token } from './state.js';
import type { Length, TimedWork } from './timed-work.js';
import { timelineOf, type Moments, type OpenWork, type Since, type Timeline } from './timeline.js';
import { zoneClock, type Ruler, type ZoneClock } from './zone-clock.js';

/** All moments at which a case may have come to a state by one course: bounds on how far they lie apart. */
export interface Zone {
    readonly bounds: Bounds;
    /** each a moment in {@link bounds} */
    readonly moments: Moments<number>;
    /** when something happened last, or work went on after an interruption */
    readonly now: number;
}

/** Something that is overrun, with what it counts from. */
export interface Overrun {
    readonly length: Length;
    readonly since: Since;
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
    /** The terms and durations, of what is done next and of what is around it, that are surely overrun then. */
    readonly overrunBy: (before: State, zone: Zone, move: Move, next: State) => readonly Overrun[];
    /** What says how long work takes at most of which a term runs out next, and that takes longer then. */
    readonly outlastedBy: (before: State, zone: Zone, move: Move) => readonly Length[];
    /**
     * Whether open work may have begun before other open work must be over: by what is stated for certain, where nothing
     * rules that out; else only where it is known when it begins.
     */
    readonly mayHaveBegun: (state: State, zone: Zone, token: Token) => boolean;
    /** Whether work surely takes longer than a term of it, or of what is around it, by which a way leads on. */
    readonly isOverdue: (before: State, zone: Zone, token: Token, way: Way) => boolean;
    /**
     * Whether a term of work, or of what is around it, surely was over before the work began: that by which this way leads
     * on, or any other that surely does.
     */
    readonly isOverBefore: (before: State, zone: Zone, token: Token, way?: Way) => boolean;
}

/**
 * Which courses of a process are possible in time: forward analysis of a timed automaton by zones (Alur and Dill 1994;
 * Bengtsson and Yi, “Timed automata: semantics, algorithms and tools”, 2004). What happens has one order in time; work is
 * taken up at once, and goes on no longer than it may.
 */
export function inTime(machine: Machine, work: TimedWork, rule: Pick<Ruler, 'reading' | 'said' | 'keeps'>): InTime {
    const timeline = timelineOf(machine, work);
    const asked = askedFrom(timeline);
    const clockAt = (state: State, bounds: Bounds, now: number) =>
        zoneClock({ machine, work, ...rule, isOpen: (way) => isOpen(state, machine, way), now }, bounds);
    /** bounds of its own, in which a clock writes */
    const reckoningAt = (state: State, zone: Zone) => {
        const bounds = zone.bounds.copy();
        return { bounds, clock: clockAt(state, bounds, zone.now) };
    };
    return {
        first: (state) => {
            const bounds = boundsOf();
            return { bounds, moments: firstMoments(timeline, state, clockAt(state, bounds, 0)), now: 0 };
        },
        next: (before, zone, move, next) => {
            const { bounds, clock } = reckoningAt(before, zone);
            const { since, resumed, moments } = happening(timeline, before, zone.moments, move, next, clock);
            const isTimed = hasOwnMoment(before, move);
            if (isTimed) {
                putInOrder(timeline, before, zone, move, since, clock, bounds);
            }
            // what is interrupted goes on when the interruption is over, and nothing else happens before
            const now = resumed ?? (isTimed ? since : zone.now);
            return bounds.isPossible() ? kept(bounds, timeline, next, moments, now, asked) : undefined;
        },
        mayBeNext: (before, zone, move) => {
            const { bounds, clock } = reckoningAt(before, zone);
            const when = whenAt(timeline, () => zone.moments, clock.start);
            const since = eventTime(
                timeline,
                move,
                workOf(timeline, before, zone.moments, move),
                zone.moments,
                when,
                clock,
            );
            if (hasOwnMoment(before, move)) {
                putInOrder(timeline, before, zone, move, since, clock, bounds);
            }
            return bounds.isPossible();
        },
        overrunBy: (before, zone, move, next) => {
            const station = move.kind === 'finish' ? machine.stations[move.token.at] : undefined;
            if (!station) {
                return [];
            }
            const { bounds, clock } = reckoningAt(before, zone);
            const { since, moments } = happening(timeline, before, zone.moments, move, next, clock);
            putInOrder(timeline, before, zone, move, since, clock, bounds);
            const when = whenAt(timeline, () => moments, clock.start);
            // as long as it has to be at least, from what it counts from
            return bounds.isPossible()
                ? clock.limits(station, when).filter(({ from, days }) => -bounds.most(from, since) > days + PRECISION)
                : [];
        },
        outlastedBy: (before, zone, move) => {
            if (move.kind !== 'expire') {
                return [];
            }
            const { bounds, clock } = reckoningAt(before, zone);
            const when = whenAt(timeline, () => zone.moments, clock.start);
            const left = workOf(timeline, before, zone.moments, move);
            const since = eventTime(timeline, move, left, zone.moments, when, clock);
            putInOrder(timeline, before, zone, move, since, clock, bounds);
            return left.flatMap((open) => {
                const { duration } = work.stations[open.token.at] ?? {};
                const begin = open.token.stage === 'busy' ? clock.beginOf(open, when) : undefined;
                const isLonger =
                    begin !== undefined &&
                    duration?.vague === false &&
                    -bounds.most(begin, since) > duration.days.high + PRECISION;
                return isLonger ? [duration] : [];
            });
        },
        mayHaveBegun: (state, zone, token) => {
            const { bounds, clock } = reckoningAt(state, zone);
            const when = whenAt(timeline, () => zone.moments, clock.start);
            const time = zone.moments.tokens[state.tokens.indexOf(token)];
            const begin = time === undefined ? undefined : clock.beginOf({ token, time }, when);
            const isCertain = rule.reading === 'certain';
            if (begin === undefined) {
                return isCertain;
            }
            const since = bounds.add();
            // whether what is over at the very moment at which work begins comes before it, is not known
            bounds.limit(begin, since, isCertain ? 0 : -A_MOMENT);
            keepOrder(timeline, state, zone, since, clock, bounds);
            return bounds.isPossible();
        },
        isOverdue: (before, zone, token, way) => {
            const { bounds, clock } = reckoningAt(before, zone);
            const time = zone.moments.tokens[before.tokens.indexOf(token)];
            const when = whenAt(timeline, () => zone.moments, clock.start);
            const station = machine.stations[token.at];
            const [limit] = station?.around.flatMap((at) => clock.limitOf(at, way, when) ?? []) ?? [];
            if (time === undefined || !limit || !station || token.stage !== 'busy') {
                return false;
            }
            const wasPossible = bounds.isPossible();
            bounds.limit(clock.done(station, time, when), limit.from, limit.days);
            return wasPossible && !bounds.isPossible();
        },
        isOverBefore: (before, zone, token, way) => {
            const { bounds, clock } = reckoningAt(before, zone);
            const time = zone.moments.tokens[before.tokens.indexOf(token)];
            const when = whenAt(timeline, () => zone.moments, clock.start);
            const limits = (machine.stations[token.at]?.around ?? []).flatMap((at) =>
                (machine.stations[at]?.expiries ?? [])
                    .filter((w) => w === way || (!w.mayBeUsedUp && isOpen(before, machine, w)))
                    .flatMap((w) => clock.limitOf(at, w, when) ?? []),
            );
            if (time === undefined || limits.length === 0) {
                return false;
            }
            const begin = clock.beginOf({ token, time }, when) ?? time;
            return limits.some(({ from, days }) => -bounds.most(from, begin) > days + PRECISION);
        },
    };
}

/** What differs less is equal. */
const PRECISION = 1e-6;

/** Of two moments that differ so much one is before the other. */
const A_MOMENT = 1e-4;

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

/**
 * It happens after what happened before, and before any other open work must be over. How long work takes is what is
 * meant; a term with `anders` is there for when it takes longer, so where one runs out that is what happens.
 */
function putInOrder(
    timeline: Timeline,
    state: State,
    zone: Zone,
    move: Move,
    since: number,
    clock: ZoneClock,
    bounds: Bounds,
): void {
    const own = 'token' in move ? move.token : undefined;
    const over = move.kind === 'expire' ? move.station : undefined;
    keepOrder(timeline, state, zone, since, clock, bounds, { own, over });
}

/**
 * A moment is after what happened before, and before open work must be over.
 *
 * @param own the work that is over then; @param over see {@link ZoneClock.ceilings}
 */
function keepOrder(
    timeline: Timeline,
    state: State,
    zone: Zone,
    since: number,
    clock: ZoneClock,
    bounds: Bounds,
    { own, over }: { readonly own?: Token | undefined; readonly over?: number | undefined } = {},
): void {
    const when = whenAt(timeline, () => zone.moments, clock.start);
    bounds.limit(zone.now, since, 0);
    state.tokens.forEach((token, i) => {
        const time = zone.moments.tokens[i];
        if (token !== own && time !== undefined) {
            const open: OpenWork<number> = { token, time };
            for (const { from, days } of clock.ceilings(open, when, over)) {
                bounds.limit(since, from, days);
            }
        }
    });
}

/** The stations from whose begin or end something elsewhere counts. */
function askedFrom({ work }: Timeline): ReadonlySet<number> {
    const stationOf = (from: Since) => ('station' in from ? [from.station] : []);
    const own = work.stations.flatMap((s, index) =>
        [...s.terms, ...s.starts].flatMap(({ from }) => stationOf(from).filter((station) => station !== index)),
    );
    const others = [...work.handovers.values()].flatMap((h) => h.terms.flatMap(({ from }) => stationOf(from)));
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
        handedOver: moments.handedOver.map(maybe),
        rounds: [...timeline.rounds].map(([m, slot]) => (begun.has(m) ? maybe(moments.rounds[slot]) : undefined)),
        end: maybe(moments.end),
    };
    const last = place(now);
    return { bounds: bounds.keep(order), moments: renamed, now: last };
}
