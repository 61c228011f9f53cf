import type { Machine } from '../execution/machine.js';
import type { Move } from '../execution/moves.js';
import type { State } from '../execution/state.js';
import type { Interrupt } from '../model/process.js';

/** The interruption that a move brings about: the one that a person decides, or one whose facts became known. */
export function interruptionBy(machine: Machine, before: State, after: State, move: Move): Interrupt | undefined {
    if (move.kind === 'interrupt') {
        return machine.breaches[move.breach]?.interrupt;
    }
    if (move.kind !== 'finish') {
        return undefined;
    }
    const suspended = after.suspended.length > before.suspended.length ? after.suspended.at(-1)?.breach : undefined;
    if (suspended !== undefined) {
        return machine.breaches[suspended]?.interrupt;
    }
    const inside = (index: number | undefined, target: number | undefined): boolean =>
        index !== undefined && (index === target || inside(machine.stations[index]?.parent, target));
    const isThere = (state: State, target: number | undefined) =>
        state.end === target || (state.tokens.length > 0 && state.tokens.every((t) => inside(t.at, target)));
    const stayed = after.tokens.some((t) => t.at === move.token.at);
    return stayed
        ? undefined
        : machine.breaches.find(
              ({ target }) => target !== undefined && isThere(after, target) && !isThere(before, target),
          )?.interrupt;
}
