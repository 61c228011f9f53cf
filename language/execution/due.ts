import { knownIn } from './enter.js';
import type { Machine, Station, Way } from './machine.js';
import { isOpen } from './moves.js';
import type { State } from './state.js';
import { isInformal, mustHold, truthsOf } from './truth.js';

/** The escalations of work that is done of which the facts say that they happen, in the order of the text. */
export function dueUp(machine: Machine, state: State, station: Station): Way[] {
    if (station.escalations.length === 0) {
        return [];
    }
    const known = knownIn(machine, state.facts);
    return station.escalations.filter((way) => {
        const { condition } = way.arrow;
        return (
            condition !== undefined &&
            !isInformal(condition) &&
            isOpen(state, machine, way) &&
            mustHold(truthsOf(condition, known))
        );
    });
}

/** Of these the first that surely happens, rather than one whose bound may be reached. */
export function forcedOf(due: readonly Way[]): Way | undefined {
    return due.find((w) => !w.mayBeUsedUp);
}
