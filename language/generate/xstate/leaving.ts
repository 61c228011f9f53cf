import type { Machine, Station, Way } from '../../execution/machine.js';
import type { Step, Transition } from './config.js';

/** What transitions need to know of the process. */
export interface Ways {
    readonly machine: Machine;
    readonly keys: readonly string[];
}

/** Where a way leads; to the final state `onbekend` where nobody says. */
export function targetOf({ keys }: Ways, target: number | undefined): string {
    return `#${target === undefined ? 'onbekend' : (keys[target] ?? '')}`;
}

/**
 * What happens on a way: the states that are left forget when they began, and a bounded way is counted. Who leaves by
 * an end or to nowhere leaves everything. Who goes back to the whole that it stands in, comes to it anew: its rounds are over.
 *
 * @param from the station whose work is left; @param isDone whether that work is done, rather than broken off
 */
export function leaving({ machine, keys }: Ways, from: Station, { target, counter }: Way, isDone: boolean): Step[] {
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
            },
        },
        ...(counter === undefined ? [] : [{ type: 'telWeg', params: { teller: counter } }]),
    ];
}

/** A way that is taken while work is open: a term that ran out, or what is taken higher up. */
export function breakingOff(ways: Ways, from: Station, way: Way, guard: Step): Transition {
    return { target: targetOf(ways, way.target), guard, actions: leaving(ways, from, way, false) };
}
