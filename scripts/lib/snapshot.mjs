import { chmodSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join, relative } from 'node:path';
import { NODE, ROOT, run } from './set-up.mjs';

const FOLDER = join(ROOT, 'dist/cli');
/** What the tool is started by: on its own, and from a checkout. */
const LAUNCHER = join(FOLDER, 'draaiboek');
const BLOB = 'draaiboek.blob';
/**
 * Without hashing anew what was hashed in the snapshot: a tool on one's own files needs no protection by a secret seed.
 * And without preparing to collect the garbage of a long run, which costs a short one a tenth of its time.
 */
const FLAGS = ['--no-rehash-snapshot', '--no-incremental-marking', '--semi-space-growth-factor=4', '--snapshot-blob'];

/**
 * Makes the tool's start-up snapshot with the checkout's Node, and the launcher that starts from it. Where no snapshot can
 * be made, the launcher starts the ordinary program, which does the same, only later.
 */
export function makeLauncher() {
    const made = makeSnapshot();
    writeFileSync(LAUNCHER, process.platform === 'win32' ? LAUNCHER_JS : launcherSh(made));
    chmodSync(LAUNCHER, 0o755);
}

/** How to start the tool from a script: the arguments of the checkout's Node that come before those of the tool. */
export function toolStart() {
    const version = join(FOLDER, `${BLOB}.version`);
    const fits = existsSync(version) && readFileSync(version, 'utf8') === nodeVersion();
    return fits ? [...FLAGS, join(FOLDER, BLOB), '--'] : [join(FOLDER, 'draaiboek.js')];
}

function makeSnapshot() {
    const folder = join(ROOT, 'examples/gezinspad');
    const samples = readdirSync(folder)
        .filter((file) => file.endsWith('.draaiboek'))
        .map((file) => join(folder, file));
    const blob = join(FOLDER, BLOB);
    rmSync(`${blob}.version`, { force: true });
    const status = run(NODE, ['--snapshot-blob', `${blob}.new`, '--build-snapshot', join(FOLDER, 'snapshot.cjs')], {
        cwd: ROOT,
        env: { ...process.env, DRAAIBOEK_SAMPLES: samples.join(delimiter) },
        stdio: ['ignore', 'ignore', 'ignore'],
    });
    if (status !== 0) {
        rmSync(`${blob}.new`, { force: true });
        rmSync(blob, { force: true });
        return false;
    }
    renameSync(`${blob}.new`, blob);
    writeFileSync(`${blob}.version`, nodeVersion());
    return true;
}

/** The version of the checkout's Node, as its package says. */
function nodeVersion() {
    return JSON.parse(readFileSync(join(ROOT, 'node_modules/node/package.json'), 'utf8')).version;
}

/** @param {boolean} hasSnapshot */
function launcherSh(hasSnapshot) {
    const node = relative(FOLDER, NODE);
    const fromSnapshot = hasSnapshot
        ? `node=$here/${node}
if [ -x "$node" ] && [ -f "$here/${BLOB}" ]; then
    while read -r line <&3; do
        case $line in
        '"version": "${nodeVersion()}"'*)
            # large pages for large blocks, in glibc: thousands of page faults less
            export GLIBC_TUNABLES="\${GLIBC_TUNABLES:-glibc.malloc.hugetlb=1}"
            exec "$node" ${FLAGS.join(' ')} "$here/${BLOB}" -- "$@" 3<&-
            ;;
        esac
    done 3<"$here/${relative(FOLDER, join(ROOT, 'node_modules/node/package.json'))}"
fi
`
        : '';
    return `#!/bin/sh
# Made by the build. Starts Draaiboek from its start-up snapshot when the Node that made it is still there,
# else as an ordinary program.
self=$0
while [ -h "$self" ]; do
    link=$(readlink "$self")
    case $link in
    /*) self=$link ;;
    *) self=\${self%/*}/$link ;;
    esac
done
case $self in
*/*) here=\${self%/*} ;;
*) here=. ;;
esac
${fromSnapshot}exec node "$here/draaiboek.js" "$@"
`;
}

const LAUNCHER_JS = `#!/usr/bin/env node
// Made by the build.
import('./draaiboek.js');
`;
