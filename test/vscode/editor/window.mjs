import { chromium } from 'playwright-core';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { MARK } from '../source-text.mjs';
import { within } from '../processes.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('../workspace.mjs').Folders} Folders */

/** Headless, in a container too (no sandbox), and with no way to any other machine. */
export const CHROMIUM_ARGUMENTS = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-dev-shm-usage',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
];

/**
 * Opens the window in which VS Code is shown, still empty.
 *
 * @param {string} executablePath
 * @param {Folders} folders
 * @returns {Promise<{page: Page, close: () => Promise<void>}>}
 */
export async function openWindow(executablePath, folders) {
    const context = await chromium.launchPersistentContext(join(folders.root, 'chromium'), {
        executablePath,
        headless: true,
        viewport: { width: 1440, height: 900 },
        args: CHROMIUM_ARGUMENTS,
    });
    const page = context.pages()[0] ?? (await context.newPage());
    return { page, close: () => context.close() };
}

/**
 * Runs the bundled suite in the extension host of this window and prints its report.
 *
 * @param {Page} page
 * @param {number} port of VS Code's server
 * @param {Folders} folders
 * @param {string} log the file for everything that is said on the console of the window
 * @throws {Error} when it does not come to an end in four minutes
 */
export async function runSuite(page, port, folders, log) {
    const ended = new Promise((resolve) => {
        void page.exposeFunction('codeAutomationExit', resolve);
    });
    await page.exposeFunction('codeAutomationLog', (/** @type {string} */ type, /** @type {unknown[]} */ args) => {
        const text = args.map(String).join(' ');
        appendFileSync(log, `${type}: ${text}\n`);
        if (text.startsWith(MARK)) console.log(text.slice(MARK.length));
    });
    const origin = `vscode-remote://127.0.0.1:${port}`;
    const payload = [
        ['extensionDevelopmentPath', origin + folders.nothing],
        ['extensionTestsPath', `${origin}${folders.suite}/index`],
        ['skipWelcome', 'true'],
    ];
    await page.goto(`${addressOf(port, folders.workspace)}&payload=${encodeURIComponent(JSON.stringify(payload))}`);
    await within(ended, 240, 'the suite in the extension host');
}

/**
 * @param {number} port
 * @param {string} folder the workspace to open
 * @returns {string}
 */
export function addressOf(port, folder) {
    return `http://127.0.0.1:${port}/?folder=${encodeURI(folder)}`;
}
