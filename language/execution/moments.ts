import { isInside } from './machine.js';
import { momentPlanOf, type MomentPlan } from './moment-plan.js';
import type { Move } from './moves.js';
import type { State, Token } from './state.js';
import { NOWHERE } from './timed-work.js';
import type { Clock, Moments, OpenWork, Timeline, When } from './timeline.js';

/** The moments at the beginning of a case. */
export function firstMoments<T>(timeline: Timeline, state: State, clock: Clock<T>): Moments<T> {
    const { start } = clock;
    const begins = timeline.marked.map((m) => {
        const station = timeline.machine.stations[m];
        return !timeline.begun(state).has(m)
            ? undefined
            : station
              ? clock.begun(station, start, (from) => (from.type === 'registration' ? start : undefined))
              : start;
    });
    return {
        tokens: state.tokens.map(() => start),
        joinings: state.joinings.map(() => start),
        suspended: [],
        begins,
        ends: timeline.marked.map(() => undefined),
        handedOver: [...timeline.handovers].map(() => undefined),
        rounds: [...timeline.rounds.keys()].map((m) =>
            timeline.machine.stations[m]?.children.length ? begins[timeline.slots.get(m) ?? -1] : undefined,
        ),
        end: state.end === undefined ? undefined : start,
    };
}

/** When something that a term counts from was, at these moments; asked at each use, as they may become known meanwhile. */
export function whenAt<T>(
    { slots, handovers, rounds }: Timeline,
    moments: () => Pick<Moments<T>, 'begins' | 'ends' | 'handedOver' | 'rounds'>,
    start: T,
): When<T> {
    return (from, own) => {
        if (from.type === 'registration') {
            return start;
        }
        if (from.type === 'handover') {
            return moments().handedOver[handovers.get(from.name) ?? -1];
        }
        if (from.type === 'round') {
            const round = rounds.get(from.station);
            return round === undefined ? moments().begins[slots.get(from.station) ?? -1] : moments().rounds[round];
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
    /** when work that was interrupted goes on; undefined where none does */
    readonly resumed: T | undefined;
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
    return happeningBy(timeline, momentPlanOf(timeline, before, move, next), moments, clock);
}

/** The same where is known already how moments follow from those before. */
export function happeningBy<T>(
    timeline: Timeline,
    plan: MomentPlan,
    moments: Moments<T>,
    clock: Clock<T>,
): Happened<T> {
    const { move } = plan;
    let { begins, ends, handedOver, rounds } = moments;
    const when = whenAt(timeline, () => ({ begins, ends, handedOver, rounds }), clock.start);
    const left = plan.left.flatMap(({ token, index }): OpenWork<T>[] => {
        const time = moments.tokens[index];
        return time === undefined ? [] : [{ token, time }];
    });
    const came = left[0]?.time;
    if (plan.lateBegin && came !== undefined) {
        const { slot, station } = plan.lateBegin;
        begins = begins.with(slot, clock.begun(station, came, when));
    }
    const happened = eventTime(timeline, move, left, moments, when, clock);
    if (plan.roundDone && came !== undefined) {
        const { slot, station } = plan.roundDone;
        rounds = rounds.with(slot, clock.begun(station, came, when));
    }

    let time = happened;
    for (const { joined, slot, container, at, isEarly } of plan.closings) {
        const last = moments.joinings[joined];
        if (last !== undefined) {
            time = clock.latest([last, time]);
        }
        time = container ? clock.close(container, when({ type: 'round', station: at }), time, when, isEarly) : time;
        ends = slot === undefined ? ends : ends.with(slot, time);
    }
    const resumed = moments.suspended.at(-1);
    if (resumed && plan.joinedInResumed.length > 0) {
        const joined = plan.joinedInResumed.flatMap((i) => {
            const last = resumed.joinings[i];
            return last === undefined ? [] : [clock.shifted(last, resumed.at, time, false)];
        });
        time = clock.latest([...joined, time]);
    }
    for (const { slot, station } of plan.leftByTerm) {
        // a phase around it is left then, and lasts no longer than it may
        clock.close(station, when({ type: 'round', station: station.index }) ?? begins[slot], happened, when, true);
    }
    for (const slot of plan.over) {
        ends = ends.with(slot, time);
    }
    const over = plan.handedOver
        ? clock.handedOver(plan.handedOver, time, when)
        : plan.notConfirmed
          ? clock.notConfirmed(plan.notConfirmed, time, when)
          : time;
    for (const { name } of plan.handedOver ?? []) {
        const slot = timeline.handovers.get(name);
        handedOver = slot === undefined ? handedOver : handedOver.with(slot, over);
    }
    const arrival = plan.escalation ? clock.escalated(plan.escalation, over) : over;
    const sourced = (sources: MomentPlan['tokens'], before: readonly T[], suspended: readonly T[] | undefined): T[] =>
        sources.map(({ from, index }) => {
            if (from === 'kept' || from === 'later') {
                const known = before[index] ?? arrival;
                return from === 'kept' ? known : clock.latest([known, time]);
            }
            const then = from === 'arrival' ? undefined : suspended?.[index];
            if (then === undefined || !resumed) {
                return arrival;
            }
            const shifted = clock.shifted(then, resumed.at, time, from === 'resumed');
            return from === 'resumed' ? shifted : clock.latest([shifted, time]);
        });
    const tokens = sourced(plan.tokens, moments.tokens, resumed?.tokens);
    const joinings = sourced(plan.joinings, moments.joinings, resumed?.joinings);
    const { suspends } = plan;
    const suspended = suspends
        ? [
              ...moments.suspended,
              {
                  at: time,
                  tokens: suspends.tokens.map((i) => moments.tokens[i] ?? time),
                  joinings: suspends.joinings.map((i) => moments.joinings[i] ?? time),
              },
          ]
        : moments.suspended.slice(0, plan.stillSuspended);
    for (const { slot, token, station } of plan.begins) {
        const began = tokens[token] ?? arrival;
        begins = begins.with(slot, station ? clock.begun(station, began, when) : began);
    }
    for (const slot of plan.firstRounds) {
        rounds = rounds.with(slot, undefined);
    }
    for (const { slot, begin } of plan.rounds) {
        rounds = rounds.with(slot, begin === undefined ? arrival : begins[begin]);
    }
    return {
        since: happened,
        at: over,
        resumed: resumed && plan.stillSuspended < moments.suspended.length ? time : undefined,
        moments: {
            tokens,
            joinings,
            suspended,
            begins,
            ends,
            handedOver,
            rounds,
            end: plan.isEnd ? arrival : undefined,
        },
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

/** Where no work is open, but a group waits. */
const NO_WORK: Token = { at: -1, stage: 'holding', again: 0 };

/** When something happens. @param left the work that it is about */
export function eventTime<T>(
    { machine }: Timeline,
    move: Move,
    left: readonly OpenWork<T>[],
    moments: Moments<T>,
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
        case 'interrupt': {
            // a group may wait for a part that is open no more: then nothing is, since what was done last
            const { joinings } = moments;
            const [last = since, ...others] = joinings;
            const waiting = { token: NO_WORK, time: clock.latest([last, ...others]) };
            return clock.brokenIn(left.length > 0 ? left : [waiting], when);
        }
        default:
            return since;
    }
}
