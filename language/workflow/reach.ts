import { isInside, type Breach, type Machine, type Station } from '../execution/machine.js';
import { isInformal } from '../execution/truth.js';

/**
 * Whether a case may come to a station, or to a part of it, again after it was there, otherwise than by its own `herhaal`. On
 * the safe side: conditions and bounds are not looked at.
 */
export function comesBack(machine: Machine, index: number): boolean {
    const { stations, breaches } = machine;
    // an even number is to come to a station, an odd one to be done with it
    const seen = new Set<number>();
    const work: number[] = [];
    const goTo = (target: number | undefined, isDone: boolean) => {
        const key = target === undefined ? -1 : target * 2 + (isDone ? 1 : 0);
        if (key >= 0 && !seen.has(key)) {
            seen.add(key);
            work.push(key);
        }
    };
    const leave = (at: number) => {
        const station = stations[at];
        if (!station) {
            return;
        }
        const ways = [...station.exits, ...station.expiries, ...station.escalations];
        for (const way of [...ways, ...ways.flatMap((w) => w.fallbacks)]) {
            goTo(way.target, false);
        }
        if (station.exits.length === 0) {
            goTo(station.parent, true);
        }
        if (station.repeats.length > 0 && at !== index) {
            goTo(at, false);
        }
    };
    leave(index);
    for (const part of stations.filter((s) => s.index !== index && isInside(machine, s.index, index))) {
        const ways = [...part.exits, ...part.expiries, ...part.escalations];
        for (const { target } of [...ways, ...ways.flatMap((w) => w.fallbacks)]) {
            if (target !== undefined && (target === index || !isInside(machine, target, index))) {
                goTo(target, false);
            }
        }
    }
    for (const around of stations[index]?.around ?? []) {
        [...(stations[around]?.expiries ?? []), ...(stations[around]?.escalations ?? [])].forEach((w) => {
            goTo(w.target, false);
        });
    }
    breaches.forEach((b) => {
        goTo(b.target, false);
    });
    for (let key = work.pop(); key !== undefined; key = work.pop()) {
        const at = key >> 1;
        if (key % 2 === 0) {
            if (isInside(machine, at, index)) {
                return true;
            }
            stations[at]?.children.forEach((child) => {
                goTo(child, false);
            });
        }
        leave(at);
    }
    return false;
}

/** Whether work at a station may bring about an `altijd als` that takes the place of all else, when it is done. */
export function raises(machine: Machine, station: Station, { interrupt, target, facts }: Breach): boolean {
    const isThere = target !== undefined && isInside(machine, station.index, target);
    const isFormal = !isInformal(interrupt.condition);
    return isFormal && !interrupt.resume && !isThere && station.determines.some((fact) => facts.has(fact));
}

/** The stations that a case may come to from one of them, also by what interrupts it. On the safe side, as {@link comesBack}. */
export function reachedFrom(machine: Machine, start: number): readonly Station[] {
    const reached = new Set<number>();
    const left = new Set<number>();
    const work: (number | undefined)[] = [start];
    const leave = (index: number | undefined) => {
        const station = index === undefined ? undefined : machine.stations[index];
        if (station && !left.has(station.index)) {
            left.add(station.index);
            const { exits, repeats, parent } = station;
            work.push(...[...exits, ...exits.flatMap((w) => w.fallbacks)].map((w) => w.target));
            work.push(...(repeats.length > 0 ? [station.index] : []));
            if (exits.length === 0) {
                leave(parent);
            }
        }
    };
    while (work.length > 0) {
        const index = work.pop();
        const station = index === undefined ? undefined : machine.stations[index];
        if (station && !reached.has(station.index)) {
            reached.add(station.index);
            work.push(...station.children);
            for (const around of station.around) {
                const { expiries = [], escalations = [] } = machine.stations[around] ?? {};
                const ways = [...expiries, ...escalations];
                work.push(...[...ways, ...ways.flatMap((w) => w.fallbacks)].map((w) => w.target));
            }
            work.push(...machine.breaches.filter((b) => raises(machine, station, b)).map((b) => b.target));
            leave(station.index);
        }
    }
    return [...reached].flatMap((index) => machine.stations[index] ?? []);
}
