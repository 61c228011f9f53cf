import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { JsonReport } from '../../cli/print/json.js';
import { contentOf, FINE, folder, tool, withoutPower, WRONG } from './tool.js';

/** The errors that a check of one text finds. */
async function errors(text: string | Uint8Array): Promise<JsonReport['findings']> {
    const { out, err } = await tool(['check', '--format', 'json'], { cwd: folder({ 'a.draaiboek': text }) });
    expect(err).toBe('');
    return (JSON.parse(out) as JsonReport).findings.filter((finding) => finding.severity === 'error');
}

describe('what cannot be read ends with exit code 2, says where, what and how to mend it', () => {
    test('a file that is not there, with the name that was meant', async () => {
        const cwd = folder({ 'gezinspad.draaiboek': FINE });
        const { code, out, err } = await tool(['check', 'gezinspat.draaiboek'], { cwd });
        expect({ code, out }).toEqual({ code: 2, out: '' });
        expect(err).toBe('gezinspat.draaiboek bestaat niet. Bedoelde u gezinspad.draaiboek?\n');
        expect((await tool(['check', 'gezinspad'], { cwd })).err).toContain('Bedoelde u gezinspad.draaiboek?');
    });

    test('a folder without protocols', async () => {
        const { code, err } = await tool(['check'], { cwd: folder({ 'notities.txt': 'niets' }) });
        expect(code).toBe(2);
        expect(err).toBe(
            'In de map . staan geen protocollen (bestanden op .draaiboek). Begin er een met `draaiboek new`.\n',
        );
    });

    test('a file of another kind', async () => {
        const { code, err } = await tool(['check', 'plan.docx'], { cwd: folder({ 'plan.docx': 'PK' }) });
        expect(code).toBe(2);
        expect(err).toBe('plan.docx is geen protocol: de naam eindigt niet op .draaiboek.\n');
    });

    test('a pattern that nothing fits', async () => {
        const { code, err } = await tool(['check', 'sub/*.draaiboek'], { cwd: folder({ 'a.draaiboek': FINE }) });
        expect(code).toBe(2);
        expect(err).toBe('Geen protocol (bestand op .draaiboek) past op sub/*.draaiboek.\n');
    });

    test('text in Windows-1252, with the place of the first letter that is wrong', async () => {
        const bytes = Buffer.from(`// \u20ac en\n  // caf\u00e9\n${FINE}`, 'utf8');
        const at = bytes.indexOf('\u00e9');
        const latin = Buffer.concat([bytes.subarray(0, at), Buffer.of(0xe9), bytes.subarray(at + 2)]);
        const { code, err } = await tool(['check'], { cwd: folder({ 'a.draaiboek': latin }) });
        expect(code).toBe(2);
        expect(err).toBe(
            'a.draaiboek, regel 2:9 is geen UTF-8; waarschijnlijk is het Windows-1252 ("ANSI"). Sla het bestand op als UTF-8.\n',
        );
    });

    test('text in UTF-16', async () => {
        const bytes = Buffer.from(`\ufeff${FINE}`, 'utf16le');
        const { code, err } = await tool(['check'], { cwd: folder({ 'a.draaiboek': bytes }) });
        expect(code).toBe(2);
        expect(err).toBe('a.draaiboek is opgeslagen als UTF-16 ("Unicode"). Sla het op als UTF-8.\n');
    });

    test('what is no text at all', async () => {
        const { code, err } = await tool(['check'], { cwd: folder({ 'a.draaiboek': Buffer.of(0x50, 0xff, 0, 0x81) }) });
        expect({ code, err }).toEqual({ code: 2, err: 'a.draaiboek is geen tekst: een protocol is tekst in UTF-8.\n' });
    });

    test('NUL bytes', async () => {
        const { code, err } = await tool(['check'], { cwd: folder({ 'a.draaiboek': `rol Werker\n  \0` }) });
        expect(code).toBe(2);
        expect(err).toContain('a.draaiboek, regel 2:3 bevat een nulteken (NUL)');
    });

    test('a link that leads to itself', async () => {
        const cwd = folder();
        symlinkSync('a.draaiboek', join(cwd, 'a.draaiboek'));
        const { code, err } = await tool(['check', 'a.draaiboek'], { cwd });
        expect(code).toBe(2);
        expect(err).toBe('a.draaiboek is een verwijzing die naar zichzelf leidt.\n');
    });

    test('a file that may not be read', async () => {
        const cwd = folder({ 'a.draaiboek': FINE });
        chmodSync(join(cwd, 'a.draaiboek'), 0o000);
        const { code, err } = await withoutPower(() => tool(['check'], { cwd }));
        expect(code).toBe(2);
        expect(err).toBe('a.draaiboek mag niet worden gelezen: vraag leesrechten.\n');
    });

    test('a folder that may not be read', async () => {
        const cwd = folder({ 'a.draaiboek': FINE, 'dicht/b.draaiboek': FINE });
        chmodSync(join(cwd, 'dicht'), 0o000);
        const { code, out, err } = await withoutPower(() => tool(['check'], { cwd }));
        chmodSync(join(cwd, 'dicht'), 0o755);
        expect(code).toBe(2);
        expect(err).toBe('dicht mag niet worden gelezen: vraag leesrechten.\n');
        expect(out).toContain('1 bestand gecontroleerd');
    });

    test('settings that are no UTF-8: they are told, and the file is checked without', async () => {
        const cwd = folder({ 'a.draaiboek': FINE, 'draaiboek.json': Buffer.of(0x7b, 0xff) });
        const { code, out, err } = await tool(['check'], { cwd });
        expect(code).toBe(2);
        expect(err).toContain('draaiboek.json, regel 1:2 is geen UTF-8');
        expect(err).toContain('Niets uit dit bestand is gebruikt');
        expect(out).toContain('1 bestand gecontroleerd');
    });

    test.each([
        ['{ "rules": {', 'Niets uit dit bestand is gebruikt: de standaardinstellingen gelden.\n'],
        ['{ "regels": {} }', 'Dit is niet gebruikt; de rest wel.\n'],
    ])('settings that are wrong, %s: what holds instead is told', async (settings, says) => {
        const cwd = folder({ 'a.draaiboek': FINE, 'draaiboek.json': settings });
        const { code, err } = await tool(['check'], { cwd });
        expect(code).toBe(2);
        expect(err.endsWith(says)).toBe(true);
    });

    test.runIf(process.platform === 'linux')('a pipe, which would never end', async () => {
        const cwd = folder({ 'a.draaiboek': FINE });
        execFileSync('mkfifo', [join(cwd, 'b.draaiboek')]);
        expect(await tool(['check', 'b.draaiboek'], { cwd })).toEqual({
            code: 2,
            out: '',
            err: 'b.draaiboek is geen bestand en geen map.\n',
        });
        const { code, out } = await tool(['check'], { cwd });
        expect(code).toBe(0);
        expect(out).toContain('1 bestand gecontroleerd');
    });

    test('in English when asked', async () => {
        const { err } = await tool(['--language', 'en', 'check', 'nee.draaiboek'], { cwd: folder() });
        expect(err).toBe('nee.draaiboek does not exist.\n');
    });

    test('and the other files are checked all the same', async () => {
        const cwd = folder({ 'a.draaiboek': WRONG, 'b.draaiboek': Buffer.of(0xff), 'c.draaiboek': FINE });
        const { code, out } = await tool(['check', '.', 'nee.draaiboek'], { cwd });
        expect(code).toBe(2);
        expect(out).toContain('2 bestanden gecontroleerd: 1 fout');
    });
});

