import type { Machine, Station } from '../execution/machine.js';
import type { Escalation, Performers, Step } from '../model/process.js';
import type { Protocol, Role } from '../model/protocol.js';
import { byName, isOpen, personByRole, surePersonByRole } from '../model/queries.js';

/** Who fills the roles of an interventie. */
export interface People {
    readonly roles: ReadonlyMap<string, Role>;
    /** the name of the role that stands for the person who fills a role; two with the same one are, or may be, the same person */
    readonly personOf: (role: string) => string;
    /** the same, where two with the same one surely are the same person */
    readonly surePersonOf: (role: string) => string;
    /** names of the roles of which it is not certain who fills them: `vervuld door veelal X` */
    readonly notCertain: readonly string[];
    /** whether the text says that it is not known who fills a role */
    readonly isUnknown: (role: string) => boolean;
    readonly isClient: (role: string) => boolean;
}

/** Reads who fills the roles (`vervuld door`). */
export function peopleOf(protocol: Protocol): People {
    const roles = byName(protocol.roles);
    const personOf = personByRole(protocol.roles);
    return {
        roles,
        personOf,
        surePersonOf: surePersonByRole(protocol.roles),
        notCertain: protocol.roles.filter((r) => r.filledByModality !== undefined).map((r) => r.name),
        isUnknown: (role) => isOpen(roles.get(personOf(role))?.filledByValue),
        isClient: (role) => roles.get(role)?.isClient === true,
    };
}

/** The same people, where only who surely is the same person counts as one. */
export function surely(people: People): People {
    return { ...people, personOf: people.surePersonOf };
}

/** Who work on a case at a node: those who execute it and those who join in (`met`); clients are left out. */
export interface Hands {
    /** names of roles, those who execute first */
    readonly roles: readonly string[];
    /** those of them who surely are there: not those of `door zo nodig`, `met veelal` or an activity that is not firm */
    readonly sure: readonly string[];
    /** names of roles that execute, clients included */
    readonly executors: readonly string[];
    /** whether the text says that it is not known who: `door onbekend`, `met plaatselijk`, or an unknown person */
    readonly isOpen: boolean;
}

/** What people do at a node, for a step or escalation with what its activities say. */
export function performersOf(work: Step | Escalation): readonly Performers[] {
    return [...work.performers, ...work.activities.flatMap((a) => a.performers)];
}

/** Whether a role is one of who works on a case: it directs, executes a step, gives or receives in a handover, or is of an organisation. */
export function isWorker({ process, handovers }: Protocol, { name, directs, organisations }: Role): boolean {
    const works = (process?.nodes ?? []).some(
        (node) =>
            (node.kind === 'step' || node.kind === 'escalation') &&
            performersOf(node).some((p) => p.performers.some((r) => r.name === name)),
    );
    const hands = handovers.some((h) =>
        [h.from, h.to, ...h.direction.map((d) => d.role)].some((role) => role?.name === name),
    );
    return directs || works || hands || organisations.length > 0;
}

/**
 * Who have the case in hands when it comes to a node, or when it goes on from there. A phase is entered at its first
 * part, a group at all of them; both are left from the parts behind which nothing follows in them.
 */
export function handsAt(machine: Machine, people: People, station: Station, side: 'enter' | 'leave'): Hands {
    return handsIn(
        people,
        partsOf(placesAt(machine, station, side)).flatMap((p) => p.work),
    );
}

/** The people of some work together. */
export function handsIn(people: People, work: readonly (Step | Escalation)[]): Hands {
    const performers = work.flatMap(performersOf);
    const executors = performers.flatMap((p) => p.performers.map((r) => r.name));
    const all = [...executors, ...performers.flatMap((p) => p.with.map((r) => r.name))];
    const roles = [...new Set(all)].filter((role) => !people.isClient(role));
    const sure = new Set(work.flatMap(surelyThere));
    return {
        roles,
        sure: roles.filter((role) => sure.has(role)),
        executors: [...new Set(executors)],
        isOpen:
            performers.some((p) => p.value !== undefined || p.withValue !== undefined) ||
            roles.some((role) => people.isUnknown(role)),
    };
}

