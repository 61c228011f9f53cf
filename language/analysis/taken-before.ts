import { interruptionBy } from '../execution/after.js';
import { knownIn } from '../execution/enter.js';
import type { Breach, Station, Way } from '../execution/machine.js';
import { withFacts } from '../execution/state.js';
import { factsIn, mayHold, mustHold, truthsOf, type Known } from '../execution/truth.js';
import type { Space } from './space.js';

/**
 * The `altijd als` by which cases are gone that would take a branch: what becomes known when the work is done holds for
 * both, and an `altijd als` comes before. Those at the work itself, or else at any work.
 *
 * @param way one of the exits of the station
 */
export function takenBefore({ machine, states, out }: Space, station: Station, way: Way): Breach[] {
    const branches = station.exits.flatMap((w) => w.arrow.condition ?? []);
    const { condition } = way.arrow;
    const asked = [...new Set(branches.flatMap((c) => [...factsIn(c)]))];
    // what is not known there yet is no reason: it becomes known before the branch
    const isTaken = (known: Known): boolean =>
        condition
            ? mustHold(truthsOf(condition, known))
            : asked.every((name) => known.fact(name) !== undefined) &&
              !branches.some((c) => mayHold(truthsOf(c, known)));
    const here = new Set<Breach>();
    const elsewhere = new Set<Breach>();
    for (const { from, move } of machine.breaches.some((b) => b.facts.size > 0) ? out.flat() : []) {
        const before = states[from];
        if (!before || move.kind !== 'finish') {
            continue;
        }
        const breach = machine.breaches[interruptionBy(machine, before, move) ?? -1];
        const places = move.token.at === station.index ? here : elsewhere;
        if (breach && !places.has(breach) && isTaken(knownIn(machine, withFacts(before.facts, move.facts)))) {
            places.add(breach);
        }
    }
    return [...(here.size > 0 ? here : elsewhere)];
}
