/** The box in which somebody goes to a line, or chooses a command. */

/** @typedef {import('playwright-core').Page} Page */

const INPUT = '.quick-input-widget input:visible';

/**
 * Goes to a place in the editor that has the focus.
 *
 * @param {Page} page
 * @param {number} line from 1
 * @param {number} column from 1
 */
export async function goToLine(page, line, column = 1) {
    await page.keyboard.press('Control+G');
    await page.locator(INPUT).fill(`:${String(line)}:${String(column)}`);
    await closing(page, (timeout) => page.locator(INPUT).press('Enter', { timeout }));
}

/**
 * Chooses a command that asks something in the same box.
 *
 * @param {Page} page
 * @param {string} title
 */
export async function chooseCommand(page, title) {
    await page.keyboard.press('F1');
    await page.locator(INPUT).fill(`>${title}`);
    await rowWith(page, title).click();
}

/**
 * Runs a command, until the box is gone.
 *
 * @param {Page} page
 * @param {string} title
 */
export async function runCommand(page, title) {
    await page.keyboard.press('F1');
    await page.locator(INPUT).fill(`>${title}`);
    await closing(page, (timeout) => rowWith(page, title).click({ timeout }));
}

/**
 * @param {Page} page
 * @param {string} text
 */
function rowWith(page, text) {
    return page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
}

/**
 * Does what closes the box, again where the box was not ready for it: what comes while its list is being made is lost.
 *
 * @param {Page} page
 * @param {(timeout: number) => Promise<void>} act
 */
async function closing(page, act) {
    const box = page.locator('.quick-input-widget');
    const attempt = 5_000;
    for (let left = 5; ; left--) {
        try {
            await act(attempt);
            await box.waitFor({ state: 'hidden', timeout: attempt });
            return;
        } catch (error) {
            if (!(await box.isVisible())) return;
            if (left === 0) throw error;
        }
    }
}
