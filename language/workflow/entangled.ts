import type { Bilingual } from '../text/bilingual.js';
import { isInside, type Machine, type Station } from '../execution/machine.js';

/** The loss of such a group. */
export const ENTANGLED: Bilingual = {
    nl: 'een weg leidt naar of uit één onderdeel dat tegelijk met andere gebeurt; engines tellen dan niet gelijk op wat zij wachten',
    en: 'a way leads into or out of one part that happens at the same time as others; engines then do not count alike what they wait for',
};

/**
 * Groups of parts that happen at the same time, where a way leads into or out of a single part: from one part to another,
 * from elsewhere into one, or out of one and back to the group. The semantics then says exactly which part is awaited;
 * engines do not count alike what comes to a joining gateway twice, or what stays behind at one.
 *
 * @returns indices of such groups
 */
export function entangledGroups(machine: Machine): number[] {
    const { stations } = machine;
    const waysOf = (station: Station) => {
        const ways = [...station.exits, ...station.expiries, ...station.escalations];
        return [...ways, ...ways.flatMap((w) => w.fallbacks)].flatMap(({ target }) => target ?? []);
    };
    return stations
        .filter(({ node, children }) => node.kind === 'group' && node.mode !== 'one' && children.length > 1)
        .map((s) => s.index)
        .filter((group) => {
            const partOf = (index: number) =>
                isInside(machine, index, group)
                    ? stations[group]?.children.find((child) => isInside(machine, index, child))
                    : undefined;
            return stations.some((from) =>
                waysOf(from).some((to) => {
                    const [left, entered] = [partOf(from.index), partOf(to)];
                    if (left === undefined || to === group) {
                        return entered !== undefined || (left !== undefined && to === group);
                    }
                    return entered === undefined ? leadsTo(machine, to, group, waysOf) : entered !== left;
                }),
            );
        });
}

/** Whether a case may come from a station to a group, or into it. */
function leadsTo(machine: Machine, from: number, group: number, waysOf: (station: Station) => number[]): boolean {
    const seen = new Set([from]);
    for (const index of seen) {
        if (isInside(machine, index, group)) {
            return true;
        }
        const station = machine.stations[index];
        if (station) {
            const around = station.exits.length === 0 && station.parent !== undefined ? [station.parent] : [];
            [...waysOf(station), ...station.children, ...around].forEach((next) => seen.add(next));
        }
    }
    return false;
}
