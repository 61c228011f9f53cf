import { comesTo } from './awaits.js';
import { isCounting } from './counting.js';
import { dueUp, forcedOf } from './due.js';
import { knownIn } from './enter.js';
import { isInside, type Machine, type Station, type Way } from './machine.js';
import { outcomesAt } from './outcomes.js';
import { overdueAt } from './outlast.js';
import { withFacts, type State, type Suspended, type Token } from './state.js';
import { isInformal, mayHold, mustHold, truthsOf, TRUE, type FactValue, type Truths } from './truth.js';

/** Something that can happen to a case in a state. */
export type Move =
    /** work is done, with the facts that it determines: index and value */
    | { readonly kind: 'finish'; readonly token: Token; readonly facts: readonly (readonly [number, FactValue])[] }
    /** work is done once more, or that is enough */
    | { readonly kind: 'again' | 'enough'; readonly token: Token }
    /** what is in a group or phase begins that has waited */
    | { readonly kind: 'begin'; readonly token: Token }
    /** a case goes on by an arrow */
    | { readonly kind: 'leave'; readonly token: Token; readonly way: Way }
    /** the handover on an arrow is not confirmed */
    | { readonly kind: 'fall back'; readonly token: Token; readonly way: Way }
    /** a part of a group is chosen, taken up or left out */
    | { readonly kind: 'choose'; readonly token: Token; readonly part: number }
    | { readonly kind: 'take' | 'skip'; readonly token: Token }
    /** a term runs out, or work is taken higher up: of a station, or of all that is open in a group or phase */
    | { readonly kind: 'expire' | 'escalate'; readonly station: number; readonly way: Way }
    /** an `altijd als` that a person decides */
    | { readonly kind: 'interrupt'; readonly breach: number };

/** The station that a move is about: none of an interruption. */
export function stationOf(move: Move): number | undefined {
    return 'token' in move ? move.token.at : 'station' in move ? move.station : undefined;
}

/** An interruption (`altijd als`) or an escalation. */
export type Intervention = (Move & { readonly kind: 'interrupt' }) | (Move & { readonly kind: 'escalate' });

/**
 * Whether a move is an interruption or an escalation that people decide on. It may always happen and need never happen,
 * so it is no way on that a protocol may count on. One on facts alone happens to each case for which they hold.
 */
export function isIntervention(move: Move): move is Intervention {
    switch (move.kind) {
        case 'interrupt':
            return true;
        case 'escalate':
            return !move.way.arrow.condition || isInformal(move.way.arrow.condition);
        default:
            return false;
    }
}

/** Where somebody decides and no work is done. */
const DECIDING: ReadonlySet<Token['stage']> = new Set(['offered', 'entering', 'repeating', 'leaving']);

/** Where work is open of which nothing is to be decided. */
const OPEN: ReadonlySet<Token['stage']> = new Set(['waiting', 'busy', 'holding']);

/**
 * Everything that can happen in a state; nothing in an ended one, and nothing in one where a case is stuck. When work is
 * done, whether it is done once more and what comes next are decided at once, with what is known then; so is which parts
 * of a group `naar keuze` happen, when a case comes to it. A decision that cannot be taken yet waits, and other work goes
 * on.
 */
export function movesIn(machine: Machine, state: State): Move[] {
    if (state.end !== undefined) {
        return [];
    }
    for (const token of state.tokens) {
        const decisions = DECIDING.has(token.stage) ? movesOf(machine, state, token) : [];
        if (decisions.length > 0) {
            return decisions;
        }
    }
    const moves = state.tokens.flatMap((token) => movesOf(machine, state, token));
    return [...moves, ...fromOutside(machine, state), ...interruptions(machine, state)];
}

