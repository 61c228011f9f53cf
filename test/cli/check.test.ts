import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { JsonReport } from '../../cli/print/json.js';
import { FINE, folder, tool, WRONG } from './tool.js';

describe('the exit code of check', () => {
    test('is 0 where nothing is a fout', async () => {
        const { code, err } = await tool(['check'], { cwd: folder({ 'a.draaiboek': FINE }) });
        expect({ code, err }).toEqual({ code: 0, err: '' });
    });

    test('is 1 with a fout', async () => {
        expect((await tool(['check'], { cwd: folder({ 'a.draaiboek': WRONG }) })).code).toBe(1);
    });

    test.each([
        ['fout', WRONG, 0],
        ['error', WRONG, 0],
        ['waarschuwing', FINE, 0],
        ['geen', WRONG, 1],
        ['info', WRONG, 1],
    ])('with --max-severity %s depends on what was found', async (severity, text, code) => {
        const cwd = folder({ 'a.draaiboek': text });
        expect((await tool(['check', '--max-severity', severity], { cwd })).code).toBe(code);
    });

    test('is 1 with --max-severity info where there is a warning', async () => {
        const text = `// draaiboek: negeer meta/bron\n${FINE}`;
        const cwd = folder({ 'a.draaiboek': text });
        expect((await tool(['check', '--max-severity', 'info'], { cwd })).code).toBe(1);
        expect((await tool(['check'], { cwd })).code).toBe(0);
    });

    test('is 2 for a severity that is none, with those that are', async () => {
        const { code, err } = await tool(['check', '--max-severity', 'erg'], { cwd: folder() });
        expect(code).toBe(2);
        expect(err).toBe('`erg` kan niet bij `--max-severity`. Het kan zijn: geen, info, waarschuwing of fout.\n');
    });
});

describe('check as text', () => {
    test('says where, how bad, what, and by which rule, shows the text, and counts', async () => {
        const { out } = await tool(['check', 'a.draaiboek'], { cwd: folder({ 'a.draaiboek': WRONG }) });
        const lines = out.split('\n');
        expect(lines[0]).toBe('a.draaiboek');
        const at = lines.findIndex((line) => line.includes('8:12'));
        expect(lines[at]).toMatch(
            /^ +8:12 {2}fout +Er is geen rol `Werkr`\. Bedoelde u `Werker`\? {2}meta\/verwijzing$/,
        );
        expect(lines[at + 1]?.trim()).toBe('door Werkr');
        expect(lines[at + 2]?.trim()).toBe('^^^^^');
        expect(lines[at + 2]?.indexOf('^')).toBe(lines[at + 1]?.indexOf('Werkr'));
        expect(lines.at(-2)).toMatch(/^1 bestand gecontroleerd: 1 fout, \d+ waarschuwing(en)?, \d+ ter informatie\.$/);
    });

    test('speaks English when asked', async () => {
        const { out } = await tool(['check', '--language', 'en'], { cwd: folder({ 'a.draaiboek': WRONG }) });
        expect(out).toMatch(/8:12 {2}error +There is no role.* `Werkr`\./);
        expect(out).toMatch(/1 file checked: 1 error, /);
    });

    test('has colours on a terminal only, and not where NO_COLOR is set', async () => {
        const cwd = folder({ 'a.draaiboek': WRONG });
        const escape = '\u001b[';
        expect((await tool(['check'], { cwd, terminal: true })).out).toContain(escape);
        expect((await tool(['check'], { cwd })).out).not.toContain(escape);
        expect((await tool(['check'], { cwd, terminal: true, env: { NO_COLOR: '1' } })).out).not.toContain(escape);
    });

    test('lets no text of a protocol steer the terminal', async () => {
        const cwd = folder({ 'a.draaiboek': WRONG.replace('door Werkr', 'door Werkr \u001b[31m') });
        const { out } = await tool(['check'], { cwd });
        expect(out).not.toContain('\u001b');
        expect(out).toContain('\\u001b');
    });

    test('names what was found in each of several files, in their order', async () => {
        const cwd = folder({ 'b.draaiboek': WRONG, 'sub/a.draaiboek': WRONG, 'a.draaiboek': WRONG });
        const { out } = await tool(['check'], { cwd });
        expect(out.split('\n').filter((line) => line.endsWith('.draaiboek'))).toEqual([
            'a.draaiboek',
            'b.draaiboek',
            'sub/a.draaiboek',
        ]);
        expect(out).toContain('3 bestanden gecontroleerd: 3 fouten');
    });
});

