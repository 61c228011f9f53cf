import { describe, expect, it } from 'vitest';
import { MOST_TOLD } from '../../../language/rules/told.js';
import { checkFor } from '../rule-tester.js';

const MORE = 7;
const roles = (extra = '') => `${'rol A\n'.repeat(MOST_TOLD + 1 + MORE)}${extra}`;

describe('a rule that finds very much in one file', () => {
    it('tells the first of it, and how many there are more', async () => {
        const found = await checkFor('meta/dubbel', roles());
        expect(found).toHaveLength(MOST_TOLD + 1);
        const more = found.filter((f) => f.data?.['more'] !== undefined);
        expect(more.map((f) => [f.severity, f.data])).toEqual([['error', { more: MORE }]]);
        expect(more[0]?.message.nl).toContain(`nog ${String(MORE)} plaatsen`);
        expect(more[0]?.at.range.start.line).toBe(MOST_TOLD + 1);
    });

    it('tells all where a comment silences some of it, since it silences something then', async () => {
        const silenced = roles('rol A // draaiboek: negeer meta/dubbel – bewust\n');
        expect(await checkFor('meta/dubbel', silenced)).toHaveLength(MOST_TOLD + MORE);
        expect(await checkFor('meta/onderdrukking', silenced)).toEqual([]);
    });

    it('tells all where there is just as much', async () => {
        expect(await checkFor('meta/dubbel', 'rol A\n'.repeat(MOST_TOLD + 1))).toHaveLength(MOST_TOLD);
    });
});
