#!/usr/bin/env node
/** `npm run test:unit [-- VITEST OPTIONS]`: the tests only, on the tool as it is now. */
import { buildToolIfNeeded } from './build.mjs';
import { node } from './lib/checks.mjs';
import { setUp } from './lib/set-up.mjs';

setUp();
await buildToolIfNeeded();
process.exitCode = node('vitest/vitest.mjs', ['run', ...process.argv.slice(2)]);
