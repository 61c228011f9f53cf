import { inScope, isParallel, says, scopeOf, stationAt, titleOf, type Building, type Scope } from './building.js';
import { hasParallel, routeOut } from './frames.js';
import { raises, reachedFrom } from './reach.js';

/**
 * Where what an `altijd als` leads to begins. Where another one may end it while more is open there, it is a subprocess in
 * the event subprocess, which what interrupts leaves whole, and begins anew: an event subprocess does not catch what is raised
 * in it.
 *
 * @param name of the event subprocess
 */
export function restart(
    b: Building,
    around: Scope,
    target: number | undefined,
    name: string,
    order: number,
    lane: number,
): string {
    if (target === undefined || around.course !== 'instead' || !isEndedWhole(b, target)) {
        return b.enter(around, target);
    }
    const outside = inScope(lane, around);
    const node = b.draft.add(`${name}_zaak`, order, { kind: 'subprocess', byEvent: false, ...outside });
    const inside = { lane, scope: node };
    const choice = { kind: 'gateway', gateway: 'decide' } as const;
    const start = b.draft.add(`${name}_zaak_start`, order, { kind: 'start', fills: [], ...inside });
    const into = b.draft.add(`${name}_zaak_in`, order, { ...choice, label: says(b, 'whence'), ...inside });
    const outOf = b.draft.add(`${name}_zaak_verder`, order, { ...choice, label: says(b, 'whetherOn'), ...outside });
    const end = b.draft.add(`${name}_zaak_einde`, order, { kind: 'end', terminates: false, ...outside });
    const own = { node, around, into, outOf, order, left: new Map<number, string>() };
    const inner = scopeOf({ id: node, course: 'instead', target, restart: own });
    b.draft.connect(start, into);
    b.draft.connect(into, b.enter(inner, target), { otherwise: true });
    b.draft.connect(node, outOf);
    b.draft.connect(outOf, end, { otherwise: true });
    return node;
}

/** Whether a scope is such a subprocess or stands in one. */
export function isInRestart({ restart: own, outer }: Scope): boolean {
    return own !== undefined || (outer !== undefined && isInRestart(outer));
}

/**
 * The node by which an `altijd als` ends all that is in such a subprocess, from a group or phase in it too, and begins that
 * anew.
 *
 * @param counted the node by which it is counted, where it is, before the next one
 */
export function beginElsewhere(
    b: Building,
    scope: Scope,
    index: number,
    counted: (next: string, order: number, where: { readonly lane: number; readonly scope?: string }) => string,
): string {
    const { restart: own, container, outer } = scope;
    const frame = container === undefined ? undefined : outer?.frames.get(container);
    const left = own?.left ?? frame?.left;
    const known = left?.get(index);
    if (known !== undefined) {
        return known;
    }
    const target = b.machine.breaches[index]?.target;
    const goal = target === undefined ? undefined : stationAt(b, target);
    const name = goal?.node.name ?? 'onbekend';
    const label = goal ? titleOf(goal) : '';
    const leave = (
        order: number,
        lane: number,
        whole: string,
        variable: string,
        value: string,
        terminates: boolean,
    ) => {
        const where = inScope(lane, scope);
        const to = { type: 'value' as const, value };
        const set = b.draft.add(`${whole}_altijd_${name}`, order, {
            kind: 'set',
            label,
            sets: [{ variable, to }],
            ...where,
        });
        left?.set(index, set);
        const end = b.draft.add(`${whole}_uit`, order + 0.01, { kind: 'end', terminates, ...where });
        b.draft.connect(set, end);
        return set;
    };
    const clear = (order: number, lane: number, whole: string, variable: string, where: Scope) =>
        b.draft.add(`${whole}_begin_${name}`, order, {
            kind: 'set',
            sets: [{ variable, to: { type: 'value', value: null } }],
            ...inScope(lane, where),
        });
    if (own) {
        const { node, around, into, outOf, order } = own;
        const lane = goal ? b.laneOf(goal) : b.laneOfRole(undefined);
        const variable = b.draft.know({ kind: 'route', name: `${node}_vanaf`, label });
        const value = goal?.node.name ?? '?';
        const set = leave(order, lane, node, variable, value, true);
        const when = { type: 'chosen', variable, value } as const;
        b.draft.connect(outOf, counted(node, order, inScope(lane, around)), { label, when });
        const begin = clear(order, lane, node, variable, scope);
        b.draft.connect(into, begin, { label, when });
        b.draft.connect(begin, b.enter(scope, target));
        return set;
    }
    if (!frame || !outer || container === undefined) {
        throw new Error('What is ended stands in what an interruption began.');
    }
    const station = stationAt(b, container);
    const lane = b.laneOf(station);
    const variable = routeOut(b, station);
    // no name of a node, to which a way leads as well
    const value = `!${name}`;
    const set = leave(station.index + 0.89, lane, station.node.name, variable, value, hasParallel(b, container));
    const begin = clear(station.index + 0.93, lane, station.node.name, variable, outer);
    b.draft.connect(frame.outOf, begin, { label, when: { type: 'chosen', variable, value } });
    b.draft.connect(begin, beginElsewhere(b, outer, index, counted));
    return set;
}

/** Whether what interrupts may come while more is open there than the work that brings it about. */
function isEndedWhole(b: Building, target: number): boolean {
    const reached = reachedFrom(b.machine, target);
    const raising = reached.filter((s) => b.machine.breaches.some((breach) => raises(b.machine, s, breach)));
    return (
        raising.length > 0 && (reached.some(isParallel) || raising.some((s) => s.around.some((i) => b.framed.has(i))))
    );
}
