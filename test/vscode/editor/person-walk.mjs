/** Walking through a case as a person does: a part of person.mjs. */
import { frameWith } from './frames.mjs';
import { violationsIn } from './person-preview.mjs';
import { chooseCommand } from './quick-input.mjs';

/** @typedef {import('playwright-core').Page} Page */

/**
 * @param {Page} page with the example in the active editor
 * @param {{ screenshot: (name: string) => string }} tools
 * @returns {[string, () => Promise<void>][]}
 */
export function walkSteps(page, { screenshot }) {
    const walk = () => frameWith(page, '#walk');
    return [
        [
            'begins to walk through a case, and is asked what is known',
            async () => {
                await chooseCommand(page, 'Draaiboek: Casus doorlopen', /^Vanaf het begin/);
                const frame = await walk();
                await frame.getByRole('heading', { name: 'Wat is er bekend bij het begin?' }).waitFor();
                const asked = frame.getByRole('group', { name: 'Iemand maakt zich zorgen over een kind' });
                await asked.getByLabel('ja').check();
                await frame.getByLabel('Gewone uitnodigingen die niet tot contact leidden').fill('2');
                await frame.getByRole('button', { name: 'Begin', exact: true }).click();
                await frame.getByRole('button', { name: 'Het signaal onderzoeken', exact: true }).first().waitFor();
            },
        ],
        [
            'sees the step in the text, says by keyboard what becomes known, and steps back',
            async () => {
                const frame = await walk();
                await page.waitForFunction(() =>
                    [...document.querySelectorAll('.monaco-editor .view-line span')].some((span) =>
                        getComputedStyle(span, '::after').content.includes('casus: nu te doen'),
                    ),
                );
                const form = frame.getByRole('form', { name: 'Het signaal onderzoeken: gedaan' });
                await form.getByRole('group', { name: 'De zorgen blijken terecht' }).getByLabel('ja').focus();
                await page.keyboard.press('Space');
                await form.getByRole('group', { name: 'Een kind is nu niet veilig' }).getByLabel('nee').check();
                await form.getByRole('button').press('Enter');
                await frame.getByRole('form', { name: 'Kennismaken, thuis: gedaan' }).waitFor();
                const violations = await violationsIn(frame);
                if (violations.length > 0) throw new Error(violations.join('\n'));
                await page.screenshot({ path: screenshot('walk') });
                await toolsAreInSight(frame);
                await frame.getByRole('button', { name: 'Stap terug' }).click();
                await frame.getByRole('form', { name: 'Het signaal onderzoeken: gedaan' }).waitFor();
            },
        ],
        [
            'walks through a scenario to its end',
            async () => {
                await chooseCommand(page, 'Draaiboek: Casus doorlopen', /^Het plan is genoeg/);
                const frame = await walk();
                const next = frame.getByRole('button', { name: 'Volgende volgens het scenario' });
                const end = frame.locator('.end');
                for (let i = 0; i < 40 && (await end.count()) === 0; i++) {
                    const before = await frame.locator('.log li').count();
                    await next.click();
                    await frame.waitForFunction(
                        (count) => document.querySelectorAll('.log li').length !== count,
                        before,
                        { timeout: 10_000 },
                    );
                }
                await end.filter({ hasText: 'Einde' }).waitFor();
                await frame.getByRole('button', { name: 'Bewaar als scenario' }).click({ trial: true });
                await page.screenshot({ path: screenshot('walk-end') });
            },
        ],
    ];
}

/**
 * The tools of the page stay where they are seen, however far somebody has read on.
 *
 * @param {import('playwright-core').Frame} frame
 */
async function toolsAreInSight(frame) {
    const top = await frame.evaluate(() => {
        scrollTo(0, document.body.scrollHeight);
        return document.querySelector('.tools')?.getBoundingClientRect().top;
    });
    if (top !== 0) throw new Error(`The tools of the walk are at ${String(top)} when the page is read to its end.`);
}
