import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { contentOf, FINE, folder, WRONG } from './tool.js';

// The tool as it is shipped, as a process: what the other tests cannot see.

const TOOL = join(import.meta.dirname, '../../dist/cli/draaiboek.js');

beforeAll(() => {
    if (!existsSync(TOOL)) {
        throw new Error('Build the tool first: npm run build.');
    }
});

function run(args: readonly string[], cwd: string, input = '') {
    const { status, stdout, stderr } = spawnSync(process.execPath, [TOOL, ...args], {
        cwd,
        input,
        encoding: 'utf8',
        maxBuffer: 2 ** 28,
    });
    return { code: status, out: stdout, err: stderr };
}

describe('the tool as a process', () => {
    test('ends with 0, 1 or 2, has findings on standard output and complaints on standard error', () => {
        const cwd = folder({ 'goed/a.draaiboek': FINE, 'fout/a.draaiboek': WRONG });
        const good = run(['check', 'goed'], cwd);
        expect({ code: good.code, err: good.err }).toEqual({ code: 0, err: '' });
        const wrong = run(['check', 'fout'], cwd);
        expect({ code: wrong.code, err: wrong.err }).toEqual({ code: 1, err: '' });
        expect(wrong.out).toContain('8:12  fout');
        expect(wrong.out).not.toContain('\u001b');
        expect(run(['check', 'nee'], cwd)).toEqual({ code: 2, out: '', err: 'nee bestaat niet.\n' });
    });

    test('reads standard input', () => {
        const cwd = folder();
        expect(run(['format', '-'], cwd, FINE.replaceAll('  ', ' '))).toEqual({ code: 0, out: FINE, err: '' });
    });

    test('loads what each command needs', () => {
        const cwd = folder({ 'a.draaiboek': FINE });
        expect(run(['--version'], cwd).out).toMatch(/^\d+\.\d+\.\d+\n$/);
        expect(run(['rules'], cwd).out).toContain('meta/verwijzing');
        expect(run(['explain', 'meta/verwijzing'], cwd).code).toBe(0);
        expect(run(['new', 'b'], cwd).code).toBe(0);
        expect(run(['check', '*.draaiboek', '--fix'], cwd).code).toBe(0);
        expect(run(['generate', '--to', 'alles', '--out', 'uit'], cwd).code).toBe(0);
        expect(Object.keys(contentOf(join(cwd, 'uit')))).toContain('Pad/Pad.md');
    });

    test('prints a long report whole, and ends quietly when nobody reads on', async () => {
        const roles = Array.from({ length: 3000 }, (_, i) => `rol Werker${String(i)} iemand anders dan Niemand`);
        const cwd = folder({ 'a.draaiboek': roles.join('\n') });
        const { out } = run(['check', '--format', 'json'], cwd);
        expect(out.length).toBeGreaterThan(500_000);
        expect((JSON.parse(out) as { summary: { error: number } }).summary.error).toBe(3000);

        const child = spawn(process.execPath, [TOOL, 'check'], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
        let err = '';
        child.stderr.on('data', (data: Buffer) => (err += data.toString()));
        child.stdout.once('data', () => child.stdout.destroy());
        const code = await new Promise((resolve) => child.on('close', resolve));
        expect({ code, err }).toEqual({ code: 1, err: '' });
    });

    test.runIf(process.platform === 'linux')(
        'ends with 2, says why and prints no stack when the output has no room',
        () => {
            const cwd = folder({ 'a.draaiboek': WRONG });
            for (const [language, says] of [
                ['nl', 'De uitvoer kan niet worden geschreven: de schijf is vol.\n'],
                ['en', 'The output cannot be written: the disk is full.\n'],
            ] as const) {
                const full = openSync('/dev/full', 'w');
                const { status, stderr } = spawnSync(process.execPath, [TOOL, 'check', '--language', language], {
                    cwd,
                    stdio: ['ignore', full, 'pipe'],
                    encoding: 'utf8',
                });
                closeSync(full);
                expect({ status, stderr }).toEqual({ status: 2, stderr: says });
            }
        },
    );

    test('stops watching when it is told to', async () => {
        const cwd = folder({ 'a.draaiboek': FINE });
        const child = spawn(process.execPath, [TOOL, 'check', '--watch'], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
        let said = '';
        const code = new Promise((resolve) => child.on('close', resolve));
        await new Promise<void>((resolve) => {
            child.stderr.on('data', (data: Buffer) => {
                said += data.toString();
                if (said.includes('Wacht op wijzigingen')) {
                    resolve();
                }
            });
        });
        child.kill('SIGINT');
        expect(await code).toBe(0);
    });

    test('leaves no half file when it is killed while it writes', async () => {
        const many = Array.from({ length: 40 }, (_, i) =>
            FINE.replace('Pad', `Pad${String(i)}`).replace('rol Werker\n', ''),
        );
        const cwd = folder({ 'a.draaiboek': `rol Werker\n${many.join('')}` });
        const args = ['generate', '--to', 'alles', '--out', 'uit'];
        const whole = run(args, cwd);
        expect(whole.code).toBe(0);
        const before = contentOf(join(cwd, 'uit'));
        writeFileSync(join(cwd, 'a.draaiboek'), `rol Werker\n${many.join('').replaceAll('Kennismaken', 'Ontmoeten')}`);
        const child = spawn(process.execPath, [TOOL, ...args], { cwd, stdio: 'ignore' });
        const closed = new Promise((resolve) => child.on('close', resolve));
        // the record is written first: kill it in the midst of what follows
        while (JSON.stringify(contentOf(join(cwd, 'uit'))) === JSON.stringify(before) && child.exitCode === null) {
            await new Promise((resolve) => setTimeout(resolve, 2));
        }
        child.kill('SIGKILL');
        await closed;
        const halfway = contentOf(join(cwd, 'uit'));
        expect(run(args, cwd).code).toBe(0);
        const after = contentOf(join(cwd, 'uit'));
        expect(Object.keys(after).filter((path) => path.endsWith('-tmp'))).toEqual([]);
        for (const [path, content] of Object.entries(halfway).filter(([name]) => !name.endsWith('-tmp'))) {
            if (!path.endsWith('.json') || path.includes('/')) {
                expect([before[path], after[path]], path).toContain(content);
            }
        }
    });
});
