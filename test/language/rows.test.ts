/** Long rows of one mark, as in a file that a program spoilt: told, and not read token by token. */
import { describe, expect, test } from 'vitest';
import { read, services, syntaxErrors } from './support/language.js';

const MEGABYTE = 2 ** 20;
const tokens = (text: string) => services().parser.Lexer.tokenize(text).tokens.length;

describe('a row of one mark', () => {
    test.each(['{', '}', '(', ')', ',', ':', '{ ', '}\n', ',\t'])('of a megabyte is no token: %j', (mark) => {
        expect(tokens(mark.repeat(MEGABYTE / mark.length))).toBe(0);
    });

    test('is told where it begins, with how long it is', async () => {
        const [error, ...others] = await syntaxErrors(`rol A\n${','.repeat(12_345)}\nrol B\n`);
        expect(error).toMatchObject({ line: 2, at: ',' });
        expect(error?.nl).toBe('Hier staat 12345 keer `,` achter elkaar; dat is niet gelezen. Haal het weg.');
        expect(others).toEqual([]);
    });

    test('of braces is too deep', async () => {
        const [error] = await syntaxErrors('{'.repeat(12_345));
        expect(error?.nl).toContain('meer dan 50 blokken of haakjes');
    });

    test('that closes what a row before it opened is not told', async () => {
        const errors = await syntaxErrors(`rol A\n${'('.repeat(5000)}\n"a"${')'.repeat(5000)}\nrol B\n`);
        expect(errors.filter((e) => e.nl.includes('achter elkaar'))).toEqual([]);
    });

    test('what stands behind it is read', () => {
        const { root } = read(`rol A\n${'}'.repeat(5000)}\nrol B\n`);
        expect(root.elements.map((e) => (e as { name?: string }).name)).toEqual(['A', 'B']);
    });

    test('leaves comments, texts and short rows as they are', () => {
        const marks = ','.repeat(5000);
        expect(read(`rol A // ${marks}\nrol B "${marks}"\n/* ${marks} */\n`).errors).toBe(0);
        expect(tokens('}'.repeat(1000))).toBe(1000);
    });
});
