import type { Condition } from '../model/protocol.js';
import { withInterruption } from './after.js';
import { remembering } from './counting.js';
import { enter, knownIn, settle } from './enter.js';
import type { Machine } from './machine.js';
import { combinationsOf } from './outcomes.js';
import { stateBefore, withFacts, type State } from './state.js';
import { factsIn, mayHold, OPEN, truthsOf, type FactValue } from './truth.js';

/**
 * The states in which a case can begin: with every combination of values for the facts in `toegang als` that meets it.
 * What an access asks about that does not always hold (`toegang in beginsel als`) is known as well, with any value. What
 * no step determines and no access asks about is not known.
 */
export function beginnings(machine: Machine): readonly State[] {
    return everyBeginning(machine).states;
}

/** The same, and whether those are all: not where more combinations meet an access than can be looked at. */
export function everyBeginning(machine: Machine): { readonly states: readonly State[]; readonly isWhole: boolean } {
    if (machine.start === undefined) {
        return { states: [], isWhole: true };
    }
    const usual = usualAccess(machine);
    const { combinations, isWhole } = factCombinations(machine, [...machine.access, ...usual]);
    const truths = (c: Condition, facts: readonly (FactValue | undefined)[]) => truthsOf(c, knownIn(machine, facts));
    const admitted = combinations.filter((facts) => machine.access.every((c) => mayHold(truths(c, facts))));
    const asUsual = admitted.filter((facts) => usual.every((c) => truths(c, facts) !== OPEN));
    const states = (asUsual.length > 0 ? asUsual : admitted).map((facts) => begin(machine, facts));
    return { states, isWhole };
}

/**
 * Combinations of values, by index, for the facts that these conditions ask about, unknown ones too; no other is known.
 * Those of many facts stand for all; not all of them are there where there are more than can be looked at (outcomes.ts).
 */
export function factCombinations(
    machine: Machine,
    conditions: readonly Condition[],
): { readonly combinations: readonly (readonly (FactValue | undefined)[])[]; readonly isWhole: boolean } {
    const determined = new Set(machine.stations.flatMap((s) => s.determines));
    const { values, isWhole } = combinationsOf<FactValue | undefined>(machine, [...factsAsked(machine, conditions)], {
        domain: (index) => [...(machine.facts[index]?.domain ?? []), undefined],
        isApart: (index) => determined.has(index),
        more: conditions,
    });
    const none: (FactValue | undefined)[] = machine.facts.map(() => undefined);
    return { combinations: values.map((facts) => withFacts(none, facts)), isWhole };
}

/** What an access asks about that does not always hold: `toegang veelal als`. */
export function usualAccess({ process }: Machine): Condition[] {
    return process.access.flatMap((a) => (a.condition && a.modality ? [a.condition] : []));
}

/**
 * The first state of a case with these facts, by index; undefined where a fact is not known. What an `altijd als` asks
 * may hold from the beginning.
 */
export function begin(machine: Machine, facts: readonly (FactValue | undefined)[]): State {
    const first = settle(machine, enter(machine, stateBefore(machine, facts), machine.start));
    const known = new Set(facts.flatMap((value, index) => (value === undefined ? [] : [index])));
    return remembering(machine, undefined, undefined, settle(machine, withInterruption(machine, first, known)));
}

function factsAsked(machine: Machine, conditions: readonly Condition[]): Set<number> {
    const names = conditions.flatMap((c) => [...factsIn(c)]);
    return new Set(names.flatMap((name) => machine.factIndex.get(name) ?? []));
}
