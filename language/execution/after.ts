import { remembering } from './counting.js';
import { beginAt, completePart, enter, knownIn, settle } from './enter.js';
import { startsAfterOf } from '../model/queries.js';
import { isInside, type Machine, type Station, type Way } from './machine.js';
import { isOpenAt, mayInterrupt, type Move } from './moves.js';
import { withFacts, withoutToken, withToken, type State, type Token } from './state.js';
import { isInformal, mustHold, truthsOf } from './truth.js';

/** The state after something happens; what nobody decides follows at once. */
export function after(machine: Machine, state: State, move: Move): State {
    const before = state.completed.length > 0 ? { ...state, completed: [] } : state;
    return remembering(machine, state, move, settle(machine, happen(machine, before, move)));
}

/**
 * The state after a case goes on by a way from a station; who comes to a group or phase anew finds none of the rounds of
 * before. A way from one part of it to another does not leave it.
 */
function goOn(machine: Machine, state: State, from: number, way: Way): State {
    const stays = (container: number) => isWithin(machine, container, from, way);
    const begun = (machine.stations[from]?.around ?? []).filter(stays);
    return enter(machine, taken(withoutRounds(machine, state, stays), way), way.target, begun);
}

/** Whether a way from a station leads from one part of a group or phase to another. */
export function isWithin(machine: Machine, container: number, from: number, { target }: Way): boolean {
    return (
        target !== undefined &&
        ![from, target].includes(container) &&
        isInside(machine, from, container) &&
        isInside(machine, target, container)
    );
}

/**
 * Whether a move ends the visit of a group or phase before all work in it is done: the case goes elsewhere, or comes to
 * it anew.
 *
 * @param next the state after it
 */
export function leavesEarly(machine: Machine, before: State, move: Move, next: State, container: number): boolean {
    const isOpenIn = (state: State) => [state, ...state.suspended].some((s) => isOpenAt(machine, s, container));
    if (!isOpenIn(before) || next.completed.includes(container)) {
        return false;
    }
    if (!('way' in move)) {
        return !isOpenIn(next);
    }
    const from = 'token' in move ? move.token.at : move.station;
    const rest =
        'token' in move
            ? { ...before, tokens: withoutToken(before.tokens, move.token) }
            : without(machine, before, move.station);
    return !isOpenIn(next) || !(isOpenIn(rest) || isWithin(machine, container, from, move.way));
}

/** A state in which no round counts of a group or phase that is not open, nor stays so. */
function withoutRounds(machine: Machine, state: State, stays: (container: number) => boolean = () => false): State {
    return machine.repeated.reduce((result, { index, rounds = 0 }) => {
        if (stays(index)) {
            return result;
        }
        const isOpen = [result, ...result.suspended].some((s) => isOpenAt(machine, s, index));
        return isOpen || (result.used[rounds] ?? 0) === 0 ? result : counted(result, rounds, 0);
    }, state);
}

function happen(machine: Machine, state: State, move: Move): State {
    switch (move.kind) {
        case 'finish':
            return mayBreak(machine, move)
                ? withInterruption(machine, done(machine, state, move), determinedBy(move))
                : done(machine, state, move);
        case 'again': {
            const { at: where, again } = move.token;
            const station = machine.stations[where];
            const times = Math.min(again + 1, station ? mostCounted(station) : 0);
            const rest = { ...state, tokens: withoutToken(state.tokens, move.token) };
            if (station?.rounds !== undefined) {
                return beginAt(machine, counted(rest, station.rounds, times), station);
            }
            return { ...rest, tokens: withToken(rest.tokens, { at: where, stage: 'busy', again: times }) };
        }
        case 'enough': {
            const rounds = machine.stations[move.token.at]?.rounds;
            const done = restaged(state, move.token, 'leaving');
            return rounds === undefined ? done : counted(done, rounds, 0);
        }
        case 'leave':
        case 'fall back':
            return goOn(machine, { ...state, tokens: withoutToken(state.tokens, move.token) }, move.token.at, move.way);
        case 'begin': {
            const station = machine.stations[move.token.at];
            const rest = { ...state, tokens: withoutToken(state.tokens, move.token) };
            return station ? beginAt(machine, rest, station, move.token.into) : rest;
        }
        case 'choose':
        case 'take': {
            const target = move.kind === 'choose' ? move.part : move.token.at;
            const rest = { ...state, tokens: withoutToken(state.tokens, move.token) };
            return enter(machine, rest, target, machine.stations[target]?.around.slice(1));
        }
        case 'skip': {
            const station = machine.stations[move.token.at];
            const group = station?.parent === undefined ? undefined : machine.stations[station.parent];
            const rest = { ...state, tokens: withoutToken(state.tokens, move.token) };
            return station && group ? completePart(machine, rest, station.index, group) : rest;
        }
        case 'expire':
        case 'escalate':
            return goOn(machine, without(machine, state, move.station), move.station, move.way);
        case 'interrupt':
            return interrupted(machine, state, move.breach);
    }
}

