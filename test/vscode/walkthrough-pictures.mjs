#!/usr/bin/env node
/**
 * Takes the pictures of the walkthrough (client/walkthrough/*.webp): the example Gezinspad in a real VS Code.
 *
 *   npm run package && node test/vscode/walkthrough-pictures.mjs
 */
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { frameWith } from './editor/frames.mjs';
import { findChromium, installEditor } from './editor/install.mjs';
import { chooseCommand, goToLine, runCommand } from './editor/quick-input.mjs';
import { installExtension, startServer } from './editor/server.mjs';
import { addressOf, openWindow } from './editor/window.mjs';
import { EXAMPLE } from './source-text.mjs';
import { layOut } from './workspace.mjs';

const project = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const pictures = join(project, 'client/walkthrough');

/** What keeps the pictures to the text and what is shown of it. */
const LOOKS = {
    'breadcrumbs.enabled': false,
    'editor.minimap.enabled': false,
    'editor.stickyScroll.enabled': false,
    'window.commandCenter': false,
    'workbench.activityBar.location': 'hidden',
    'workbench.colorTheme': 'Default Light Modern',
    'workbench.layoutControl.enabled': false,
    'workbench.statusBar.visible': false,
};
const SIZE = { width: 1120, height: 700 };

const root = realpathSync(mkdtempSync(join(tmpdir(), 'draaiboek-pictures-')));
process.on('exit', () => rmSync(root, { recursive: true, force: true }));
const folders = layOut(root, join(project, 'examples'));
const settings = join(folders.userData, 'User/settings.json');
writeFileSync(settings, JSON.stringify({ ...JSON.parse(readFileSync(settings, 'utf8')), ...LOOKS }));
const file = join(folders.desk, EXAMPLE);
const text = readFileSync(file, 'utf8');
const lineOf = (/** @type {RegExp} */ what) => text.slice(0, text.search(what)).split('\n').length;

const chromium = findChromium();
await installEditor();
await installExtension(join(project, 'dist/draaiboek.vsix'), folders);
const server = await startServer(folders, {}, join(root, 'server.log'));
const { page, close } = await openWindow(chromium, folders);

const openFile = async (/** @type {string} */ name) => {
    await page.keyboard.press('Control+P');
    await page.locator('.quick-input-widget input:visible').fill(name);
    await page.locator('.quick-input-list .monaco-list-row').first().click();
    await page.getByRole('tab', { name }).waitFor();
};
const take = async (/** @type {string} */ name) => {
    await page.waitForTimeout(1500);
    const clip = { x: 0, y: 0, ...SIZE, scale: 1 };
    const session = await page.context().newCDPSession(page);
    const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 55, clip });
    mkdirSync(pictures, { recursive: true });
    writeFileSync(join(pictures, `${name}.webp`), Buffer.from(data, 'base64'));
    console.log(`${name}.webp`);
};

try {
    await page.setViewportSize(SIZE);
    await page.goto(addressOf(server.port, dirname(file)));
    await page.locator('.monaco-workbench').waitFor();
    await page.waitForTimeout(3000);
    await openFile('scenarios.draaiboek');
    await page.keyboard.press('Control+B');
    await page.locator('.codelens-decoration', { hasText: 'loopt zoals verwacht' }).first().waitFor();
    await take('scenario');

    await openFile('gezinspad.draaiboek');
    await goToLine(page, lineOf(/^ *stap Kennismaking /m));
    await page.keyboard.press('Home');
    await page.keyboard.press('Control+ArrowRight');
    await page.keyboard.type('p');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Shift+M');
    await page.locator('.squiggly-error').first().waitFor({ state: 'attached' });
    await page.getByPlaceholder(/^Filter/).fill('bedoelde');
    await page.waitForTimeout(500);
    await take('findings');
    await page.getByRole('tab', { name: 'gezinspad.draaiboek' }).click();
    await page.keyboard.press('Control+Z');
    await page.keyboard.press('Control+J');

    await runCommand(page, 'Draaiboek: Voorvertoning openen');
    const preview = await frameWith(page, '#shown');
    await preview.getByRole('tab', { name: 'Tekening' }).click();
    await preview.locator('svg [data-place]').first().waitFor();
    for (let i = 0; i < 3; i++) await preview.getByRole('button', { name: 'Kleiner' }).click();
    await take('preview');

    await page.getByRole('tab', { name: 'gezinspad.draaiboek' }).click();
    await chooseCommand(page, 'Draaiboek: Casus doorlopen', /^Het plan is genoeg/);
    const walk = await frameWith(page, '#walk');
    for (let i = 0; i < 2; i++) {
        await walk.getByRole('button', { name: 'Volgende volgens het scenario' }).click();
        await page.waitForTimeout(500);
    }
    await take('walk');
} finally {
    await close();
    server.stop();
}