describe('check --format json', () => {
    test('has the shape that scripts build on', async () => {
        const { out, code } = await tool(['check', '--format', 'json'], { cwd: folder({ 'map/a.draaiboek': WRONG }) });
        expect(code).toBe(1);
        const report = JSON.parse(out) as JsonReport;
        expect(Object.keys(report)).toEqual(['version', 'findings', 'problems', 'summary']);
        expect(report.version).toBe(1);
        expect(report.problems).toEqual([]);
        expect(report.findings.find((finding) => finding.severity === 'error')).toEqual({
            code: 'meta/verwijzing',
            severity: 'error',
            message: 'Er is geen rol `Werkr`. Bedoelde u `Werker`?',
            file: 'map/a.draaiboek',
            range: { start: { line: 7, character: 11 }, end: { line: 7, character: 16 } },
            related: [],
            fixes: [{ title: 'Maak er `Werker` van' }],
            data: {},
        });
        expect(report.summary).toEqual({
            files: 1,
            error: 1,
            warning: report.findings.filter((finding) => finding.severity === 'warning').length,
            info: report.findings.filter((finding) => finding.severity === 'info').length,
        });
    });

    test('tells what could not be read, and what is wrong in the settings', async () => {
        const cwd = folder({ 'a.draaiboek': FINE, 'draaiboek.json': '{ "ruls": {} }' });
        const { out, code } = await tool(['check', 'a.draaiboek', 'weg.draaiboek', '--format', 'json'], { cwd });
        const { problems, summary } = JSON.parse(out) as JsonReport;
        expect(code).toBe(2);
        expect(summary.files).toBe(1);
        expect(problems).toHaveLength(2);
        expect(problems).toContainEqual(expect.stringContaining('weg.draaiboek'));
        expect(problems).toContainEqual(expect.stringContaining('bedoelde u "rules"?'));
    });

    test('tells it in English when asked, and where nothing could be read', async () => {
        const args = ['check', 'weg.draaiboek', '--format', 'json', '--language', 'en'];
        const { out, code } = await tool(args, { cwd: folder({}) });
        const { problems, findings, summary } = JSON.parse(out) as JsonReport;
        expect({ code, findings, files: summary.files }).toEqual({ code: 2, findings: [], files: 0 });
        expect(problems).toEqual([expect.stringMatching(/^weg\.draaiboek\b.* (not|no) /)]);
    });

    test('has places relative to where the tool runs', async () => {
        const root = folder({ 'een/a.draaiboek': WRONG, 'twee/b.txt': '' });
        const { out } = await tool(['check', '../een', '--format', 'json'], { cwd: join(root, 'twee') });
        expect((JSON.parse(out) as JsonReport).findings[0]?.file).toBe('../een/a.draaiboek');
    });

    test('and to a reader from the root where they lead far out of it', async () => {
        const root = folder({ 'een/a.draaiboek': WRONG, 'twee/drie/b.txt': '' });
        const told = async (path: string, ...more: string[]) =>
            (await tool(['check', path, ...more], { cwd: join(root, 'twee/drie') })).out;
        expect((await told('../../een')).split('\n')[0]).toBe(join(root, 'een/a.draaiboek'));
        const { findings } = JSON.parse(await told('../../een', '--format', 'json')) as JsonReport;
        expect(findings[0]?.file).toBe('../../een/a.draaiboek');
    });

    test('is in English when asked', async () => {
        const args = ['check', '--format', 'json', '--language=en'];
        const { out } = await tool(args, { cwd: folder({ 'a.draaiboek': WRONG }) });
        const error = (JSON.parse(out) as JsonReport).findings.find((finding) => finding.severity === 'error');
        expect(error?.message).toMatch(/^There is no role.* `Werkr`\. Did you mean `Werker`\?$/);
    });

    test.each(['html', 'xml', 'SARIF'])('does not accept the form %s, and names those that exist', async (format) => {
        const { code, out, err } = await tool(['check', '--format', format], { cwd: folder({ 'a.draaiboek': FINE }) });
        expect({ code, out }).toEqual({ code: 2, out: '' });
        expect(err).toContain(`\`${format}\` kan niet bij`);
        expect(err).toContain('text, json, sarif, junit');
    });
});

