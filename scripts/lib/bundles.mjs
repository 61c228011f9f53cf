import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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
};
