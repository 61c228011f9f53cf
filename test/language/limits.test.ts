/** What lies outside the limits is told once; nothing that follows from leaving it out is told besides. */
import { describe, expect, test } from 'vitest';
import { MOST_DEPTH, MOST_JOINED } from '../../language/syntax/limits.js';
import { check, checkFor } from './rule-tester.js';

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

describe('what lies outside the limits is not read, so nobody is accused because of it', () => {
    const inBlocks = (depth: number) => `rol V
interventie Y "y" {
  doel D "d"
  document P
  aanpak {
${'gelijktijdig "g" {\n'.repeat(depth)}stap S "s" { door V werkt aan D levert P daarna: Klaar }${'\n}'.repeat(depth)}
    stap Z "z" { door V daarna: S }
    einde Klaar
  }
}
`;
    const told = async (text: string) => (await check(text)).map((f) => f.code);

    test('blocks', async () => {
        const codes = await told(inBlocks(60));
        expect(codes).toContain('meta/syntaxis');
        const about = ['meta/ongebruikt', 'meta/verwijzing', 'subdoel/zonder-stap', 'escalatie/ontbreekt'];
        expect(codes.filter((code) => about.includes(code))).toEqual([]);
        // what was read is told
        expect(codes).toContain('stap/zonder-doel');
        const without = await told(inBlocks(60).replace('door V werkt aan D levert P', ''));
        expect(without).toEqual(expect.arrayContaining(['meta/ongebruikt', 'subdoel/zonder-stap']));
    });

    test('brackets in a condition', async () => {
        const text = (depth: number) =>
            `interventie Y "y" {\n  gegeven g: ja/nee\n  gegeven h: ja/nee\n  aanpak { stap S { daarna { als ${'('.repeat(depth)}g${')'.repeat(depth)}: S anders: S } } }\n}\n`;
        const unused = async (depth: number) =>
            (await checkFor('meta/ongebruikt', text(depth))).map((f) => f.message.nl.replace(/^.*?`(.)`.*$/, '$1'));
        expect(await unused(1)).toEqual(['h']);
        expect(await unused(60)).toEqual(['h']);
    });
});
