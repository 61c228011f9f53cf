import { interruptionBy } from './after.js';
import { isInside, type Machine, type Station } from './machine.js';
import { stationOf, type Move } from './moves.js';
import type { Joining, Stage, State, Token } from './state.js';
import type { Handover } from '../model/protocol.js';
import type { Timeline } from './timeline.js';

/**
 * How the moments after something happens follow from those before it, whatever those are: where each comes from. Indices
 * of tokens, groups and suspended work are those in the states, slots those of {@link Timeline.slots}.
 */
export interface MomentPlan {
    readonly move: Move;
    /** the open work that it is about: indices of tokens */
    readonly left: readonly Open[];
    /** work of which the begin is known only now, since it waits for what may have come about meanwhile */
    readonly lateBegin: { readonly slot: number; readonly station: Station } | undefined;
    /** what is over by it, from the inside out: a phase has its own length, a group waits for its other parts */
    readonly closings: readonly Closing[];
    /** groups of resumed work that are over by it: indices in what was suspended last */
    readonly joinedInResumed: readonly number[];
    /** groups and phases around a term that runs out that are left then */
    readonly leftByTerm: readonly { readonly slot: number; readonly station: Station }[];
    /** what else is over then */
    readonly over: readonly number[];
    readonly handedOver: readonly Handover[] | undefined;
    readonly notConfirmed: readonly Handover[] | undefined;
    /** an escalation that a case comes to by it */
    readonly escalation: Station | undefined;
    readonly tokens: readonly Source[];
    readonly joinings: readonly Source[];
    /** what is suspended by it; else how much stays so */
    readonly suspends: { readonly tokens: readonly number[]; readonly joinings: readonly number[] } | undefined;
    readonly stillSuspended: number;
    /** what begins by it: with the token whose moment that is, or none */
    readonly begins: readonly {
        readonly slot: number;
        readonly token: number;
        readonly station: Station | undefined;
    }[];
    /** groups and phases of which a round begins by it: with the slot of the begin where that is the first, or none */
    readonly rounds: readonly { readonly slot: number; readonly begin: number | undefined }[];
    /** work that a case comes to by it: no round of it is done */
    readonly firstRounds: readonly number[];
    /** work of which a round is done by it */
    readonly roundDone: { readonly slot: number; readonly station: Station } | undefined;
    readonly isEnd: boolean;
}

interface Open {
    readonly token: Token;
    readonly index: number;
}

interface Closing {
    /** index of the group in what was joined before; -1 where it waits for nothing */
    readonly joined: number;
    /** undefined where nothing counts from it */
    readonly slot: number | undefined;
    /** the group or phase that is over, or a round of it, and that has something in it */
    readonly container: Station | undefined;
    readonly at: number;
    readonly isEarly: boolean;
}

/**
 * Where a moment comes from: that of the same work before (`kept`; `later` where that has come to another stage), of work
 * that goes on after an interruption (`resumed`, which is being done; `resumed later`), or the arrival by this move.
 */
interface Source {
    readonly from: 'kept' | 'later' | 'resumed' | 'resumed later' | 'arrival';
    readonly index: number;
}

const ARRIVAL: Source = { from: 'arrival', index: -1 };

