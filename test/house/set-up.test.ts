import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

const setUp = new URL('../../scripts/lib/set-up.mjs', import.meta.url);
const { NODE, ROOT, packagesAreThere } = (await import(setUp.href)) as {
    readonly NODE: string;
    readonly ROOT: string;
    readonly packagesAreThere: (root: string) => boolean;
};

let root: string;

const write = (path: string, content = '') => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
};

beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'draaiboek-packages-'));
    const lock = (version: string) =>
        JSON.stringify({
            packages: { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b/node_modules/c': { version } },
        });
    write('package-lock.json', lock('2.0.0'));
    write('node_modules/.package-lock.json', lock('2.0.0'));
    write('node_modules/a/package.json', '{}');
    write('node_modules/b/node_modules/c/package.json', '{}');
    write(relative(ROOT, NODE));
});
afterEach(() => {
    rmSync(root, { recursive: true });
});

it('finds what is installed', () => {
    expect(packagesAreThere(root)).toBe(true);
});

it.each(['node_modules/a', 'node_modules/b/node_modules/c', 'node_modules/.package-lock.json', relative(ROOT, NODE)])(
    'misses a package that npm lists and that is gone: without %s',
    (path) => {
        rmSync(join(root, path), { recursive: true });
        expect(packagesAreThere(root)).toBe(false);
    },
);

it('may lack what is optional and was not installed', () => {
    write(
        'package-lock.json',
        JSON.stringify({ packages: { 'node_modules/fsevents': { version: '2.3.3', optional: true } } }),
    );
    expect(packagesAreThere(root)).toBe(true);
});
