#!/usr/bin/env node
/** `npm run bench [-- OPTIONS]`: builds, and runs the benchmark in test/bench/, which gets the options. */
import { join } from 'node:path';
import { build } from './build.mjs';
import { NODE, ROOT, run, setUp } from './lib/set-up.mjs';

setUp();
await build();
const { build: bundle } = await import('esbuild');
const outfile = join(ROOT, 'build/bench/main.mjs');
await bundle({
    absWorkingDir: ROOT,
    entryPoints: ['test/bench/main.ts'],
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outfile,
    logLevel: 'warning',
});
process.exitCode = run(NODE, [outfile, ...process.argv.slice(2)], { cwd: ROOT });
