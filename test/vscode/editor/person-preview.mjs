/** The tabs of the preview as a person sees and uses them: a part of person.mjs. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { frameWith } from './frames.mjs';
import { goToLine, runCommand } from './quick-input.mjs';

/** @typedef {import('playwright-core').Page} Page */

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe-core finds wrong for people with a disability on the page of a webview.
 *
 * @param {import('playwright-core').Frame} frame
 * @returns {Promise<string[]>}
 */
export async function violationsIn(frame) {
    await frame.evaluate(AXE);
    return frame.evaluate(async () => {
        // @ts-expect-error axe-core is a script of the page now
        const { violations } = await globalThis.axe.run(document);
        return violations.map(
            (/** @type {{id: string, nodes: {html: string}[]}} */ { id, nodes }) =>
                `${id}: ${nodes
                    .slice(0, 3)
                    .map(({ html }) => html.slice(0, 160))
                    .join(' | ')}`,
        );
    });
}

/**
 * @param {Page} page with the example in the active editor, and a preview open or not
 * @param {{ screenshot: (name: string) => string }} tools
 * @param {{line: number, column: number}} place inside the title of a step, from 1
 * @returns {[string, () => Promise<void>][]}
 */
export function previewSteps(page, { screenshot }, { line, column }) {
    const without = async (/** @type {string} */ selector) => {
        const violations = await violationsIn(await frameWith(page, selector));
        if (violations.length > 0) throw new Error(violations.join('\n'));
    };
    return [
        [
            'sees in the document and in the drawing what changed',
            async () => {
                await runCommand(page, 'Draaiboek: Voorvertoning openen');
                const preview = await frameWith(page, '#shown');
                await preview.getByRole('tab', { name: 'Document' }).click();
                await preview.locator('.paper h1').first().waitFor();
                await without('#shown');
                await page.getByRole('tab', { name: 'gezinspad.draaiboek' }).click();
                await goToLine(page, line, column);
                await page.keyboard.type('Nieuw ');
                const changed = preview.locator('.paper .changed', { hasText: 'Nieuw ' });
                await changed.first().waitFor();
                await preview.getByRole('tab', { name: 'Tekening' }).click();
                await preview.locator('svg [data-place]').first().waitFor();
                await page.getByRole('tab', { name: 'gezinspad.draaiboek' }).click();
                await page.keyboard.press('Control+Z');
                await page.keyboard.press('Control+Z');
                await preview.locator('svg .changed').first().waitFor();
                await page.screenshot({ path: screenshot('changed') });
            },
        ],
        [
            'reads in the review what was found, and goes from there to the text by keyboard',
            async () => {
                const preview = await frameWith(page, '#shown');
                await preview.getByRole('tab', { name: 'Beoordeling' }).click();
                await preview.getByRole('heading', { name: /^Resultaten per indicator/ }).waitFor();
                await preview.getByRole('heading', { name: /^Meldingen/ }).waitFor();
                await page.screenshot({ path: screenshot('review') });
                await without('#shown');
                const contradiction = preview.getByRole('button', { name: 'Hoe lang een gezin meedoet' });
                await contradiction.scrollIntoViewIfNeeded();
                await contradiction.press('Enter');
                await page.locator('.statusbar-item', { hasText: /^(Ln|Rg) 45,/ }).waitFor();
            },
        ],
        [
            'finds nothing in the way of a screen reader in the drawing',
            async () => {
                const preview = await frameWith(page, '#shown');
                await preview.getByRole('tab', { name: 'Tekening' }).click();
                await preview.locator('svg [data-place]').first().waitFor();
                await without('#shown');
            },
        ],
    ];
}
