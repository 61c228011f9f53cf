#!/usr/bin/env node
/** `npm run lint`: ESLint and Prettier over our code; `npm run format:code` (`--write`) mends what they can mend. */
import { CHECKS } from './lib/checks.mjs';
import { setUp } from './lib/set-up.mjs';

setUp();
const write = process.argv.includes('--write');
const failed = Object.entries(CHECKS).filter(([, check]) => check(write) !== 0);
failed.forEach(([name]) => console.error(`Not right: ${name}.`));
process.exitCode = failed.length > 0 ? 1 : 0;
