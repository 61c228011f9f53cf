#!/usr/bin/env node
/**
 * `npm run test:unit [-- VITEST OPTIONS]`: the tests of single parts of the language, within a minute. `npm test` runs all:
 * also what starts the tool or a server, goes through whole examples, or tries random or very many texts.
 */
import { buildToolIfNeeded } from './build.mjs';
import { node } from './lib/checks.mjs';
import { setUp } from './lib/set-up.mjs';

setUp();
await buildToolIfNeeded();
const LARGER = [
    'test/{cli,client,examples,house,server}/**',
    'test/language/{properties,words,name-left-open,reference,recovery,one-line-changed,misspelt-words,model-open}.test.ts',
    'test/language/generate/**',
    'test/language/workflow/**',
    'test/language/analysis/{durations,*agreement}.test.ts',
    'test/language/diagram/{layout,stability}.test.ts',
    'test/language/diff/properties.test.ts',
    'test/language/editor/{completion-examples,kept-model}.test.ts',
    'test/language/execution/outcomes.test.ts',
    'test/language/rules/{fixes,mends}.test.ts',
    'test/language/simulate/{replay,in-time}.test.ts',
];
const args = process.argv.slice(2);
// who names tests gets those
const excluded = args.some((arg) => !arg.startsWith('-')) ? [] : LARGER.flatMap((pattern) => ['--exclude', pattern]);
process.exitCode = node('vitest/vitest.mjs', ['run', ...excluded, ...args]);
