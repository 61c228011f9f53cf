import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { FINE, folder } from './tool.js';

// The tool as npm installs it: without the snapshot that the build makes for the Node of the checkout.

const root = join(import.meta.dirname, '../..');

beforeAll(() => {
    if (!existsSync(join(root, 'dist/cli/snapshot.cjs'))) {
        throw new Error('Build the tool first: npm run build.');
    }
});

/** The files of the package, in a folder of their own. */
function installed(): string {
    const home = folder();
    cpSync(join(root, 'dist/cli'), join(home, 'dist/cli'), {
        recursive: true,
        filter: (path) => !/[\\/]\.cache$|\.blob/.test(path),
    });
    cpSync(join(root, 'examples/gezinspad'), join(home, 'examples/gezinspad'), { recursive: true });
    writeFileSync(join(home, 'package.json'), '{ "type": "module" }');
    return home;
}

function run(home: string, cache: string, args: readonly string[] = ['check']) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(home, 'dist/cli/draaiboek.js'), ...args], {
        cwd: folder({ 'a.draaiboek': FINE }),
        encoding: 'utf8',
        env: { PATH: process.env['PATH'], XDG_CACHE_HOME: cache, HOME: cache },
    });
    return { status, stdout, stderr };
}

const blobs = (cache: string) =>
    existsSync(join(cache, 'draaiboek'))
        ? readdirSync(join(cache, 'draaiboek')).filter((name) => name.endsWith('.blob'))
        : [];

async function snapshotIn(cache: string): Promise<void> {
    while (blobs(cache).length === 0) {
        await new Promise((resolve) => setTimeout(resolve, 50));
    }
}

describe.skipIf(process.platform === 'win32')('an installed tool', () => {
    test('makes its start-up snapshot at its first run, and begins there the next time', async () => {
        const [home, cache] = [installed(), folder()];
        const first = run(home, cache);
        expect(first).toMatchObject({ status: 0, stderr: '' });
        await snapshotIn(cache);
        // the ordinary program cannot start without this
        const chunks = join(home, 'dist/cli/chunks');
        for (const name of readdirSync(chunks).filter((chunk) => chunk.startsWith('main-'))) {
            rmSync(join(chunks, name));
        }
        expect(run(home, folder()).status).toBe(1);
        expect(run(home, cache)).toEqual(first);
        expect(run(home, cache, ['check', 'nee']).status).toBe(2);
        expect(run(home, cache, ['--', '--version']).status).toBe(2);
        expect(run(home, cache, ['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    });

    test('has one snapshot for each version of its program', async () => {
        const [home, cache] = [installed(), folder()];
        run(home, cache);
        await snapshotIn(cache);
        const [old] = blobs(cache);
        writeFileSync(join(home, 'dist/cli/snapshot.cjs'), 'throw new Error("this one cannot be made");');
        expect(run(home, cache)).toMatchObject({ status: 0, stderr: '' });
        expect(run(home, cache)).toMatchObject({ status: 0, stderr: '' });
        expect(blobs(cache)).toEqual([old]);
    });

    test.each([
        [
            'is a file',
            (cache: string) => {
                writeFileSync(join(cache, 'draaiboek'), '');
            },
        ],
        [
            'cannot be made',
            (cache: string) => {
                chmodSync(cache, 0o555);
            },
        ],
    ])('works where its cache %s', (_, spoil) => {
        const [home, cache] = [installed(), folder()];
        spoil(cache);
        expect(run(home, cache)).toMatchObject({ status: 0, stderr: '' });
    });

    test('makes none where Node was given options of its own', () => {
        const [home, cache] = [installed(), folder()];
        const { status } = spawnSync(
            process.execPath,
            ['--stack-size=900', join(home, 'dist/cli/draaiboek.js'), '--version'],
            { env: { XDG_CACHE_HOME: cache } },
        );
        expect(status).toBe(0);
        expect(existsSync(join(cache, 'draaiboek'))).toBe(false);
    });
});