/** @param asked work of which is being asked whether it waits */
function movesOf(machine: Machine, state: State, token: Token, asked: readonly Token[] = []): Move[] {
    const station = machine.stations[token.at];
    if (!station) {
        return [];
    }
    switch (token.stage) {
        case 'waiting':
        case 'holding':
            return [];
        case 'entering':
            return [{ kind: 'begin', token }];
        case 'offered':
            return [
                { kind: 'take', token },
                { kind: 'skip', token },
            ];
        case 'choosing':
            return station.children.map((part) => ({ kind: 'choose', token, part }));
        case 'busy':
            return finishes(machine, state, token, station, asked);
        case 'repeating':
            return repetitions(machine, state, token, station);
        case 'leaving':
            return departures(machine, state, token, station);
    }
}

/** Each outcome of the work that `klaar als` allows; none of work that its term breaks off for certain. */
function finishes(machine: Machine, state: State, token: Token, station: Station, asked: readonly Token[]): Move[] {
    if (overdueAt(machine, state, station).length > 0 || isHeldUp(machine, state, token, station, asked)) {
        return [];
    }
    return outcomesAt(machine, station)
        .values.filter((facts) => {
            const known = knownIn(machine, withFacts(state.facts, facts));
            return station.doneWhen.every((c) => mayHold(truthsOf(c, known)));
        })
        .map((facts) => ({ kind: 'finish', token, facts }));
}

/**
 * Whether the work at a station is still to begin, since what it begins after is still to be done beside it. Work never
 * waits for what only comes behind it, nor for work that waits for it in turn.
 */
export function isHeldUp(
    machine: Machine,
    state: State,
    token: Token,
    { awaits }: Station,
    asked: readonly Token[] = [],
): boolean {
    const waiting = [...asked, token];
    return (
        token.again === 0 &&
        awaits.some((of) =>
            state.tokens.some(
                (other) =>
                    other !== token &&
                    comesTo(machine, other.at, of) &&
                    (asked.includes(other) || movesOf(machine, state, other, waiting).length > 0),
            ),
        )
    );
}

function repetitions(machine: Machine, state: State, token: Token, station: Station): Move[] {
    const known = knownIn(machine, state.facts);
    const once = station.repeats.map(({ atLeast, atMost, isOpen, until }): { more: boolean; enough: boolean } => {
        const holds: Truths | undefined = until && truthsOf(until, known);
        if (token.again >= atMost || (holds !== undefined && mustHold(holds))) {
            return { more: false, enough: true };
        }
        const enough = isOpen || (holds === undefined ? token.again >= atLeast : mayHold(holds));
        return { more: true, enough };
    });
    return [
        ...(once.some((o) => o.more) ? [{ kind: 'again' as const, token }] : []),
        ...(once.every((o) => o.enough) ? [{ kind: 'enough' as const, token }] : []),
    ];
}

/**
 * The ways on: the first that holds, in the order of the text, and each before it that a person may decide on. An
 * escalation whose condition is known to hold comes before all.
 */
function departures(machine: Machine, state: State, token: Token, station: Station): Move[] {
    const due = dueUp(machine, state, station);
    const forced = forcedOf(due);
    const before = due.slice(0, forced ? due.indexOf(forced) : due.length);
    const perhaps = before.map((way): Move => ({ kind: 'escalate', station: station.index, way }));
    if (forced) {
        return [...perhaps, { kind: 'escalate', station: station.index, way: forced }];
    }
    // a phase of which all work is done lasts on until its term
    const overdue = station.children.length > 0 ? overdueAt(machine, state, station) : [];
    if (overdue.length > 0) {
        return overdue
            .filter(({ way }) => isCounting(machine, state, way))
            .map(({ station: of, way }): Move => ({ kind: 'expire', station: of, way }));
    }
    const moves: Move[] = [...perhaps];
    for (const way of waysThatMayBeTaken(machine, state, station)) {
        moves.push({ kind: 'leave', token, way });
        for (const back of way.fallbacks.filter((b) => mayFallBack(state, machine, b))) {
            moves.push({ kind: 'fall back', token, way: back });
        }
    }
    return moves;
}

/** Whether work that is done may be done once more, with what is known. */
export function mayBeRepeated(machine: Machine, state: State, token: Token): boolean {
    const station = machine.stations[token.at];
    return station !== undefined && repetitions(machine, state, token, station).some((m) => m.kind === 'again');
}

