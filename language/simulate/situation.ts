import type { Machine, Station, Way } from '../execution/machine.js';
import type { Move } from '../execution/moves.js';
import type { State, Token } from '../execution/state.js';
import type { Reading } from '../execution/zone-clock.js';
import type { Handover } from '../model/protocol.js';
import type { Script, Visit } from './script.js';
import type { Stop } from './stops.js';

/** What happens next in a case, or why nothing can be said of it. */
export type Decision = { readonly move: Move; readonly visit?: Visit; readonly passed?: readonly Passed[] } | Stop;

/** A handover that takes place on an arrow. */
export interface Passed {
    readonly handover: Handover;
    readonly visit: Visit;
    readonly confirmed: boolean;
    /** where it goes when it is not confirmed */
    readonly back?: Way;
}

/** What a decision may look at. */
export interface Situation {
    readonly machine: Machine;
    readonly state: State;
    readonly script: Script;
    /** whether something can happen next, before other open work is over: for certain, and when all terms are kept */
    readonly mayBeNext: (move: Move, reading: Reading) => boolean;
    /**
     * whether work takes longer than a term of it or of what is around it, by what the case says of it, or else by the text
     */
    readonly isTooLate: (token: Token, way: Way, visit: Visit) => boolean;
}

/** Whether the case says to take a way, and it was not taken yet in this visit. */
export function isChosen(machine: Machine, way: Way, { event, used }: Visit): boolean {
    const name = nameOf(machine, way);
    return event?.chooses?.includes(name) === true && !used.has(name);
}

/** The name of where a way leads. */
export function nameOf(machine: Machine, { target }: Way): string {
    return target === undefined ? 'onbekend' : stationAt(machine, target).node.name;
}

export function stationAt(machine: Machine, index: number): Station {
    const station = machine.stations[index];
    if (!station) {
        throw new Error(`There is no station ${String(index)}.`);
    }
    return station;
}
