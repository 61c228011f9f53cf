import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanEnvironment, runQuietly } from './processes.mjs';

/**
 * Installs a folder's npm packages as its lock file says, unless that was done before for the same lock file.
 * Nothing that a package wants to run at installation is run.
 *
 * @param {string} folder holds package.json and package-lock.json
 * @param {string} what for the progress line
 * @param {() => Promise<void>} [afterwards] what else belongs to the installation
 */
export async function installPackages(folder, what, afterwards) {
    const lock = createHash('sha256')
        .update(readFileSync(join(folder, 'package-lock.json')))
        .digest('hex');
    const receipt = join(folder, 'node_modules/.installed-for');
    if (existsSync(receipt) && readFileSync(receipt, 'utf8') === lock) return;
    await runQuietly(`installing ${what}`, 'npm', ['ci', '--ignore-scripts'], {
        cwd: folder,
        env: cleanEnvironment({}),
        seconds: 900,
    });
    await afterwards?.();
    writeFileSync(receipt, lock);
}
