import { contactsOfWhole, type Contacts, type WholeVisit } from './contacts.js';
import { isWithin, leavesEarly } from './after.js';
import { isInside, type Machine } from './machine.js';
import type { Move } from './moves.js';
import type { State } from './state.js';

/** A group or phase that states its contacts as a whole. */
export interface Whole {
    readonly station: number;
    readonly own: Omit<Contacts, 'whole'> & Pick<WholeVisit, 'everywhere'>;
    /** whether nothing in it is work: then what it states is all that is said */
    readonly isEmpty: boolean;
}

/** The groups and phases that state their contacts as a whole, from the inside out. */
export function wholesOf({ protocol, stations }: Machine): Whole[] {
    return stations
        .flatMap(({ index, node }): Whole[] => {
            if (node.kind !== 'group' && node.kind !== 'phase') {
                return [];
            }
            const inside = stations.filter((s) => s.index !== index && s.around.includes(index)).map((s) => s.node);
            const own = contactsOfWhole(protocol, node, inside);
            const isEmpty = !inside.some((n) => n.kind === 'step' || n.kind === 'escalation');
            return own ? [{ station: index, own, isEmpty }] : [];
        })
        .reverse();
}

/** Which wholes take in what happens: those around a step that is done, and around a way from one part to another. */
export function takesIn(machine: Machine, { station }: Pick<Whole, 'station'>, move: Move): boolean {
    switch (move.kind) {
        case 'finish':
            return isInside(machine, move.token.at, station);
        case 'leave':
        case 'fall back':
            return isWithin(machine, station, move.token.at, move.way);
        default:
            return false;
    }
}

/** The visit of a whole that is over: all work in it is done, or it is left before that. */
export interface EndedVisit {
    readonly whole: Whole;
    readonly isDone: boolean;
}

/** What a move does to the visits of wholes, from the inside out: each that it completes, and each that is left before that. */
export function visitsEndedBy(
    machine: Machine,
    wholes: readonly Whole[],
    before: State,
    move: Move,
    next: State,
): EndedVisit[] {
    return wholes.flatMap((whole): EndedVisit[] => {
        const completed = next.completed.filter((c) => c === whole.station);
        return completed.length > 0
            ? completed.map(() => ({ whole, isDone: true }))
            : leavesEarly(machine, before, move, next, whole.station)
              ? [{ whole, isDone: false }]
              : [];
    });
}
