import type { Station } from '../execution/machine.js';
import { inScope, says, titleOf, type Building, type Scope } from './building.js';
import { comesBack } from './reach.js';

/** The counter of how often work is done again (`herhaal`); undefined where nothing bounds that. */
export function roundsOf(b: Building, station: Station): string | undefined {
    return station.repeats.some((r) => Number.isFinite(r.atMost) || r.atLeast > 0)
        ? b.draft.know({
              kind: 'counter',
              name: `${station.node.name}_nogmaals`,
              label: `${titleOf(station)}: ${says(b, 'again')}`,
          })
        : undefined;
}

/** Adds a node that counts once more, or begins to count anew. */
export function countRound(b: Building, scope: Scope, station: Station, to: 'up' | 'zero', order: number): string {
    const { node, index } = station;
    const counter = roundsOf(b, station);
    return b.draft.add(`${node.name}_${to === 'up' ? 'nogmaals' : 'opnieuw'}`, index + order, {
        kind: 'set',
        label: says(b, to === 'up' ? 'again' : 'anew'),
        sets: counter === undefined ? [] : [{ variable: counter, to: { type: to } }],
        ...inScope(b.laneOf(station), scope),
        element: node.name,
        at: node.nameAt,
    });
}

/** Where a case comes in that may have been there before: its rounds begin anew. */
export function beginAnew(b: Building, scope: Scope, station: Station, entry: string): string {
    if (roundsOf(b, station) === undefined || !comesBack(b.machine, station.index)) {
        return entry;
    }
    const reset = countRound(b, scope, station, 'zero', -0.2);
    b.draft.connect(reset, entry);
    return reset;
}
