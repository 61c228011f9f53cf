import {
    existsSync,
    mkdirSync,
    readFileSync,
    rmSync,
    statSync,
    symlinkSync,
    unlinkSync,
    utimesSync,
    writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Complaint } from '../../cli/complaint.js';
import { writeOutput, type PlannedFile } from '../../cli/files/output-folder.js';
import { folderNames } from '../../language/generate/folders.js';
import { RECORD_FILE } from '../../language/generate/output-record.js';
import { contentOf, folder, withoutPower } from './tool.js';

/** A folder with a protocol `a.draaiboek` and one `b.draaiboek`, and how to write output from them in `uit/`. */
function setting() {
    const cwd = folder({ 'a.draaiboek': 'a', 'b.draaiboek': 'b' });
    const out = join(cwd, 'uit');
    const planned = (path: string, content: string | Uint8Array, source = 'a.draaiboek'): PlannedFile => ({
        path,
        content,
        source: join(cwd, source),
    });
    return { cwd, out, planned, write: (...files: PlannedFile[]) => writeOutput(out, files, cwd) };
}

/** What the tool has against a run. */
async function complaint(run: Promise<unknown>): Promise<string> {
    const error: unknown = await run.then(
        () => undefined,
        (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(Complaint);
    return (error as Complaint).text.nl;
}

describe('output', () => {
    test('is written with its folders, as text and as bytes, and recorded', async () => {
        const { out, planned, write } = setting();
        expect(await write(planned('Pad/pad.md', 'één\n'), planned('Pad/diep/pad.zip', Buffer.of(0, 255)))).toBe(2);
        expect(readFileSync(join(out, 'Pad/pad.md'), 'utf8')).toBe('één\n');
        expect([...readFileSync(join(out, 'Pad/diep/pad.zip'))]).toEqual([0, 255]);
        const record = JSON.parse(readFileSync(join(out, RECORD_FILE), 'utf8')) as Record<string, unknown>;
        expect(record).toEqual({
            version: 1,
            files: {
                'Pad/diep/pad.zip': {
                    sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
                    from: '../a.draaiboek',
                },
                'Pad/pad.md': { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string, from: '../a.draaiboek' },
            },
        });
    });

    test('replaces what Draaiboek made before, and keeps what other runs made', async () => {
        const { out, planned, write } = setting();
        await write(planned('Pad/pad.md', 'eerst'), planned('Pad/pad.html', 'eerst'));
        await write(planned('Pad/pad.md', 'dan'));
        expect(contentOf(join(out, 'Pad'))).toEqual({ 'pad.md': 'dan', 'pad.html': 'eerst' });
        await write(planned('Pad/pad.html', 'ook'));
        expect(contentOf(join(out, 'Pad'))).toEqual({ 'pad.md': 'dan', 'pad.html': 'ook' });
    });

    test('does not touch a file that stays the same', async () => {
        const { out, planned, write } = setting();
        await write(planned('Pad/pad.md', 'tekst'));
        const long = new Date('2020-01-01');
        utimesSync(join(out, 'Pad/pad.md'), long, long);
        await write(planned('Pad/pad.md', 'tekst'));
        expect(statSync(join(out, 'Pad/pad.md')).mtime).toEqual(long);
    });

    test('never replaces a file that is not ours, and then writes nothing at all', async () => {
        const { out, planned, write } = setting();
        mkdirSync(join(out, 'Pad'), { recursive: true });
        writeFileSync(join(out, 'Pad/pad.md'), 'van mij');
        const said = await complaint(write(planned('Pad/aaa.md', 'nieuw'), planned('Pad/pad.md', 'nieuw')));
        expect(said).toBe(
            'Er is niets geschreven:\n  uit/Pad/pad.md bestaat al en is niet door Draaiboek gemaakt.\nKies met `--out` een andere map.',
        );
        expect(contentOf(out)).toEqual({ 'Pad/pad.md': 'van mij' });
    });

    test('never replaces a file that someone changed since', async () => {
        const { out, planned, write } = setting();
        await write(planned('Pad/pad.md', 'eerst'));
        writeFileSync(join(out, 'Pad/pad.md'), 'eerst, en een zin van mij');
        expect(await complaint(write(planned('Pad/pad.md', 'dan')))).toContain(
            'uit/Pad/pad.md is gewijzigd nadat Draaiboek het maakte',
        );
        expect(readFileSync(join(out, 'Pad/pad.md'), 'utf8')).toBe('eerst, en een zin van mij');
    });

    test('never replaces what another protocol was turned into, unless that protocol is gone', async () => {
        const { cwd, out, planned, write } = setting();
        await write(planned('Pad/pad.md', 'uit a'));
        expect(await complaint(write(planned('Pad/pad.md', 'uit b', 'b.draaiboek')))).toContain(
            'uit/Pad/pad.md is gemaakt uit een ander protocol: a.draaiboek.',
        );
        unlinkSync(join(cwd, 'a.draaiboek'));
        await write(planned('Pad/pad.md', 'uit b', 'b.draaiboek'));
        expect(readFileSync(join(out, 'Pad/pad.md'), 'utf8')).toBe('uit b');
    });

    test('names a few of many obstacles and counts the rest', async () => {
        const { out, planned, write } = setting();
        const paths = Array.from({ length: 8 }, (_, i) => `Pad/${String(i)}.md`);
        mkdirSync(join(out, 'Pad'), { recursive: true });
        paths.forEach((path) => {
            writeFileSync(join(out, path), 'van mij');
        });
        const said = await complaint(write(...paths.map((path) => planned(path, 'nieuw'))));
        expect(said.split('\n')).toHaveLength(1 + 5 + 1 + 1);
        expect(said).toContain('… en nog 3');
    });

    test('is still ours after an interruption', async () => {
        const { cwd, out, planned } = setting();
        const files = [planned('Pad/a.md', 'a1'), planned('Pad/b.md', 'b1'), planned('Pad/c.md', 'c1')];
        await writeOutput(out, files, cwd);
        const newer = [planned('Pad/a.md', 'a2'), planned('Pad/b.md', 'b2'), planned('Pad/c.md', 'c2')];
        let asked = 0;
        expect(await writeOutput(out, newer, cwd, () => ++asked > 2)).toBe(2);
        expect(contentOf(join(out, 'Pad'))).toEqual({ 'a.md': 'a2', 'b.md': 'b2', 'c.md': 'c1' });
        expect(await writeOutput(out, newer, cwd)).toBe(3);
        expect(contentOf(join(out, 'Pad'))).toEqual({ 'a.md': 'a2', 'b.md': 'b2', 'c.md': 'c2' });
        expect(readFileSync(join(out, RECORD_FILE), 'utf8')).not.toContain('pending');
    });

    test('of a run that was killed while writing is cleared away', async () => {
        const { out, planned, write } = setting();
        await write(planned('Pad/pad.md', 'tekst'));
        writeFileSync(join(out, 'Pad/.pad.md.0a1b2c3d.draaiboek-tmp'), 'tek');
        writeFileSync(join(out, 'Pad/.van-mij.tmp'), 'x');
        await write(planned('Pad/pad.md', 'meer tekst'));
        expect(contentOf(join(out, 'Pad'))).toEqual({ 'pad.md': 'meer tekst', '.van-mij.tmp': 'x' });
    });

    test('stays inside its folder, also where a link leads out of it', async () => {
        const { cwd, out, planned, write } = setting();
        mkdirSync(join(cwd, 'elders'));
        mkdirSync(out);
        symlinkSync('../elders', join(out, 'Pad'));
        expect(await complaint(write(planned('Pad/pad.md', 'x')))).toContain('uit/Pad is een verwijzing naar buiten');
        expect(contentOf(join(cwd, 'elders'))).toEqual({});
        await expect(write(planned('../pad.md', 'x'))).rejects.toThrow('may not be named');
        expect(existsSync(join(cwd, 'pad.md'))).toBe(false);
    });

    test('may go through a link to its own folder', async () => {
        const { cwd, planned } = setting();
        mkdirSync(join(cwd, 'echt'));
        symlinkSync('echt', join(cwd, 'uit'));
        await writeOutput(join(cwd, 'uit'), [planned('Pad/pad.md', 'x')], cwd);
        expect(readFileSync(join(cwd, 'echt/Pad/pad.md'), 'utf8')).toBe('x');
    });

    test('two of one name, also where only capitals differ: nothing is written', async () => {
        const { out, planned, write } = setting();
        expect(await complaint(write(planned('Pad/pad.md', '1'), planned('pad/Pad.md', '2')))).toContain(
            'Twee uitvoeren',
        );
        expect(existsSync(out)).toBe(false);
    });
});

describe('a folder for output that cannot be used', () => {
    test('is a file', async () => {
        const { cwd, planned } = setting();
        expect(await complaint(writeOutput(join(cwd, 'a.draaiboek'), [planned('Pad/x', 'x')], cwd))).toBe(
            'a.draaiboek kan niet worden geschreven: een deel van het pad is een bestand en geen map.',
        );
    });

    test('may not be written', async () => {
        const { cwd, planned } = setting();
        mkdirSync(join(cwd, 'dicht'), { mode: 0o555 });
        const run = withoutPower(() => writeOutput(join(cwd, 'dicht'), [planned('Pad/x', 'x')], cwd));
        expect(await complaint(run)).toMatch(/^dicht\/.* mag niet worden geschreven: kies een andere map/);
    });

    test('has a folder where a file has to go', async () => {
        const { out, planned, write } = setting();
        mkdirSync(join(out, 'Pad/pad.md'), { recursive: true });
        expect(await complaint(write(planned('Pad/pad.md', 'x')))).toContain('uit/Pad/pad.md is een map');
    });

    test.each(['kapot', '[]', 'null', '{"version":2,"files":{}}'])('has a record that is %s', async (record) => {
        const { out, planned, write } = setting();
        await write(planned('Pad/pad.md', 'x'));
        writeFileSync(join(out, RECORD_FILE), record);
        expect(await complaint(write(planned('Pad/pad.md', 'y')))).toContain(`uit/${RECORD_FILE} is niet te lezen`);
        rmSync(join(out, RECORD_FILE));
        expect(await complaint(write(planned('Pad/pad.md', 'y')))).toContain('niet door Draaiboek gemaakt');
        expect(readFileSync(join(out, 'Pad/pad.md'), 'utf8')).toBe('x');
    });
});

describe('the folder of an interventie', () => {
    test('has its name, made safe', () => {
        expect(folderNames([{ name: 'Gezinspad', path: '/p/a.draaiboek' }])).toEqual(['Gezinspad']);
        expect(folderNames([{ name: '\u00c9\u00e9n-gezin', path: '/p/a.draaiboek' }])).toEqual(['Een-gezin']);
    });

    test('has the name of its file behind it where another would have the same, in every order', () => {
        const one = { name: 'Pad', path: '/p/breda.draaiboek' };
        const two = { name: 'pad', path: '/p/zwolle.draaiboek' };
        const three = { name: 'Ander', path: '/p/zwolle.draaiboek' };
        expect(folderNames([one, two, three])).toEqual(['Pad-breda', 'pad-zwolle', 'Ander']);
        expect(folderNames([three, two, one])).toEqual(['Ander', 'pad-zwolle', 'Pad-breda']);
    });

    test('has a number where the files have one name as well', () => {
        const names = folderNames([
            { name: 'Pad', path: '/een/a.draaiboek' },
            { name: 'Pad', path: '/twee/a.draaiboek' },
        ]);
        expect(names).toEqual(['Pad-a', 'Pad-a-2']);
    });
});
