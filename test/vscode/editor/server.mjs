import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { cleanEnvironment, runQuietly, within } from '../processes.mjs';
import { node, vscode } from './install.mjs';

/** @typedef {import('../workspace.mjs').Folders} Folders */

const SERVER = join(vscode, 'out/server-main.js');

const FOR_TESTS = [
    '--without-connection-token',
    '--disable-workspace-trust',
    '--enable-smoke-test-driver', // without it, no test is run and nothing is said
];

/** @param {Folders} folders */
const dataFolders = (folders) => [
    '--accept-server-license-terms',
    '--disable-telemetry',
    ...['--server-data-dir', join(folders.root, 'server')],
    ...['--user-data-dir', folders.userData],
    ...['--extensions-dir', folders.extensions],
];

/**
 * Installs the packed extension, as a user does with "Install from VSIX".
 *
 * @param {string} vsix
 * @param {Folders} folders
 */
export async function installExtension(vsix, folders) {
    await runQuietly(
        'installing the packed extension',
        node,
        [SERVER, ...dataFolders(folders), '--install-extension', vsix, '--force'],
        { env: cleanEnvironment({ HOME: folders.home }), seconds: 120 },
    );
}

/**
 * Starts VS Code's server, which runs the extension hosts and serves the window.
 *
 * @param {Folders} folders
 * @param {Record<string, string>} environment for the extension host
 * @param {string} log the file for its output
 * @param {{port: string, token: string}} [forSomebody] where it is for a person to use and no test: only who has the token comes in
 * @returns {Promise<{port: number, stop: () => void}>}
 */
export async function startServer(folders, environment, log, forSomebody) {
    const server = spawn(
        node,
        [
            SERVER,
            ...['--host', '127.0.0.1', '--port', forSomebody?.port ?? '0'],
            ...(forSomebody ? ['--connection-token', forSomebody.token] : FOR_TESTS),
            ...dataFolders(folders),
        ],
        {
            env: cleanEnvironment({ HOME: folders.home, XDG_RUNTIME_DIR: folders.home, ...environment }),
            stdio: ['ignore', 'pipe', 'pipe'],
            detached: true, // leads a process group, so that its extension hosts end with it
        },
    );
    const stop = () => {
        process.removeListener('exit', stop);
        try {
            if (server.pid !== undefined) process.kill(-server.pid, 'SIGKILL');
        } catch {
            // It had ended by itself.
        }
    };
    process.on('exit', stop);
    const output = createWriteStream(log);
    server.stderr.pipe(output, { end: false });
    server.stdout.pipe(output, { end: false });
    const listening = new Promise((resolve, reject) => {
        let said = '';
        server.stdout.on('data', (data) => {
            said += String(data);
            const port = /Extension host agent listening on (\d+)/.exec(said)?.[1];
            if (port !== undefined) resolve(Number(port));
        });
        server.on('error', reject);
        server.on('exit', (code) =>
            reject(new Error(`VS Code's server ended (${code}) before it listened; see ${log}.`)),
        );
    });
    try {
        return { port: await within(listening, 60, "the start of VS Code's server"), stop };
    } catch (error) {
        stop();
        throw error;
    }
}
