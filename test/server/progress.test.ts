import { describe, expect, test, vi } from 'vitest';
import { tellLong } from '../../server/progress.js';

const AFTER_MS = 20;

/** What is told of work, and work that ends when it is told to. */
function told() {
    const said: string[] = [];
    const take = tellLong(AFTER_MS, () => {
        said.push('begin');
        return Promise.resolve(() => said.push('end'));
    });
    const work = () => {
        const { promise, resolve, reject } = Promise.withResolvers<undefined>();
        take(promise);
        return {
            resolve: () => {
                resolve(undefined);
            },
            reject,
        };
    };
    return { said, work };
}
const pause = () => new Promise((resolve) => setTimeout(resolve, 3 * AFTER_MS));

describe('of work that lasts is told', () => {
    test('that it began and ended, once for all that is under way together, also where it fails', async () => {
        const { said, work } = told();
        const [first, second] = [work(), work()];
        await vi.waitFor(() => {
            expect(said).toEqual(['begin']);
        });
        first.resolve();
        await pause();
        expect(said).toEqual(['begin']);
        second.reject(new Error('lost'));
        await vi.waitFor(() => {
            expect(said).toEqual(['begin', 'end']);
        });
        const third = work();
        await vi.waitFor(() => {
            expect(said).toEqual(['begin', 'end', 'begin']);
        });
        third.resolve();
    });

    test('nothing where it is done soon', async () => {
        const { said, work } = told();
        work().resolve();
        await pause();
        expect(said).toEqual([]);
    });
});