/** Names of the roles that surely are at some work: not those of `door zo nodig`, `met veelal` or an activity that is not firm. */
export function surelyThere(work: Step | Escalation): string[] {
    const firm = [work, ...work.activities.filter((a) => a.modality === undefined)].flatMap((w) => w.performers);
    return firm
        .filter((p) => p.modality === undefined)
        .flatMap((p) => [...p.performers, ...(p.withModality === undefined ? p.with : [])].map((r) => r.name));
}

/** Whether some professional is known to be in both. */
export function meet(people: People, a: Hands, b: Hands): boolean {
    return share(people.personOf, a.roles, b.roles);
}

/** Whether some professional is in both on every course. */
export function surelyMeet(people: People, a: Hands, b: Hands): boolean {
    return share(people.surePersonOf, a.sure, b.sure);
}

function share(personOf: People['personOf'], a: readonly string[], b: readonly string[]): boolean {
    return b.some((role) => isAmong(personOf, a, role));
}

/** Whether the person who fills a role fills one of some roles. */
export function isAmong(personOf: People['personOf'], roles: readonly string[], role: string): boolean {
    return roles.some((r) => personOf(r) === personOf(role));
}

/** Where a case is when it comes to a node or goes on from there: at one place, at each of some beside each other, or at one of them. */
export type Places =
    | { readonly mode: 'at'; readonly part: Part }
    | { readonly mode: 'each' | 'one'; readonly places: readonly Places[] };

/** A step or escalation, with the work of who stay with the case there. */
export interface Part {
    readonly station: Station;
    readonly work: readonly (Step | Escalation)[];
}

/** Each of the places. */
export function partsOf(places: Places): Part[] {
    return places.mode === 'at' ? [places.part] : places.places.flatMap(partsOf);
}

/** Those of the places at which work is done on some course: a part that is never chosen, or never begins, is none. */
export function onlyAt(done: ReadonlySet<number>, places: Places): Places {
    return places.mode === 'at'
        ? done.has(places.part.station.index)
            ? places
            : { mode: 'each', places: [] }
        : {
              mode: places.mode,
              places: places.places.map((p) => onlyAt(done, p)).filter((p) => partsOf(p).length > 0),
          };
}

/** Whether a case may come by without being anywhere where something holds. */
export function mayMiss(places: Places, holds: (part: Part) => boolean): boolean {
    switch (places.mode) {
        case 'at':
            return !holds(places.part);
        case 'each':
            return places.places.every((p) => mayMiss(p, holds));
        case 'one':
            return places.places.some((p) => mayMiss(p, holds));
    }
}

/** Whether a case that is at a part surely is at another one beside it where something holds. */
export function isBeside(places: Places, part: Part, holds: (part: Part) => boolean): boolean {
    if (places.mode === 'at') {
        return false;
    }
    const own = places.places.filter((p) => partsOf(p).includes(part));
    const others = places.mode === 'each' ? places.places.filter((p) => !own.includes(p)) : [];
    return others.some((p) => !mayMiss(p, holds)) || own.some((p) => isBeside(p, part, holds));
}

/** The steps and escalations at which a case is when it comes to a node, or when it goes on from there. */
export function placesAt(
    machine: Machine,
    station: Station,
    side: 'enter' | 'leave',
    around: ReadonlySet<number> = new Set(),
): Places {
    const { node } = station;
    if (around.has(station.index) || node.kind === 'end') {
        return { mode: 'each', places: [] };
    }
    const inside = new Set([...around, station.index]);
    if (node.kind === 'step') {
        return { mode: 'at', part: { station, work: [node] } };
    }
    if (node.kind === 'escalation') {
        // who takes it up there stays with it, and so has it when it comes back
        const up = machine.stations.filter((s) =>
            [...s.escalations, ...s.exits, ...s.expiries].some((w) => w.target === station.index),
        );
        const stays = up.flatMap((s) => partsOf(placesAt(machine, s, 'leave', inside)).flatMap((p) => p.work));
        return { mode: 'at', part: { station, work: side === 'enter' ? [node] : [node, ...stays] } };
    }
    const children = station.children.flatMap((child) => machine.stations[child] ?? []);
    const parts =
        side === 'leave'
            ? children.filter((c) => c.exits.length === 0)
            : node.kind === 'phase'
              ? children.slice(0, 1)
              : children;
    const isEach = node.kind === 'group' && node.mode === 'all';
    return { mode: isEach ? 'each' : 'one', places: parts.map((p) => placesAt(machine, p, side, inside)) };
}
