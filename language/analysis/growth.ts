import type { Joining, State, Token } from '../execution/state.js';

/**
 * Whether a state is one that came before it with more work open, so that what led from the one to the other can happen
 * time and again and ever more is open: then there is no end to the states (the coverability test of Karp and Miller,
 * "Parallel program schemata", 1969).
 *
 * @param before what came before it, the last first
 */
export function growsFrom(state: State, before: Iterable<State>): State | undefined {
    // work opens without end only where some is open twice, sooner or later
    if (!isTwiceOpen(state)) {
        return undefined;
    }
    const key = restOf(state);
    for (const other of before) {
        if (restOf(other) === key && coversMore(state, other)) {
            return other;
        }
    }
    return undefined;
}

function isTwiceOpen({ tokens, joinings }: State): boolean {
    return (
        tokens.some((t, i) => tokens[i + 1]?.at === t.at) ||
        joinings.some(({ done }) => done.some((part, i) => done[i + 1] === part))
    );
}

/** What has to be equal: all but the work that is open. */
function restOf({ used, facts, suspended, joinings }: State): string {
    return JSON.stringify([used, facts.map((f) => f ?? null), suspended, joinings.map((j) => [j.group, j.expected])]);
}

function coversMore(state: State, other: State): boolean {
    const more = [leftOver(state.tokens.map(written), other.tokens.map(written)), ...doneIn(state.joinings, other)];
    return more.every((m) => m !== undefined) && more.some((m) => m !== undefined && m > 0);
}

function doneIn(joinings: readonly Joining[], other: State): (number | undefined)[] {
    return joinings.map(({ done }, i) => leftOver(done.map(String), other.joinings[i]?.done.map(String) ?? []));
}

function written({ at, stage, again, into }: Token): string {
    return `${String(at)} ${stage} ${String(again)} ${String(into ?? '')}`;
}

/** How many are left of some when others are taken out; undefined where one of those is not there. */
function leftOver(all: readonly string[], others: readonly string[]): number | undefined {
    const rest = [...all];
    for (const one of others) {
        const at = rest.indexOf(one);
        if (at < 0) {
            return undefined;
        }
        rest.splice(at, 1);
    }
    return rest.length;
}
