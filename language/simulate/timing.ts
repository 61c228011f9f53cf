import type { Machine, Station, Way } from '../execution/machine.js';
import { openStations, type Move } from '../execution/moves.js';
import type { State, Token } from '../execution/state.js';
import type { Deadline } from '../model/protocol.js';
import { statementsOf } from '../model/queries.js';
import type { Value } from '../model/values.js';
import { parseDuration } from './duration.js';
import { later, laterOf, REGISTRATION, type Clock, type Moment } from './clock.js';
import type { Passed, Situation } from './decide.js';
import type { Visit } from './script.js';

/** Keeps when each piece of work begins and is done. */
export interface Timing extends Pick<Situation, 'isBefore' | 'isTooLate'> {
    /** when a move happens */
    readonly momentOf: (move: Move, state: State, visit: Visit | undefined, passed: readonly Passed[]) => Moment;
    /** keeps what a move brings about; a case begins without a state before */
    readonly keep: (before: State | undefined, after: State, at: Moment, station: number | undefined) => void;
    /** the term of work at a station that ran out before it was done; undefined where none surely did */
    readonly overdue: (station: Station, at: Moment) => Deadline | undefined;
    /** names of what does not state how long it takes, or vaguely */
    readonly open: () => readonly string[];
}

/** The time of a case, by what it says, and else by what the text says. */
export function timingOf(machine: Machine, clock: Clock, duration: (name: string) => Visit): Timing {
    const since = new Map<number, Moment>();
    const begun = new Map<number, Moment>();
    const done = new Map<number, Moment>();
    const suspended: { readonly at: Moment; readonly since: ReadonlyMap<number, Moment> }[] = [];
    const open = new Set<string>();

    const sinceOf = (index: number) => since.get(index) ?? REGISTRATION;
    const saidBy = (visit: Visit | undefined): Value | undefined =>
        visit?.event?.duration === undefined ? undefined : parseDuration(visit.event.duration);
    const workDone = (station: Station, visit: Visit | undefined): Moment => {
        const { node } = station;
        if (node.kind !== 'step' && node.kind !== 'escalation') {
            return sinceOf(station.index);
        }
        const value = saidBy(visit) ?? statementsOf(node, 'duur').flatMap((s) => s.values)[0];
        const { at, isOpen } = later(clock, sinceOf(station.index), value);
        if (isOpen) {
            open.add(node.name);
        }
        return at;
    };
    const anchor = ({ after }: Deadline, start: Moment): Moment | undefined => {
        const of = after && after.type !== 'registration' ? machine.index.get(after.node.name) : undefined;
        switch (after?.type) {
            case undefined:
                return start;
            case 'registration':
                return REGISTRATION;
            case 'begin':
                return of === undefined ? undefined : begun.get(of);
            case 'end':
                return of === undefined ? undefined : lastDone(of);
        }
    };
    const termOf = (deadline: Deadline, start: Moment): Moment | undefined => {
        const from = anchor(deadline, start);
        const { at, isOpen } = from ? later(clock, from, deadline.value) : { at: undefined, isOpen: true };
        return isOpen ? undefined : at;
    };
    const deadlinesOf = ({ node }: Station): readonly Deadline[] => (node.kind === 'end' ? [] : node.deadlines);
    const lastDone = (index: number): Moment | undefined => {
        const own = done.get(index);
        const parts = machine.stations[index]?.children.flatMap((child) => lastDone(child) ?? []) ?? [];
        return [...(own ? [own] : []), ...parts].reduce<Moment | undefined>(
            (a, b) => (a ? laterOf(a, b) : b),
            undefined,
        );
    };
    const handoverDone = ({ handover, visit, confirmed }: Passed, from: Moment): Moment => {
        const said = saidBy(visit);
        const within = handover.confirmations.flatMap((c) => c.within ?? [])[0];
        const deadline = handover.deadlines[0];
        const term = deadline && anchor(deadline, from);
        const { at, isOpen } = said
            ? later(clock, from, said)
            : confirmed || !within
              ? later(clock, term ?? from, deadline?.value ?? within)
              : later(clock, from, within);
        if (isOpen) {
            open.add(handover.name);
        }
        // a term is the latest moment, and one that runs out is the moment itself
        return said || !confirmed ? laterOf(from, at) : { low: from.low, high: Math.max(from.high, at.high) };
    };

    return {
        isBefore: (a, b) => {
            const [first, second] = [a, b].map((token) => {
                const station = machine.stations[token.at];
                const value = station && saidBy(duration(station.node.name));
                return value && later(clock, sinceOf(token.at), value).at;
            });
            return first !== undefined && second !== undefined && first.high < second.low;
        },
        isTooLate: (token: Token, way: Way, visit) => {
            const station = machine.stations[token.at];
            const value = saidBy(visit);
            const deadline = station && deadlinesOf(station).find((d) => d.at === way.arrow.at);
            const term = deadline && termOf(deadline, sinceOf(token.at));
            return (
                value !== undefined && term !== undefined && later(clock, sinceOf(token.at), value).at.low > term.high
            );
        },
        momentOf: (move, state, visit, passed) => {
            switch (move.kind) {
                case 'finish': {
                    const station = machine.stations[move.token.at];
                    return station ? workDone(station, visit) : REGISTRATION;
                }
                case 'expire': {
                    const station = machine.stations[move.station];
                    const start = begun.get(move.station) ?? REGISTRATION;
                    const deadline = station && deadlinesOf(station).find((d) => d.at === move.way.arrow.at);
                    const term = deadline && termOf(deadline, start);
                    if (!term && station) {
                        open.add(station.node.name);
                    }
                    return term ? laterOf(start, term) : { low: start.low, high: Number.POSITIVE_INFINITY };
                }
                case 'escalate':
                case 'interrupt': {
                    const index = move.kind === 'escalate' ? move.station : undefined;
                    const token = state.tokens.find((t) => index === undefined || t.at === index);
                    return token
                        ? sinceOf(token.at)
                        : ((index === undefined ? undefined : begun.get(index)) ?? REGISTRATION);
                }
                case 'leave':
                case 'fall back':
                    return passed.reduce((at, p) => handoverDone(p, at), sinceOf(move.token.at));
                default:
                    return sinceOf(move.token.at);
            }
        },
        keep: (before, after, at, index) => {
            if (index !== undefined) {
                done.set(index, at);
            }
            const wasOpen = before ? openStations(machine, before) : new Set<number>();
            const more = after.suspended.length - (before?.suspended.length ?? 0);
            if (more > 0) {
                suspended.push({ at, since: new Map(since) });
            }
            const resumed = more < 0 ? suspended.pop() : undefined;
            for (const token of after.tokens) {
                if (before?.tokens.includes(token)) {
                    continue;
                }
                const station = machine.stations[token.at];
                const past = before?.tokens.find((t) => t.at === token.at && t.stage === 'waiting');
                const old = resumed?.since.get(token.at);
                const isJoined = station !== undefined && station.children.length > 0 && isOver(token);
                const start =
                    resumed && old && !isOver(token)
                        ? { low: old.low + at.low - resumed.at.low, high: shifted(old.high, at.high, resumed.at.high) }
                        : isJoined
                          ? laterOf(at, lastDone(token.at) ?? at)
                          : past
                            ? laterOf(at, sinceOf(token.at))
                            : at;
                since.set(token.at, start);
                if (isJoined) {
                    done.set(token.at, start);
                }
                for (
                    let i: number | undefined = isOver(token) ? undefined : token.at;
                    i !== undefined && !wasOpen.has(i);
                    i = machine.stations[i]?.parent
                ) {
                    begun.set(i, start);
                }
            }
        },
        overdue: (station, at) =>
            deadlinesOf(station).find((deadline) => {
                const term = termOf(deadline, begun.get(station.index) ?? REGISTRATION);
                return term !== undefined && at.low > term.high;
            }),
        open: () => [...open],
    };
}

function isOver({ stage }: Token): boolean {
    return stage === 'repeating' || stage === 'leaving';
}

/** A moment as much later as another has become. */
function shifted(old: number, now: number, then: number): number {
    return Number.isFinite(now) && Number.isFinite(then) ? old + now - then : Number.POSITIVE_INFINITY;
}
