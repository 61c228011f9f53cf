import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { DIFFERENCE_SCHEMA, differenceSchemaText } from '../../scripts/docs/difference-schema.js';
import { FINE, folder, tool } from './tool.js';

const ROOT = join(import.meta.dirname, '../..');
const SCHEMA = readFileSync(join(ROOT, DIFFERENCE_SCHEMA), 'utf8');
const validate = new Ajv2020({ strict: true, allErrors: true }).compile(JSON.parse(SCHEMA) as object);

const NOW = FINE.replace('door Werker', 'door Werker\n      duur hoogstens 2 weken\n      contacten precies 1');

describe('two files', () => {
    test('are told apart in sentences, with what follows from it', async () => {
        const cwd = folder({ 'oud.draaiboek': FINE, 'nieuw.draaiboek': NOW });
        const { code, out, err } = await tool(['diff', 'oud.draaiboek', 'nieuw.draaiboek'], { cwd });
        expect({ code, err }).toEqual({ code: 0, err: '' });
        expect(out).toContain('+ Stap `Een`: nieuw is `duur hoogstens 2 weken`.');
        expect(out).toContain('+ Stap `Een`: nieuw is `contacten precies 1`.');
        expect(out).toContain(
            'de duur in dagen was minstens 0 (hoeveel hoogstens, is niet te zeggen: niet gezegd bij `Een`) en is nu 0 tot en met 14.',
        );
        expect(out).toMatch(/2 verschillen in betekenis\.\n$/);
    });

    test('are not told to take another time where how long at most cannot be said of either', async () => {
        const open = FINE.replace(/stap Een/, 'stap Nul { door Werker }\n    stap Een').replace(
            'door Werker\n',
            'door Werker\n      duur hoogstens 2 weken\n',
        );
        const cwd = folder({ 'oud.draaiboek': open, 'nieuw.draaiboek': open.replace('2 weken', '3 weken') });
        const { out } = await tool(['diff', 'oud.draaiboek', 'nieuw.draaiboek'], { cwd });
        expect(out).toContain('was `hoogstens 2 weken` en is nu `hoogstens 3 weken`');
        expect(out).not.toContain('de duur in dagen');
    });

    test('are told apart in English', async () => {
        const cwd = folder({ 'oud.draaiboek': FINE, 'nieuw.draaiboek': NOW });
        const { out } = await tool(['diff', 'oud.draaiboek', 'nieuw.draaiboek', '--language', 'en'], { cwd });
        expect(out).toContain('+ Step `Een`: new is `duur hoogstens 2 weken`.');
        expect(out).toMatch(/2 differences in meaning\.\n$/);
    });

    test('of which what is read was put otherwise, are not said to mean the same', async () => {
        const cwd = folder({
            'oud.draaiboek': FINE.replace('door Werker', 'door Werker\n      voor ouders "Wij bellen met iemand."'),
            'nieuw.draaiboek': FINE.replace(
                'door Werker',
                'door Werker\n      voor ouders "Wij gaan bij iemand langs."',
            ),
        });
        const { out } = await tool(['diff', 'oud.draaiboek', 'nieuw.draaiboek'], { cwd });
        expect(out).toContain('Anders verwoord of benoemd: lees of de betekenis gelijk bleef\n');
        expect(out).toMatch(/\nGeen verschil in betekenis gevonden; 1 keer anders verwoord of benoemd\.\n$/);
        const markdown = await tool(['diff', 'oud.draaiboek', 'nieuw.draaiboek', '--format', 'markdown'], { cwd });
        expect(markdown.out).toContain('Geen verschil in betekenis gevonden.');
        expect(markdown.out).toContain('## Anders verwoord of benoemd: lees of de betekenis gelijk bleef');
    });

    test('that say the same differ in nothing, however they are laid out', async () => {
        const cwd = folder({
            'oud.draaiboek': FINE,
            'nieuw.draaiboek': `// nieuw\n${FINE.replaceAll('  ', '      ')}`,
        });
        const { code, out } = await tool(['diff', 'oud.draaiboek', 'nieuw.draaiboek', '--check'], { cwd });
        expect({ code, out }).toEqual({ code: 0, out: 'Er is geen verschil.\n' });
    });

    test('that differ give exit code 1 where that is asked', async () => {
        const cwd = folder({ 'oud.draaiboek': FINE, 'nieuw.draaiboek': NOW });
        expect((await tool(['diff', 'oud.draaiboek', 'nieuw.draaiboek', '--check'], { cwd })).code).toBe(1);
    });

    test('give JSON of which the schema is published', async () => {
        const cwd = folder({ 'oud.draaiboek': FINE, 'nieuw.draaiboek': NOW });
        const { out } = await tool(['diff', 'oud.draaiboek', 'nieuw.draaiboek', '--format', 'json'], { cwd });
        const json = JSON.parse(out) as { changes: object[] };
        expect(validate(json), JSON.stringify(validate.errors)).toBe(true);
        expect(json.changes[0]).toEqual({
            kind: 'added',
            degree: 'meaning',
            area: 'terms',
            element: { kind: 'stap', name: 'Een', title: 'Kennismaken', within: 'Pad' },
            what: 'duur',
            new: {
                text: 'hoogstens 2 weken',
                file: 'nieuw.draaiboek',
                range: { start: { line: 8, character: 6 }, end: { line: 8, character: 28 } },
            },
            sentence: 'Stap `Een`: nieuw is `duur hoogstens 2 weken`.',
        });
    });

    test('give Markdown in which a text of theirs is data', async () => {
        const cwd = folder({
            'oud.draaiboek': FINE,
            'nieuw.draaiboek': FINE.replace('"Kennismaken"', '"<b>Ken*nis`maken"'),
        });
        const { out } = await tool(['diff', 'oud.draaiboek', 'nieuw.draaiboek', '--format', 'markdown'], { cwd });
        expect(out).toContain('# Verschil: `oud.draaiboek` → `nieuw.draaiboek`');
        expect(out).toContain('- Stap `Een`: `titel` was `"Kennismaken"` en is nu `"<b>Ken*nisˋmaken"`.');
    });
});

