import type { Machine, Station } from '../execution/machine.js';
import type { Escalation, Performers, Step } from '../model/process.js';
import type { Protocol, Role } from '../model/protocol.js';
import { byName, isOpen, personByRole } from '../model/queries.js';

/** Who fills the roles of an interventie. */
export interface People {
    readonly roles: ReadonlyMap<string, Role>;
    /** the name of the role that stands for the person who fills a role; two with the same one are the same person */
    readonly personOf: (role: string) => string;
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
        isUnknown: (role) => isOpen(roles.get(personOf(role))?.filledByValue),
        isClient: (role) => roles.get(role)?.isClient === true,
    };
}

/** Who work on a case at a node: those who execute it and those who join in (`met`); clients are left out. */
export interface Hands {
    /** names of roles, those who execute first */
    readonly roles: readonly string[];
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
    const work = worksAt(machine, station, side, new Set());
    const performers = work.flatMap(performersOf);
    const executors = performers.flatMap((p) => p.performers.map((r) => r.name));
    const all = [...executors, ...performers.flatMap((p) => p.with.map((r) => r.name))];
    const roles = [...new Set(all)].filter((role) => !people.isClient(role));
    return {
        roles,
        executors: [...new Set(executors)],
        isOpen:
            performers.some((p) => p.value !== undefined || p.withValue !== undefined) ||
            roles.some((role) => people.isUnknown(role)),
    };
}

/** Whether some professional is known to be in both. */
export function meet(people: People, a: Hands, b: Hands): boolean {
    const persons = new Set(a.roles.map(people.personOf));
    return b.roles.some((role) => persons.has(people.personOf(role)));
}

function worksAt(
    machine: Machine,
    station: Station,
    side: 'enter' | 'leave',
    around: ReadonlySet<number>,
): (Step | Escalation)[] {
    const { node } = station;
    if (around.has(station.index) || node.kind === 'end') {
        return [];
    }
    if (node.kind === 'step') {
        return [node];
    }
    if (node.kind === 'escalation') {
        // who takes it up there stays with it, and so has it when it comes back
        const up = machine.stations.filter((s) =>
            [...s.escalations, ...s.exits, ...s.expiries].some((w) => w.target === station.index),
        );
        const inside = new Set([...around, station.index]);
        return side === 'enter' ? [node] : [node, ...up.flatMap((s) => worksAt(machine, s, 'leave', inside))];
    }
    const children = station.children.flatMap((child) => machine.stations[child] ?? []);
    const parts =
        side === 'leave'
            ? children.filter((c) => c.exits.length === 0)
            : node.kind === 'phase'
              ? children.slice(0, 1)
              : children;
    const inside = new Set([...around, station.index]);
    return parts.flatMap((part) => worksAt(machine, part, side, inside));
}
