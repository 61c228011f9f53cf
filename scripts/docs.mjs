#!/usr/bin/env node
/**
 * `npm run docs`: writes what is generated in docs/. Each module of scripts/docs/ that makes such a file exports a
 * function `write…(root)`; a new one needs nothing here.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { generateParser } from './build.mjs';
import { bundleScript } from './lib/bundles.mjs';
import { ROOT, setUp } from './lib/set-up.mjs';

setUp();
generateParser();
for (const name of readdirSync(join(ROOT, 'scripts/docs')).filter((file) => file.endsWith('.ts'))) {
    const module = await import(pathToFileURL(await bundleScript(`scripts/docs/${name}`)).href);
    for (const [key, write] of Object.entries(module)) {
        if (key.startsWith('write') && typeof write === 'function') {
            await write(ROOT);
            console.log(`${name}: ${key}`);
        }
    }
}
