import { chmodSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FINE, folder, tool, WRONG } from './tool.js';

/** Laid out as nobody should. */
const UGLY = FINE.replace('  aanpak {', '         aanpak    {').replace('    stap Een', 'stap   Een');

describe('format', () => {
    test('lays files out in place, names those that changed, and counts', async () => {
        const cwd = folder({ 'a.draaiboek': UGLY, 'b.draaiboek': FINE });
        const { code, out, err } = await tool(['format'], { cwd });
        expect({ code, out, err }).toEqual({ code: 0, out: 'a.draaiboek\n', err: '1 van 2 bestanden opgemaakt.\n' });
        expect(readFileSync(join(cwd, 'a.draaiboek'), 'utf8')).toBe(FINE);
        expect(readFileSync(join(cwd, 'b.draaiboek'), 'utf8')).toBe(FINE);
    });

    test('has nothing to do the second time', async () => {
        const cwd = folder({ 'a.draaiboek': UGLY });
        await tool(['format'], { cwd });
        expect((await tool(['format'], { cwd })).err).toBe('0 van 1 bestand opgemaakt.\n');
    });

    test('--check changes nothing, and ends with 1 where something would change', async () => {
        const cwd = folder({ 'a.draaiboek': UGLY, 'b.draaiboek': FINE });
        expect(await tool(['format', '--check'], { cwd })).toEqual({
            code: 1,
            out: 'a.draaiboek\n',
            err: '1 van 2 bestanden zou anders worden opgemaakt.\n',
        });
        expect(readFileSync(join(cwd, 'a.draaiboek'), 'utf8')).toBe(UGLY);
        expect((await tool(['format', '--check', 'b.draaiboek'], { cwd })).code).toBe(0);
    });

    describe('breaks text between triple quotes', () => {
        const long = (lines: string) => FINE.replace('  aanpak {', `  toelichting """\n${lines}    """\n  aanpak {`);
        const words = 'Een gezin vertelt hoe het gaat, en de werker luistert.';
        const broken = '    Een gezin vertelt hoe het gaat, en\n    de werker luistert.\n';
        const whole = long(`    ${words}\n`);

        test('at the width that is asked for', async () => {
            const cwd = folder({ 'a.draaiboek': whole });
            expect((await tool(['format', '--wrap', '40'], { cwd })).code).toBe(0);
            expect(readFileSync(join(cwd, 'a.draaiboek'), 'utf8')).toBe(long(broken));
            expect((await tool(['format', '--wrap', '40', '-'], { input: whole })).out).toBe(long(broken));
        });

        test('at the width of the settings, which the command may change', async () => {
            const cwd = folder({ 'a.draaiboek': whole, 'draaiboek.json': '{ "wrap": 40 }' });
            expect((await tool(['format', '-'], { cwd, input: whole })).out).toBe(long(broken));
            expect((await tool(['format', '--wrap', '80', '-'], { cwd, input: long(broken) })).out).toBe(whole);
            await tool(['format'], { cwd });
            expect(readFileSync(join(cwd, 'a.draaiboek'), 'utf8')).toBe(long(broken));
        });

        test('not at all when nobody asks', async () => {
            expect((await tool(['format', '-'], { input: long(broken), cwd: folder() })).out).toBe(long(broken));
        });

        test.each(['0', '39', '401', '-1', 'breed', '4e2', ''])('not at %s, which is no width', async (width) => {
            const { code, out, err } = await tool(['format', `--wrap=${width}`, '-'], { input: whole });
            expect({ code, out }).toEqual({ code: 2, out: '' });
            expect(err).toBe(`\`--wrap ${width}\` is geen breedte: geef een heel getal van 40 tot en met 400.\n`);
        });

        test('not at a setting that is no width, and says so', async () => {
            const cwd = folder({ 'draaiboek.json': '{ "wrap": "40" }' });
            const { code, out, err } = await tool(['format', '-'], { cwd, input: whole });
            expect({ code, out }).toEqual({ code: 2, out: whole });
            expect(err).toContain('Bij wrap: schrijf een heel getal van 40 tot en met 400, zonder aanhalingstekens.');
        });
    });

    test('keeps the byte order mark and the ends of the lines', async () => {
        const windows = (text: string) => `\ufeff${text.replaceAll('\n', '\r\n')}`;
        const cwd = folder({ 'a.draaiboek': windows(UGLY) });
        expect((await tool(['format'], { cwd })).code).toBe(0);
        expect(readFileSync(join(cwd, 'a.draaiboek'), 'utf8')).toBe(windows(FINE));
    });

    test('keeps permissions, and links as links', async () => {
        const cwd = folder({ 'echt.draaiboek': UGLY });
        chmodSync(join(cwd, 'echt.draaiboek'), 0o640);
        symlinkSync('echt.draaiboek', join(cwd, 'link.draaiboek'));
        expect((await tool(['format', 'link.draaiboek'], { cwd })).code).toBe(0);
        expect(readFileSync(join(cwd, 'echt.draaiboek'), 'utf8')).toBe(FINE);
        expect(statSync(join(cwd, 'echt.draaiboek')).mode & 0o777).toBe(0o640);
    });

    test('leaves a text with syntax errors as it is, and says where they are', async () => {
        const broken = UGLY.replace('einde Klaar', 'eind Klaar');
        const cwd = folder({ 'a.draaiboek': broken, 'b.draaiboek': UGLY });
        const { code, out, err } = await tool(['format'], { cwd });
        expect(code).toBe(1);
        expect(out).toBe('b.draaiboek\n');
        expect(err).toContain('a.draaiboek: Er staan fouten in de tekst');
        expect(err).toMatch(/^ {2}\d+:\d+ {2}.*eind/m);
        expect(err).toContain('1 van 2 bestanden opgemaakt, 1 overgeslagen.');
        expect(readFileSync(join(cwd, 'a.draaiboek'), 'utf8')).toBe(broken);
    });

    test('lays out a text with a name that leads nowhere', async () => {
        const cwd = folder({ 'a.draaiboek': UGLY.replace('door Werker', 'door Werkr') });
        expect((await tool(['format'], { cwd })).code).toBe(0);
        expect(readFileSync(join(cwd, 'a.draaiboek'), 'utf8')).toBe(WRONG);
    });

    test('ends with 2 where a file cannot be read, after the others', async () => {
        const cwd = folder({ 'a.draaiboek': Buffer.of(0xff), 'b.draaiboek': UGLY });
        const { code, out, err } = await tool(['format', '.', 'c.draaiboek'], { cwd });
        expect({ code, out }).toEqual({ code: 2, out: 'b.draaiboek\n' });
        expect(err).toContain('c.draaiboek bestaat niet.');
        expect(err).toContain('a.draaiboek, regel 1:1 is geen UTF-8');
        expect(err).toContain('1 van 2 bestanden opgemaakt, 1 niet gelukt.');
        expect((await tool(['format', '--check', 'a.draaiboek'], { cwd })).err).toContain(
            '0 van 1 bestand zouden anders worden opgemaakt, 1 niet gelukt.',
        );
    });
});

