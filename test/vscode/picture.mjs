#!/usr/bin/env node
/**
 * Takes docs/beeld/editor.png: the example Gezinspad with three mistakes in its handover, in a real VS Code.
 *
 *   npm run package && node test/vscode/picture.mjs
 */
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium, installEditor } from './editor/install.mjs';
import { goToLine } from './editor/quick-input.mjs';
import { installExtension, startServer } from './editor/server.mjs';
import { addressOf, openWindow } from './editor/window.mjs';
import { EXAMPLE } from './source-text.mjs';
import { layOut } from './workspace.mjs';

const project = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const picture = join(project, 'docs/beeld/editor.png');

/** What is broken in the example, each with what it becomes. */
const MISTAKES = /** @type {const} */ ([
    ['met Gezinswerker, Gezin, Hulpverlener', 'met Gezinswerker, Hulpverlener'],
    ['geheimhouding toestemming van Gezin', 'geheimhoudng toestemming van Gezin'],
    [/\n *bevestiging door Hulpverlener binnen 5 werkdagen/, ''],
]);

/** What keeps the picture to the text and its findings. */
const LOOKS = {
    'breadcrumbs.enabled': false,
    'editor.fontSize': 15,
    'editor.lineHeight': 1.5,
    'editor.minimap.enabled': false,
    'editor.renderLineHighlight': 'none',
    'editor.stickyScroll.enabled': false,
    'problems.sortOrder': 'position',
    'window.commandCenter': false,
    'workbench.activityBar.location': 'hidden',
    'workbench.colorTheme': 'Default Light Modern',
    'workbench.editor.editorActionsLocation': 'hidden',
    'workbench.layoutControl.enabled': false,
    'workbench.statusBar.visible': false,
};

/** Of the window, in pixels of CSS; the picture has twice as many. */
const SIZE = { width: 1240, height: 690 };

/** @param {string} file */
function breakText(file) {
    let text = readFileSync(file, 'utf8');
    for (const [right, wrong] of MISTAKES) {
        const broken = text.replace(right, wrong);
        if (broken === text) throw new Error(`The example has no "${right}" to break: adapt MISTAKES.`);
        text = broken;
    }
    writeFileSync(file, text);
    return text;
}

const root = realpathSync(mkdtempSync(join(tmpdir(), 'draaiboek-picture-')));
process.on('exit', () => rmSync(root, { recursive: true, force: true }));
const folders = layOut(root, join(project, 'examples'));
const settings = join(folders.userData, 'User/settings.json');
writeFileSync(settings, JSON.stringify({ ...JSON.parse(readFileSync(settings, 'utf8')), ...LOOKS }));
const file = join(folders.desk, EXAMPLE);
const text = breakText(file);
const line = text.slice(0, text.search(/^ *overdracht /m)).split('\n').length;

const chromium = findChromium();
await installEditor();
await installExtension(join(project, 'dist/draaiboek.vsix'), folders);
const server = await startServer(folders, {}, join(root, 'server.log'));
const { page, close } = await openWindow(chromium, folders);
try {
    await page.setViewportSize(SIZE);
    await page.goto(addressOf(server.port, dirname(file)));
    await page.getByRole('treeitem', { name: basename(file), exact: true }).dblclick();
    await page.locator('.editor-instance .view-line').first().waitFor();
    await page.keyboard.press('Control+B');
    await goToLine(page, line + 8);
    await page.keyboard.press('Control+Shift+M');
    await page.locator('.squiggly-error').first().waitFor({ state: 'attached' });
    await page.waitForTimeout(2000); // for the last findings, and for scrolling to come to rest
    // Playwright itself gives one pixel for each of CSS
    const clip = { x: 0, y: 0, ...SIZE, scale: 2 };
    const session = await page.context().newCDPSession(page);
    const { data } = await session.send('Page.captureScreenshot', { format: 'png', clip });
    mkdirSync(dirname(picture), { recursive: true });
    writeFileSync(picture, Buffer.from(data, 'base64'));
} finally {
    await close();
    server.stop();
}
console.log(picture);
