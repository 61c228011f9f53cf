import type { Station, Way } from '../execution/machine.js';
import { of, stationAt, type Building, type Scope } from './building.js';
import type { Expression } from './graph.js';
import { atMost } from './labels.js';

/** Where a way leads, with its bound. */
export interface Counted {
    readonly entry: string;
    /** whether it may be taken once more; undefined without a bound */
    readonly below: Expression | undefined;
    /** the bound in words; empty without one */
    readonly label: string;
}

/** A way that counts how often it is taken, where the text bounds that. */
export function counted(b: Building, scope: Scope, station: Station, way: Way, entry: () => string): Counted {
    const bound = way.counter === undefined ? undefined : b.machine.bounds[way.counter];
    if (bound === undefined) {
        return { entry: entry(), below: undefined, label: '' };
    }
    const goal = way.target === undefined ? 'onbekend' : stationAt(b, way.target).node.name;
    const label = atMost(bound, b.language);
    const counter = b.draft.know({
        kind: 'counter',
        name: `${station.node.name}_naar_${goal}_${String(way.counter)}`,
        label: `${station.node.name} → ${goal}`,
    });
    const set = b.draft.add(`${station.node.name}_telt_${goal}`, station.index + 0.7, {
        kind: 'set',
        label,
        sets: [{ variable: counter, to: { type: 'up' } }],
        ...of(b, scope, station, way.arrow.at),
    });
    b.draft.connect(set, entry());
    return { entry: set, below: { type: 'below', counter, bound }, label };
}