/** @param before the state before a move; @param next the state after it */
export function momentPlanOf(timeline: Timeline, before: State, move: Move, next: State): MomentPlan {
    const { machine, slots } = timeline;
    const open = before.tokens.map((token, index): Open => ({ token, index }));
    const where = stationOf(move);
    const interrupts = interruptionBy(machine, before, move) !== undefined;
    const left = open.filter(({ token }) =>
        'token' in move ? token === move.token : where === undefined || isInside(machine, token.at, where),
    );
    const way = 'way' in move ? move.way : undefined;
    const [begunBefore, begunNow] = [timeline.begun(before), timeline.begun(next)];
    const isClosed = (m: number) => begunBefore.has(m) && (!begunNow.has(m) || way?.target === m);
    const isEntered = (m: number) => begunNow.has(m) && (!begunBefore.has(m) || isClosed(m));
    const isContainer = (m: number) => (machine.stations[m]?.children.length ?? 0) > 0;
    const resumed = next.suspended.length < before.suspended.length;
    const orderly = !interrupts && move.kind !== 'expire' && move.kind !== 'escalate';
    const around = where === undefined ? [] : (machine.stations[where]?.around ?? []);
    const old = resumed ? before.suspended.at(-1) : undefined;
    const isJoining = (group: number) => next.joinings.some((j) => j.group === group);

    const kept = new Set(interrupts ? [] : open.filter((w) => !left.includes(w)));
    const restored = new Set(old?.tokens.map((token, index): Open => ({ token, index })));
    const tokens = next.tokens.map((token): Source => {
        const same = take(kept, token);
        if (same) {
            return { from: same.token.stage === token.stage ? 'kept' : 'later', index: same.index };
        }
        const back = take(restored, token);
        const isBusy = token.stage === 'busy' && back?.token.stage === 'busy';
        return back ? { from: isBusy ? 'resumed' : 'resumed later', index: back.index } : ARRIVAL;
    });
    const joinings = next.joinings.map((joining): Source => {
        const index = before.joinings.findIndex(
            (j) =>
                j.group === joining.group &&
                !interrupts &&
                (orderly || where === undefined || !isInside(machine, j.group, where)),
        );
        const known = before.joinings[index];
        if (known) {
            return { from: known.done.length === joining.done.length ? 'kept' : 'later', index };
        }
        const back = old?.joinings.findIndex((j) => j.group === joining.group) ?? -1;
        return back < 0 ? ARRIVAL : { from: 'resumed later', index: back };
    });
    return {
        move,
        left,
        lateBegin: lateBeginOf(timeline, move),
        closings: orderly ? closingsOf(machine, around) : [],
        joinedInResumed: orderly && old ? old.joinings.flatMap((j, i) => (isJoining(j.group) ? [] : [i])) : [],
        leftByTerm:
            move.kind === 'expire'
                ? around.slice(1).flatMap((container) => {
                      const [station, slot] = [machine.stations[container], slots.get(container)];
                      return station && slot !== undefined && isClosed(container) ? [{ slot, station }] : [];
                  })
                : [],
        over: [...begunBefore]
            .filter((m) => isClosed(m) && (!orderly || where === undefined || !isInside(machine, where, m)))
            .map((m) => slots.get(m) ?? 0),
        handedOver: move.kind === 'leave' ? move.way.handovers : undefined,
        notConfirmed:
            move.kind === 'fall back'
                ? machine.protocol.handovers.filter((h) => move.way.arrow.handovers.includes(h.name))
                : undefined,
        escalation: escalationAt(machine, interrupts ? undefined : way?.target),
        tokens,
        joinings,
        suspends: next.suspended.length > before.suspended.length ? suspendedBy(before, next) : undefined,
        stillSuspended: next.suspended.length,
        begins: [...begunNow].filter(isEntered).map((m) => ({
            slot: slots.get(m) ?? 0,
            token: next.tokens.findIndex((t) => t.at === m),
            station: machine.stations[m],
        })),
        rounds: [...timeline.rounds].flatMap(([m, slot]) =>
            !isContainer(m)
                ? []
                : move.kind === 'again' && where === m
                  ? [{ slot, begin: undefined }]
                  : isEntered(m)
                    ? [{ slot, begin: slots.get(m) }]
                    : [],
        ),
        firstRounds: [...timeline.rounds].flatMap(([m, slot]) => (!isContainer(m) && isEntered(m) ? [slot] : [])),
        roundDone: roundDoneBy(timeline, move),
        isEnd: next.end !== undefined,
    };

    function closingsOf({ stations }: Machine, containers: readonly number[]): Closing[] {
        const groups = typeof next.end === 'number' ? [] : before.joinings.map((j) => j.group);
        return containers.flatMap((container): Closing[] => {
            const joined = isJoining(container) ? -1 : groups.indexOf(container);
            const slot = isClosed(container) ? slots.get(container) : undefined;
            const station = stations[container];
            // a round that was done before is over already
            const isOver =
                timeline.rounds.has(container) && isDone(before, container)
                    ? false
                    : slot !== undefined || (timeline.rounds.has(container) && isDone(next, container));
            return joined < 0 && slot === undefined && !isOver
                ? []
                : [
                      {
                          joined,
                          slot,
                          container: isOver && station && station.children.length > 0 ? station : undefined,
                          at: container,
                          isEarly: way !== undefined && where !== container,
                      },
                  ];
        });
    }
}

/** Whether all work of a round of a group or phase is done and what comes next is to be decided. */
export function isDone({ tokens }: State, container: number): boolean {
    return tokens.some((t) => t.at === container && DONE.has(t.stage));
}

const DONE: ReadonlySet<Stage> = new Set(['holding', 'repeating', 'leaving']);

/** What its begin counts from may have come about since; it begins once, however often it is done again. */
function lateBeginOf({ machine, slots, work }: Timeline, move: Move): MomentPlan['lateBegin'] {
    if (move.kind !== 'finish' || move.token.again > 0) {
        return undefined;
    }
    const [station, slot] = [machine.stations[move.token.at], slots.get(move.token.at)];
    const waits = work.stations[station?.index ?? -1]?.starts.some(({ from }) => from.type !== 'round');
    return station && slot !== undefined && waits ? { station, slot } : undefined;
}

function roundDoneBy({ machine, rounds }: Timeline, move: Move): MomentPlan['roundDone'] {
    const at = move.kind === 'finish' ? move.token.at : -1;
    const [station, slot] = [machine.stations[at], rounds.get(at)];
    return station && slot !== undefined ? { station, slot } : undefined;
}

function escalationAt({ stations }: Machine, target: number | undefined): Station | undefined {
    const station = stations[target ?? -1];
    return station?.node.kind === 'escalation' ? station : undefined;
}

/** What work comes to that waits, when that for which it waits becomes known. */
const WOKEN: Partial<Record<Stage, readonly Stage[]>> = { waiting: ['busy', 'entering'], holding: ['repeating'] };

/** Takes the same piece of work from some, if it is there. */
function take(from: Set<Open>, token: Token): Open | undefined {
    for (const same of from) {
        const { at, again, stage } = same.token;
        if (
            at === token.at &&
            again === token.again &&
            (stage === token.stage || WOKEN[stage]?.includes(token.stage))
        ) {
            from.delete(same);
            return same;
        }
    }
    return undefined;
}

/** What is suspended: what was being done keeps its moments, what was just done (-1) is done now. */
function suspendedBy(before: State, next: State): NonNullable<MomentPlan['suspends']> {
    const last = next.suspended.at(-1);
    const known = new Map(before.tokens.map((t, i) => [i, t]));
    const place = (token: Token): number => {
        for (const [i, t] of known) {
            if (t.at === token.at && t.stage === token.stage && t.again === token.again) {
                known.delete(i);
                return i;
            }
        }
        return -1;
    };
    const groupOf = (joining: Joining) => before.joinings.findIndex((b) => b.group === joining.group);
    return { tokens: (last?.tokens ?? []).map(place), joinings: (last?.joinings ?? []).map(groupOf) };
}