/**
 * How far repetition is counted: to where the count no longer decides anything. Of work that waits before it begins it does
 * which round is the first.
 */
function mostCounted({ node, repeats }: Station): number {
    return Math.max(
        startsAfterOf(node).length > 0 ? 1 : 0,
        ...repeats.flatMap((r) => [r.atLeast, r.atMost]).filter((n) => Number.isFinite(n)),
    );
}

type Finish = Extract<Move, { kind: 'finish' }>;

/** The state in which work is done and its facts are known, before anything follows from that. */
function done(machine: Machine, state: State, { token, facts }: Finish): State {
    const repeats = (machine.stations[token.at]?.repeats.length ?? 0) > 0;
    return restaged({ ...state, facts: withFacts(state.facts, facts) }, token, repeats ? 'repeating' : 'leaving');
}

/** The state after these facts became known: interrupted, where an `altijd als` holds that asks about one of them. */
export function withInterruption(machine: Machine, state: State, facts: ReadonlySet<number>): State {
    const breach = breachBy(machine, state, facts);
    return breach === undefined ? state : interrupted(machine, state, breach);
}

/** The `altijd als` that holds now that these facts became known: the first in the text. */
function breachBy(machine: Machine, state: State, facts: ReadonlySet<number>): number | undefined {
    const known = knownIn(machine, state.facts);
    const breach = machine.breaches.findIndex(
        (b, i) =>
            [...b.facts].some((f) => facts.has(f)) &&
            !isInformal(b.interrupt.condition) &&
            mustHold(truthsOf(b.interrupt.condition, known)) &&
            mayInterrupt(machine, state, i),
    );
    return breach < 0 || state.end !== undefined ? undefined : breach;
}

/**
 * The interruption that a move brings about: the one that a person decides, or one whose facts become known.
 *
 * @param before the state in which it happens
 * @returns its index in {@link Machine.breaches}; undefined where the move interrupts nothing
 */
export function interruptionBy(machine: Machine, before: State, move: Move): number | undefined {
    switch (move.kind) {
        case 'interrupt':
            return move.breach;
        case 'finish':
            return mayBreak(machine, move)
                ? breachBy(machine, done(machine, before, move), determinedBy(move))
                : undefined;
        default:
            return undefined;
    }
}

/** Whether an `altijd als` asks about a fact that becomes known by it. */
function mayBreak({ breaches }: Machine, { facts }: Finish): boolean {
    return facts.length > 0 && breaches.some((b) => facts.some(([fact]) => b.facts.has(fact)));
}

function determinedBy({ facts }: Finish): Set<number> {
    return new Set(facts.map(([index]) => index));
}

function interrupted(machine: Machine, state: State, index: number): State {
    const breach = machine.breaches[index];
    const { tokens, joinings } = state;
    const suspended = breach?.interrupt.resume ? [...state.suspended, { breach: index, tokens, joinings }] : [];
    const aside = withoutRounds(machine, { ...state, tokens: [], joinings: [], suspended });
    return enter(machine, breach ? taken(aside, breach) : aside, breach?.target);
}

/** A state without the work that is open at a station, and in it when it is a group or phase. */
function without(machine: Machine, state: State, station: number): State {
    return {
        ...state,
        tokens: state.tokens.filter((t) => !isInside(machine, t.at, station)),
        joinings: state.joinings.filter((j) => !isInside(machine, j.group, station)),
    };
}

function taken(state: State, { counter }: Pick<Way, 'counter'>): State {
    return counter === undefined ? state : counted(state, counter, (state.used[counter] ?? 0) + 1);
}

function counted(state: State, counter: number, times: number): State {
    return { ...state, used: state.used.with(counter, times) };
}

function restaged(state: State, token: Token, stage: Token['stage']): State {
    return {
        ...state,
        tokens: withToken(withoutToken(state.tokens, token), {
            ...token,
            stage,
            again: stage === 'leaving' ? 0 : token.again,
        }),
    };
}
