/** What lies outside the limits is told once; nothing that follows from leaving it out is told besides. */
import { describe, expect, test } from 'vitest';
import { MOST_DEPTH, MOST_JOINED } from '../../language/syntax/limits.js';
import { checkFor } from './rule-tester.js';

const told = async (condition: string) =>
    (
        await checkFor(
            'meta/syntaxis',
            `interventie X "x" { aanpak { toegang als ${condition} } }\ninterventie Y { aanpak { } }\n`,
        )
    ).map((f) => f.message.nl);

describe('a condition outside the limits', () => {
    test.each([
        ['negations', `${'niet '.repeat(300)}"a"`, `meer dan ${String(MOST_DEPTH)} blokken`],
        ['parts', `"a"${' en "a"'.repeat(400)}`, `meer dan ${String(MOST_JOINED)} voorwaarden`],
        ['brackets', `${'('.repeat(300)}"a"${')'.repeat(300)}`, `meer dan ${String(MOST_DEPTH)} blokken`],
        ['very many brackets', `${'('.repeat(3000)}"a"${')'.repeat(3000)}`, `meer dan ${String(MOST_DEPTH)} blokken`],
    ])('of too many %s is told once', async (_, condition, says) => {
        expect(await told(condition)).toEqual([expect.stringContaining(says)]);
    });

    test('does not hide what is wrong elsewhere', async () => {
        const messages = await told(`${'niet '.repeat(300)}"a" } aanpak { stapp S { }`);
        expect(messages).toEqual([
            expect.stringContaining('meer dan'),
            expect.stringContaining('`stapp` – bedoelde u `stap`?'),
        ]);
    });
});
