import { describe, expect, it } from 'vitest';
import type { Change } from '../../../language/diff/change.js';
import { differ } from './differ.js';
import { plantedPairs } from './planted.js';

describe('What is planted is told, and nothing else', () => {
    const pairs = plantedPairs();

    it('has at least 40 pairs', () => {
        expect(pairs.length).toBeGreaterThanOrEqual(40);
    });

    for (const { name, old, now, meaning, text } of pairs) {
        it(name, async () => {
            const { changes } = await differ(old, now);
            const told = (degree: Change['degree']) =>
                changes.filter((c) => c.degree === degree).map((c) => c.sentence.nl);
            expect({ meaning: told('meaning'), text: told('text') }).toEqual({ meaning, text });
        });
    }

    it('tells nothing of two texts that are the same', async () => {
        const [first] = pairs;
        const { changes } = await differ(first?.old ?? '', `// een regel erboven\n\n${first?.old ?? ''}`);
        expect(changes).toEqual([]);
    });
});
