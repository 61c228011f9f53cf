import type { Machine } from '../execution/machine.js';
import type { State } from '../execution/state.js';
import type { TimedWork } from '../execution/timed-work.js';
import { inTime, type InTime } from '../execution/zone.js';
import type { Reading } from '../execution/zone-clock.js';
import { placesOf, zoneGraph, type Places, type ZoneGraph } from './zone-graph.js';

/** How many places in time are told apart to know where cases come. */
const MOST_PLACES = 10_000;

const everywhere = new WeakMap<Machine, WeakRef<Places>>();

/** The places of all courses. */
export function everyPlace(machine: Machine): Places {
    const places = everywhere.get(machine)?.deref() ?? placesOf(machine, (_, done) => [{ done }]);
    everywhere.set(machine, new WeakRef(places));
    return places;
}

const readings = new WeakMap<TimedWork, WeakMap<Machine, Map<Reading | 'overrun', InTime>>>();

/** What is possible in time by a reading of it; `overrun`: as it is stated, while nothing is kept that need not be. */
export function timesOf(machine: Machine, work: TimedWork, reading: Reading | 'overrun'): InTime {
    const ofWork = readings.get(work) ?? new WeakMap<Machine, Map<Reading | 'overrun', InTime>>();
    const known = ofWork.get(machine) ?? new Map<Reading | 'overrun', InTime>();
    const times =
        known.get(reading) ??
        inTime(machine, work, reading === 'overrun' ? { reading: 'stated', keeps: () => false } : { reading });
    readings.set(work, ofWork.set(machine, known.set(reading, times)));
    return times;
}

const graphs = new WeakMap<Places, WeakMap<InTime, WeakRef<ZoneGraph>>>();

/** Made once for questions that are asked together; it may be large, and is let go of then. */
export function graphOf(places: Places, begins: readonly State[], times: InTime): ZoneGraph {
    const known = graphs.get(places) ?? new WeakMap<InTime, WeakRef<ZoneGraph>>();
    const graph = known.get(times)?.deref() ?? zoneGraph(places, times, begins, MOST_PLACES);
    graphs.set(places, known.set(times, new WeakRef(graph)));
    return graph;
}
