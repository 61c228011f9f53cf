import type { Condition } from '../model/protocol.js';
import { conditionsIn } from '../model/queries.js';
import { knownIn } from './enter.js';
import type { Machine, Station } from './machine.js';
import { FALSE, testsIn, TRUE, truthsOf, type FactValue } from './truth.js';

/** Of so many combinations of values each is looked at. */
const MOST_IN_FULL = 512;
/** How many combinations are looked at at most. */
const MOST = 4_096;

/** Values of facts, by index, that stand for all that a case can have. */
export interface Combinations {
    readonly values: readonly (readonly (readonly [number, FactValue | undefined])[])[];
    /** false where there are more than can be looked at */
    readonly isWhole: boolean;
}

/** What work can make known, by index and value: combinations that stand for all of them. */
export interface Outcomes extends Combinations {
    readonly values: readonly (readonly (readonly [number, FactValue])[])[];
}

const known = new WeakMap<Station, Outcomes>();

/** What can become known by the work at a station. */
export function outcomesAt(machine: Machine, station: Station): Outcomes {
    const old = known.get(station);
    if (old) {
        return old;
    }
    const often = determinersIn(machine);
    const outcomes = combinationsOf(machine, station.determines, {
        domain: (index) => machine.facts[index]?.domain ?? [],
        isApart: (index) => (often.get(index)?.size ?? 0) > 1,
    }) as Outcomes;
    known.set(station, outcomes);
    return outcomes;
}

const determiners = new WeakMap<Machine, ReadonlyMap<number, ReadonlySet<Station>>>();

/** The stations that determine each fact. */
function determinersIn(machine: Machine): ReadonlyMap<number, ReadonlySet<Station>> {
    const old = determiners.get(machine);
    if (old) {
        return old;
    }
    const made = new Map<number, Set<Station>>();
    for (const station of machine.stations) {
        for (const fact of station.determines) {
            made.set(fact, (made.get(fact) ?? new Set()).add(station));
        }
    }
    determiners.set(machine, made);
    return made;
}

/**
 * Combinations of values that stand for all of them. Where there are many, those are taken together by which every
 * condition comes to the same: as soon as it holds or does not hold by some of the facts, the others may have any value
 * (a decision tree by Shannon's expansion, 1938).
 *
 * @param indices the facts that get a value together
 * @param isApart whether a fact may get another value without the others: then what others made of it does not last
 * @param more conditions besides those of the process
 */
export function combinationsOf<V extends FactValue | undefined>(
    machine: Machine,
    indices: readonly number[],
    {
        domain,
        isApart,
        more = [],
    }: {
        readonly domain: (index: number) => readonly V[];
        readonly isApart: (index: number) => boolean;
        readonly more?: readonly Condition[];
    },
): Combinations {
    const sizes = indices.map((index) => domain(index).length);
    const inFull = sizes.reduce((product, size) => product * size, 1) <= MOST_IN_FULL;
    const conditions = inFull ? [] : asking(machine, new Set(indices), more);
    const values: (readonly (readonly [number, V])[])[] = [];
    let isWhole = true;
    const facts: (FactValue | undefined)[] = machine.facts.map(() => undefined);
    const chosen = new Map<number, V>();
    const next = (): number | undefined => {
        const open = indices.find((index) => !chosen.has(index) && (inFull || isApart(index)));
        if (open !== undefined) {
            return open;
        }
        for (const { condition, asked, asksWhether } of conditions) {
            const left = asked.find((index) => !chosen.has(index));
            if (left !== undefined && (asksWhether || !isSettled(truthsOf(condition, knownIn(machine, facts))))) {
                return left;
            }
        }
        return undefined;
    };
    const go = (): void => {
        if (values.length >= MOST) {
            isWhole = false;
            return;
        }
        const index = next();
        if (index === undefined) {
            values.push(
                indices.map((i) => [i, chosen.has(i) ? chosen.get(i) : domain(i)[0]] as const) as [number, V][],
            );
            return;
        }
        for (const value of domain(index)) {
            chosen.set(index, value);
            // what may get another value settles nothing
            facts[index] = isApart(index) ? undefined : value;
            go();
        }
        chosen.delete(index);
        facts[index] = undefined;
    };
    go();
    return { values, isWhole };
}

interface Asking {
    readonly condition: Condition;
    /** the facts that it asks about, of those that get a value */
    readonly asked: readonly number[];
    /** whether it asks of any fact whether it is known */
    readonly asksWhether: boolean;
}

function asking(machine: Machine, indices: ReadonlySet<number>, more: readonly Condition[]): Asking[] {
    const { process, protocol } = machine;
    return [...more, ...conditionsIn({ process, handovers: protocol.handovers })]
        .map((condition): Asking => {
            const tests = testsIn(condition);
            const asked = new Set(tests.flatMap(({ fact }) => machine.factIndex.get(fact.name) ?? []));
            return {
                condition,
                asked: [...asked].filter((index) => indices.has(index)),
                asksWhether: tests.some(({ test }) => test.type === 'known' || test.type === 'unknown'),
            };
        })
        .filter(({ asked }) => asked.length > 0);
}

function isSettled(truths: number): boolean {
    return truths === TRUE || truths === FALSE;
}
