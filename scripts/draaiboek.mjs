#!/usr/bin/env node
/** `npm run --silent draaiboek -- COMMAND …`: the tool from a checkout, built when a source is newer than it. */
import { join } from 'node:path';
import { buildToolIfNeeded } from './build.mjs';
import { NODE, ROOT, run, setUp } from './lib/set-up.mjs';

setUp();
await buildToolIfNeeded();
// npm changes to the project's folder; paths are meant from where the user is
const cwd = process.env.INIT_CWD ?? process.cwd();
process.exitCode = run(NODE, [join(ROOT, 'dist/cli/draaiboek.js'), ...process.argv.slice(2)], { cwd });
