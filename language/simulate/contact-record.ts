import type { Contacts } from '../execution/contacts.js';
import { unsaidWork } from '../execution/contacts.js';
import { isInside, type Machine } from '../execution/machine.js';
import type { Move } from '../execution/moves.js';
import type { State } from '../execution/state.js';
import { takesIn, visitsEndedBy, wholesOf, type Whole } from '../execution/wholes.js';

/** Keeps the contacts of a case. */
export interface ContactRecord {
    /** tells what a move takes; of what stands in a group or phase that states a whole it is a part of that */
    readonly takes: (move: Move, contacts: Contacts) => void;
    /** tells what work takes that is broken off */
    readonly breaksOff: (station: number, contacts: Contacts) => void;
    /** tells that a move has happened, or that a case has begun */
    readonly goesOn: (happened: { readonly before: State; readonly move: Move } | undefined, next: State) => void;
    /** all so far; what is open counts with what it has taken */
    readonly all: () => readonly Contacts[];
}

/** Keeps the contacts of a case, those of a group or phase that states a whole together (execution/wholes.ts). */
export function contactRecordOf(machine: Machine): ContactRecord {
    const wholes = wholesOf(machine);
    const done: Contacts[] = [];
    const open = new Map<Whole, Contacts[]>();
    const around = (of: Whole) =>
        wholes.find((w) => w !== of && machine.stations[of.station]?.around.includes(w.station) === true);
    const add = (whole: Whole | undefined, contacts: Contacts) => {
        if (!whole) {
            done.push(contacts);
            return;
        }
        const parts = open.get(whole);
        if (parts) {
            parts.push(contacts);
        } else {
            open.set(whole, [contacts]);
        }
    };
    const visit = ({ own, isEmpty }: Whole, parts: readonly Contacts[], isDone: boolean): Contacts => {
        const { everywhere, ...contacts } = own;
        const said = isEmpty && isDone ? [...parts, unsaidWork(own.element)] : parts;
        return { ...contacts, whole: { parts: said, isDone, everywhere } };
    };
    const end = (whole: Whole, isDone: boolean) => {
        const parts = open.get(whole) ?? [];
        open.delete(whole);
        if (isDone || parts.length > 0) {
            add(around(whole), visit(whole, parts, isDone));
        }
    };
    return {
        takes: (move, contacts) => {
            add(
                wholes.find((w) => takesIn(machine, w, move)),
                contacts,
            );
        },
        breaksOff: (station, contacts) => {
            add(
                wholes.find((w) => isInside(machine, station, w.station)),
                contacts,
            );
        },
        goesOn: (happened, next) => {
            if (happened) {
                for (const { whole, isDone } of visitsEndedBy(machine, wholes, happened.before, happened.move, next)) {
                    end(whole, isDone);
                }
            } else {
                wholes
                    .filter((w) => next.completed.includes(w.station))
                    .forEach((w) => {
                        end(w, true);
                    });
            }
        },
        all: () => {
            const inside = (of: Whole | undefined): Contacts[] =>
                wholes
                    .filter((w) => around(w) === of)
                    .flatMap((w) => {
                        const parts = [...(open.get(w) ?? []), ...inside(w)];
                        return parts.length > 0 ? [visit(w, parts, false)] : [];
                    });
            return [...done, ...inside(undefined)];
        },
    };
}
