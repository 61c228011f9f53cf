/** The packed extension as a web extension: in the extension host of the browser, with the language server in a worker. */
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, normalize } from 'node:path';
import { chromium } from 'playwright-core';
import { unzipSync } from 'fflate';
import { within } from '../processes.mjs';
import { EXAMPLE, LOOK, LOOKED, MARK } from '../source-text.mjs';
import { frameWith } from './frames.mjs';
import { violationsIn } from './person-preview.mjs';
import { addressOf, CHROMIUM_ARGUMENTS } from './window.mjs';

/** @typedef {{passed: number, failed: number}} Counts */

/** VS Code runs tests in the extension host of the extension in whose folder they stand. */
const SUITE = 'extension/suite/';

/** @type {Record<string, string>} */
const TYPES = {
    js: 'text/javascript',
    json: 'application/json',
    css: 'text/css',
    svg: 'image/svg+xml',
    png: 'image/png',
    md: 'text/markdown',
};

/**
 * Serves what is in a packed extension, and the suite, to any page.
 *
 * @param {string} vsix
 * @param {string} suite the folder of the bundled suite
 */
async function serve(vsix, suite) {
    const packed = unzipSync(readFileSync(vsix));
    const server = createServer(({ url = '' }, response) => {
        const path = normalize(decodeURIComponent(url.split('?')[0] ?? '')).slice(1);
        const type = TYPES[path.split('.').at(-1) ?? ''] ?? 'text/plain';
        /** @type {Uint8Array | undefined} */
        let content = packed[path];
        if (path.startsWith(SUITE)) content = readFileSync(join(suite, path.slice(SUITE.length)));
        response.writeHead(content ? 200 : 404, { 'content-type': type, 'access-control-allow-origin': '*' });
        response.end(content);
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The extension is not served.');
    return { authority: `127.0.0.1:${address.port}`, stop: () => server.close() };
}

/**
 * Runs the suite for the web in the browser's extension host, and then looks at the window as a person does.
 *
 * @param {{executablePath: string, vsix: string, port: number, log: string,
 *     folders: import('../workspace.mjs').Folders, screenshot: (name: string) => string}} run
 *     `port`: of VS Code's server, in which the extension must not be installed
 * @returns {Promise<Counts>}
 */
export async function runInWeb({ executablePath, vsix, port, folders, log, screenshot }) {
    const { authority, stop } = await serve(vsix, folders.suite);
    const context = await chromium.launchPersistentContext(join(folders.root, 'chromium-web'), {
        executablePath,
        headless: true,
        viewport: { width: 1440, height: 900 },
        args: CHROMIUM_ARGUMENTS,
        bypassCSP: true,
    });
    const page = context.pages()[0] ?? (await context.newPage());
    const counts = { passed: 0, failed: 0 };
    try {
        await page.addInitScript((authority) => {
            const uri = (/** @type {string} */ path) => ({ scheme: 'http', authority, path });
            const observer = new MutationObserver(() => {
                const meta = document.getElementById('vscode-workbench-web-configuration');
                if (!meta) return;
                observer.disconnect();
                const settings = JSON.parse(meta.dataset['settings'] ?? '{}');
                settings.developmentOptions = {
                    ...settings.developmentOptions,
                    extensions: [uri('/extension')],
                    extensionTestsPath: uri('/extension/suite/web.js'),
                };
                meta.dataset['settings'] = JSON.stringify(settings);
            });
            observer.observe(document, { childList: true, subtree: true });
        }, authority);
        const ended = new Promise((resolve) => {
            void page.exposeFunction('codeAutomationExit', resolve);
        });
        /** @type {(value?: unknown) => void} */
        let mayLook = () => undefined;
        const ready = new Promise((resolve) => (mayLook = resolve));
        await page.exposeFunction('codeAutomationLog', (/** @type {string} */ type, /** @type {unknown[]} */ args) => {
            const text = args.map(String).join(' ');
            appendFileSync(log, `${type}: ${text}\n`);
            if (text.startsWith(MARK)) {
                console.log(text.slice(MARK.length));
                if (/^ +✔/.test(text.slice(MARK.length))) counts.passed++;
                if (/^ +✘/.test(text.slice(MARK.length))) counts.failed++;
                if (text.endsWith(LOOK)) mayLook();
            }
        });
        console.log('\n  as a web extension');
        await page.goto(addressOf(port, folders.workspace));
        // with its suite an extension host ends: it is looked at before
        await within(Promise.race([ready, ended]), 150, 'the suite in the extension host of the browser');
        await look(page, screenshot, counts);
        writeFileSync(join(folders.workspace, LOOKED), '');
        await within(ended, 30, 'the end of the suite in the extension host of the browser');
    } finally {
        await page.screenshot({ path: screenshot('web') }).catch(() => undefined);
        await context.close().catch(() => undefined);
        stop();
    }
    return counts;
}

/**
 * @param {import('playwright-core').Page} page
 * @param {(name: string) => string} screenshot
 * @param {Counts} counts
 */
async function look(page, screenshot, counts) {
    /** @type {[string, () => Promise<void>][]} */
    const steps = [
        [
            'shows the document of the protocol in the preview, without anything in the way of a screen reader',
            async () => {
                const preview = await frameWith(page, '.paper h1', 30);
                await preview.getByRole('heading', { level: 1 }).first().waitFor();
                const violations = await violationsIn(preview);
                if (violations.length > 0) throw new Error(violations.join('\n'));
                await preview.getByRole('tab', { name: 'Tekening' }).click();
                await preview.locator('svg [data-place]').first().waitFor();
            },
        ],
        [
            'shows the three views of the side bar',
            async () => {
                const sideBar = page.locator('.part.sidebar');
                await sideBar.getByText('Aanpak', { exact: true }).waitFor();
                for (const name of [/^Nog in te vullen/, /^Resultaten per indicator/])
                    await page.getByRole('button', { name }).first().waitFor();
                await page.screenshot({ path: screenshot('web-views') });
            },
        ],
        [
            `shows ${EXAMPLE} without a red line`,
            async () => {
                await page.locator('.editor-instance .monaco-editor .view-line').first().waitFor();
                if ((await page.locator('.squiggly-error').count()) > 0) throw new Error('There is a red line.');
            },
        ],
    ];
    page.setDefaultTimeout(30_000);
    for (const [name, perform] of steps) {
        try {
            await perform();
            console.log(`    ✔ ${name}`);
            counts.passed++;
        } catch (error) {
            await page.screenshot({ path: screenshot('web-failed') });
            console.log(`    ✘ ${name}\n${String(error)}`);
            counts.failed++;
        }
    }
}
