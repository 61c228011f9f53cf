import { join } from 'node:path';
import { Complaint } from './complaint.mjs';
import { installPackages } from './packages.mjs';

/**
 * Bundles the suite into one CommonJS module that an extension host can load.
 *
 * @param {string} here the folder test/vscode
 * @param {string} target the file to write
 */
export async function bundleSuite(here, target) {
    await installPackages(here, 'mocha, for the suite');
    const { build } = await import('esbuild').catch(() => {
        throw new Complaint('The packages of the project are missing: run "npm ci" first.');
    });
    await build({
        entryPoints: [join(here, 'suite/index.ts')],
        outfile: target,
        bundle: true,
        platform: 'node',
        format: 'cjs',
        target: 'node20',
        external: ['vscode'],
        sourcemap: 'inline',
        logLevel: 'error',
    });
}

/**
 * Bundles the suite for the extension host of a browser.
 *
 * @param {string} here the folder test/vscode
 * @param {string} target the file to write
 */
export async function bundleWebSuite(here, target) {
    const { build } = await import('esbuild');
    await build({
        entryPoints: [join(here, 'suite/web.ts')],
        outfile: target,
        bundle: true,
        platform: 'browser',
        format: 'cjs',
        target: 'es2022',
        external: ['vscode'],
        logLevel: 'error',
    });
}
