import type { Machine } from './machine.js';
import type { FactValue } from './truth.js';

/**
 * Where a piece of work is:
 * - `waiting`: its `pas als` does not hold yet
 * - `offered`: one of a group `naar keuze`, which may be left out
 * - `entering`: a group or phase that has waited, in which work is to begin
 * - `choosing`: a group `een van`, of which one is to be chosen
 * - `busy`: being done
 * - `holding`: a group or phase of which all work is done, and its `klaar als` does not hold yet
 * - `repeating`: done; whether it is done once more (`herhaal`) is to be decided
 * - `leaving`: done; what comes next is to be decided
 *
 * Each begins with a letter of its own, by which {@link keyOf} tells them apart.
 */
export type Stage = 'waiting' | 'offered' | 'entering' | 'choosing' | 'busy' | 'holding' | 'repeating' | 'leaving';

/** A piece of open work: a token, in the words of Petri nets. */
export interface Token {
    /** index of the station */
    readonly at: number;
    readonly stage: Stage;
    /** how often the work was repeated (`herhaal`) in this visit */
    readonly again: number;
    /** of a group or phase before which a case waits that comes into it by the side: where in it that comes */
    readonly into?: number;
}

/** A group whose parts are under way: it is done when each that is expected is done. */
export interface Joining {
    readonly group: number;
    readonly expected: readonly number[];
    /** in ascending order; one that is done twice is here twice */
    readonly done: readonly number[];
}

/** Open work that waits until an interruption is over (`hervat daarna`). */
export interface Suspended {
    /** index of the interruption */
    readonly breach: number;
    readonly tokens: readonly Token[];
    readonly joinings: readonly Joining[];
}

/** One moment in the course of a case. Plain and immutable; two from which the same can happen have the same {@link keyOf}. */
export interface State {
    /** in ascending order of station */
    readonly tokens: readonly Token[];
    readonly joinings: readonly Joining[];
    readonly suspended: readonly Suspended[];
    /** how often each bounded arrow was taken, each bounded `altijd als` happened, and each open group or phase was repeated in this visit */
    readonly used: readonly number[];
    /** the value of each fact that is asked about; undefined while it is not known */
    readonly facts: readonly (FactValue | undefined)[];
    /** the end that was reached: its index, or `unknown` where the text does not say what comes next */
    readonly end: number | 'unknown' | undefined;
    /** work that was still open when the end was reached */
    readonly leftOpen: readonly number[];
    /** the groups and phases of which all work was done by the last move, in order; it sets no two states apart */
    readonly completed: readonly number[];
}

/** The state before anything has happened, with what is known of a case when it comes in. */
export function stateBefore(machine: Machine, facts: readonly (FactValue | undefined)[]): State {
    return {
        tokens: [],
        joinings: [],
        suspended: [],
        used: machine.bounds.map(() => 0),
        facts,
        end: undefined,
        leftOpen: [],
        completed: [],
    };
}

/** A text that two states share exactly when they are equal in all from which something can follow. */
export function keyOf(state: State): string {
    const tokens = (all: readonly Token[]) =>
        all
            .map(({ at, stage, again, into }) => {
                const way = into === undefined ? '' : `>${String(into)}`;
                return `${String(at)}${stage.charAt(0)}${String(again)}${way}`;
            })
            .join();
    const joinings = (all: readonly Joining[]) =>
        all.map((j) => `${String(j.group)}:${j.expected.join('+')}:${j.done.join('+')}`).join();
    return [
        tokens(state.tokens),
        joinings(state.joinings),
        state.suspended.map((s) => `${String(s.breach)}(${tokens(s.tokens)};${joinings(s.joinings)})`).join(),
        // of many bounds and facts most are not used yet, and not known
        said(state.used, (count) => (count === 0 ? undefined : String(count))),
        said(state.facts, (v) => (v === undefined ? undefined : `${(typeof v).charAt(0)}${String(v)}`)),
        String(state.end ?? ''),
        state.leftOpen.join(),
    ].join('/');
}

/** Those of which something is said, each with its place. */
function said<T>(all: readonly T[], sayOf: (one: T) => string | undefined): string {
    let text = '';
    for (let i = 0; i < all.length; i++) {
        const say = sayOf(all[i] as T);
        if (say !== undefined) {
            text += `${String(i)}=${say}|`;
        }
    }
    return text;
}

/** All open work, that which waits for an interruption to be over as well. */
export function openWork({ tokens, suspended }: Pick<State, 'tokens' | 'suspended'>): readonly Token[] {
    return suspended.length === 0 ? tokens : [...tokens, ...suspended.flatMap((s) => s.tokens)];
}

/** Adds a piece of work, keeping the order. */
export function withToken(tokens: readonly Token[], token: Token): Token[] {
    return [...tokens, token].sort((a, b) => a.at - b.at || a.again - b.again || (a.stage < b.stage ? -1 : 1));
}

/** Leaves out one piece of work. */
export function withoutToken(tokens: readonly Token[], token: Token): Token[] {
    const index = tokens.indexOf(token);
    return index < 0 ? [...tokens] : tokens.toSpliced(index, 1);
}

/** What is known once some facts are: index and value. */
export function withFacts(
    facts: readonly (FactValue | undefined)[],
    set: readonly (readonly [number, FactValue | undefined])[],
): readonly (FactValue | undefined)[] {
    return set.length === 0 ? facts : set.reduce((all, [index, value]) => all.with(index, value), facts);
}
