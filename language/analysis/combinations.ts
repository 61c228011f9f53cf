import type { FactValue } from '../execution/truth.js';
import type { Values } from './decisions.js';

/** Of some facts the values that they may have; a fact that is left out may have any. */
export type Combination = ReadonlyMap<string, readonly (FactValue | undefined)[]>;

/** More combinations than this are not taken together: each is told by itself. */
const MOST = 200;

/**
 * The fewest combinations, as far as can be told, that are exactly these: implicants of more than one value a fact
 * (Quine and McCluskey 1956, over facts of many values), widened fact by fact as long as nothing else comes in; then
 * those that cover most that is not covered yet.
 *
 * @param missing the combinations, each with the same facts
 * @param others those that are not to be covered; what is in neither never occurs, and may be either
 */
export function fewest(missing: readonly Values[], others: readonly Values[]): Combination[] {
    const names = Object.keys(missing[0] ?? {});
    if (missing.length > MOST || others.length > 10 * MOST) {
        return missing.map((m) => new Map(names.map((n) => [n, [m[n]]])));
    }
    const domain = new Map(names.map((n) => [n, distinct([...missing, ...others].map((v) => v[n]))]));
    const isOut = (cube: Combination) => others.some((o) => covers(cube, o));
    const widened = missing.map((m) => {
        let cube: Combination = new Map(names.map((n) => [n, [m[n]]]));
        for (const name of names) {
            const without = new Map([...cube].filter(([n]) => n !== name));
            if (!isOut(without)) {
                cube = without;
                continue;
            }
            for (const value of domain.get(name) ?? []) {
                const own = cube.get(name) ?? [];
                const wider: Combination = own.includes(value) ? cube : new Map([...cube, [name, [...own, value]]]);
                cube = isOut(wider) ? cube : wider;
            }
        }
        return cube;
    });
    const chosen: Combination[] = [];
    for (let left = [...missing]; left.length > 0;) {
        const [best] = widened
            .map((cube) => ({ cube, rest: left.filter((m) => !covers(cube, m)) }))
            .sort((a, b) => a.rest.length - b.rest.length || a.cube.size - b.cube.size);
        if (!best || best.rest.length === left.length) {
            break;
        }
        chosen.push(best.cube);
        left = best.rest;
    }
    return chosen;
}

function covers(cube: Combination, values: Values): boolean {
    return [...cube].every(([name, allowed]) => allowed.includes(values[name]));
}

function distinct<T>(values: readonly T[]): T[] {
    return [...new Set(values)];
}
