#!/usr/bin/env node
/**
 * `npm run build`: the parser from the grammar, then every bundle of lib/bundles.mjs.
 *
 *   node scripts/build.mjs [--if-needed] [BUNDLE…]
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isFresh } from './lib/fresh.mjs';
import { NODE, ROOT, run, setUp } from './lib/set-up.mjs';
import { makeLauncher } from './lib/snapshot.mjs';

const GRAMMAR = ['language/draaiboek.langium', 'language/types.langium', 'langium-config.json'];
const PARSER = 'language/generated/module.ts';
/** As in cli/files/parts.ts, which reads them. */
const PARTS = {
    'resvg.wasm': '@resvg/resvg-wasm/index_bg.wasm',
    'Arimo-Regular.ttf': '@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf',
    'Arimo-Bold.ttf': '@expo-google-fonts/arimo/700Bold/Arimo_700Bold.ttf',
};
const LICENCES = {
    'Arimo-LICENSE.txt': '@expo-google-fonts/arimo/LICENSE_FONT',
    'resvg-README.md': '@resvg/resvg-wasm/README.md',
};
const SOURCES = ['language', 'cli', 'server', 'scripts/lib', 'package-lock.json'];

/**
 * Builds; says on standard error what it does, and ends the process where that fails.
 *
 * @param {readonly string[]} [names] the bundles to make: all where none is named
 */
export async function build(names = []) {
    generateParser();
    const { BUNDLES, PROGRAMS } = await import('./lib/bundles.mjs');
    const { build: bundle } = await import('esbuild');
    const unknown = names.filter((name) => !(name in BUNDLES));
    if (unknown.length > 0) {
        throw new Error(`There is no bundle ${unknown.join(', ')}; there are: ${Object.keys(BUNDLES).join(', ')}.`);
    }
    for (const [name, options] of Object.entries(BUNDLES)) {
        if (names.length === 0 || names.includes(name)) {
            const { metafile } = await bundle(options).catch(() => {
                // esbuild has said what and where
                process.exit(1);
            });
            if (options.splitting) {
                removeOldChunks(join(options.outdir, 'chunks'), Object.keys(metafile.outputs));
            }
            if (name === 'cli') {
                copyParts();
            }
            if (name === 'cli-snapshot') {
                makeLauncher();
            }
            if (PROGRAMS.has(name) && run(NODE, [options.outfile], { cwd: ROOT }) !== 0) {
                process.exit(1);
            }
        }
    }
}

/** Builds the command-line tool when a source is newer than it. */
export async function buildToolIfNeeded() {
    if (!isFresh(PARSER, GRAMMAR) || !isFresh('dist/cli/draaiboek.js', SOURCES)) {
        await build(['cli', 'cli-snapshot', 'server']);
    }
}

/** What comes with the tool beside its program: what makes pictures, its fonts, and under which licences that is. */
function copyParts() {
    const folder = join(ROOT, 'dist/cli/parts');
    mkdirSync(folder, { recursive: true });
    for (const [name, source] of Object.entries({ ...PARTS, ...LICENCES })) {
        copyFileSync(join(ROOT, 'node_modules', source), join(folder, name));
    }
}

/** Takes away the chunks of earlier builds; not before the build, so that a tool that is running finds its own. */
function removeOldChunks(folder, outputs) {
    for (const name of existsSync(join(ROOT, folder)) ? readdirSync(join(ROOT, folder)) : []) {
        if (!outputs.includes(`${folder}/${name}`.replaceAll('\\', '/'))) {
            rmSync(join(ROOT, folder, name));
        }
    }
}

/** The AST types and the parser's grammar, when the grammar is newer than they. */
export function generateParser() {
    if (isFresh(PARSER, GRAMMAR)) {
        return;
    }
    const program = join(ROOT, 'node_modules/langium-cli/bin/langium.js');
    const { status, stdout, stderr } = spawnSync(NODE, [program, 'generate'], { cwd: ROOT, encoding: 'utf8' });
    if (status !== 0) {
        // what Langium says of a grammar that is right is of no use to anyone else
        console.error(`${stdout}${stderr}`);
        process.exit(status ?? 1);
    }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
    setUp();
    const args = process.argv.slice(2);
    if (args.includes('--if-needed')) {
        await buildToolIfNeeded();
    } else {
        await build(args);
    }
}
