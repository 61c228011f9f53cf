import { readFileSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { basename, join } from 'node:path';
import { ROOT } from './set-up.mjs';

/** @typedef {import('esbuild').BuildOptions} BuildOptions */

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

/**
 * esbuild leaves letters outside ASCII in regular expressions as they are, and one such letter doubles the memory that a
 * program takes. Escaped they mean the same.
 *
 * @type {import('esbuild').Plugin}
 */
const asciiOnly = {
    name: 'ascii-only',
    setup(build) {
        build.onEnd(({ metafile }) => {
            for (const file of Object.keys(metafile?.outputs ?? {}).filter((path) => /\.[cm]?js$/.test(path))) {
                const path = join(ROOT, file);
                const text = readFileSync(path, 'utf8');
                const escaped = text.replace(
                    /[^\0-\x7f]/g,
                    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
                );
                if (escaped !== text) {
                    writeFileSync(path, escaped);
                }
            }
        });
    },
};

/**
 * commander loads the module that starts other programs, for commands that are programs of their own. Ours are not, and
 * that module is not sure to survive a start-up snapshot.
 *
 * @type {import('esbuild').Plugin}
 */
const noOtherPrograms = {
    name: 'no-other-programs',
    setup(build) {
        build.onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
            /[\\/]commander[\\/]/.test(importer) ? { path: 'none', namespace: 'none' } : undefined,
        );
        build.onLoad({ filter: /./, namespace: 'none' }, () => ({ contents: 'module.exports = {};' }));
    },
};

/**
 * Langium and the language server come with their own copy of the protocol. With both, an error that Langium answers is
 * none for the server, which sends it as an answer; with the server's alone it is.
 *
 * @type {import('esbuild').Plugin}
 */
const oneProtocol = {
    name: 'one-protocol',
    setup(build) {
        const server = join(ROOT, 'node_modules/vscode-languageserver');
        build.onResolve({ filter: /^vscode-(?:jsonrpc|languageserver-(?:protocol|types))$/ }, (asked) =>
            asked.pluginData === oneProtocol
                ? undefined
                : build.resolve(asked.path, { kind: asked.kind, resolveDir: server, pluginData: oneProtocol }),
        );
        // the parts for Node and for browsers, which a bundle for one of the two may not ask for otherwise
        build.onResolve({ filter: /^vscode-[a-z-]+\/(?:node|browser)$/ }, async ({ path, kind }) => {
            const [name = '', part = ''] = path.split('/');
            const found = await build.resolve(name, { kind, resolveDir: server, pluginData: oneProtocol });
            return { path: join(found.path, '../..', part, 'main.js') };
        });
    },
};

/** What all bundles share. @type {BuildOptions} */
const COMMON = {
    absWorkingDir: ROOT,
    bundle: true,
    minify: true,
    keepNames: false,
    sourcemap: false,
    legalComments: 'none',
    logLevel: 'warning',
    tsconfig: 'tsconfig.base.json',
    target: 'node22',
    define: { DRAAIBOEK_VERSION: JSON.stringify(version) },
    metafile: true,
    plugins: [asciiOnly],
};

/** The command-line tool, which speaks no protocol. @type {BuildOptions} */
const TOOL = {
    ...COMMON,
    platform: 'node',
    plugins: [asciiOnly, noOtherPrograms],
    alias: { 'vscode-languageserver-protocol': join(ROOT, 'scripts/lib/protocol-parts.mjs') },
};

/** What runs in VS Code: one file each, without modules to load. @type {BuildOptions} */
const IN_EDITOR = { ...COMMON, format: 'cjs', external: ['vscode'] };

/**
 * Everything that esbuild makes, by name. A new bundle is one entry here.
 * @type {Record<string, BuildOptions>}
 */
export const BUNDLES = {
    cli: {
        ...TOOL,
        entryPoints: { draaiboek: 'cli/entry.ts', 'make-snapshot': 'cli/make-snapshot.ts' },
        outdir: 'dist/cli',
        format: 'esm',
        splitting: true,
        chunkNames: 'chunks/[name]-[hash]',
        banner: {
            js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
        },
    },
    'cli-snapshot': {
        ...TOOL,
        entryPoints: ['cli/snapshot.ts'],
        outfile: 'dist/cli/snapshot.cjs',
        format: 'cjs',
        // in a snapshot no module has a place of its own
        define: { ...COMMON.define, 'import.meta.url': JSON.stringify('file:///draaiboek') },
    },
    client: {
        ...IN_EDITOR,
        entryPoints: ['client/extension.ts'],
        outfile: 'dist/client/extension.cjs',
        platform: 'node',
    },
    // the pages of the preview and of a walk, and their styles
    'client-page': {
        ...COMMON,
        entryPoints: {
            preview: 'client/page/page.ts',
            'preview-style': 'client/page/page.css',
            walk: 'client/page/walk.ts',
            'walk-style': 'client/page/walk.css',
        },
        outdir: 'dist/client',
        platform: 'browser',
        format: 'iife',
        target: 'es2024',
    },
    // one file for a process of Node and for a web worker, each of which runs the part that is its own
    server: {
        ...IN_EDITOR,
        stdin: {
            contents: "if (typeof importScripts === 'function') require('./browser.ts'); else require('./node.ts');",
            resolveDir: join(ROOT, 'server'),
        },
        outfile: 'dist/server/server.cjs',
        platform: 'browser',
        format: 'iife',
        external: [...builtinModules, 'node:*'],
        plugins: [asciiOnly, oneProtocol],
    },
    'client-browser': {
        ...IN_EDITOR,
        entryPoints: ['client/browser.ts'],
        outfile: 'dist/client/browser.js',
        platform: 'browser',
        target: 'es2024',
    },
    colours: {
        ...COMMON,
        entryPoints: ['scripts/editor/textmate.ts'],
        outfile: 'build/textmate.mjs',
        platform: 'node',
        format: 'esm',
    },
};

/** Bundles that make something themselves when they are run. */
export const PROGRAMS = new Set(['colours']);

/**
 * Makes a TypeScript program of the project into one that Node runs; what it imports from npm stays outside.
 *
 * @param {string} source from the project's folder
 * @returns {Promise<string>} the path of the result
 */
export async function bundleScript(source) {
    const { build } = await import('esbuild');
    const outfile = join(ROOT, 'build', `${basename(source, '.ts')}.mjs`);
    await build({
        absWorkingDir: ROOT,
        entryPoints: [source],
        outfile,
        bundle: true,
        packages: 'external',
        platform: 'node',
        format: 'esm',
        tsconfig: 'tsconfig.base.json',
        logLevel: 'warning',
    });
    return outfile;
}
