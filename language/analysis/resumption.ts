import { interruptionBy } from '../execution/after.js';
import type { Breach } from '../execution/machine.js';
import type { Edge, Space } from './space.js';

/** An `altijd als … hervat daarna` behind which the other work goes on on no course, though cases do come to an end. */
export interface NeverResumed {
    readonly breach: Breach;
    /** the moves by which such a case comes to an end, shortest course first */
    readonly ends: readonly Edge[];
}

/**
 * Which interruptions promise that the other work goes on (`hervat daarna`) while it does on no course. Nothing is said of
 * one behind which a course comes to what the text leaves open.
 */
export function neverResumed({ machine, states, out, complete }: Space): NeverResumed[] {
    const promised = machine.breaches.flatMap(({ interrupt }, i) => (interrupt.resume ? [i] : []));
    if (promised.length === 0 || !complete) {
        return [];
    }
    const isKept = (state: number, breach: number) =>
        states[state]?.suspended.some((s) => s.breach === breach) === true;
    const resumed = new Set<number>();
    const open = new Set<number>();
    const ends = new Map<number, Edge[]>();
    for (const edge of out.flat()) {
        const { from, to, move } = edge;
        const [before, next] = [states[from], states[to]];
        for (const breach of promised) {
            if (!before || !next || !isKept(from, breach) || isKept(to, breach)) {
                continue;
            }
            if (next.end === 'unknown') {
                open.add(breach);
            } else if (next.end !== undefined) {
                ends.set(breach, [...(ends.get(breach) ?? []), edge]);
            } else if (interruptionBy(machine, before, move) === undefined) {
                resumed.add(breach);
            }
        }
    }
    return [...ends].flatMap(([index, found]) => {
        const breach = machine.breaches[index];
        return breach && !resumed.has(index) && !open.has(index)
            ? [{ breach, ends: found.sort((a, b) => a.from - b.from) }]
            : [];
    });
}
