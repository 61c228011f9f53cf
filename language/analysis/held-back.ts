import { knownIn } from '../execution/enter.js';
import type { Machine, Station } from '../execution/machine.js';
import { factsIn, mayHold, mustHold, truthsOf, type FactValue, type Known } from '../execution/truth.js';

/** More combinations of values than this are not looked at. */
const MOST = 4096;

/**
 * Whether it is `klaar als` that keeps a case from a branch: for some values the branch would be taken, and the work is
 * done for none of those.
 *
 * @param way one of the exits of the station
 */
export function isHeldBackByGuard(machine: Machine, station: Station, way: Station['exits'][number]): boolean {
    const branches = station.exits.flatMap((w) => w.arrow.condition ?? []);
    const { condition } = way.arrow;
    const isTaken = (known: Known): boolean =>
        condition ? mayHold(truthsOf(condition, known)) : !branches.some((c) => mustHold(truthsOf(c, known)));
    const isDone = (known: Known): boolean => station.doneWhen.every((c) => mayHold(truthsOf(c, known)));
    const names = new Set([...branches, ...station.doneWhen].flatMap((c) => [...factsIn(c)]));
    let all: (FactValue | undefined)[][] = [machine.facts.map(() => undefined)];
    for (const index of [...names].flatMap((name) => machine.factIndex.get(name) ?? [])) {
        const domain = machine.facts[index]?.domain ?? [];
        all = all.length * domain.length > MOST ? [] : all.flatMap((facts) => domain.map((v) => facts.with(index, v)));
    }
    const taken = all.map((facts) => knownIn(machine, facts)).filter(isTaken);
    return station.doneWhen.length > 0 && taken.length > 0 && !taken.some(isDone);
}
