import { knownIn } from '../execution/enter.js';
import { isInside, type Machine } from '../execution/machine.js';
import { isOpen } from '../execution/moves.js';
import type { State } from '../execution/state.js';
import { mayHold, truthsOf } from '../execution/truth.js';

/** Why nothing can happen in a state any more, and at which station. */
export interface Obstacle {
    /** index of the station */
    readonly station: number;
    /**
     * - `guard`: its `pas als` does not hold, and nothing is left that could change that
     * - `done`: its `klaar als` cannot hold
     * - `join`: a group waits for a part that goes on elsewhere or is not done
     * - `branches`: no branch holds
     * - `bounds`: the ways on may not be taken any more (`hoogstens n keer`)
     * - `handover`: a handover that lies on the way may not begin (`pas als`)
     */
    readonly reason: 'guard' | 'done' | 'join' | 'branches' | 'bounds' | 'handover';
    /** for `join`: the parts that are not done */
    readonly missing: readonly number[];
}

/** What holds a case up in a state in which it is stuck. */
export function obstaclesIn(machine: Machine, state: State): Obstacle[] {
    const at = state.tokens.flatMap((token): Obstacle[] => {
        const station = machine.stations[token.at];
        if (!station) {
            return [];
        }
        const found = (reason: Obstacle['reason']): Obstacle[] => [{ station: token.at, reason, missing: [] }];
        switch (token.stage) {
            case 'waiting':
                return found('guard');
            case 'busy':
            case 'holding':
                return found('done');
            case 'leaving': {
                const open = station.exits.filter((w) => isOpen(state, machine, w));
                if (open.length === 0) {
                    return found('bounds');
                }
                const known = knownIn(machine, state.facts);
                const holds = open.some((w) => !w.arrow.condition || mayHold(truthsOf(w.arrow.condition, known)));
                return found(holds ? 'handover' : open.length < station.exits.length ? 'bounds' : 'branches');
            }
            default:
                return [];
        }
    });
    const joins = state.joinings.flatMap(({ group, expected, done }): Obstacle[] => {
        const missing = expected.filter((part) => !done.includes(part));
        const stillOpen = state.tokens.some((t) => missing.some((part) => isInside(machine, t.at, part)));
        return stillOpen ? [] : [{ station: group, reason: 'join', missing }];
    });
    return [...at, ...joins];
}
