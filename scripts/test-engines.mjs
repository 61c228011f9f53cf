#!/usr/bin/env node
/** `npm run test:engines`: plays cases in real process engines. Needs Java and Maven; see test/engines/README.md. */
import { buildToolIfNeeded } from './build.mjs';
import { bundleScript } from './lib/bundles.mjs';
import { NODE, ROOT, run, setUp } from './lib/set-up.mjs';

setUp();
await buildToolIfNeeded();
process.exitCode = run(NODE, [await bundleScript('test/engines/run.ts')], { cwd: ROOT });