/** The exits of a station that a case may take with what is known. */
export function waysThatMayBeTaken(machine: Machine, state: State, station: Station): Way[] {
    const known = knownIn(machine, state.facts);
    const result: Way[] = [];
    for (const way of station.exits) {
        if (!isOpen(state, machine, way)) {
            continue;
        }
        const truths = way.arrow.condition ? truthsOf(way.arrow.condition, known) : TRUE;
        if (mayHold(truths) && handoversMayBegin(machine, state, way)) {
            result.push(way);
        }
        if (mustHold(truths) && !way.mayBeUsedUp) {
            break;
        }
    }
    return result;
}

/** Whether an arrow may be taken, or an `altijd als` may happen, once more. */
export function isOpen(state: State, machine: Machine, { counter }: Pick<Way, 'counter'>): boolean {
    return counter === undefined || (state.used[counter] ?? 0) < (machine.bounds[counter] ?? 0);
}

/** Whether a case may go by a fallback: one behind `anders` only where the bound of the one before it may be reached. */
export function mayFallBack(state: State, machine: Machine, way: Way): boolean {
    const { first } = way;
    return isOpen(state, machine, way) && (!first || first.mayBeUsedUp || !isOpen(state, machine, first));
}

function handoversMayBegin(machine: Machine, state: State, way: Way): boolean {
    const known = knownIn(machine, state.facts);
    return way.handovers.every((h) => h.guards.every((g) => mayHold(truthsOf(g.condition, known))));
}

/** Terms that run out and escalations that people decide on, while work is open. */
function fromOutside(machine: Machine, state: State): Move[] {
    const open = openStations(machine, state);
    const known = knownIn(machine, state.facts);
    return [...open].flatMap((index): Move[] => {
        const station = machine.stations[index];
        const busy = state.tokens.some((t) => t.at === index && OPEN.has(t.stage));
        if (!station || (station.children.length === 0 && !busy)) {
            return [];
        }
        const expiries = station.expiries.filter(
            (w) => !machine.idle.has(w) && isOpen(state, machine, w) && isCounting(machine, state, w),
        );
        const escalations = station.escalations.filter((way) => {
            const { condition } = way.arrow;
            return (
                isOpen(state, machine, way) &&
                (!condition || (isInformal(condition) && mayHold(truthsOf(condition, known))))
            );
        });
        return [
            ...expiries.map((way): Move => ({ kind: 'expire', station: index, way })),
            ...escalations.map((way): Move => ({ kind: 'escalate', station: index, way })),
        ];
    });
}

/** The stations where work is open, with the groups and phases around them. */
export function openStations(machine: Machine, state: State): Set<number> {
    return new Set(state.tokens.flatMap((token) => machine.stations[token.at]?.around ?? []));
}

function interruptions(machine: Machine, state: State): Move[] {
    return machine.breaches.flatMap(({ interrupt }, breach): Move[] =>
        isInformal(interrupt.condition) && mayInterrupt(machine, state, breach) ? [{ kind: 'interrupt', breach }] : [],
    );
}

/** Not while it goes on already, nor when its bound is reached. */
export function mayInterrupt(machine: Machine, state: State, index: number): boolean {
    const breach = machine.breaches[index];
    if (!breach || !isOpen(state, machine, breach)) {
        return false;
    }
    const { target } = breach;
    const goesOn = (s: State | Suspended) => target !== undefined && isOpenAt(machine, s, target);
    return ![state, ...state.suspended].some(goesOn) && !state.suspended.some((s) => s.breach === index);
}

/** Whether work is open at a station or in it. */
export function isOpenAt(
    machine: Machine,
    { tokens, joinings }: Pick<State, 'tokens' | 'joinings'>,
    station: number,
): boolean {
    return (
        tokens.some((t) => isInside(machine, t.at, station)) ||
        joinings.some((j) => isInside(machine, j.group, station))
    );
}
