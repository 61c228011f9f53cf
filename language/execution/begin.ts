import { withInterruption } from './after.js';
import { enter, knownIn, settle } from './enter.js';
import type { Machine } from './machine.js';
import { stateBefore, type State } from './state.js';
import { factsIn, mayHold, truthsOf, type FactValue } from './truth.js';

/**
 * The states in which a case can begin: with every combination of values for the facts in `toegang als` that meets it.
 * What no step determines and no access asks about is not known.
 */
export function beginnings(machine: Machine): State[] {
    if (machine.start === undefined) {
        return [];
    }
    const asked = accessFacts(machine);
    let combinations: (FactValue | undefined)[][] = [machine.facts.map(() => undefined)];
    for (const index of asked) {
        const domain = [...(machine.facts[index]?.domain ?? []), undefined];
        combinations = combinations.flatMap((facts) => domain.map((value) => facts.with(index, value)));
    }
    return combinations
        .filter((facts) => machine.access.every((c) => mayHold(truthsOf(c, knownIn(machine, facts)))))
        .map((facts) => begin(machine, facts));
}

/**
 * The first state of a case with these facts, by index; undefined where a fact is not known. What an `altijd als` asks
 * may hold from the beginning.
 */
export function begin(machine: Machine, facts: readonly (FactValue | undefined)[]): State {
    const first = settle(machine, enter(machine, stateBefore(machine, facts), machine.start));
    const known = new Set(facts.flatMap((value, index) => (value === undefined ? [] : [index])));
    return settle(machine, withInterruption(machine, first, known));
}

function accessFacts(machine: Machine): Set<number> {
    const names = machine.access.flatMap((c) => [...factsIn(c)]);
    return new Set(names.flatMap((name) => machine.factIndex.get(name) ?? []));
}