describe('format -', () => {
    test('reads standard input and writes standard output', async () => {
        expect(await tool(['format', '-'], { input: UGLY })).toEqual({ code: 0, out: FINE, err: '' });
        expect((await tool(['format', '-'], { input: FINE })).out).toBe(FINE);
    });

    test('writes nothing for a text with syntax errors', async () => {
        const { code, out, err } = await tool(['format', '-'], { input: 'interventie {' });
        expect({ code, out }).toEqual({ code: 1, out: '' });
        expect(err).toContain('standaardinvoer: Er staan fouten in de tekst');
    });

    test('--check tells by its exit code and in words', async () => {
        const ugly = 'De tekst van standaardinvoer zou anders worden opgemaakt.\n';
        expect(await tool(['format', '-', '--check'], { input: UGLY })).toEqual({ code: 1, out: '', err: ugly });
        const fine = 'The text of standard input is formatted already.\n';
        const checked = await tool(['format', '--check', '-', '--language', 'en'], { input: FINE });
        expect(checked).toEqual({ code: 0, out: '', err: fine });
    });

    test('does not go with files', async () => {
        const { code, err } = await tool(['format', '-', 'a.draaiboek'], { input: FINE });
        expect(code).toBe(2);
        expect(err).toBe('`-` leest van standaardinvoer en gaat niet samen met bestanden.\n');
    });

    test('says so where the input is no UTF-8', async () => {
        const { code, err } = await tool(['format', '-'], { input: Buffer.of(0x41, 0xe9) });
        expect(code).toBe(2);
        expect(err).toContain('standaardinvoer, regel 1:2 is geen UTF-8');
    });
});
