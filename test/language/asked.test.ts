import { expect, it } from 'vitest';
import { ASKED } from '../../scripts/docs/language-asked.js';
import { check, checkFor } from './rule-tester.js';

it.each(ASKED)('$title: what the reference shows can be read, and its scenarios succeed', async ({ example }) => {
    // who it is for and what it is about does not belong to the question
    const errors = (await check(example)).filter((f) => f.severity === 'error' && f.code !== 'doel/hoofddoel');
    expect(errors.map((f) => f.message.nl)).toEqual([]);
    expect((await checkFor('scenario/mislukt', example)).map((f) => f.message.nl)).toEqual([]);
    expect(example).toMatch(/^scenario /m);
});