test('what cannot be read is said, since it is not compared', async () => {
    const cwd = folder({ 'oud.draaiboek': FINE, 'nieuw.draaiboek': FINE.replace('door Werker', '? & ?') });
    const { err, out } = await tool(['diff', 'oud.draaiboek', 'nieuw.draaiboek'], { cwd });
    expect(err).toMatch(/^Niet alles is vergeleken: in `nieuw\.draaiboek` staat tekst die niet te lezen is\./);
    expect(out).toContain('Stap `Een`: vervallen is `door Werker`.');
    const json = await tool(['diff', 'oud.draaiboek', 'nieuw.draaiboek', '--format', 'json'], { cwd });
    expect(JSON.parse(json.out)).toMatchObject({ unread: ['nieuw.draaiboek'] });
    const markdown = await tool(['diff', 'oud.draaiboek', 'nieuw.draaiboek', '--format', 'markdown'], { cwd });
    expect(markdown.out).toContain('> Niet alles is vergeleken');
});

test('the difference is drawn in a folder', async () => {
    const cwd = folder({ 'oud.draaiboek': FINE, 'nieuw.draaiboek': NOW });
    const { code, err } = await tool(['diff', 'oud.draaiboek', 'nieuw.draaiboek', '--out', 'uit'], { cwd });
    expect({ code, err }).toEqual({ code: 0, err: '1 tekening van het verschil gemaakt in uit.\n' });
    expect(readFileSync(join(cwd, 'uit/Pad-verschil.svg'), 'utf8')).toContain('class="dr-mark dr-changed"');
    const same = await tool(['diff', 'oud.draaiboek', 'oud.draaiboek', '--out', 'leeg'], { cwd });
    expect(same.err).toBe('0 tekeningen van het verschil gemaakt in leeg.\n');
    expect(existsSync(join(cwd, 'leeg'))).toBe(false);
});

test('the published schema is that of the types; if not, run `npm run docs`', () => {
    expect(differenceSchemaText(ROOT)).toBe(SCHEMA);
});

test('the examples against themselves, as JSON by the schema, and a local one against what it works out', async () => {
    const same = await tool(['diff', 'examples', 'examples', '--format', 'json'], { cwd: ROOT });
    expect(JSON.parse(same.out)).toMatchObject({ changes: [], summary: { meaning: 0, text: 0 } });
    const local = await tool(['diff', 'examples/gezinspad/breda.draaiboek', '--format', 'json'], { cwd: ROOT });
    const json = JSON.parse(local.out) as { changes: { sentence: string; reason?: string }[] };
    expect(validate(json), JSON.stringify(validate.errors)).toBe(true);
    expect(json.changes.map((c) => c.sentence)).toContain(
        'Stap `Plan`: `duur` was `hoogstens 2 weken` en is nu `hoogstens 1 week`. Reden: In Breda schrijft de gezinswerker het plan aan de keukentafel, dus is één week genoeg.',
    );
    // what has no name of its own is said by the interventie, of which the text says why it differs
    const unnamed = json.changes.filter((c) => /^(?:Eigenaar|Onderbouwing|Uitvoering):/.test(c.sentence));
    expect(unnamed).toHaveLength(5);
    expect(new Set(unnamed.map((c) => c.reason))).toEqual(
        new Set(['Het werkboek van Breda noemt alleen wat daar anders gaat of erbij komt.']),
    );
    expect(json.changes.filter((c) => c.sentence.startsWith('Vervallen: stap `Schoolgesprek`'))).toHaveLength(1);
});

