/**
 * What every house script begins with, on a machine that may have nothing but some Node ≥ 20 and npm: the packages of
 * package-lock.json are there, and the script goes on in the project's own Node (the package `node`), so that it behaves
 * alike everywhere. Imports nothing that has to be installed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** The project's own Node. */
export const NODE = join(ROOT, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** A tool's folder first on the path, as npm has it for its scripts. */
export const ENVIRONMENT = {
    ...process.env,
    PATH: `${join(ROOT, 'node_modules/.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}`,
};

/** Installs what is missing and goes on in the project's Node; returns only there. */
export function setUp() {
    if (!packagesAreThere()) {
        installPackages();
    }
    if (process.version !== `v${projectNodeVersion()}`) {
        process.exit(run(NODE, process.argv.slice(1)));
    }
}

/**
 * Runs a program to its end on this terminal.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnSyncOptions} [options]
 * @returns {number} its exit code; as a shell does, 128 and the number of the signal that ended it
 */
export function run(program, args, options = {}) {
    const result = spawnSync(program, args, { stdio: 'inherit', env: ENVIRONMENT, ...options });
    if (result.error) {
        console.error(`${program}: ${result.error.message}`);
        return 1;
    }
    return result.status ?? 128 + (constants.signals[result.signal ?? 'SIGTERM'] ?? 0);
}

/**
 * Whether what is installed is what package-lock.json asks for: by content, since a checkout changes times, and by the
 * folders, since npm's list of what it installed stays as it was when one is removed.
 *
 * @param {string} [root] the folder of the project
 */
export function packagesAreThere(root = ROOT) {
    const wanted = readPackages(join(root, 'package-lock.json'));
    const installed = readPackages(join(root, 'node_modules/.package-lock.json'));
    return (
        existsSync(join(root, relative(ROOT, NODE))) &&
        Object.entries(wanted).every(([path, { version, optional }]) => {
            const found = installed[path];
            return (
                path === '' || (found ? found.version === version && existsSync(join(root, path)) : optional === true)
            );
        })
    );
}

/**
 * @param {string} file
 * @returns {Record<string, {version?: string, optional?: boolean}>} the packages of a lock file; none where it is not there
 */
function readPackages(file) {
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {};
}

function installPackages() {
    console.error('Installing the npm packages of package-lock.json …');
    const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
    // inside an npm script: the same npm, in the Node that it runs in (ours is about to be replaced)
    const { npm_execpath: npm, npm_node_execpath: node } = process.env;
    const inNpm = npm?.endsWith('.js') && node && node !== NODE;
    const options = { cwd: ROOT, stdio: ['ignore', process.stderr, process.stderr], env: process.env };
    const status = inNpm
        ? run(node, [npm, ...args], options)
        : run('npm', args, { ...options, shell: process.platform === 'win32' });
    if (status !== 0) {
        console.error('The packages could not be installed: see above. Is there a connection to the npm registry?');
        process.exit(status);
    }
}

function projectNodeVersion() {
    return JSON.parse(readFileSync(join(ROOT, 'node_modules/node/package.json'), 'utf8')).version;
}