describe('what can be read is checked', () => {
    test('a byte order mark, with places as without it', async () => {
        expect(await errors(`\ufeff${WRONG}`)).toEqual(await errors(WRONG));
        const first = WRONG.replace('rol Werker\n', 'rolx Werker\n');
        expect((await errors(`\ufeff${first}`))[0]?.range).toEqual((await errors(first))[0]?.range);
    });

    test('lines that end as on Windows', async () => {
        expect(await errors(WRONG.replaceAll('\n', '\r\n'))).toEqual(await errors(WRONG));
        expect(await errors(FINE.replaceAll('\n', '\r\n'))).toEqual([]);
    });

    test.each([
        ['nothing', ''],
        ['white space', ' \r\n\t\n'],
        ['a comment', '// later\n'],
    ])('%s', async (_, text) => {
        const { code, err } = await tool(['check'], { cwd: folder({ 'a.draaiboek': text }) });
        expect({ code, err }).toEqual({ code: 0, err: '' });
    });

    test('a text without end', async () => {
        const found = await errors(FINE.replace('"Kennismaken"', '"Kennismaken'));
        expect(found.map((finding) => finding.message)).toContain('Deze tekst heeft geen einde: zet er `"` achter.');
    });

    test.each([
        ['braces', '{'],
        ['brackets in a condition', '('],
    ])('10,000 nested %s, with a finding and no stack trace', async (_, bracket) => {
        const text = FINE.replace('door Werker', `door Werker\n      pas als ${bracket.repeat(10_000)}`);
        const found = await errors(text);
        expect(found.length).toBeGreaterThan(0);
        expect(JSON.stringify(found)).not.toMatch(/\bat .*:\d+:\d+/);
    });

    test('a file that uses itself', async () => {
        const cwd = folder({ 'a.draaiboek': `gebruik "a.draaiboek"\n${FINE}` });
        const { code, out } = await tool(['check'], { cwd });
        expect(code).not.toBe(2);
        expect(out).toContain('Dit bestand gebruikt zichzelf.');
    });

    test('files that use each other', async () => {
        const cwd = folder({
            'a.draaiboek': 'gebruik "b.draaiboek"\nrol A\n',
            'b.draaiboek': 'gebruik "a.draaiboek"\nrol B iemand anders dan A\n',
        });
        const { code, err } = await tool(['check'], { cwd });
        expect({ code, err }).toEqual({ code: 0, err: '' });
    });

    test.each([['gebruik "nee.draaiboek"'], ['gebruik ""'], ['gebruik'], ['gebruik "draaiboek:nee"']])(
        '%s: a finding where it stands',
        async (statement) => {
            const found = await errors(`${statement}\n${FINE}`);
            expect(found[0]?.range.start.line).toBeLessThanOrEqual(1);
            expect(found).toHaveLength(1);
        },
    );

    test('a used file that is no UTF-8: a finding where it is used', async () => {
        const cwd = folder({ 'a.draaiboek': `gebruik "b.draaiboek"\n${FINE}`, 'b.draaiboek': Buffer.of(0xff, 0x20) });
        const { code, out } = await tool(['check', 'a.draaiboek'], { cwd });
        expect(code).toBe(1);
        expect(out).toMatch(/1:9 {2}fout +Het bestand "b\.draaiboek" is er niet of is niet te lezen\./);
    });

    test('10 MB', async () => {
        const prose = 'Een gezin vertelt hoe het gaat, en de werker luistert.\n'.repeat(100);
        const one = FINE.replace('rol Werker\n', '').replace(
            '  aanpak {',
            `  toelichting """\n${prose}"""\n  aanpak {`,
        );
        const copies = Math.ceil((10 * 1024 * 1024) / one.length);
        const all = Array.from({ length: copies }, (_, i) =>
            one.replace('interventie Pad', `interventie Pad${String(i)}`),
        );
        const cwd = folder({ 'groot.draaiboek': `rol Werker\n${all.join('')}` });
        const { code, out } = await tool(['check', '--format', 'json'], { cwd });
        expect(code).toBe(0);
        expect((JSON.parse(out) as JsonReport).summary.files).toBe(1);
    });
});

