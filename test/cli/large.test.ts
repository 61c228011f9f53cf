import { describe, expect, test } from 'vitest';
import type { JsonReport } from '../../cli/print/json.js';
import { FINE, folder, tool } from './tool.js';

/** Pieces of text of which a whole file may consist by mistake, or by someone who wishes the tool ill. */
const PIECES: Readonly<Record<string, string>> = {
    'quotation marks': '"',
    'curly quotation marks': '\u201c',
    apostrophes: "'",
    'opening braces': '{',
    'closing braces': '}',
    brackets: '(',
    'triple quotes': '"""',
    'triple quotes, each on a line': '"""\n',
    'comments that do not end': '/*',
    slashes: '//',
    comments: '//\n',
    'comments that silence': '// draaiboek: negeer meta/bron\n',
    letters: 'a',
    'letters with hyphens': 'a-',
    'letters of another alphabet': '\u0436',
    'decomposed letters': 'e\u0308',
    emoji: '\u{1f600}',
    'empty lines': '\n',
    spaces: ' ',
    'line separators': '\u2028',
    digits: '1',
    numbers: '1.',
    hyphens: '-',
    stars: '*',
    carets: '^',
    keywords: 'stap',
    'keywords and spaces': 'stap ',
    'statements without an end': 'stap A "',
    conditions: 'als ',
    'lists that go on': 'rol A,\n',
    'misspelt statements': 'stapp A {\n',
};

describe('1 MB of one thing: a message, in a time that one waits for', () => {
    // linear takes about a second; quadratic takes minutes
    test.each(Object.entries(PIECES))('%s', async (_, piece) => {
        const text = piece.repeat(Math.floor((1024 * 1024) / Buffer.byteLength(piece)));
        const { code, out, err } = await tool(['check'], { cwd: folder({ 'a.draaiboek': text }) });
        expect(err).toBe('');
        expect(code).toBe(/^(\s|\/\/)/.test(piece) && piece !== '\u2028' ? 0 : 1);
        expect(out).not.toContain('meta/regelfout');
        expect(out).toContain('1 bestand gecontroleerd');
    });

    test('halves of characters', async () => {
        const bytes = Buffer.alloc(1024 * 1024, Buffer.of(0xed, 0xa0, 0x80));
        const { code, err } = await tool(['check'], { cwd: folder({ 'a.draaiboek': bytes }) });
        expect(code).toBe(2);
        expect(err).toContain('regel 1:1 is geen UTF-8');
    });
});

describe('any number of things', () => {
    test('findings', async () => {
        const text = `${'rol A\n'.repeat(70_000)}${'rol B\n'.repeat(70_000)}`;
        const { code, out, err } = await tool(['check'], { cwd: folder({ 'a.draaiboek': text }) });
        expect({ code, err }).toEqual({ code: 1, err: '' });
        expect(out).toMatch(/1 bestand gecontroleerd: 139998 fouten/);
    });

    // the square of their number took half a minute
    test('interventies beside roles that they share', async () => {
        const one = (i: number) => `interventie I${String(i)} "x" { doel onbekend }\nrol R${String(i)}\n`;
        const text = Array.from({ length: 8000 }, (_, i) => one(i)).join('');
        const { code, out, err } = await tool(['check'], { cwd: folder({ 'a.draaiboek': text }) });
        expect({ code, err }).toEqual({ code: 0, err: '' });
        expect(out).toMatch(/8000 waarschuwingen, 8000 ter informatie/);
    });

    test('braces that close nothing, each behind a line', async () => {
        const text = Array.from({ length: 30_000 }, (_, i) => `rol R${String(i)} }\n`).join('');
        const { code, out, err } = await tool(['check'], { cwd: folder({ 'a.draaiboek': text }) });
        expect({ code, err }).toEqual({ code: 1, err: '' });
        expect(out).toMatch(/1 bestand gecontroleerd: 1001 fouten/);
    });

    test('places that cannot be read: a thousand are told, and how many there are', async () => {
        const cwd = folder({ 'a.draaiboek': '* '.repeat(5000) });
        const { findings } = JSON.parse((await tool(['check', '--format', 'json'], { cwd })).out) as JsonReport;
        expect(findings).toHaveLength(1001);
        expect(findings.at(-1)?.message).toBe(
            'Vanaf hier zijn er nog 4000 plaatsen die niet te lezen zijn. Herstel eerst wat hierboven staat.',
        );
    });

    test('lines of one text', async () => {
        const prose = `  toelichting """\n${'    Een regel *met* nadruk.\n'.repeat(150_000)}  """\n  aanpak {`;
        const cwd = folder({ 'a.draaiboek': FINE.replace('  aanpak {', prose) });
        const { code, err } = await tool(['generate', '--to', 'html', '--out', 'uit'], { cwd });
        expect({ code, err }).toEqual({ code: 0, err: '' });
    });
});
