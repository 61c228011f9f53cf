import { spawnSync } from 'node:child_process';
import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { contentOf, FINE, folder } from './tool.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const args = ['check', 'examples/bemoeizorg', 'examples/zwolle-huisartsenpraktijk', '--format', 'json'];

function start(command: string, before: readonly string[], rest: readonly string[]) {
    const { status, stdout, stderr } = spawnSync(command, [...before, ...rest], { cwd: root, encoding: 'utf8' });
    return { status, stdout, stderr };
}

describe.skipIf(process.platform === 'win32')('the launcher of the tool', () => {
    const launcher = `${root}dist/cli/draaiboek`;
    const program = `${root}dist/cli/draaiboek.js`;

    it('has a start-up snapshot', () => {
        expect(existsSync(`${root}dist/cli/draaiboek.blob`)).toBe(true);
    });

    it.each([
        ['a check', args],
        ['wrong usage', ['chekc']],
        ['a file that is not there', ['check', 'nergens.draaiboek']],
        ['output of other modules', ['explain', 'meta/bron', '--language', 'en']],
    ])('does what the ordinary program does: %s', (_, rest) => {
        expect(start(launcher, [], rest)).toEqual(start(process.execPath, [program], rest));
    });

    it('reads standard input', () => {
        const { status, stdout } = spawnSync(launcher, ['format', '-'], { input: FINE, encoding: 'utf8' });
        expect({ status, stdout }).toEqual({ status: 0, stdout: FINE });
    });

    it('finds what a glob means, from where it is started', () => {
        const cwd = folder({ 'a b/een.draaiboek': FINE, 'twee.draaiboek': FINE });
        const { stdout } = spawnSync(launcher, ['check', '*/*.draaiboek'], { cwd, encoding: 'utf8' });
        expect(stdout).toContain('1 bestand gecontroleerd');
    });

    it('makes the same output, byte for byte', () => {
        const cwd = folder({ 'a.draaiboek': FINE });
        const make = (out: string) => ['generate', '--to', 'alles', '--out', out];
        expect(spawnSync(launcher, make('een'), { cwd }).status).toBe(0);
        expect(spawnSync(process.execPath, [program, ...make('twee')], { cwd }).status).toBe(0);
        expect(contentOf(join(cwd, 'een/Pad'))).toEqual(contentOf(join(cwd, 'twee/Pad')));
    });

    it('starts from a link to it, as npm makes one', () => {
        const cwd = folder();
        symlinkSync(launcher, join(cwd, 'draaiboek'));
        const { stdout } = spawnSync('./draaiboek', ['--version'], { cwd, encoding: 'utf8' });
        expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    });
});
