import { expect, it } from 'vitest';
import { checkFor } from '../rule-tester.js';

it.each(['', '\n  \n', '\uFEFF'])('a file in which nothing stands says how to begin: %j', async (text) => {
    const [finding, ...others] = await checkFor('meta/leeg', text);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
        severity: 'info',
        message: { nl: expect.stringMatching(/draaiboek new/) as string },
    });
});

it('a file with only a comment is not empty', async () => {
    expect(await checkFor('meta/leeg', '// Wordt geschreven.\n')).toEqual([]);
});
