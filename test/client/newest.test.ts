import { expect, test } from 'vitest';
import { newest } from '../../client/newest.js';

/** Questions that are answered when the test says so. */
function asked() {
    const answers: ((answer: string | undefined) => void)[] = [];
    const taken: string[] = [];
    const ask = newest(
        () => new Promise<string | undefined>((resolve) => answers.push(resolve)),
        (answer) => taken.push(answer),
    );
    return { ask, answers, taken };
}

test('an earlier question is over when the newest is answered, in whatever order the answers come', async () => {
    for (const order of [
        [0, 1],
        [1, 0],
    ]) {
        const { ask, answers, taken } = asked();
        const first = ask().then(() => taken.length);
        const second = ask();
        order.forEach((n) => answers[n]?.(n === 1 ? 'new' : 'old'));
        await second;
        expect(await first).toBe(1);
        expect(taken).toEqual(['new']);
    }
});

test('what cannot be answered now is not taken', async () => {
    const { ask, answers, taken } = asked();
    const only = ask();
    answers[0]?.(undefined);
    await only;
    expect(taken).toEqual([]);
});
