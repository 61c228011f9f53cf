#!/usr/bin/env node
/**
 * `npm run test:edits`: ten thousand random edits, or as many as the variable EDITS says, of which `npm test` makes some
 * hundreds. After each few dozen of them the language server must know what one does that is started anew.
 */
import { join } from 'node:path';
import { NODE, ROOT, run, setUp } from './lib/set-up.mjs';

setUp();
const status = run(
    NODE,
    [join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', 'test/server/random-edits.test.ts', ...process.argv.slice(2)],
    { cwd: ROOT, env: { ...process.env, EDITS: process.env.EDITS ?? '10000' } },
);
console.log(status === 0 ? '1 passed, 0 failed' : '0 passed, 1 failed');
process.exitCode = status === 0 ? 0 : 1;
