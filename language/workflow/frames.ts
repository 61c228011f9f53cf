import { isInside, type Station } from '../execution/machine.js';
import {
    gateway,
    inScope,
    isParallel,
    of,
    says,
    scopeOf,
    stationAt,
    titleOf,
    type Building,
    type Frame,
    type Scope,
} from './building.js';
import { waitsByTheSide } from './guards.js';
import { goOn } from './ways.js';

/** Where nobody says what comes next, as a value of a route. */
const NOWHERE = '?';

/** Where parts left one by one, and what awaits them is never done, as a value of a route. */
const STAYS = '!';

/**
 * A group or phase as a subprocess, with nothing in it yet. No flow of BPMN crosses its border; a way from inside to
 * elsewhere ends in it and says where to go on (a route), and a way from elsewhere to a node inside says where to begin.
 */
export function frameOf(b: Building, scope: Scope, station: Station): Frame {
    const { name } = station.node;
    const node = b.draft.addOwn(name, station.index, {
        kind: 'subprocess',
        byEvent: false,
        label: titleOf(station),
        ...of(b, scope, station),
    });
    const inner = scopeOf({ id: node, container: station.index, outer: scope, course: scope.course });
    const start = b.draft.add(`${name}_start`, station.index + 0.01, {
        kind: 'start',
        fills: [],
        ...inScope(b.laneOf(station), inner),
    });
    const into = gateway(b, inner, station, 'decide', 'in', { order: 0.02, label: says(b, 'whence') });
    const outOf = gateway(b, scope, station, 'decide', 'verder', { order: 0.92, label: says(b, 'whetherOn') });
    b.draft.connect(start, into);
    b.draft.connect(node, outOf);
    const frame: Frame = { node, inner, into, outOf, aside: new Map(), left: new Map() };
    scope.frames.set(station.index, frame);
    return frame;
}

/** The node by which a way inside a group or phase leaves it for elsewhere; all other work in it stops. */
export function leaveFor(b: Building, inner: Scope, target: number | undefined): string {
    const { outer, container } = inner;
    const frame = container === undefined ? undefined : outer?.frames.get(container);
    if (!outer || container === undefined || !frame) {
        throw new Error('Only a subprocess can be left.');
    }
    const key = target ?? -1;
    const known = inner.entries.get(key);
    if (known !== undefined) {
        return known;
    }
    const station = stationAt(b, container);
    const goal = target === undefined ? undefined : stationAt(b, target);
    const value = goal?.node.name ?? NOWHERE;
    const variable = routeOut(b, station);
    const label = goal ? titleOf(goal) : '';
    const set = setRoute(b, inner, station, `naar_${goal?.node.name ?? 'onbekend'}`, variable, value, label);
    inner.entries.set(key, set);
    const end = b.draft.add(`${station.node.name}_uit`, station.index + 0.9, {
        kind: 'end',
        label: '',
        // other work in it stops; where there can be none, nothing needs to
        terminates: hasParallel(b, container),
        ...inScope(b.laneOf(station), inner),
    });
    b.draft.connect(set, end);
    const clear = setRoute(b, outer, station, `uit_naar_${goal?.node.name ?? 'onbekend'}`, variable, null, '');
    b.draft.connect(frame.outOf, clear, { label, when: { type: 'chosen', variable, value } });
    b.draft.connect(clear, goOn(b, outer, container, target));
    return set;
}

/** Whether other work in a group or phase goes on when a case goes on from a station in it to elsewhere. */
export function leavesOthers(b: Building, from: number, container: number): boolean {
    return stationAt(b, from).around.some(
        (i) => i !== from && isInside(b.machine, i, container) && isParallel(stationAt(b, i)),
    );
}

/**
 * The node by which a way from one of several parts leaves a group or phase that is a subprocess, while the others go on: it
 * raises an escalation, and what is on the border goes on from there. When all of them left, nothing is done by that.
 */
