import type { Machine, Station, Way } from '../../execution/machine.js';
import type { Step, Transition } from './config.js';

/** What transitions need to know of the process. */
export interface Ways {
    readonly machine: Machine;
    readonly keys: readonly string[];
}

/**
 * Where a way leads; to the final state `onbekend` where nobody says, and before a group or phase that it comes into by the
 * side where a case may have to wait there (`pas als`).
 *
 * @param begun the groups and phases around where it comes from
 */
export function targetOf({ machine, keys }: Ways, begun: readonly number[], target: number | undefined): string {
    const [outermost] = heldUpIn(machine, begun, target);
    const key = target === undefined ? 'onbekend' : (keys[target] ?? '');
    return `#${outermost === undefined ? key : `${keys[outermost] ?? ''}.${waitingFor(key)}`}`;
}

/** The state in which a case waits before a group or phase that it comes into by the side. @param key where in it */
export function waitingFor(key: string): string {
    return `wacht-${key}`;
}

/** The groups and phases with a `pas als` that a way comes into by the side, from the outside in. */
export function heldUpIn(
    { stations }: Machine,
    begun: readonly number[],
    target: number | undefined,
): readonly number[] {
    const goal = target === undefined ? undefined : stations[target];
    return goal === undefined || goal.node.kind === 'end'
        ? []
        : goal.around.filter((i) => i !== target && !begun.includes(i) && stations[i]?.guards.length !== 0).reverse();
}

/** The groups and phases around a station. */
export function aroundIt({ around }: Station): readonly number[] {
    return around.slice(1);
}

/**
 * What happens on a way: the states that are left forget when they began, and a bounded way is counted. Who leaves by
 * an end or to nowhere leaves everything. Who goes back to the whole that it stands in, comes to it anew: its rounds are over.
 *
 * @param from the station whose work is left; @param isDone whether that work is done, rather than broken off
 */
export function leaving(
    { machine, keys }: Ways,
    from: Station,
    { target, counter, handovers }: Way,
    isDone: boolean,
): Step[] {
    const kept = new Set(target === undefined ? [] : (machine.stations[target]?.around ?? []));
    const outermost = from.around.filter((i) => !kept.has(i)).at(-1);
    // who goes back into what it comes from begins anew what is in it
    const left = machine.stations.filter((s) =>
        outermost === undefined ? s !== from && s.around.includes(from.index) : s.around.includes(outermost),
    );
    const key = keys[from.index] ?? '';
    const around = from.around.find((i) => i === target);
    return [
        {
            type: 'verlaat',
            params: {
                delen: left.map((s) => keys[s.index] ?? ''),
                van: key,
                ...(around === undefined ? {} : { opnieuw: keys[around] ?? '' }),
                ...(isDone ? { gedaan: true } : {}),
                ...(isDone && handovers.length > 0 ? { overgedragen: handovers.map((h) => h.name) } : {}),
            },
        },
        ...(counter === undefined ? [] : [{ type: 'telWeg', params: { teller: counter } }]),
    ];
}

/** A way that is taken while work is open: a term that ran out, or what is taken higher up. */
export function breakingOff(ways: Ways, from: Station, way: Way, guard: Step): Transition {
    return { target: targetOf(ways, aroundIt(from), way.target), guard, actions: leaving(ways, from, way, false) };
}
