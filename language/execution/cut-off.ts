import { openWork, type State, type Token } from './state.js';
import { interruptionBy } from './after.js';
import { isInside, type Machine } from './machine.js';
import type { Move } from './moves.js';

/**
 * Work that a move breaks off while it is being done: by a term that runs out, an escalation, an interruption after which
 * it does not go on, or an end that comes before it is done. How far it was nobody knows.
 *
 * @param before the state in which the move happens
 * @param next the one after it
 * @returns indices of stations; one that is open twice is here twice
 */
export function cutOffBy(machine: Machine, before: State, move: Move, next: Pick<State, 'end'>): number[] {
    const own = 'token' in move ? move.token : undefined;
    const busyIn = (tokens: readonly Token[]) => tokens.filter((t) => t !== own && t.stage === 'busy').map((t) => t.at);
    if (next.end !== undefined) {
        return busyIn(openWork(before));
    }
    switch (move.kind) {
        case 'expire':
        case 'escalate':
            return busyIn(before.tokens).filter((at) => isInside(machine, at, move.station));
        case 'interrupt':
        case 'finish': {
            const breach = machine.breaches.length > 0 ? interruptionBy(machine, before, move) : undefined;
            const isOver = breach !== undefined && machine.breaches[breach]?.interrupt.resume !== true;
            return isOver ? busyIn(before.tokens) : [];
        }
        default:
            return [];
    }
}
