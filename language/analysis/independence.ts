import type { Watched } from '../execution/counting.js';
import { isParallel, type Machine, type Station, type Way } from '../execution/machine.js';
import type { State, Token } from '../execution/state.js';
import { laboursOf } from '../model/queries.js';
import { factsIn, isInformal } from '../execution/truth.js';

/** For each station whether what happens there can be taken first, whatever else is open beside it in its groups. */
export interface Independence {
    /** a piece of work that may be done first without a course of the case being missed; undefined where there is none */
    first: (state: State) => Token | undefined;
}

/**
 * Which work in parallel does not depend on the work beside it: it asks about no fact that the other determines, nor the
 * other way about, delivers nothing that the other needs, and neither leads out of the group. Of such work one order
 * stands for all (ample sets; Peled 1993, Clarke, Grumberg, Peled 1999, chapter 10).
 *
 * @param visible stations whose order a question is about: no order of their work stands for another
 */
export function independenceOf(machine: Machine, visible: ReadonlySet<number> = new Set()): Independence {
    const footprints = machine.stations.map((s) => footprint(machine, s));
    const subtree = (root: number): number[] => [
        root,
        ...(machine.stations[root]?.children.flatMap((child) => subtree(child)) ?? []),
    ];
    const subtrees = machine.stations.map((s) => subtree(s.index));
    const concurrent = machine.stations.map((s) => besides(machine, s, subtrees));
    const free = machine.stations.map(
        (s) => !visible.has(s.index) && isFree(machine, s, concurrent[s.index] ?? [], footprints, subtrees),
    );
    return {
        first: (state) =>
            state.tokens.length < 2
                ? undefined
                : state.tokens.find((token) => {
                      if (!free[token.at] || token.stage === 'waiting' || token.stage === 'holding') {
                          return false;
                      }
                      const beside = concurrent[token.at] ?? [];
                      return state.tokens.every((other) => other === token || beside.includes(other.at));
                  }),
    };
}

/** The stations in the other parts of the groups that a station is part of. */
function besides(machine: Machine, station: Station, subtrees: readonly (readonly number[])[]): number[] {
    const result: number[] = [];
    let part = station;
    for (let up = parentOf(machine, part); up; part = up, up = parentOf(machine, up)) {
        if (isParallel(up)) {
            const others = up.children.filter((child) => child !== part.index);
            result.push(...others.flatMap((child) => subtrees[child] ?? []));
        }
    }
    return result;
}

function parentOf(machine: Machine, station: Station): Station | undefined {
    return station.parent === undefined ? undefined : machine.stations[station.parent];
}

interface Footprint {
    readonly reads: ReadonlySet<string>;
    readonly writes: ReadonlySet<string>;
}

function waysOf({ exits, expiries, escalations }: Station): Way[] {
    return [...exits, ...expiries, ...escalations].flatMap((w) => [w, ...w.fallbacks]);
}

/** What a station asks about and needs, and what it determines and delivers. */
function footprint(machine: Machine, station: Station): Footprint {
    const ways = waysOf(station);
    const conditions = [
        ...station.guards,
        ...station.doneWhen,
        ...station.repeats.map((r) => r.until),
        ...ways.flatMap((w) => [w.arrow.condition, ...w.handovers.flatMap((h) => h.guards.map((g) => g.condition))]),
    ];
    const work = laboursOf(station.node);
    const documents = (names: readonly { readonly name: string }[]) => names.map((d) => `document ${d.name}`);
    const handedOver = ways.flatMap((w) => w.handovers.flatMap((h) => h.information.flatMap((i) => i.documents)));
    return {
        reads: new Set([
            ...station.expiries.flatMap((w) => sinceInWords(machine.watched.get(w.arrow))),
            ...conditions.flatMap((c) => [...factsIn(c)]),
            ...documents([...work.flatMap((w) => w.requires), ...handedOver]),
        ]),
        writes: new Set([
            ...[...machine.watched.values()].flatMap((since) =>
                since.station === undefined || station.around.includes(since.station) ? sinceInWords(since) : [],
            ),
            ...station.determines.flatMap((i) => machine.facts[i]?.name ?? []),
            ...documents(work.flatMap((w) => w.delivers)),
        ]),
    };
}

/** That something has been, as one writes it that stations read and write. */
function sinceInWords(since: Watched | undefined): string[] {
    return since ? [`since ${String(since.counter)}`] : [];
}

function isFree(
    machine: Machine,
    station: Station,
    beside: readonly number[],
    footprints: readonly Footprint[],
    subtrees: readonly (readonly number[])[],
): boolean {
    const own = footprints[station.index];
    const waits = station.awaits.some((of) => subtrees[of]?.some((at) => beside.includes(at)));
    if (!own || beside.length === 0 || waits || mayBreakOff(machine, station, beside)) {
        return false;
    }
    const reads = new Set(own.reads);
    const inside: Station[] = [];
    for (let part = station, up = parentOf(machine, part); up; part = up, up = parentOf(machine, up)) {
        inside.push(part);
        asksWhenDone(machine, part, footprints, subtrees).forEach((name) => reads.add(name));
        if (!isParallel(up)) {
            continue;
        }
        const isApartFrom = (index: number) => {
            const [other, print] = [machine.stations[index], footprints[index]];
            return (
                other !== undefined &&
                print !== undefined &&
                staysIn(machine, other, subtrees) &&
                isApart(own.writes, print.reads) &&
                isApart(own.writes, print.writes) &&
                isApart(reads, print.writes)
            );
        };
        const others = up.children.filter((child) => child !== part.index);
        if (
            !inside.every((s) => staysIn(machine, s, subtrees)) ||
            !others.every((child) => subtrees[child]?.every(isApartFrom) === true)
        ) {
            return false;
        }
    }
    return true;
}

/**
 * What is asked at once when work is done: what a station asks itself, which may be done by that when it is around the
 * work, and whether what comes next may begin.
 */
function asksWhenDone(
    { stations }: Machine,
    station: Station,
    footprints: readonly Footprint[],
    subtrees: readonly (readonly number[])[],
): string[] {
    const next = waysOf(station).flatMap(({ target = -1 }) => [
        ...(subtrees[target] ?? []),
        ...(stations[target]?.around ?? []),
    ]);
    const guards = next.flatMap((index) => stations[index]?.guards ?? []);
    return [...(footprints[station.index]?.reads ?? []), ...guards.flatMap((guard) => [...factsIn(guard)])];
}

/** Whether all that is open there can be broken off while this is being done: then it counts what was done before. */
function mayBreakOff(machine: Machine, station: Station, beside: readonly number[]): boolean {
    const determined = new Set([station.index, ...beside].flatMap((i) => machine.stations[i]?.determines ?? []));
    return (
        machine.breaches.some(
            (b) => isInformal(b.interrupt.condition) || [...b.facts].some((f) => determined.has(f)),
        ) || station.around.slice(1).some((g) => canBeBrokenOff(machine.stations[g]))
    );
}

function canBeBrokenOff(container: Station | undefined): boolean {
    return container !== undefined && container.expiries.length + container.escalations.length > 0;
}

/** Whether every way from a station leads to its own part of the innermost parallel group. */
function staysIn(machine: Machine, station: Station, subtrees: readonly (readonly number[])[]): boolean {
    let part = station;
    for (let up = parentOf(machine, part); up && !isParallel(up);) {
        part = up;
        up = parentOf(machine, up);
    }
    return waysOf(station).every((w) => w.target !== undefined && subtrees[part.index]?.includes(w.target) === true);
}

function isApart(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
    return ![...a].some((x) => b.has(x));
}
