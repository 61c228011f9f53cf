import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ROOT } from './set-up.mjs';

/** @typedef {import('esbuild').BuildOptions} BuildOptions */

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

/** What all bundles share. @type {BuildOptions} */
const COMMON = {
    absWorkingDir: ROOT,
    bundle: true,
    minify: true,
    keepNames: false,
    sourcemap: false,
    legalComments: 'none',
    logLevel: 'warning',
    tsconfig: 'tsconfig.base.json',
    target: 'node22',
    define: { DRAAIBOEK_VERSION: JSON.stringify(version) },
};

/** What runs in VS Code: one file each, without modules to load. @type {BuildOptions} */
const IN_EDITOR = { ...COMMON, format: 'cjs', external: ['vscode'] };

/**
 * Everything that esbuild makes, by name. A new bundle is one entry here.
 * @type {Record<string, BuildOptions>}
 */
export const BUNDLES = {
    cli: {
        ...COMMON,
        entryPoints: { draaiboek: 'cli/entry.ts' },
        outdir: 'dist/cli',
        platform: 'node',
        format: 'esm',
        splitting: true,
        chunkNames: 'chunks/[name]-[hash]',
        banner: {
            js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
        },
    },
    'cli-snapshot': {
        ...COMMON,
        entryPoints: ['cli/snapshot.ts'],
        outfile: 'build/cli/snapshot.cjs',
        platform: 'node',
        format: 'cjs',
    },
    client: {
        ...IN_EDITOR,
        entryPoints: ['client/extension.ts'],
        outfile: 'dist/client/extension.cjs',
        platform: 'node',
    },
    server: { ...IN_EDITOR, entryPoints: ['server/node.ts'], outfile: 'dist/server/node.cjs', platform: 'node' },
    'client-browser': {
        ...IN_EDITOR,
        entryPoints: ['client/browser.ts'],
        outfile: 'dist/client/browser.js',
        platform: 'browser',
        target: 'es2024',
    },
    'server-browser': {
        ...IN_EDITOR,
        entryPoints: ['server/browser.ts'],
        outfile: 'dist/server/browser.js',
        platform: 'browser',
        format: 'iife',
        target: 'es2024',
    },
    colours: {
        ...COMMON,
        entryPoints: ['scripts/editor/textmate.ts'],
        outfile: 'build/textmate.mjs',
        platform: 'node',
        format: 'esm',
    },
};

/** Bundles that make something themselves when they are run. */
export const PROGRAMS = new Set(['colours']);

/**
 * Makes a TypeScript program of the project into one that Node runs; what it imports from npm stays outside.
 *
 * @param {string} source from the project's folder
 * @returns {Promise<string>} the path of the result
 */
export async function bundleScript(source) {
    const { build } = await import('esbuild');
    const outfile = join(ROOT, 'build', `${basename(source, '.ts')}.mjs`);
    await build({
        absWorkingDir: ROOT,
        entryPoints: [source],
        outfile,
        bundle: true,
        packages: 'external',
        platform: 'node',
        format: 'esm',
        tsconfig: 'tsconfig.base.json',
        logLevel: 'warning',
    });
    return outfile;
}
