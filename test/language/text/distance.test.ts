import fc from 'fast-check';
import { expect, it } from 'vitest';
import { distance, isOpposite, nearest } from '../../../language/text/distance.js';

it.each([
    ['stap', 'stap', 0],
    ['stapp', 'stap', 1],
    ['satp', 'stap', 1],
    ['rol', 'doel', 2],
    ['', 'rol', 3],
])('from %s to %s is %i', (a, b, expected) => {
    expect(distance(a, b)).toBe(expected);
});

it('is the same with a bound, as far as the bound goes', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });
    fc.assert(
        fc.property(word, word, fc.nat(4), (a, b, most) => {
            const bounded = distance(a, b, most);
            expect(bounded <= most ? bounded : 'further').toBe(distance(a, b) <= most ? distance(a, b) : 'further');
        }),
        { numRuns: 2000 },
    );
});

it.each([
    ['onveilig', 'veilig'],
    ['veilig', 'onveilig'],
    ['niet-geslaagd', 'geslaagd'],
    ['ongeslaagt', 'geslaagd'],
    ['geenzorg', 'zorg'],
    ['nonverbaal', 'verbaal'],
    ['Informeel', 'formeel'],
])('%s is the opposite of %s, and never written for it', (word, other) => {
    expect(isOpposite(word, other)).toBe(true);
    expect(nearest(word, [other])).toBeUndefined();
});

it.each([
    ['onbekendd', 'onbekend'],
    ['innzet', 'inzet'],
    ['onder', 'ander'],
    ['stapp', 'stap'],
])('%s is no opposite of %s', (word, other) => {
    expect(isOpposite(word, other)).toBe(false);
});
