import { isParallel, type Machine, type Station, type Way } from '../../execution/machine.js';
import type { Loss } from '../generator.js';

/**
 * What a statechart does otherwise than the protocol: a way out of one part of a parallel group leaves the group, so the
 * other parts are broken off; a way into one part starts the others as well. A way to an `einde` leaves everything in
 * both, and a way that stays inside its part is the same in both.
 */
export function structureLosses(machine: Machine): Loss[] {
    return machine.stations.flatMap((station) =>
        [...station.exits.flatMap((w) => [w, ...w.fallbacks]), ...station.expiries, ...station.escalations].flatMap(
            (way) => lossOf(machine, station, way),
        ),
    );
}

function lossOf(machine: Machine, station: Station, { target }: Way): Loss[] {
    const other = target === undefined ? undefined : machine.stations[target];
    if (!other || other.node.kind === 'end') {
        return [];
    }
    const left = partsAround(machine, station).find((part) => !other.around.includes(part));
    const entered = partsAround(machine, other).find((part) => !station.around.includes(part));
    return [
        ...(left === undefined
            ? []
            : [
                  {
                      element: station.node.name,
                      reason: {
                          nl: `de weg naar ${other.node.name} verlaat een onderdeel van een groep: in XState stoppen de andere onderdelen dan ook`,
                          en: `the way to ${other.node.name} leaves a part of a group: in XState the other parts then stop too`,
                      },
                  },
              ]),
        ...(entered === undefined
            ? []
            : [
                  {
                      element: station.node.name,
                      reason: {
                          nl: `de weg naar ${other.node.name} komt midden in een groep: in XState beginnen de andere onderdelen dan ook`,
                          en: `the way to ${other.node.name} comes in the middle of a group: in XState the other parts then begin too`,
                      },
                  },
              ]),
    ];
}

/** The parts of parallel groups that a station stands in, itself included. */
function partsAround({ stations }: Machine, { around }: Station): number[] {
    return around.filter((i) => {
        const parent = stations[i]?.parent;
        const container = parent === undefined ? undefined : stations[parent];
        return container !== undefined && isParallel(container) && container.children.includes(i);
    });
}
