#!/usr/bin/env node
/** `npm run bench [-- --smoke]`: builds, and runs the benchmark in test/bench/. */
import { build } from './build.mjs';
import { bundleScript } from './lib/bundles.mjs';
import { NODE, ROOT, run, setUp } from './lib/set-up.mjs';

setUp();
await build();
process.exitCode = run(NODE, [await bundleScript('test/bench/bench.ts'), ...process.argv.slice(2)], { cwd: ROOT });