describe('check --output', () => {
    test('writes the report to a file, without colours, and nothing to standard output', async () => {
        const cwd = folder({ 'a.draaiboek': WRONG });
        const { code, out } = await tool(['check', '--output', 'verslag.txt'], { cwd, terminal: true });
        expect({ code, out }).toEqual({ code: 1, out: '' });
        const report = readFileSync(join(cwd, 'verslag.txt'), 'utf8');
        expect(report).toContain('8:12  fout');
        expect(report).not.toContain('\u001b');
    });

    test('replaces an earlier report, in whatever form', async () => {
        const cwd = folder({ 'a.draaiboek': WRONG });
        expect((await tool(['check', '--output', 'verslag'], { cwd })).code).toBe(1);
        for (const format of ['json', 'sarif', 'junit', 'text']) {
            expect((await tool(['check', '--output', 'verslag', '--format', format], { cwd })).code).toBe(1);
        }
        expect(readFileSync(join(cwd, 'verslag'), 'utf8')).toContain('1 bestand gecontroleerd');
    });

    test.each([
        ['{ "runs": [{ "tool": { "driver": { "name": "ESLint" } } }] }'],
        ['{ "runs": [null] }'],
        ['[]'],
        ['null'],
        ['<?xml version="1.0"?>\n<testsuites name="jest tests"></testsuites>'],
    ])('does not touch the report of another tool: %s', async (other) => {
        const cwd = folder({ 'a.draaiboek': WRONG, verslag: other });
        const { code, err } = await tool(['check', '--output', 'verslag', '--format', 'sarif'], { cwd });
        expect(code).toBe(2);
        expect(err).toContain('verslag bestaat al en is geen verslag van Draaiboek');
        expect(readFileSync(join(cwd, 'verslag'), 'utf8')).toBe(other);
    });

    test('does not touch a file that is no report', async () => {
        const cwd = folder({ 'a.draaiboek': WRONG });
        const { code, err } = await tool(['check', '--output', 'a.draaiboek'], { cwd });
        expect(code).toBe(2);
        expect(err).toContain('a.draaiboek bestaat al en is geen verslag van Draaiboek; het is niet overschreven.');
        expect(readFileSync(join(cwd, 'a.draaiboek'), 'utf8')).toBe(WRONG);
    });

    test.each(['text', 'json', 'sarif', 'junit'])('says so where the folder is not there, as %s', async (format) => {
        const { code, err } = await tool(['check', '--format', format, '--output', 'nee/verslag'], {
            cwd: folder({ 'a.draaiboek': FINE }),
        });
        expect(code).toBe(2);
        expect(err).toBe('nee/verslag kan niet worden geschreven: de map bestaat niet.\n');
    });
});

describe('settings', () => {
    test('hold for the folder with draaiboek.json and those below, up to the next one', async () => {
        const cwd = folder({
            'draaiboek.json': '{ "rules": { "meta/verwijzing": "off" } }',
            'een/a.draaiboek': WRONG,
            'twee/draaiboek.json': '{}',
            'twee/diep/b.draaiboek': WRONG,
        });
        const { out } = await tool(['check', '--format', 'json'], { cwd });
        const errors = (JSON.parse(out) as JsonReport).findings.filter((finding) => finding.severity === 'error');
        expect(errors.map((finding) => finding.file)).toEqual(['twee/diep/b.draaiboek']);
    });

    test('say the language of the findings, unless the user does', async () => {
        const cwd = folder({ 'draaiboek.json': '{ "language": "en" }', 'a.draaiboek': WRONG });
        expect((await tool(['check'], { cwd })).out).toMatch(/error +There is no role/);
        expect((await tool(['check', '--language', 'nl'], { cwd })).out).toContain('Er is geen rol `Werkr`');
    });

    test.each([
        ['{ "rules": ', 'draaiboek.json: dit is geen geldige JSON.'],
        ['{ "ruls": {} }', 'draaiboek.json: Bij ruls: bedoelde u "rules"?'],
        ['', 'draaiboek.json: Het bestand is leeg.'],
    ])('that are wrong (%s) are told, once, with exit code 2, and the files are checked', async (settings, problem) => {
        const cwd = folder({ 'draaiboek.json': settings, 'a.draaiboek': FINE, 'b.draaiboek': FINE });
        const { code, out, err } = await tool(['check'], { cwd });
        expect(code).toBe(2);
        expect(err).toContain(problem);
        expect(err.match(/draaiboek\.json/g)).toHaveLength(1);
        expect(out).toContain('2 bestanden gecontroleerd');
    });
});
