import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

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
});
