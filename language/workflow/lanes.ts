import type { Machine, Station } from '../execution/machine.js';
import { byName, laboursOf } from '../model/queries.js';
import { identifier } from './draft.js';
import type { Building } from './building.js';
import type { Lane } from './graph.js';

/** The lanes of a process: a band for each role that does something, in the order of the text. */
export function lanesOf(machine: Machine, nobody: string): Pick<Building, 'lanes' | 'laneOf' | 'laneOfRole'> {
    const { protocol, stations } = machine;
    const doing = new Set<string>();
    for (const { node } of stations) {
        rolesOf(node).forEach((role) => doing.add(role));
    }
    for (const { from, to } of protocol.handovers) {
        [from, to].forEach((role) => role && doing.add(role.name));
    }
    const declared = protocol.roles.map((r) => r.name).filter((name) => doing.has(name));
    const names = [...new Set([...declared, ...doing])];
    const titles = byName(protocol.roles);
    const lanes: Lane[] = [
        ...names.map((role) => ({ id: `baan_${identifier(role)}`, title: titles.get(role)?.title ?? role, role })),
        { id: 'baan_niemand', title: nobody },
    ];
    const index = new Map(names.map((name, i) => [name, i]));
    const laneOfRole = (role: string | undefined) => (role === undefined ? undefined : index.get(role)) ?? names.length;
    const laneOf = (station: Station, seen: ReadonlySet<number> = new Set()): number => {
        const own = rolesOf(station.node)[0];
        const child = station.children[0] === undefined ? undefined : stations[station.children[0]];
        if (own !== undefined || !child || seen.has(station.index)) {
            return own === undefined && station.node.kind === 'end' ? laneBefore(station) : laneOfRole(own);
        }
        return laneOf(child, new Set([...seen, station.index]));
    };
    /** an end stands with who comes to it first in the text */
    const laneBefore = (end: Station): number => {
        const from = stations.find((s) => [...s.exits, ...s.expiries].some((w) => w.target === end.index));
        const deepest = from && lastIn(machine, from);
        return laneOfRole(deepest && rolesOf(deepest.node)[0]);
    };
    return { lanes, laneOf, laneOfRole };
}

function lastIn(machine: Machine, station: Station): Station {
    const index = station.children.at(-1);
    const child = index === undefined ? undefined : machine.stations[index];
    return child ? lastIn(machine, child) : station;
}

function rolesOf(node: Station['node']): string[] {
    return laboursOf(node).flatMap((l) => l.performers.flatMap((p) => p.performers.map((r) => r.name)));
}
