#!/usr/bin/env node
/**
 * `npm run test:editor`: installs the packed extension in a real VS Code, runs the suite inside its extension host, and
 * then works in its window as a person does. See README.md beside this file.
 *
 *   node test/vscode/run.mjs [--electron] [--grep PATTERN] [--vsix FILE] [--examples FOLDER] [--keep]
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bundleSuite, bundleWebSuite } from './bundle.mjs';
import { Complaint } from './complaint.mjs';
import { runQuietly } from './processes.mjs';
import { keepInGit, layOut, suiteEnvironment } from './workspace.mjs';

/** @typedef {{passed: number, failed: number}} Counts */
/** @typedef {{vsix: string, examples: string, grep?: string, electron: boolean, keep: boolean}} Options */

/** Fewer tests than this in the extension host means that some were lost on the way: raise it when tests are added. */
const MINIMUM_TESTS = 46;

/** The same of the suite and the window of the web extension. */
const MINIMUM_WEB_TESTS = 9;

/** For everything after the installation. */
const TIME_LIMIT_SECONDS = 1_800;

const here = dirname(fileURLToPath(import.meta.url));
const project = resolve(here, '../..');
const report = join(here, '.run');

/** @returns {Options} */
function readOptions() {
    const { values } = parseArgs({
        options: {
            electron: { type: 'boolean', default: false },
            keep: { type: 'boolean', default: false },
            grep: { type: 'string' },
            vsix: { type: 'string', default: join(project, 'dist/draaiboek.vsix') },
            examples: { type: 'string', default: join(project, 'examples') },
        },
    });
    const { grep, ...others } = values;
    return {
        ...others,
        vsix: resolve(values.vsix),
        examples: resolve(values.examples),
        ...(grep === undefined ? {} : { grep }),
    };
}

/**
 * @param {Options} options
 * @returns {Promise<Counts>}
 */
async function main(options) {
    if (!existsSync(options.vsix))
        throw new Complaint(`There is no packed extension at ${options.vsix}: run "npm run package" first.`);
    rmSync(report, { recursive: true, force: true });
    mkdirSync(report, { recursive: true });
    const root = realpathSync(mkdtempSync(join(tmpdir(), 'draaiboek-editor-')));
    try {
        const folders = layOut(root, options.examples);
        keepInGit(folders.workspace, folders.home);
        return options.electron ? await inElectron(options, folders) : await inCodeServer(options, folders);
    } finally {
        if (options.keep) console.log(`Kept ${root}`);
        else rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
}

/**
 * @param {Options} options
 * @param {import('./workspace.mjs').Folders} folders
 * @returns {Promise<Counts>}
 */
async function inElectron(options, folders) {
    await bundleSuite(here, join(folders.suite, 'index.js'));
    const { runInElectron } = await import('./electron.mjs');
    limitTime();
    await runInElectron({ ...options, folders });
    console.log('The tests that work as a person does belong to the editor without --electron.');
    return readCounts(folders.result, options);
}

/**
 * @param {Options} options
 * @param {import('./workspace.mjs').Folders} folders
 * @returns {Promise<Counts>}
 */
async function inCodeServer(options, folders) {
    const { findChromium, installEditor } = await import('./editor/install.mjs');
    const chromium = findChromium();
    await installEditor();
    await bundleSuite(here, join(folders.suite, 'index.js'));
    await runQuietly(
        'checking the types of the suite',
        process.execPath,
        [join(project, 'node_modules/typescript/bin/tsc'), '-p', here],
        { seconds: 120 },
    );

    const { installExtension, startServer } = await import('./editor/server.mjs');
    const { openWindow, runSuite } = await import('./editor/window.mjs');
    const { workAsAPerson } = await import('./editor/person.mjs');
    limitTime();
    await installExtension(options.vsix, folders);
    const server = await startServer(folders, suiteEnvironment(folders, options.grep), join(report, 'server.log'));
    const window = await openWindow(chromium, folders);
    /** @type {(name: string) => string} */
    const screenshot = (name) => join(report, `${name}.png`);
    try {
        await runSuite(window.page, server.port, folders, join(report, 'window.log'));
        const suite = readCounts(folders.result, options);
        if (options.grep !== undefined) return suite;
        const person = await workAsAPerson(window.page, server.port, folders.desk, screenshot);
        await window.close();
        const web = await inBrowser(options, chromium);
        return sumOf(suite, person, web);
    } catch (error) {
        await window.page.screenshot({ path: screenshot('failed') }).catch(() => undefined);
        throw error;
    } finally {
        await window.close().catch(() => undefined);
        server.stop();
    }
}

/**
 * The extension in the extension host of the browser, on a server of VS Code that has not installed it.
 *
 * @param {Options} options
 * @param {string} executablePath
 * @returns {Promise<Counts>}
 */
async function inBrowser(options, executablePath) {
    const { startServer } = await import('./editor/server.mjs');
    const { runInWeb } = await import('./editor/web.mjs');
    const root = realpathSync(mkdtempSync(join(tmpdir(), 'draaiboek-web-')));
    const folders = layOut(root, options.examples);
    await bundleWebSuite(here, join(folders.suite, 'web.js'));
    const server = await startServer(folders, {}, join(report, 'web-server.log'));
    try {
        const counts = await runInWeb({
            executablePath,
            vsix: options.vsix,
            port: server.port,
            folders,
            log: join(report, 'web.log'),
            screenshot: (name) => join(report, `${name}.png`),
        });
        const tooFew = counts.passed + counts.failed < MINIMUM_WEB_TESTS;
        if (tooFew) console.error(`Only ${counts.passed + counts.failed} tests ran as a web extension.`);
        return { passed: counts.passed, failed: counts.failed + (tooFew ? 1 : 0) };
    } finally {
        server.stop();
        rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
}

/**
 * @param {Counts[]} all
 * @returns {Counts}
 */
function sumOf(...all) {
    return {
        passed: all.reduce((sum, { passed }) => sum + passed, 0),
        failed: all.reduce((sum, { failed }) => sum + failed, 0),
    };
}

/**
 * Reads the suite's own count. A suite that ran too little has failed, whatever the tests that did run say.
 *
 * @param {string} file
 * @param {Options} options
 * @returns {Counts}
 */
function readCounts(file, options) {
    if (!existsSync(file))
        throw new Complaint('The suite ended without a result: its output is above, the logs are in test/vscode/.run.');
    const { passed, failed, pending } = JSON.parse(readFileSync(file, 'utf8'));
    const minimum = options.grep === undefined ? MINIMUM_TESTS : 1;
    const tooFew = passed + failed < minimum;
    if (tooFew) console.error(`Only ${passed + failed} tests ran in the extension host, at least ${minimum} should.`);
    if (pending > 0) console.error(`${pending} tests were skipped, and none may be.`);
    return { passed, failed: failed + pending + (tooFew ? 1 : 0) };
}

function limitTime() {
    setTimeout(() => {
        console.error(`Time-out: the editor tests took more than ${TIME_LIMIT_SECONDS} s.\n0 passed, 1 failed`);
        process.exit(1);
    }, TIME_LIMIT_SECONDS * 1000).unref();
}

// What was started ends with this process, also when somebody interrupts it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1));

/** @type {Counts} */
let counts = { passed: 0, failed: 1 };
try {
    counts = await main(readOptions());
} catch (error) {
    // Wrong options are complained about by Node itself, in a sentence.
    const isSentence = error instanceof Complaint || String(error).includes('ERR_PARSE_ARGS');
    console.error(isSentence ? /** @type {Error} */ (error).message : error);
}
console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed === 0 ? 0 : 1);
