/** What a person does and sees: mouse, keyboard and eyes only, no API of VS Code. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXAMPLE, findSteps } from '../source-text.mjs';
import { previewSteps } from './person-preview.mjs';
import { goToLine, runCommand } from './quick-input.mjs';
import { walkSteps } from './person-walk.mjs';
import { addressOf } from './window.mjs';

/** @typedef {import('playwright-core').Page} Page */

/**
 * Opens the example, breaks it, reads what VS Code says about it, and mends it.
 *
 * @param {Page} page
 * @param {number} port of VS Code's server
 * @param {string} workspace a copy of the examples
 * @param {(name: string) => string} screenshot the path for a picture
 * @returns {Promise<{passed: number, failed: number}>} the number of steps; after the first that fails the rest count as failed
 */
export async function workAsAPerson(page, port, workspace, screenshot) {
    const editor = page.locator('.editor-instance .monaco-editor').first();
    const [folder = '', file = ''] = EXAMPLE.split('/');
    const text = readFileSync(join(workspace, EXAMPLE), 'utf8');
    const step = findSteps(text)[0];
    if (!step) throw new Error('The example has no step.');
    const title = /^interventie\s+\S+\s+"([^"]+)"/m.exec(text)?.[1] ?? '';
    const before = text.slice(0, step.keyword + 'stap'.length).split('\n');
    const line = text.split('\n')[before.length - 1] ?? '';
    const inTitle = { line: before.length, column: line.indexOf('"') + 2 };
    const problem = page.locator('.markers-panel .monaco-list-row', { hasText: 'bedoelde u `stap`' });

    const preview = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    const sideBar = page.locator('.part.sidebar');
    const scenarios = readFileSync(join(workspace, folder, 'scenarios.draaiboek'), 'utf8');
    const expected = scenarios.slice(0, scenarios.indexOf('verwacht einde ') + 'verwacht einde '.length).split('\n');

    const role = text.slice(0, text.indexOf('rol Coördinator') + 'rol '.length).split('\n');
    const other = readFileSync(join(workspace, folder, 'verder.draaiboek'), 'utf8');
    const named = other.slice(0, other.indexOf('door Coördinator')).split('\n');

    /** @type {[string, () => Promise<void>][]} */
    const steps = [
        [
            'opens the example from the explorer',
            async () => {
                await page.goto(addressOf(port, workspace));
                await page.getByRole('treeitem', { name: folder, exact: true }).click();
                await page.getByRole('treeitem', { name: file, exact: true }).dblclick();
                await editor.locator('.view-line').first().waitFor();
            },
        ],
        [
            'sees the name of the language in the status bar',
            async () => {
                await page
                    .locator('.statusbar-item', { hasText: /^Draaiboek$/ })
                    .first()
                    .waitFor();
            },
        ],
        [
            'sees keywords, names and texts in different colours',
            async () => {
                await page.waitForFunction(() => {
                    const tokens = document.querySelectorAll('.monaco-editor .view-line span[class^="mtk"]');
                    return new Set([...tokens].map((token) => getComputedStyle(token).color)).size >= 3;
                });
            },
        ],
        [
            'sees no red line in the example',
            async () => {
                await page.waitForTimeout(4000);
                if ((await editor.locator('.squiggly-error').count()) > 0) throw new Error('There is a red line.');
            },
        ],
        [
            'types one letter too many and sees a red line',
            async () => {
                await goToLine(page, before.length, (before.at(-1) ?? '').length + 1);
                await page.keyboard.type('p');
                await page.keyboard.press('Escape');
                await editor.locator('.squiggly-error').first().waitFor();
            },
        ],
        [
            'reads in Dutch, in the list of problems, which word was meant',
            async () => {
                await page.keyboard.press('Control+Shift+M');
                // The list shows a screenful, and a protocol may have more findings than that.
                await page.getByPlaceholder(/^Filter/).fill('bedoelde');
                await problem.first().waitFor();
            },
        ],
        [
            'mends it by keyboard with the first quick fix, and sees the problem disappear',
            async () => {
                await page.getByRole('tab', { name: file }).click();
                await goToLine(page, before.length, (before.at(-1) ?? '').length);
                await page.keyboard.press('Control+.');
                await page.locator('.action-widget .monaco-list-row.focused').waitFor();
                await page.screenshot({ path: screenshot('quick-fix') });
                await page.keyboard.press('Enter');
                await problem.first().waitFor({ state: 'detached' });
                await editor.locator('.squiggly-error').first().waitFor({ state: 'detached' });
            },
        ],
        [
            'opens the preview beside the text and reads the document',
            async () => {
                await page.keyboard.press('Escape');
                await page.getByRole('tab', { name: file }).click();
                await page.getByRole('button', { name: 'Voorvertoning openen' }).first().click();
                await preview.locator('h1').waitFor();
                await preview.getByRole('heading', { level: 1, name: title }).waitFor();
            },
        ],
        [
            'sees what is typed in the preview',
            async () => {
                const place = text.indexOf('"', text.indexOf('interventie ')) + 1;
                const lines = text.slice(0, place).split('\n');
                await page.getByRole('tab', { name: file }).click();
                await goToLine(page, lines.length, (lines.at(-1) ?? '').length + 1);
                await page.keyboard.type('Nieuw ');
                await preview.getByRole('heading', { level: 1, name: /^Nieuw / }).waitFor();
                // VS Code takes back a word at a time
                await page.keyboard.press('Control+Z');
                await page.keyboard.press('Control+Z');
                await preview.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
            },
        ],
        [
            'chooses the drawing, clicks on a step, and lands on its line',
            async () => {
                await preview.getByRole('tab', { name: 'Tekening' }).click();
                await preview.locator('svg [data-place]').first().waitFor();
                const line = before.length;
                const shape = preview.locator(`svg [data-place][data-line="${String(line)}"]`).first();
                await shape.scrollIntoViewIfNeeded();
                await shape.click();
                await page.locator('.statusbar-item', { hasText: new RegExp(`^(Ln|Rg) ${String(line)},`) }).waitFor();
            },
        ],
        [
            'reads in the side bar what the protocol consists of, what is still unknown, and what was found',
            async () => {
                await page
                    .getByRole('tab', { name: /^Draaiboek/ })
                    .first()
                    .click();
                await sideBar.getByText('Aanpak', { exact: true }).waitFor();
                await page.getByRole('button', { name: /^Nog in te vullen/ }).waitFor();
                await sideBar
                    .locator('.pane', { hasText: 'Resultaten per indicator' })
                    .last()
                    .locator('.monaco-list-row')
                    .first()
                    .waitFor();
            },
        ],
        [
            'clicks on what is unknown and lands on its line',
            async () => {
                const row = sideBar.getByRole('treeitem', { name: /^onbekend, / }).first();
                const label = (await row.getAttribute('aria-label')) ?? '';
                const line = /regel (\d+)/.exec(label)?.[1] ?? 'nowhere';
                await row.click();
                await page.locator('.statusbar-item', { hasText: new RegExp(`^(Ln|Rg) ${line},`) }).waitFor();
            },
        ],
        [
            'runs all scenarios in the Test Explorer and sees them pass',
            async () => {
                await runCommand(page, 'Testing: Focus on Test Explorer View');
                await page
                    .getByRole('treeitem', { name: /scenarios\.draaiboek/ })
                    .first()
                    .waitFor();
                await runCommand(page, 'Test: Run All Tests');
                await page
                    .getByRole('treeitem', { name: /gezinspad\/scenarios\.draaiboek.*(Passed|Geslaagd)/ })
                    .waitFor();
            },
        ],
        [
            'changes what a scenario expects, sees it fail at its line, and pass again',
            async () => {
                await page.keyboard.press('Control+Shift+E');
                await page.getByRole('treeitem', { name: 'scenarios.draaiboek', exact: true }).dblclick();
                await page.getByRole('tab', { name: 'scenarios.draaiboek' }).waitFor();
                await goToLine(page, expected.length, (expected.at(-1) ?? '').length + 1);
                await page.keyboard.press('Control+Shift+ArrowRight');
                await page.keyboard.type('GeenZorgen');
                await page.keyboard.press('Escape');
                await runCommand(page, 'Test: Run Test at Cursor');
                await page
                    .getByText(/verwacht einde GeenZorgen; maar/)
                    .first()
                    .waitFor();
                await page.screenshot({ path: screenshot('scenario-fails') });
                await page.keyboard.press('Escape');
                await page.getByRole('tab', { name: 'scenarios.draaiboek' }).click();
                await page.keyboard.press('Control+Z');
                await page.keyboard.press('Control+Z');
                await runCommand(page, 'Test: Run Test at Cursor');
                await runCommand(page, 'Testing: Focus on Test Explorer View');
                await page
                    .getByRole('treeitem', { name: /gezinspad\/scenarios\.draaiboek.*(Passed|Geslaagd)/ })
                    .waitFor();
            },
        ],
        [
            'sees in the margin which steps the scenarios come through',
            async () => {
                await page.getByRole('tab', { name: file }).click();
                await goToLine(page, before.length, 1);
                await runCommand(page, 'Test: Run All Tests with Coverage');
                await page.locator('.coverage-deco-gutter').first().waitFor();
                await runCommand(page, 'Test: Open Coverage');
                await page.getByRole('treeitem', { name: /^gezinspad\.draaiboek coverage: / }).waitFor();
            },
        ],
        ...previewSteps(page, { screenshot }, inTitle),
        ...walkSteps(page, { screenshot }),
        [
            'renames a role by keyboard, and finds the new name in another file',
            async () => {
                await page.getByRole('tab', { name: file }).click();
                await goToLine(page, role.length, (role.at(-1) ?? '').length + 1);
                await page.keyboard.press('F2');
                const box = page.locator('.rename-box input');
                await box.fill('Regelaar');
                await page.keyboard.press('Enter');
                await box.waitFor({ state: 'hidden' });
                await page.keyboard.press('Control+P');
                await page.locator('.quick-input-widget input:visible').fill('verder.draaiboek');
                await page
                    .locator('.quick-input-list .monaco-list-row', { hasText: 'verder.draaiboek' })
                    .first()
                    .waitFor();
                await page.keyboard.press('Enter');
                await page.getByRole('tab', { name: 'verder.draaiboek' }).waitFor();
                await goToLine(page, named.length, 1);
                await page
                    .locator('.view-line', { hasText: /door.Regelaar/ })
                    .first()
                    .waitFor();
            },
        ],
    ];

    console.log('\n  as a person');
    page.setDefaultTimeout(30_000);
    let passed = 0;
    for (const [name, perform] of steps) {
        try {
            await perform();
            await page.screenshot({ path: screenshot(`person-${passed + 1}`) });
            console.log(`    ✔ ${name}`);
            passed++;
        } catch (error) {
            await page.screenshot({ path: screenshot('person-failed') });
            console.log(`    ✘ ${name}\n${String(error)}`);
            break;
        }
    }
    return { passed, failed: steps.length - passed };
}