describe('a name that is empty, as of a variable that holds nothing, is no folder', () => {
    test.each([
        [['check', '']],
        [['check', 'a.draaiboek', ' ']],
        [['check', '--output', '']],
        [['check', '--fix', '']],
        [['check', '--watch', '']],
        [['format', '']],
        [['generate', '', '--to', 'json', '--out', 'uit']],
        [['generate', '--to', 'json', '--out', '']],
        [['new', '']],
    ])('%j', async (args) => {
        const cwd = folder({ 'a.draaiboek': FINE.replaceAll('  ', '   ') });
        const before = contentOf(cwd);
        const { code, out, err } = await tool(args, { cwd });
        expect({ code, out }).toEqual({ code: 2, out: '' });
        expect(err).toBe(
            'Een van de namen die u meegaf, is leeg. Noem een bestand of een map; `.` is de map waarin u staat.\n',
        );
        expect(contentOf(cwd)).toEqual(before);
    });
});

describe('which files are meant', () => {
    test('a name with a line end cannot pass for a line of the report', async () => {
        const name = 'a\n1 bestand gecontroleerd: niets gevonden.draaiboek';
        const cwd = folder({ [name]: WRONG, '<script>.draaiboek': FINE, '--fix.draaiboek': FINE });
        const { out } = await tool(['check'], { cwd });
        expect(out).toContain('a\ufffd1 bestand gecontroleerd: niets gevonden.draaiboek\n');
        expect(out).not.toMatch(/^1 bestand/m);
        const json = JSON.parse((await tool(['check', '--format', 'json'], { cwd })).out) as JsonReport;
        expect(json.findings.find((f) => f.severity === 'error')?.file).toBe(name);
        expect((await tool(['check', '--', '--fix.draaiboek'], { cwd })).out).toMatch(/^1 bestand gecontroleerd/m);
    });

    test('folders with all that is in them, but not node_modules and hidden folders', async () => {
        const cwd = folder({
            'a.draaiboek': FINE,
            'diep/er/b.draaiboek': FINE,
            'node_modules/c.draaiboek': WRONG,
            '.git/d.draaiboek': WRONG,
            'e.txt': 'niets',
        });
        expect((await tool(['check'], { cwd })).out).toMatch(/^2 bestanden gecontroleerd/m);
    });

    test('paths with spaces and diacritics, composed and decomposed', async () => {
        const cwd = folder({ 'caf\u00e9 Zo\u0065\u0308/pad één.draaiboek': WRONG });
        const { out } = await tool(['check', 'caf\u00e9 Zo\u0065\u0308'], { cwd });
        expect(out).toMatch(/^caf\u00e9 Zo\u0065\u0308\/pad één\.draaiboek$/m);
        const json = await tool(['check', '--format', 'json'], { cwd });
        expect((JSON.parse(json.out) as JsonReport).findings[0]?.file).toBe(
            'caf\u00e9 Zo\u0065\u0308/pad één.draaiboek',
        );
    });

    test('globs', async () => {
        const cwd = folder({ 'a/een.draaiboek': FINE, 'b/twee.draaiboek': FINE, 'b/node_modules/x.draaiboek': FINE });
        expect((await tool(['check', '*/*.draaiboek'], { cwd })).out).toMatch(/^2 bestanden/m);
        expect((await tool(['check', '**/*.draaiboek'], { cwd })).out).toMatch(/^2 bestanden/m);
        expect((await tool(['check', '{a,c}/*'], { cwd })).out).toMatch(/^1 bestand /m);
    });

    test('a file whose name looks like a glob', async () => {
        const cwd = folder({ '[a].draaiboek': FINE, 'a.draaiboek': FINE });
        expect((await tool(['check', '[a].draaiboek'], { cwd })).out).toMatch(/^1 bestand /m);
    });

    test('each file once, however often it is named', async () => {
        const cwd = folder({ 'a.draaiboek': FINE });
        symlinkSync('a.draaiboek', join(cwd, 'b.draaiboek'));
        expect((await tool(['check', 'a.draaiboek', './a.draaiboek', '.', '*'], { cwd })).out).toMatch(/^1 bestand /m);
    });

    test('links that lead to themselves, or nowhere', async () => {
        const cwd = folder({ 'a.draaiboek': FINE });
        symlinkSync('lus', join(cwd, 'lus'));
        symlinkSync('nergens.draaiboek', join(cwd, 'b.draaiboek'));
        const { code, out, err } = await tool(['check'], { cwd });
        expect({ code, err }).toEqual({ code: 2, err: 'b.draaiboek bestaat niet.\n' });
        expect(out).toMatch(/^1 bestand /m);
    });

    test('a folder with the name of a protocol', async () => {
        const cwd = folder({ 'a.draaiboek/b.draaiboek': FINE });
        expect((await tool(['check', 'a.draaiboek'], { cwd })).out).toMatch(/^1 bestand /m);
        expect((await tool(['check'], { cwd })).out).toMatch(/^1 bestand /m);
    });

    test('links to folders, also in a circle', async () => {
        const cwd = folder({ 'echt/a.draaiboek': FINE });
        symlinkSync('..', join(cwd, 'echt/terug'));
        symlinkSync('echt', join(cwd, 'link'));
        const { code, out } = await tool(['check'], { cwd });
        expect(code).toBe(0);
        expect(out).toMatch(/^1 bestand /m);
    });
});

