import { isInside, type Station, type Way } from '../execution/machine.js';
import { of, stationAt, type Building, type Scope } from './building.js';
import { leaveAside, leavesOthers } from './frames.js';
import type { Expression } from './graph.js';
import { atMost } from './labels.js';
import { beginAnew } from './rounds.js';

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

/**
 * Where a case comes that goes on from a station. Who comes by the side into a group or phase that may be repeated, comes there
 * anew: its rounds begin again. A way from one part of it to another stays in it.
 */
export function goOn(b: Building, scope: Scope, from: number, target: number | undefined): string {
    const { container } = scope;
    if (target === undefined) {
        return b.enter(scope, target);
    }
    if (container !== undefined && (target === container || !isInside(b.machine, target, container))) {
        const isEnd = stationAt(b, target).node.kind === 'end';
        return !isEnd && target !== container && leavesOthers(b, from, container)
            ? leaveAside(b, scope, from, target)
            : b.enter(scope, target);
    }
    const entry = b.enter(scope, target);
    return stationAt(b, target)
        .around.filter((i) => i !== target && !b.framed.has(i) && (i === from || !isInside(b.machine, from, i)))
        .reduce((next, i) => beginAnew(b, scope, stationAt(b, i), next), entry);
}
