#!/usr/bin/env node
/**
 * `npm test`: builds, then lint, layout, types, and all tests that Node alone can run, with coverage. The last line says
 * how many passed and how many failed; each check counts as one, and so does coverage that is too low. A test that is
 * skipped has not passed.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { CHECKS, checkTypes, node } from './lib/checks.mjs';
import { ROOT, setUp } from './lib/set-up.mjs';

const REPORT = join(ROOT, 'build/test-report.json');

setUp();
await build();
const counts = { passed: 0, failed: 0 };
for (const [name, check] of Object.entries({ ...CHECKS, 'the types (tsc)': checkTypes })) {
    count(name, check() === 0);
}
runTests();
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed > 0 ? 1 : 0;

function runTests() {
    rmSync(REPORT, { force: true });
    mkdirSync(join(ROOT, 'build'), { recursive: true });
    const status = node('vitest/vitest.mjs', [
        'run',
        '--coverage',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${REPORT}`,
        ...process.argv.slice(2),
    ]);
    const { numPassedTests, numFailedTests, numTotalTests } = JSON.parse(readFileSync(REPORT, 'utf8'));
    const skipped = numTotalTests - numPassedTests - numFailedTests;
    counts.passed += numPassedTests;
    counts.failed += numFailedTests + skipped;
    if (skipped > 0) {
        console.error(`Not run: ${skipped} tests that are skipped or still to be written.`);
    }
    if (status !== 0 && numFailedTests === 0) {
        count('the run of the tests (see above: coverage, or a file that could not be loaded)', false);
    }
}

/** @param {string} name @param {boolean} passed */
function count(name, passed) {
    counts[passed ? 'passed' : 'failed']++;
    console.log(`${passed ? 'Right' : 'Not right'}: ${name}.`);
}
