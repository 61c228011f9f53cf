import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fewest, type Combination } from '../../../language/analysis/combinations.js';
import { combinationInWords } from '../../../language/analysis/values-in-words.js';
import type { Values } from '../../../language/analysis/decisions.js';

const said = (missing: readonly Values[], held: readonly Values[]) =>
    fewest(missing, held).map((c) => combinationInWords(c, () => undefined).nl);

const isIn = (combination: Combination, values: Values) =>
    [...combination].every(([name, allowed]) => allowed.includes(values[name]));

describe('combinations that are missing', () => {
    it('are taken together where one value says it', () => {
        const held = [
            { akkoord: true, hulp: true },
            { akkoord: true, hulp: false },
        ];
        expect(
            said(
                [
                    { akkoord: false, hulp: true },
                    { akkoord: false, hulp: false },
                ],
                held,
            ),
        ).toEqual(['`akkoord` is nee']);
    });

    it('are told by several values of one fact', () => {
        const all = [1, 2, 3, 4].map((n) => ({ n, a: true }));
        expect(said(all.slice(2), all.slice(0, 2))).toEqual(['`n` is 3 of 4']);
    });

    it('stay apart where what is between them is held', () => {
        const [tt, tf, ft, ff] = [
            [true, true],
            [true, false],
            [false, true],
            [false, false],
        ].map(([a, b]) => ({ a, b }));
        expect(said([tt, ff] as Values[], [tf, ft] as Values[])).toEqual([
            '`a` is ja en `b` is ja',
            '`a` is nee en `b` is nee',
        ]);
    });

    it('are every outcome where none is held', () => {
        expect(said([{ a: true }, { a: false }], [])).toEqual(['elke uitkomst']);
    });

    it('are covered, and nothing else that can be so is', () => {
        const value = fc.constantFrom(true, false, undefined, 1, 2);
        const one = fc.record({ a: value, b: value, c: fc.boolean() });
        fc.assert(
            fc.property(
                fc.uniqueArray(one, { minLength: 1, maxLength: 30, selector: (v) => `${v.a} ${v.b} ${v.c}` }),
                fc.nat(),
                (all, n) => {
                    const missing = all.slice(0, 1 + (n % all.length));
                    const held = all.slice(missing.length);
                    const found = fewest(missing, held);
                    expect(missing.filter((m) => !found.some((c) => isIn(c, m)))).toEqual([]);
                    expect(held.filter((h) => found.some((c) => isIn(c, h)))).toEqual([]);
                    expect(found.length).toBeLessThanOrEqual(missing.length);
                },
            ),
            { seed: 7 },
        );
    });
});
