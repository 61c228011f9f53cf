import { knownIn } from './enter.js';
import type { Machine, Station, Way } from './machine.js';
import { overdueAt } from './outlast.js';
import { withFacts, type State, type Token } from './state.js';
import { isInformal, mayHold, mustHold, truthsOf, TRUE, type FactValue, type Truths } from './truth.js';

/** Something that can happen to a case in a state. */
export type Move =
    /** work is done, with the facts that it determines: index and value */
    | { readonly kind: 'finish'; readonly token: Token; readonly facts: readonly (readonly [number, FactValue])[] }
    /** work is done once more, or that is enough */
    | { readonly kind: 'again' | 'enough'; readonly token: Token }
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

/** Where somebody decides and no work is done. */
const DECIDING: ReadonlySet<Token['stage']> = new Set(['offered', 'repeating', 'leaving']);

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

function movesOf(machine: Machine, state: State, token: Token): Move[] {
    const station = machine.stations[token.at];
    if (!station) {
        return [];
    }
    switch (token.stage) {
        case 'waiting':
            return [];
        case 'offered':
            return [
                { kind: 'take', token },
                { kind: 'skip', token },
            ];
        case 'choosing':
            return station.children.map((part) => ({ kind: 'choose', token, part }));
        case 'busy':
            return finishes(machine, state, token, station);
        case 'repeating':
            return repetitions(machine, state, token, station);
        case 'leaving':
            return departures(machine, state, token, station);
    }
}

/** Each outcome of the work that `klaar als` allows; none of work that its term breaks off for certain. */
function finishes(machine: Machine, state: State, token: Token, station: Station): Move[] {
    if (overdueAt(machine, state, station).length > 0) {
        return [];
    }
    let outcomes: (readonly (readonly [number, FactValue])[])[] = [[]];
    for (const index of station.determines) {
        const domain = machine.facts[index]?.domain ?? [];
        outcomes = outcomes.flatMap((facts) => domain.map((value) => [...facts, [index, value] as const]));
    }
    return outcomes
        .filter((facts) => {
            const known = knownIn(machine, withFacts(state.facts, facts));
            return station.doneWhen.every((c) => mayHold(truthsOf(c, known)));
        })
        .map((facts) => ({ kind: 'finish', token, facts }));
}

function repetitions(machine: Machine, state: State, token: Token, station: Station): Move[] {
    const known = knownIn(machine, state.facts);
    const once = station.repeats.map(({ atLeast, atMost, until }): { more: boolean; enough: boolean } => {
        const holds: Truths | undefined = until && truthsOf(until, known);
        if (token.again >= atMost || (holds !== undefined && mustHold(holds))) {
            return { more: false, enough: true };
        }
        const enough = holds === undefined ? token.again >= atLeast : mayHold(holds);
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
    const up = station.escalations.filter((w) => isOpen(state, machine, w) && w.arrow.condition);
    const formal = up.filter((w) => w.arrow.condition && !isInformal(w.arrow.condition));
    const known = knownIn(machine, state.facts);
    const forced = formal.find((w) => w.arrow.condition && mustHold(truthsOf(w.arrow.condition, known)));
    if (forced) {
        return [{ kind: 'escalate', station: station.index, way: forced }];
    }
    // a phase of which all work is done lasts on until its term
    const overdue = station.children.length > 0 ? overdueAt(machine, state, station) : [];
    if (overdue.length > 0) {
        return overdue.map((way): Move => ({ kind: 'expire', station: station.index, way }));
    }
    const moves: Move[] = [];
    for (const way of waysThatMayBeTaken(machine, state, station)) {
        moves.push({ kind: 'leave', token, way });
        for (const back of way.fallbacks.filter((b) => isOpen(state, machine, b))) {
            moves.push({ kind: 'fall back', token, way: back });
        }
    }
    return moves;
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
        if (mustHold(truths)) {
            break;
        }
    }
    return result;
}

/** Whether an arrow may be taken once more. */
export function isOpen(state: State, machine: Machine, way: Way): boolean {
    return way.counter === undefined || (state.used[way.counter] ?? 0) < (machine.bounds[way.counter] ?? 0);
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
        const busy = state.tokens.some((t) => t.at === index && (t.stage === 'busy' || t.stage === 'waiting'));
        if (!station || (station.children.length === 0 && !busy)) {
            return [];
        }
        const expiries = station.expiries.filter((w) => isOpen(state, machine, w));
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

/** Not while it goes on already. */
export function mayInterrupt(machine: Machine, state: State, breach: number): boolean {
    const { target } = machine.breaches[breach] ?? {};
    return !state.suspended.some((s) => s.breach === breach) && !state.tokens.some((t) => t.at === target);
}
