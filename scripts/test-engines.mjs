#!/usr/bin/env node
/**
 * `npm run test:engines`: plays cases in real process engines, takes every scenario of every example and fifty random
 * processes through each engine (a table says how many went as in the simulator), has HL7's validator read what is made
 * for FHIR, and LibreOffice open the Word documents. Needs Java, Maven and LibreOffice; see test/engines/README.md. The last line says how many checks passed and how many failed.
 */
import { pathToFileURL } from 'node:url';
import { validateFhir } from '../test/engines/fhir/run.mjs';
import { buildToolIfNeeded } from './build.mjs';
import { bundleScript } from './lib/bundles.mjs';
import { node } from './lib/checks.mjs';
import { ROOT, setUp } from './lib/set-up.mjs';

setUp();
process.chdir(ROOT);
await buildToolIfNeeded();
const { playInEngines } = await import(pathToFileURL(await bundleScript('test/engines/run.ts')).href);
const { passed, failed } = await playInEngines();
const isSame =
    node('vitest/vitest.mjs', ['run', '--config', 'test/engines/vitest.config.ts', '--reporter', 'default']) === 0;
const isValid = await validateFhir();
const others = [isSame, isValid];
const right = passed + others.filter((ok) => ok).length;
const wrong = failed + others.filter((ok) => !ok).length;
console.log(`${right} passed, ${wrong} failed`);
process.exitCode = wrong > 0 ? 1 : 0;
