#!/usr/bin/env node
/**
 * `npm run test:engines`: plays cases in real process engines, and has HL7's validator read what is made for FHIR. Needs
 * Java and Maven; see test/engines/README.md. The last line says how many checks passed and how many failed.
 */
import { pathToFileURL } from 'node:url';
import { validateFhir } from '../test/engines/fhir/run.mjs';
import { buildToolIfNeeded } from './build.mjs';
import { bundleScript } from './lib/bundles.mjs';
import { ROOT, setUp } from './lib/set-up.mjs';

setUp();
process.chdir(ROOT);
await buildToolIfNeeded();
const { playInEngines } = await import(pathToFileURL(await bundleScript('test/engines/run.ts')).href);
const { passed, failed } = await playInEngines();
const isValid = validateFhir();
console.log(`${passed + Number(isValid)} passed, ${failed + Number(!isValid)} failed`);
process.exitCode = failed > 0 || !isValid ? 1 : 0;
