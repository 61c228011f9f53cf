import { isInside, type Station, type Way } from '../execution/machine.js';
import { of, stationAt, type Building, type Scope } from './building.js';
import { leaveAside, leavesOthers } from './frames.js';
import type { Expression } from './graph.js';
import { atMost, atMostOf } from './labels.js';
import { waitsByTheSide } from './guards.js';
import { noted } from './moments.js';
import { beginAnew } from './rounds.js';

/** How often a way may be taken. */
export interface Bounded {
    /** whether it may be taken once more; undefined without a bound that a workflow counts */
    readonly below: (Expression & { readonly type: 'below' }) | undefined;
    /** the bound in words; empty without one */
    readonly label: string;
}

/** Where a way leads, with its bound. */
export interface Counted extends Bounded {
    readonly entry: string;
}

/** How often a way may be taken, where the text bounds that. */
export function boundOf(b: Building, station: Station, way: Way): Bounded {
    const bound = way.counter === undefined ? undefined : b.machine.bounds[way.counter];
    const goal = goalOf(b, way);
    if (bound === undefined) {
        const { atMostValue } = way.arrow;
        if (!atMostValue) {
            return { below: undefined, label: '' };
        }
        b.draft.lose(station.node.name, {
            nl: `hoe vaak de weg naar ${goal} hoogstens mag, is open; de werkstroom telt dat niet, en gaat er telkens heen als de voorwaarde geldt`,
            en: `how often at most the way to ${goal} may be taken is left open; the workflow does not count it, and takes it whenever its condition holds`,
        });
        const kind = atMostValue.type === 'local' ? 'local' : 'unknown';
        return { below: undefined, label: atMostOf(kind, b.language) };
    }
    // what a handover says is counted for all the nodes that it may be handed over from
    const [counting = station.node.name] = way.arrow.kind === 'fallback' ? way.arrow.handovers : [];
    const counter = b.draft.know({
        kind: 'counter',
        name: `${counting}_naar_${goal}_${String(way.counter)}`,
        label: `${counting} → ${goal}`,
    });
    return { below: { type: 'below', counter, bound }, label: atMost(bound, b.language) };
}

/** The node by which a case that goes on by a way counts that; where it goes on itself without a bound. */
export function count(
    b: Building,
    scope: Scope,
    station: Station,
    way: Way,
    { below, label }: Bounded,
    entry: () => string,
): string {
    if (!below) {
        return entry();
    }
    const set = b.draft.add(
        `${station.node.name}_telt_${goalOf(b, way)}`,
        station.index + (way.handovers.length > 0 ? 0.79 : 0.7),
        {
            kind: 'set',
            label,
            sets: [{ variable: below.counter, to: { type: 'up' } }],
            ...of(b, scope, station, way.arrow.at),
        },
    );
    b.draft.connect(set, entry());
    return set;
}

/** A way that counts how often it is taken, where the text bounds that. */
export function counted(b: Building, scope: Scope, station: Station, way: Way, entry: () => string): Counted {
    const bound = boundOf(b, station, way);
    return { ...bound, entry: count(b, scope, station, way, bound, entry) };
}

function goalOf(b: Building, { target }: Way): string {
    return target === undefined ? 'onbekend' : stationAt(b, target).node.name;
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
    const entered = stationAt(b, target).around.filter(
        (i) => i !== target && (i === from || !isInside(b.machine, from, i)),
    );
    const entry = entered
        .filter((i) => !b.framed.has(i))
        .reduce(
            (next, i) => {
                const around = stationAt(b, i);
                return noted(b, scope, around, 'begin', beginAnew(b, scope, around, next));
            },
            b.enter(scope, target),
        );
    return stationAt(b, target).node.kind === 'end' ? entry : waitsByTheSide(b, scope, target, entered, entry);
}
