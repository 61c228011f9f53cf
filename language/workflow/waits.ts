import { spaceOf } from '../analysis/space.js';
import type { Machine } from '../execution/machine.js';
import { isOpen, waysThatMayBeTaken } from '../execution/moves.js';

/** Where a case may have to wait for something to become known, and where it ends with work left open. */
export interface Waits {
    /** stations before which it may (`pas als`) */
    readonly before: (index: number) => boolean;
    /** stations behind which it may: no way on can be taken yet */
    readonly behind: (index: number) => boolean;
    /** ends that a case may come to while other work is open; -1 for where nobody says what comes next */
    readonly cuts: (end: number) => boolean;
}

/** More states than this are not looked at; then a case may wait everywhere. */
const MOST_STATES = 4_000;

/**
 * Where a case can come to wait, by looking at every state that it can come into with what steps determine known. A place
 * where it cannot needs no task for it in a workflow.
 */
export function waitsIn(machine: Machine): Waits {
    const before = new Set<number>();
    const behind = new Set<number>();
    const cuts = new Set<number>();
    const space = spaceOf(machine, { limit: MOST_STATES, reduce: false });
    if (!space.complete) {
        return { before: () => true, behind: () => true, cuts: () => true };
    }
    for (const state of space.states) {
        if (state.end !== undefined && state.leftOpen.length > 0) {
            cuts.add(state.end === 'unknown' ? -1 : state.end);
        }
        for (const { at, stage } of state.tokens) {
            const station = machine.stations[at];
            if (stage === 'waiting') {
                before.add(at);
            } else if (stage === 'leaving' && station && station.exits.length > 0 && !behind.has(at)) {
                const none =
                    waysThatMayBeTaken(machine, state, station).length === 0 &&
                    !station.escalations.some((w) => w.arrow.condition && isOpen(state, machine, w));
                if (none) {
                    behind.add(at);
                }
            }
        }
    }
    return {
        before: (index) => before.has(index),
        behind: (index) => behind.has(index),
        cuts: (end) => cuts.has(end),
    };
}
