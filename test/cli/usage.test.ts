import { describe, expect, test } from 'vitest';
import { folder, tool } from './tool.js';

describe('wrong usage ends with exit code 2, in the language of the user', () => {
    test.each([
        [['chek'], 'Het commando `chek` bestaat niet. Bedoelde u check? Zie `draaiboek --help`.'],
        [['--language', 'en', 'chek'], "Unknown command 'chek' (Did you mean check?) See `draaiboek --help`."],
        [['check', '--fromat', 'json'], 'De optie `--fromat` bestaat niet bij dit commando. Bedoelde u --format?'],
        [['check', '--output'], 'Bij de optie `--output <bestand>` hoort een waarde.'],
        [['explain'], 'Er ontbreekt iets: geef `code` mee.'],
        [['explain', 'a/b', 'c/d'], 'Er staat te veel achter het commando.'],
        [['rules', '--format', 'sarif'], '`sarif` kan niet bij `--format <vorm>`. Het kan zijn: text, json.'],
        [['--language', 'fr', 'rules'], '`fr` kan niet bij `--language <nl|en>`. Het kan zijn: nl, en.'],
        [['check', '--watch', '--format', 'json'], 'Met `--watch` gaat het verslag als tekst naar het scherm'],
        [['simuleer', 'a.draaiboek'], 'Het commando `simuleer` bestaat niet.'],
        [['simulate', 'a.draaiboek'], 'Zeg met `--case` in welk bestand de casus staat.'],
    ])('%j', async (args, message) => {
        const { code, out, err } = await tool(args, { cwd: folder() });
        expect({ code, out }).toEqual({ code: 2, out: '' });
        expect(err).toContain(message);
        expect(err.trimEnd().split('\n')).toHaveLength(1);
    });

    test('no command at all: the help, on standard error', async () => {
        const { code, out, err } = await tool([]);
        expect({ code, out }).toEqual({ code: 2, out: '' });
        expect(err).toContain('Gebruik: draaiboek [opties] [commando]');
    });
});

describe('help', () => {
    test('names every command that exists and none that does not, in Dutch', async () => {
        const { code, out, err } = await tool(['--help']);
        expect({ code, err }).toEqual({ code: 0, err: '' });
        const commands = [...out.matchAll(/^ {2}([a-z]+)(?= |$)/gm)].map((match) => match[1]);
        expect(commands).toEqual([
            'check',
            'format',
            'generate',
            'test',
            'simulate',
            'review',
            'diff',
            'rules',
            'explain',
            'lsp',
            'import',
            'new',
        ]);
        expect(out).not.toMatch(/display help|Usage|Options|\[file\]|\[options\]/);
    });

    test('or in English', async () => {
        const { out } = await tool(['check', '--help', '--language', 'en']);
        expect(out).toContain('Usage: draaiboek check [options] [path...]');
        expect(out).toContain('the worst that is allowed');
    });
});

test('--version', async () => {
    expect((await tool(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
});

describe('a mistake of ours', () => {
    const inputFails = new Error('kapot \u001b[31m');

    test('is told without a stack trace, with exit code 2', async () => {
        const { code, out, err } = await tool(['format', '-'], { inputFails });
        expect({ code, out }).toEqual({ code: 2, out: '' });
        expect(err).toMatch(/^Dit is een fout in Draaiboek zelf: kapot \\u001b\[31m\nEr is niets overschreven\./);
        expect(err).not.toMatch(/ at /);
    });

    test('shows where it went wrong when asked', async () => {
        const { err } = await tool(['format', '-', '--language', 'en'], { inputFails, env: { DRAAIBOEK_DEBUG: '1' } });
        expect(err).toMatch(/^This is a mistake in Draaiboek itself: /);
        expect(err).toMatch(/ at .*usage\.test\.ts/);
    });
});
