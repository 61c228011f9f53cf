import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare } from '../../../language/diff/compare.js';
import { isNoChange, leftOver } from './account.js';
import { readSide } from './differ.js';
import { plantedPairs } from './planted.js';
import { edited, edits } from './random-edits.js';

const EXAMPLES = join(import.meta.dirname, '../../../examples');

const read = (path: string) => readFileSync(join(EXAMPLES, path), 'utf8');

/** Texts of every kind: a small one, those of the examples, and one in which an interventie inherits from another. */
const TEXTS: readonly (readonly [name: string, text: string])[] = [
    ['the text of the planted pairs', plantedPairs()[0]?.old ?? ''],
    ...readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' })
        .filter((path) => path.endsWith('.draaiboek'))
        .sort()
        .map((path) => [path, read(path)] as const),
    [
        'what is national and local in one file',
        ['netwerk', 'gezinspad', 'breda'].map((name) => read(`gezinspad/${name}.draaiboek`)).join('\n'),
    ],
];

async function difference(old: string, now: string) {
    const [a, b] = [await readSide(old), await readSide(now)];
    const options = { oldText: a.textAt, newText: b.textAt };
    return { a, b, comparison: compare({ files: [a.model] }, { files: [b.model] }, options) };
}

describe('old + difference account for every difference of two models', () => {
    for (const { name, old, now } of plantedPairs()) {
        it(`of ${name}`, async () => {
            const { a, b, comparison } = await difference(old, now);
            const left = leftOver(comparison, a.model, b.model);
            expect(left.now).toEqual(left.old);
        });
    }

    // a seed that is fixed gives the same edits each time; DIFF_RUNS=500 looks further
    const runs = Number(process.env['DIFF_RUNS'] ?? 8);
    it.each(TEXTS)('over random edits of %s', async (_, text) => {
        await fc.assert(
            fc.asyncProperty(edits, async (all) => {
                const { a, b, comparison } = await difference(text, edited(text, all));
                const left = leftOver(comparison, a.model, b.model);
                expect(left.now).toEqual(left.old);
                expect(comparison.changes.filter((c) => isNoChange(c, comparison))).toEqual([]);
            }),
            { numRuns: runs, seed: 7 },
        );
    });
});