describe('versions in git', () => {
    const git = (cwd: string, ...args: string[]) =>
        execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args], { cwd, stdio: 'pipe' });

    function repository(): string {
        const cwd = folder({
            'map/pad.draaiboek': `gebruik "rollen.draaiboek"\n${FINE.replace('rol Werker\n', '')}`,
            'map/rollen.draaiboek': 'rol Werker\n',
        });
        git(cwd, 'init', '--quiet');
        git(cwd, 'add', '.');
        git(cwd, 'commit', '--quiet', '-m', 'eerste');
        git(cwd, 'tag', 'v1');
        return cwd;
    }

    test('are compared with what stands there now, with the files that they use as they were', async () => {
        const cwd = repository();
        writeFileSync(join(cwd, 'map/rollen.draaiboek'), 'rol Werker { caseload hoogstens 12 gezinnen }\n');
        const { code, out, err } = await tool(['diff', '--git', 'HEAD', 'map/pad.draaiboek'], { cwd });
        expect({ code, err }).toEqual({ code: 0, err: '' });
        expect(out).toContain('Rol `Werker`: nieuw is `caseload hoogstens 12 gezinnen`.');
        expect(out).toContain('1 verschil in betekenis.');
    });

    test('are compared with each other, and nothing is written', async () => {
        const cwd = repository();
        writeFileSync(join(cwd, 'map/rollen.draaiboek'), 'rol Helper\n');
        const pad = readFileSync(join(cwd, 'map/pad.draaiboek'), 'utf8');
        writeFileSync(join(cwd, 'map/pad.draaiboek'), pad.replace('door Werker', 'door Helper'));
        git(cwd, 'commit', '--quiet', '-a', '-m', 'tweede');
        const before = git(cwd, 'status', '--porcelain').toString();
        const { out } = await tool(['diff', '--git', 'v1..HEAD', 'map'], { cwd });
        expect(out).toContain('Rol `Werker` heet nu `Helper`, of is erdoor vervangen.');
        expect(out).toContain('1 verschil in betekenis.');
        expect(git(cwd, 'status', '--porcelain').toString()).toBe(before);
    });

    const LATER = (text: string) => text.replace('door Werker', 'door Werker\n      duur hoogstens 2 weken');

    test.each([
        ['as git was told', true],
        ['on disk only', false],
    ])('a file that has another name now is compared with what it was called: renamed %s', async (_, isTold) => {
        const cwd = repository();
        const pad = LATER(readFileSync(join(cwd, 'map/pad.draaiboek'), 'utf8'));
        if (isTold) {
            git(cwd, 'mv', 'map/pad.draaiboek', 'map/nieuw.draaiboek');
        } else {
            rmSync(join(cwd, 'map/pad.draaiboek'));
        }
        writeFileSync(join(cwd, 'map/nieuw.draaiboek'), pad);
        const before = git(cwd, 'status', '--porcelain').toString();
        const objects = git(cwd, 'count-objects').toString();
        const { code, out, err } = await tool(['diff', '--git', 'HEAD', 'map/nieuw.draaiboek'], { cwd });
        expect({ code, err }).toEqual({ code: 0, err: '' });
        expect(out).toContain('+ Stap `Een`: nieuw is `duur hoogstens 2 weken`.');
        expect(out).toContain('1 verschil in betekenis.');
        expect(git(cwd, 'status', '--porcelain').toString()).toBe(before);
        expect(git(cwd, 'count-objects').toString()).toBe(objects);
    });

    test('a file that moved to another folder between two versions is compared with where it stood', async () => {
        const cwd = repository();
        const pad = LATER(readFileSync(join(cwd, 'map/pad.draaiboek'), 'utf8'));
        git(cwd, 'mv', 'map', 'elders');
        writeFileSync(join(cwd, 'elders/pad.draaiboek'), pad);
        git(cwd, 'commit', '--quiet', '-a', '-m', 'verplaatst');
        for (const versions of ['v1..HEAD', 'v1']) {
            const { code, out } = await tool(['diff', '--git', versions, 'elders'], { cwd });
            expect(code).toBe(0);
            expect(out).toContain('1 verschil in betekenis.');
        }
    });

    test('that are not there, or a folder without versions, get a clear message', async () => {
        const cwd = repository();
        const unknown = await tool(['diff', '--git', 'v9', 'map'], { cwd });
        expect(unknown).toMatchObject({ code: 2, out: '' });
        expect(unknown.err).toContain('Git kent hier geen versie `v9`.');
        const option = await tool(['diff', '--git=--output=x', 'map'], { cwd });
        expect(option.err).toContain('Git kent hier geen versie `--output=x`.');
        const without = await tool(['diff', '--git', 'HEAD'], { cwd: folder({ 'a.draaiboek': FINE }) });
        expect(without.code).toBe(2);
        expect(without.err).toContain('staat niet onder versiebeheer van git');
    });
});

describe('what cannot be compared gets a clear message', () => {
    test.each([
        [['diff'], 'Noem twee bestanden of mappen om te vergelijken'],
        [['diff', 'a.draaiboek', 'b.draaiboek', 'a.draaiboek'], 'Noem twee bestanden of mappen om te vergelijken'],
        [['diff', 'a.draaiboek'], 'staat geen interventie die een andere uitwerkt'],
        [['diff', 'a.draaiboek', 'c.draaiboek'], 'c.draaiboek bestaat niet.'],
        [['diff', '--git', '..', 'a.draaiboek'], 'noemt geen versie'],
    ])('%j', async (args, message) => {
        const cwd = folder({ 'a.draaiboek': FINE, 'b.draaiboek': NOW });
        const { code, err } = await tool(args, { cwd });
        expect(err).toContain(message);
        expect(code).toBe(2);
    });
});
