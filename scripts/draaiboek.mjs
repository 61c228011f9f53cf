#!/usr/bin/env node
/** `npm run --silent draaiboek -- COMMAND …`: the tool from a checkout, built when a source is newer than it. */
import { buildToolIfNeeded } from './build.mjs';
import { NODE, run, setUp } from './lib/set-up.mjs';
import { toolStart } from './lib/snapshot.mjs';

setUp();
await buildToolIfNeeded();
// npm changes to the project's folder; paths are meant from where the user is
const cwd = process.env.INIT_CWD ?? process.cwd();
process.exitCode = run(NODE, [...toolStart(), ...process.argv.slice(2)], { cwd });
