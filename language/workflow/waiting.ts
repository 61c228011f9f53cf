import type { Station } from '../execution/machine.js';
import type { Guard } from '../model/protocol.js';
import { of, says, titleOf, type Building, type Scope } from './building.js';

/**
 * A task that somebody closes when what a case waits for has become known; the gateway behind it asks again.
 *
 * @param guards what it waits for, where nothing else says that
 */
export function waitTask(
    b: Building,
    scope: Scope,
    station: Station,
    suffix: string,
    order: number,
    guards: readonly Guard[] = [],
): string {
    const { node } = station;
    const own = 'performers' in node ? node.performers.flatMap((p) => p.performers.map((r) => r.name)) : [];
    return b.draft.add(`${node.name}_${suffix}`, station.index + order, {
        kind: 'task',
        work: 'wait',
        label: `${says(b, 'wait')}: ${titleOf(station)}`,
        ...of(b, scope, station),
        candidates: [...new Set(own)],
        with: [],
        fills: [],
        requires: [],
        delivers: [],
        guards,
    });
}
