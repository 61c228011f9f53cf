/** @typedef {import('playwright-core').Page} Page */

/**
 * The page of a webview that holds a certain element; several webviews may be open.
 *
 * @param {Page} page
 * @param {string} selector
 * @param {number} [seconds] how long to wait for it
 * @returns {Promise<import('playwright-core').Frame>}
 */
export async function frameWith(page, selector, seconds = 20) {
    const end = Date.now() + seconds * 1000;
    while (Date.now() < end) {
        for (const frame of page.frames()) {
            const found = await frame.$(selector).catch(() => null);
            if (found) return frame;
        }
        await page.waitForTimeout(100);
    }
    throw new Error(`No webview has ${selector}.`);
}
