/** The box in which somebody goes to a line, or chooses a command. */

/** @typedef {import('playwright-core').Page} Page */

const INPUT = '.quick-input-widget input:visible';

/** How long one attempt waits for something to show or to go away, in milliseconds, and how many attempts there are. */
const PATIENCE = 5_000;
const ATTEMPTS = 6;

/**
 * Goes to a place in the editor that has the focus.
 *
 * @param {Page} page
 * @param {number} line from 1
 * @param {number} column from 1
 */
export async function goToLine(page, line, column = 1) {
    await untilDone(page, async () => {
        await open(page, 'Control+G', `:${String(line)}:${String(column)}`);
        await page.locator(INPUT).press('Enter', { timeout: PATIENCE });
        await gone(page);
    });
}

/**
 * Chooses a command that asks something in the same box, and answers it.
 *
 * @param {Page} page
 * @param {string} title
 * @param {RegExp} answer how the name of what is chosen begins
 */
export async function chooseCommand(page, title, answer) {
    await untilDone(page, async () => {
        await open(page, 'F1', `>${title}`);
        await rowWith(page, title).click({ timeout: PATIENCE });
        await page.getByRole('option', { name: answer }).click({ timeout: PATIENCE });
        await gone(page);
    });
}

/**
 * Runs a command, until the box is gone.
 *
 * @param {Page} page
 * @param {string} title
 */
export async function runCommand(page, title) {
    await untilDone(page, async () => {
        await open(page, 'F1', `>${title}`);
        await rowWith(page, title).click({ timeout: PATIENCE });
        await gone(page);
    });
}

/**
 * @param {Page} page
 * @param {string} key what opens the box
 * @param {string} text what is written in it
 */
async function open(page, key, text) {
    await page.keyboard.press(key);
    await page.locator(INPUT).fill(text, { timeout: PATIENCE });
}

/** @param {Page} page */
function gone(page) {
    return page.locator('.quick-input-widget').waitFor({ state: 'hidden', timeout: PATIENCE });
}

/**
 * @param {Page} page
 * @param {string} text
 */
function rowWith(page, text) {
    return page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
}

/**
 * Does what the box is for, from its opening on, and again where that came to nothing: what comes while its list is being
 * made is lost, and the box closes when something else takes the focus.
 *
 * @param {Page} page
 * @param {() => Promise<void>} act
 */
async function untilDone(page, act) {
    for (let left = ATTEMPTS - 1; ; left--) {
        try {
            await act();
            return;
        } catch (error) {
            if (left === 0) throw error;
            await page.keyboard.press('Escape');
        }
    }
}
