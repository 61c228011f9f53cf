import { isInside, type Machine, type Way } from './machine.js';
import { interruptionBy } from './after.js';
import type { Move } from './moves.js';
import type { State, Token } from './state.js';
import type { Handover } from '../model/protocol.js';
import { NOWHERE } from './timed-work.js';
import type { Clock, Moments, OpenWork, Timeline, When } from './timeline.js';

/** The moments at the beginning of a case. */
export function firstMoments<T>(timeline: Timeline, state: State, clock: Clock<T>): Moments<T> {
    const { start } = clock;
    return {
        tokens: state.tokens.map(() => start),
        joinings: state.joinings.map(() => start),
        suspended: [],
        begins: timeline.marked.map((m) => {
            const station = timeline.machine.stations[m];
            return !timeline.begun(state).has(m)
                ? undefined
                : station
                  ? clock.begun(station, start, (from) => (from.type === 'registration' ? start : undefined))
                  : start;
        }),
        ends: timeline.marked.map(() => undefined),
        end: state.end === undefined ? undefined : start,
    };
}

/**
 * The moments after something happens: see {@link happening}.
 *
 * @param before the state before it; @param next the state after it
 */
export function nextMoments<T>(
    timeline: Timeline,
    before: State,
    moments: Moments<T>,
    move: Move,
    next: State,
    clock: Clock<T>,
): Moments<T> {
    return happening(timeline, before, moments, move, next, clock).moments;
}

/** When something that a term counts from was, at these moments; asked at each use, as they may become known meanwhile. */
export function whenAt<T>({ slots }: Timeline, moments: () => Pick<Moments<T>, 'begins' | 'ends'>, start: T): When<T> {
    return (from, own) => {
        if (from.type === 'registration') {
            return start;
        }
        return from.station === NOWHERE
            ? own
            : moments()[from.type === 'begin' ? 'begins' : 'ends'][slots.get(from.station) ?? -1];
    };
}

/** What happens, in time. */
export interface Happened<T> {
    /** when it does */
    readonly since: T;
    /** when it is over: a handover, a phase with a length of its own */
    readonly at: T;
    readonly moments: Moments<T>;
}

/**
 * The moments after something happens, and when it is over: a handover with the way that it is on. Work in parallel has
 * moments of its own, so that the order in which a course lists it does not count; a group is done when the last of its
 * parts is.
 *
 * @param before the state before it; @param next the state after it
 */
