import { forget, liveFacts } from '../execution/live-facts.js';
import type { Machine, Station } from '../execution/machine.js';
import { after } from '../execution/after.js';
import { everyBeginning } from '../execution/begin.js';
import { movesIn, type Move } from '../execution/moves.js';
import { outcomesAt } from '../execution/outcomes.js';
import { keyOf, type State } from '../execution/state.js';
import { growsFrom } from './growth.js';
import { independenceOf } from './independence.js';

/** How many states are looked at before an analysis says that it is too much. */
export const MOST_STATES = 30_000;

/** Something that happens, from a state to a state: indices in {@link Space.states}. */
export interface Edge {
    readonly from: number;
    readonly to: number;
    readonly move: Move;
}

/** Every state that a case can come into, as a graph, in the order of the number of moves that it takes. */
export interface Space {
    readonly machine: Machine;
    readonly states: readonly State[];
    /** for each state the moves out of it */
    readonly out: readonly (readonly Edge[])[];
    /** for each state the first move into it; undefined for one in which a case can begin */
    readonly first: readonly (Edge | undefined)[];
    /** for each state in which a case can begin: such a beginning, with all that is known then */
    readonly beginnings: ReadonlyMap<number, State>;
    /** false where there were more states than the limit or more outcomes of one step, or there is no end to them */
    readonly complete: boolean;
    /** where more values can become known together than can be looked at: nothing behind it is */
    readonly many: Station | 'access' | undefined;
    /** states behind which ever more work is open (growth.ts): what comes behind them is not looked at */
    readonly growing: readonly number[];
    /** the stations of whose work one order stood for all */
    readonly reducedAt: ReadonlySet<number>;
}

/**
 * Looks at every state that a case can come into, breadth first, so that the first way into a state is a shortest one.
 * Facts that nothing asks about any more are forgotten, and of independent parallel work one order stands for all
 * (independence.ts); a state in which that would put something off for ever is looked at in full.
 *
 * @param limit most states; @param reduce false to look at every order of parallel work
 * @param visible stations of which every order is looked at
 */
export function spaceOf(
    machine: Machine,
    {
        limit = MOST_STATES,
        reduce = true,
        visible,
    }: { readonly limit?: number; readonly reduce?: boolean; readonly visible?: ReadonlySet<number> } = {},
): Space {
    const live = liveFacts(machine);
    const independence = independenceOf(machine, visible);
    const index = new Map<string, number>();
    const states: State[] = [];
    const out: Edge[][] = [];
    const first: (Edge | undefined)[] = [];
    /** the index of a state; true when it is new */
    const add = (state: State): [number, boolean] => {
        const known = forget(state, live);
        const key = keyOf(known);
        const old = index.get(key);
        if (old !== undefined) {
            return [old, false];
        }
        index.set(key, states.length);
        states.push(known);
        out.push([]);
        first.push(undefined);
        return [states.length - 1, true];
    };
    const begins = new Map<number, State>();
    const reducedAt = new Set<number>();
    const begun = everyBeginning(machine);
    for (const state of begun.states) {
        const [at, isNew] = add(state);
        if (isNew) {
            begins.set(at, state);
        }
    }
    const growing: number[] = [];
    const before = function* (of: number) {
        for (let edge = first[of]; edge; edge = first[edge.from]) {
            const state = states[edge.from];
            if (state) {
                yield state;
            }
        }
    };
    const large = machine.stations.filter((station) => !outcomesAt(machine, station).isWhole);
    /** Where more can become known next than can be looked at. */
    const manyIn = (state: State | undefined): Space['many'] =>
        begun.isWhole
            ? large.find(({ index }) => state?.tokens.some(({ at, stage }) => stage === 'busy' && at === index))
            : 'access';
    for (let from = 0; from < states.length; from++) {
        const many = manyIn(states[from]);
        if (states.length > limit || many) {
            const complete = false;
            return { machine, states, out, first, beginnings: begins, complete, many, growing, reducedAt };
        }
        const state = states[from];
        if (!state) {
            break;
        }
        if (growsFrom(state, before(from))) {
            growing.push(from);
            continue;
        }
        const go = (moves: readonly Move[]): boolean => {
            let anyNew = false;
            for (const move of moves) {
                const [to, isNew] = add(after(machine, state, move));
                const edge = { from, to, move };
                out[from]?.push(edge);
                if (isNew) {
                    first[to] = edge;
                    anyNew = true;
                }
            }
            return anyNew;
        };
        const moves = movesIn(machine, state);
        const ahead = reduce ? independence.first(state) : undefined;
        const ample = ahead ? moves.filter((m) => 'token' in m && m.token === ahead) : [];
        if (ample.length === 0) {
            go(moves);
        } else if (!go(ample)) {
            go(moves.filter((m) => !ample.includes(m)));
        } else if (ahead) {
            reducedAt.add(ahead.at);
        }
    }
    const complete = growing.length === 0;
    return { machine, states, out, first, beginnings: begins, complete, many: undefined, growing, reducedAt };
}

/** The moves of a shortest course to a state, from the beginning of the case. */
export function courseTo(space: Space, state: number): Edge[] {
    const result: Edge[] = [];
    for (let edge = space.first[state]; edge; edge = space.first[edge.from]) {
        result.push(edge);
    }
    return result.reverse();
}

/** The moves of a shortest course that ends with a certain move; undefined where no course has it. */
export function courseWith(space: Space, isMeant: (move: Move) => boolean): Edge[] | undefined {
    // states are in the order of the number of moves
    for (const edges of space.out) {
        const edge = edges.find((e) => isMeant(e.move));
        if (edge) {
            return [...courseTo(space, edge.from), edge];
        }
    }
    return undefined;
}

/** The states that a case can come into without certain moves; of each the last move of a shortest such course. */
export interface Reached {
    readonly has: (state: number) => boolean;
    /** in the order of the number of moves */
    readonly states: readonly number[];
    readonly courseTo: (state: number) => Edge[];
}

/**
 * Looks for courses on which something never happens, breadth first: what holds on every course to a state is what no
 * course to it avoids (definite assignment: Aho, Lam, Sethi, Ullman 2006, section 9.2).
 *
 * @param happens the moves that are avoided
 */
export function reachedWithout(space: Space, happens: (edge: Edge) => boolean): Reached {
    const isReached = new Uint8Array(space.states.length);
    const by = new Array<Edge | undefined>(space.states.length);
    const states = [...space.beginnings.keys()];
    for (const state of states) {
        isReached[state] = 1;
    }
    for (const from of states) {
        for (const edge of space.out[from] ?? []) {
            if (isReached[edge.to] === 0 && !happens(edge)) {
                isReached[edge.to] = 1;
                by[edge.to] = edge;
                states.push(edge.to);
            }
        }
    }
    return {
        has: (state) => isReached[state] === 1,
        states,
        courseTo: (state) => {
            const result: Edge[] = [];
            for (let edge = by[state]; edge; edge = by[edge.from]) {
                result.push(edge);
            }
            return result.reverse();
        },
    };
}