export function leaveAside(b: Building, inner: Scope, from: number, target: number): string {
    const { outer, container } = inner;
    const frame = container === undefined ? undefined : outer?.frames.get(container);
    if (!outer || container === undefined || !frame) {
        throw new Error('Only a subprocess can be left.');
    }
    const known = frame.aside.get(target);
    if (known !== undefined) {
        return known;
    }
    const station = stationAt(b, container);
    const goal = stationAt(b, target);
    const { name } = station.node;
    const variable = routeOut(b, station);
    const set = setRoute(b, inner, station, `naar_${goal.node.name}`, variable, STAYS, titleOf(goal));
    frame.aside.set(target, set);
    const trigger = { kind: 'escalation' as const, name: b.draft.free(`${name}_naar_${goal.node.name}`) };
    const end = b.draft.add(`${name}_uit`, station.index + 0.9, {
        kind: 'end',
        label: '',
        terminates: false,
        trigger,
        ...inScope(b.laneOf(station), inner),
    });
    b.draft.connect(set, end);
    const event = b.draft.add(`${name}_naar_${goal.node.name}`, station.index + 0.3, {
        kind: 'boundary',
        on: frame.node,
        trigger,
        interrupting: false,
        label: titleOf(goal),
        ...of(b, outer, station),
    });
    b.draft.connect(event, goOn(b, outer, from, target));
    if (frame.aside.size === 1) {
        const stays = b.draft.add(`${name}_wacht`, station.index + 0.93, {
            kind: 'end',
            label: says(b, 'waitsForever'),
            terminates: false,
            ...inScope(b.laneOf(station), outer),
        });
        b.draft.connect(frame.outOf, stays, { when: { type: 'chosen', variable, value: STAYS } });
        // who comes to it anew finds it whole
        const anew = setRoute(b, inner, station, 'begint', variable, null, '', 0.015);
        b.draft.flows.filter((f) => f.to === frame.into).forEach((f) => (f.to = anew));
        b.draft.connect(anew, frame.into);
    }
    return set;
}

/** The node by which a case comes from elsewhere to a station inside a group or phase that is a subprocess. */
export function enterFromOutside(b: Building, scope: Scope, framed: number, target: number): string {
    const known = scope.entries.get(target);
    if (known !== undefined) {
        return known;
    }
    const station = stationAt(b, framed);
    const goal = stationAt(b, target);
    const variable = route(b, station, 'vanaf');
    const value = goal.node.name;
    const set = setRoute(b, scope, station, `vanaf_${value}`, variable, value, titleOf(goal), -0.1);
    scope.entries.set(target, set);
    b.draft.connect(set, b.enter(scope, framed));
    const frame = scope.frames.get(framed);
    if (!frame) {
        throw new Error(`${station.node.name} is no subprocess.`);
    }
    const clear = setRoute(b, frame.inner, goal, 'begin', variable, null, '', -0.1);
    b.draft.connect(frame.into, clear, { label: titleOf(goal), when: { type: 'chosen', variable, value } });
    const { around } = goal;
    const entered = around.slice(1, around.indexOf(framed));
    b.draft.connect(clear, waitsByTheSide(b, frame.inner, target, entered, b.enter(frame.inner, target)));
    return set;
}

/** Whether something in a group or phase may happen at the same time as something else in it. */
export function hasParallel(b: Building, index: number): boolean {
    const station = stationAt(b, index);
    return isParallel(station) || station.children.some((c) => hasParallel(b, c));
}

/** Where a case goes that comes out of a group or phase that is a subprocess. */
export function routeOut(b: Building, station: Station): string {
    return route(b, station, 'verder');
}

function route(b: Building, station: Station, suffix: string): string {
    return b.draft.know({ kind: 'route', name: `${station.node.name}_${suffix}`, label: titleOf(station) });
}

function setRoute(
    b: Building,
    scope: Scope,
    station: Station,
    suffix: string,
    variable: string,
    value: string | null,
    label: string,
    order = 0.89,
): string {
    return b.draft.add(`${station.node.name}_${suffix}`, station.index + order, {
        kind: 'set',
        label,
        sets: [{ variable, to: { type: 'value', value } }],
        ...inScope(b.laneOf(station), scope),
    });
}