export function happening<T>(
    timeline: Timeline,
    before: State,
    moments: Moments<T>,
    move: Move,
    next: State,
    clock: Clock<T>,
): Happened<T> {
    const { machine, slots } = timeline;
    const open: OpenWork<T>[] = before.tokens.flatMap((token, i) => {
        const time = moments.tokens[i];
        return time === undefined ? [] : [{ token, time }];
    });
    let { ends } = moments;
    let { begins } = moments;
    const when = whenAt(timeline, () => ({ begins, ends }), clock.start);
    const where = 'token' in move ? move.token.at : 'station' in move ? move.station : undefined;
    const interrupts = interruptionBy(machine, before, move) !== undefined;
    const left = open.filter(({ token }) =>
        'token' in move ? token === move.token : where === undefined || isInside(machine, token.at, where),
    );
    if (move.kind === 'finish') {
        // what its begin counts from may have come about since
        const [station, slot] = [machine.stations[move.token.at], slots.get(move.token.at)];
        const came = left[0]?.time;
        if (
            station &&
            slot !== undefined &&
            came !== undefined &&
            timeline.work.stations[station.index]?.starts.length
        ) {
            begins = begins.with(slot, clock.begun(station, came, when));
        }
    }
    const happened = eventTime(timeline, move, left, when, clock);

    // from the inside out: a phase has its own length, a group waits for its other parts
    const way = 'way' in move ? move.way : undefined;
    const [begunBefore, begunNow] = [timeline.begun(before), timeline.begun(next)];
    const isClosed = (m: number) => begunBefore.has(m) && (!begunNow.has(m) || way?.target === m);
    const closed = [...begunBefore].filter(isClosed);
    const resumed = next.suspended.length < before.suspended.length;
    const orderly = !interrupts && move.kind !== 'expire' && move.kind !== 'escalate';
    let time = happened;
    if (orderly) {
        const joinedGroups = typeof next.end === 'number' ? [] : before.joinings.map((j) => j.group);
        for (const container of where === undefined ? [] : (machine.stations[where]?.around ?? [])) {
            const joining = joinedGroups.indexOf(container);
            const joined = moments.joinings[joining];
            if (joined !== undefined && !next.joinings.some((j) => j.group === container)) {
                time = clock.latest([joined, time]);
            }
            const slot = slots.get(container);
            if (slot !== undefined && isClosed(container)) {
                const station = machine.stations[container];
                if (station && station.children.length > 0) {
                    time = clock.close(
                        station,
                        moments.begins[slot],
                        time,
                        when,
                        way !== undefined && where !== container,
                    );
                }
                ends = ends.with(slot, time);
            }
        }
        if (resumed) {
            const old = before.suspended.at(-1)?.joinings ?? [];
            const joinedAll = old.flatMap((j, i) => {
                const joined = moments.suspended.at(-1)?.joinings[i];
                const at = moments.suspended.at(-1)?.at;
                return joined !== undefined && at !== undefined && !next.joinings.some((n) => n.group === j.group)
                    ? [clock.shifted(joined, at, time, false)]
                    : [];
            });
            time = clock.latest([...joinedAll, time]);
        }
    }
    for (const m of closed) {
        if (!orderly || where === undefined || !isInside(machine, where, m)) {
            ends = ends.with(slots.get(m) ?? 0, time);
        }
    }

    const target = interrupts ? undefined : machine.stations[way?.target ?? -1];
    const over =
        move.kind === 'leave'
            ? clock.handedOver(move.way.handovers, time, when)
            : move.kind === 'fall back'
              ? clock.notConfirmed(handoversOf(machine, move.way), time, when)
              : time;
    const arrival = target?.node.kind === 'escalation' ? clock.escalated(target, over) : over;
    const kept = new Set(interrupts ? [] : open.filter((w) => !left.includes(w)));
    const suspendedBefore = before.suspended.at(-1);
    const timesBefore = moments.suspended.at(-1);
    const restored = new Set(
        resumed && suspendedBefore && timesBefore
            ? suspendedBefore.tokens.flatMap((token, i) => {
                  const then = timesBefore.tokens[i];
                  return then === undefined ? [] : [{ token, time: then }];
              })
            : [],
    );
    const take = (from: Set<OpenWork<T>>, token: Token): OpenWork<T> | undefined => {
        const same = [...from].find(
            ({ token: t }) =>
                t.at === token.at &&
                t.again === token.again &&
                (t.stage === token.stage || (t.stage === 'waiting' && token.stage === 'busy')),
        );
        if (same) {
            from.delete(same);
        }
        return same;
    };
    const tokens = next.tokens.map((token) => {
        const same = take(kept, token);
        if (same) {
            return same.token.stage === token.stage ? same.time : clock.latest([same.time, time]);
        }
        const old = take(restored, token);
        if (!old || !timesBefore) {
            return arrival;
        }
        const isBusy = token.stage === 'busy' && old.token.stage === 'busy';
        const shifted = clock.shifted(old.time, timesBefore.at, time, isBusy);
        return isBusy ? shifted : clock.latest([shifted, time]);
    });
    const joinings = next.joinings.map((joining) => {
        const old = before.joinings.findIndex(
            (j) =>
                j.group === joining.group &&
                !interrupts &&
                (orderly || where === undefined || !isInside(machine, j.group, where)),
        );
        const known = moments.joinings[old];
        const back = resumed ? suspendedBefore?.joinings.findIndex((j) => j.group === joining.group) : undefined;
        if (known !== undefined) {
            return before.joinings[old]?.done.length === joining.done.length ? known : clock.latest([known, time]);
        }
        const restoredAt = back === undefined ? undefined : timesBefore?.joinings[back];
        return restoredAt === undefined || !timesBefore
            ? arrival
            : clock.latest([clock.shifted(restoredAt, timesBefore.at, time, false), time]);
    });
    const suspended =
        next.suspended.length > before.suspended.length
            ? [...moments.suspended, suspend(before, moments, open, next, time)]
            : moments.suspended.slice(0, next.suspended.length);
    for (const m of begunNow) {
        if (!begunBefore.has(m) || isClosed(m)) {
            const slot = slots.get(m) ?? 0;
            const came = tokens[next.tokens.findIndex((t) => t.at === m)] ?? arrival;
            const station = machine.stations[m];
            begins = begins.with(slot, station ? clock.begun(station, came, when) : came);
        }
    }
    return {
        since: happened,
        at: over,
        moments: { tokens, joinings, suspended, begins, ends, end: next.end === undefined ? undefined : arrival },
    };
}

/** The open work that a move is about, each with its moment: what is done, broken off, or all of it. */
export function workOf<T>({ machine }: Timeline, before: State, { tokens }: Moments<T>, move: Move): OpenWork<T>[] {
    const where = 'token' in move ? move.token.at : 'station' in move ? move.station : undefined;
    return before.tokens.flatMap((token, i) => {
        const time = tokens[i];
        const isLeft =
            'token' in move ? token === move.token : where === undefined || isInside(machine, token.at, where);
        return time === undefined || !isLeft ? [] : [{ token, time }];
    });
}

/** When something happens. @param left the work that it is about */
export function eventTime<T>(
    { machine }: Timeline,
    move: Move,
    left: readonly OpenWork<T>[],
    when: When<T>,
    clock: Clock<T>,
): T {
    const [first] = left;
    const since = first?.time ?? clock.start;
    switch (move.kind) {
        case 'finish': {
            const station = machine.stations[move.token.at];
            return station ? clock.work(station, since, when) : since;
        }
        case 'expire': {
            const station = machine.stations[move.station];
            return station ? clock.expired(station, move.way, left, when) : since;
        }
        case 'escalate':
            return left.every((w) => w.token.stage === 'leaving') ? since : clock.brokenIn(left, when);
        case 'interrupt':
            return clock.brokenIn(left, when);
        default:
            return since;
    }
}

function handoversOf(machine: Machine, way: Way): Handover[] {
    return machine.protocol.handovers.filter((h) => way.arrow.handovers.includes(h.name));
}

/** The moments of what is suspended: what was being done keeps them, what was just done is done now. */
function suspend<T>(
    before: State,
    moments: Moments<T>,
    open: readonly OpenWork<T>[],
    next: State,
    time: T,
): Moments<T>['suspended'][number] {
    const last = next.suspended.at(-1);
    const known = new Set(open);
    return {
        at: time,
        tokens: (last?.tokens ?? []).map((token) => {
            const same = [...known].find(
                ({ token: t }) => t.at === token.at && t.stage === token.stage && t.again === token.again,
            );
            if (same) {
                known.delete(same);
            }
            return same?.time ?? time;
        }),
        joinings: (last?.joinings ?? []).map((j) => {
            const i = before.joinings.findIndex((b) => b.group === j.group);
            return moments.joinings[i] ?? time;
        }),
    };
}
