#!/usr/bin/env node
/**
 * `npm run package`: dist/draaiboek.vsix, the extension for VS Code. It is packed from a folder of its own, with the files
 * that it needs and a manifest that says nothing of the tool and the development, which share the root's package.json.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { examplesIn } from './lib/examples.mjs';
import { NODE, ROOT, run, setUp } from './lib/set-up.mjs';

/** What the packed extension may be at most. */
const MOST_KB = 2048;
const STAGE = join(ROOT, 'build/extension');
const VSIX = join(ROOT, 'dist/draaiboek.vsix');

/** What the extension consists of, from the project's folder to that of the extension. */
const FILES = {
    LICENSE: 'LICENSE',
    'package.nls.json': 'package.nls.json',
    'package.nls.en.json': 'package.nls.en.json',
    'CHANGELOG.md': 'CHANGELOG.md',
    'client/icon.png': 'client/icon.png',
    'client/icon-activity.svg': 'client/icon-activity.svg',
    'client/icon-file.svg': 'client/icon-file.svg',
    'client/language-configuration.json': 'client/language-configuration.json',
    'client/syntaxes/draaiboek.tmLanguage.json': 'client/syntaxes/draaiboek.tmLanguage.json',
    'dist/client/extension.cjs': 'dist/client/extension.cjs',
    'dist/client/browser.js': 'dist/client/browser.js',
    'dist/client/preview.js': 'dist/client/preview.js',
    'dist/client/preview-style.css': 'dist/client/preview-style.css',
    'dist/client/walk.js': 'dist/client/walk.js',
    'dist/client/walk-style.css': 'dist/client/walk-style.css',
    // a web worker asks for this name, and beside this manifest Node takes it for what it is
    'dist/server/server.cjs': 'dist/server/server.js',
    'docs/draaiboek.schema.json': 'docs/draaiboek.schema.json',
};

/** The pictures and texts of the first hour. */
const WALKTHROUGH = 'client/walkthrough';

/** What of the root's package.json is about the extension. */
const MANIFEST = [
    ...['name', 'displayName', 'version', 'publisher', 'license', 'categories', 'keywords', 'icon'],
    ...['main', 'browser', 'activationEvents', 'capabilities', 'contributes'],
];

setUp();
await build(['client', 'client-page', 'client-browser', 'server', 'colours']);
rmSync(STAGE, { recursive: true, force: true });
for (const [from, to] of Object.entries(FILES)) {
    cpSync(join(ROOT, from), join(STAGE, to));
}
// its pictures stand beside it here, and in the folder of the client there
writeFileSync(
    join(STAGE, 'README.md'),
    readFileSync(join(ROOT, 'client/README.md'), 'utf8').replaceAll('](walkthrough/', `](${WALKTHROUGH}/`),
);
const examples = examplesIn(join(ROOT, 'examples'));
for (const path of new Set(examples.flatMap(({ files }) => files))) {
    cpSync(join(ROOT, 'examples', path), join(STAGE, 'examples', path));
}
writeFileSync(join(STAGE, 'examples/index.json'), JSON.stringify(examples));
for (const name of readdirSync(join(ROOT, WALKTHROUGH))) {
    cpSync(join(ROOT, WALKTHROUGH, name), join(STAGE, WALKTHROUGH, name));
}
const root = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const manifest = Object.fromEntries(MANIFEST.map((key) => [key, root[key]]));
writeFileSync(
    join(STAGE, 'package.json'),
    `${JSON.stringify({ ...manifest, description: '%description%', engines: { vscode: root.engines.vscode } }, undefined, 2)}\n`,
);
// the folder holds nothing that has to stay out
writeFileSync(join(STAGE, '.vscodeignore'), '');
mkdirSync(join(ROOT, 'dist'), { recursive: true });
rmSync(VSIX, { force: true });
const status = run(
    NODE,
    [
        join(ROOT, 'node_modules/@vscode/vsce/vsce'),
        ...['package', '--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'],
        ...['--out', VSIX],
    ],
    { cwd: STAGE, stdio: ['ignore', 'pipe', 'inherit'] },
);
if (status !== 0) {
    process.exit(status);
}
const size = statSync(VSIX).size / 1024;
console.log(`dist/draaiboek.vsix: ${size.toFixed(0)} kB`);
if (size > MOST_KB) {
    console.error(`An extension of more than ${MOST_KB} kB takes long to install: see what came in.`);
    process.exit(1);
}