describe('nothing is lost', () => {
    test('a file that could not be written stays as it was, and nothing is left beside it', async () => {
        const cwd = folder({ 'a.draaiboek': FINE });
        mkdirSync(join(cwd, 'verslag'));
        writeFileSync(join(cwd, 'verslag/houden.txt'), 'x');
        const { code, err } = await tool(['check', '--output', 'verslag'], { cwd });
        expect(code).toBe(2);
        expect(err).toBe('verslag is een map en geen bestand.\n');
        expect(contentOf(cwd)).toEqual({ 'a.draaiboek': FINE, 'verslag/houden.txt': 'x' });
    });

    test('a folder that may not be written', async () => {
        const cwd = folder({ 'a.draaiboek': FINE, 'dicht/x': '' });
        chmodSync(join(cwd, 'dicht'), 0o555);
        const { code, err } = await withoutPower(() => tool(['check', '--output', 'dicht/verslag'], { cwd }));
        expect(code).toBe(2);
        expect(err).toBe('dicht/verslag mag niet worden geschreven: kies een andere map, of vraag schrijfrechten.\n');
    });

    test('a report that is in a folder that may not be entered, or is a link to itself', async () => {
        const cwd = folder({ 'a.draaiboek': FINE, 'dicht/x': '' });
        symlinkSync('lus', join(cwd, 'lus'));
        chmodSync(join(cwd, 'dicht'), 0o000);
        const closed = await withoutPower(() => tool(['check', 'a.draaiboek', '--output', 'dicht/verslag'], { cwd }));
        chmodSync(join(cwd, 'dicht'), 0o755);
        expect(closed.code).toBe(2);
        expect(closed.err).toBe(
            'dicht/verslag mag niet worden geschreven: kies een andere map, of vraag schrijfrechten.\n',
        );
        const loop = await tool(['check', 'a.draaiboek', '--output', 'lus'], { cwd });
        expect(loop.code).toBe(2);
        expect(loop.err).toBe('lus is een verwijzing die naar zichzelf leidt.\n');
    });

    test('a check changes no file', async () => {
        const cwd = folder({ 'a.draaiboek': WRONG });
        await tool(['check'], { cwd });
        expect(readFileSync(join(cwd, 'a.draaiboek'), 'utf8')).toBe(WRONG);
    });

    test.runIf(process.platform === 'linux')('ends where nothing can ever be made', async () => {
        const cwd = folder({ 'goed.draaiboek': 'interventie A "A" { doel B "b" }\n' });
        const { code, err } = await tool(['generate', '--to', 'json', '--out', '/proc/uitvoer'], { cwd });
        expect(code).toBe(2);
        expect(err).toContain('/proc/uitvoer kan niet worden geschreven');
    });
});
