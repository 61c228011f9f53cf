import type { Condition, FactTest } from './protocol.js';
import { sameUnit } from './amounts.js';
import { conditionsIn, namedIn, type HasConditions } from './queries.js';
import { exactFactor } from './units.js';
import { isVague, type Quantity } from './values.js';

/** A comparison of a fact with a figure. */
type Counted = FactTest & { readonly test: { readonly type: 'number'; readonly value: Quantity } };

/**
 * A protocol in which all conditions on one fact are in one unit, the smallest that they name: beside `minder dan 18
 * maanden`, `minstens 2 jaar` is at least 24. Where the units are no fixed number of each other (weeks and months), or one
 * condition has none of several, a person decides on them, by their words.
 */
export function inOneUnit<T extends HasConditions>(protocol: T): T {
    const access = protocol.process?.access.map((a) => a.condition) ?? [];
    const counted = [...access, ...conditionsIn(protocol)].flatMap((c) => namedIn(c)).filter(isCounted);
    const tests = Map.groupBy(counted, (test) => test.fact.name);
    const units = new Map([...tests].map(([fact, of]) => [fact, unitsOf(of)] as const).filter(([, of]) => differ(of)));
    return units.size === 0
        ? protocol
        : rewritten(protocol, (test) => inUnit(test, units.get(test.fact.name) ?? []), new Map());
}

function unitsOf(tests: readonly Counted[]): (string | undefined)[] {
    return differentUnits(tests.map(({ test }) => test.value.unit));
}

/** Of units that are the same (`week` and `weken`) the first. */
export function differentUnits<T extends string | undefined>(units: readonly T[]): T[] {
    return units.filter((unit, i) => units.findIndex((other) => sameUnit(other, unit)) === i);
}

/** Whether comparisons name more than one unit: one without a unit is in the one that the others name. */
function differ(units: readonly (string | undefined)[]): boolean {
    return units.filter((u) => u !== undefined).length > 1;
}

/** The smallest of units; undefined where they are no fixed number of each other. */
export function smallestUnit(units: readonly (string | undefined)[]): string | undefined {
    return units.find((unit) => units.every((u) => sameUnit(u, unit) || (exactFactor(u ?? '', unit ?? '') ?? 0) >= 1));
}

function inUnit(test: Counted, units: readonly (string | undefined)[]): Condition {
    if (units.length === 0) {
        return test;
    }
    const { value } = test.test;
    const unit = smallestUnit(units);
    if (unit === undefined) {
        const operand: Condition = {
            type: 'informal',
            text: `${test.fact.name} ${/^\d/.test(value.text) ? 'is ' : ''}${value.text}`,
            at: test.fact.at,
        };
        return test.negated ? { type: 'not', operand } : operand;
    }
    const { low = 0, unit: own = '' } = value;
    const factor = sameUnit(own, unit) ? 1 : (exactFactor(own, unit) ?? 1);
    return factor === 1
        ? test
        : {
              ...test,
              test: {
                  type: 'number',
                  value: { ...value, low: low * factor, high: low * factor, unit, parts: [{ number: low, unit: own }] },
              },
          };
}

function isCounted(item: object): item is Counted {
    const { type, test } = item as Partial<FactTest>;
    return type === 'fact' && test?.type === 'number' && test.value.type === 'quantity' && !isVague(test.value);
}

/** What is the same before is the same after; what holds nothing that changes is left as it is. */
function rewritten<T>(item: T, change: (test: Counted) => Condition, done: Map<unknown, unknown>): T {
    if (typeof item !== 'object' || item === null) {
        return item;
    }
    if (!done.has(item)) {
        done.set(item, isCounted(item) ? change(item) : withParts(item, (part) => rewritten(part, change, done)));
    }
    return done.get(item) as T;
}

function withParts<T extends object>(item: T, change: (part: unknown) => unknown): T {
    const parts = Object.entries(item).map(([key, part]) => [key, part, change(part)] as const);
    if (parts.every(([, before, after]) => before === after)) {
        return item;
    }
    return (
        Array.isArray(item)
            ? parts.map(([, , after]) => after)
            : Object.fromEntries(parts.map(([k, , after]) => [k, after]))
    ) as T;
}
