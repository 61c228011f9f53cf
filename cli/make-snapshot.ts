/**
 * Makes the start-up snapshot of an installed tool (see cached-snapshot.ts): `node make-snapshot.js BLOB`. Whatever goes
 * wrong, nothing is left but the mark that it was tried, and the tool goes on without.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, renameSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { FROM_SNAPSHOT } from './cached-snapshot.js';
import { VERSION } from './version.js';

const [blob = ''] = process.argv.slice(2);
const here = import.meta.dirname;
/** The texts to warm it with; they are in the package for this. */
const samples = join(here, '../../examples/gezinspad');
const unfinished = `${blob}.${String(process.pid)}`;

const node = (...args: string[]) =>
    spawnSync(process.execPath, args, {
        cwd: here,
        encoding: 'utf8',
        timeout: 120_000,
        env: {
            ...process.env,
            DRAAIBOEK_SAMPLES: readdirSync(samples)
                .filter((file) => file.endsWith('.draaiboek'))
                .map((file) => join(samples, file))
                .join(delimiter),
        },
    });

const made = node('--snapshot-blob', unfinished, '--build-snapshot', join(here, 'snapshot.cjs')).status === 0;
// only one that starts takes the place
if (made && node(...FROM_SNAPSHOT, unfinished, '--', '--version').stdout === `${VERSION}\n`) {
    renameSync(unfinished, blob);
    rmSync(`${blob}.making`, { force: true });
} else {
    rmSync(unfinished, { force: true });
}
