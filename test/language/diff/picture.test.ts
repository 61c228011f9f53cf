import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differencePictures } from '../../../language/diff/picture.js';
import { differenceBetween, type Difference } from '../../../language/diff/difference.js';
import { together } from '../../../language/diff/assess.js';
import type { DrawingOptions } from '../../../language/generate/svg/document.js';
import { readSide } from './differ.js';
import { plantedPairs } from './planted.js';
import { edited, edits } from './random-edits.js';

const OPTIONS: DrawingOptions = { language: 'nl', pathOf: (u) => u, forced: false, prefix: 'v:', style: 'light' };

async function difference(old: string, now: string): Promise<Difference> {
    const [a, b] = [await readSide(old), await readSide(now)];
    const nothing = together([]);
    return differenceBetween(
        { files: [a.model], textAt: a.textAt, assessment: nothing, unread: [] },
        { files: [b.model], textAt: b.textAt, assessment: nothing, unread: [] },
    );
}

/** What is drawn, and with which mark: the title of each shape that has one, in the order of the drawing. */
async function drawn(name: string): Promise<{ marks: string[]; svg: string }> {
    const planted = plantedPairs().find((p) => p.name === name);
    const [picture] = differencePictures(await difference(planted?.old ?? '', planted?.now ?? ''), OPTIONS);
    const svg = picture?.svg ?? '';
    const marks = [...svg.matchAll(/<g><title>([^<]*)<\/title><rect[^>]*class="dr-mark/g)].map((m) => m[1] ?? '');
    return { marks, svg };
}

describe('the drawing of a difference', () => {
    it('shows what is new, and the ways that go by it now and that went elsewhere', async () => {
        const { marks, svg } = await drawn('een stap komt erbij');
        expect(marks).toEqual(['nieuw']);
        expect(svg).toContain('Wie kan er helpen');
        expect(svg.match(/dr-way-mark dr-added"/g)).toHaveLength(2);
        expect(svg.match(/dr-way-mark dr-removed"/g)).toHaveLength(1);
    });

    it('keeps what is gone in its place', async () => {
        const { marks, svg } = await drawn('een stap vervalt');
        expect(marks).toContain('vervallen');
        expect(svg).toContain('Het signaal onderzoeken');
    });

    it('marks a step that changed once, whatever stands on its border', async () => {
        expect((await drawn('een termijn')).marks).toEqual(['veranderd']);
    });

    it('says what its signs mean', async () => {
        const { svg } = await drawn('een stap wordt verplaatst');
        expect(svg).toMatch(/>verplaatst<\/text>/);
    });

    it('is there only where the process differs', async () => {
        expect((await drawn('een stap krijgt een andere naam')).svg).toBe('');
        expect((await drawn('een bron komt erbij')).svg).toBe('');
    });

    it('can be drawn of whatever differs', async () => {
        const text = plantedPairs()[0]?.old ?? '';
        await fc.assert(
            fc.asyncProperty(edits, async (all) => {
                for (const { svg } of differencePictures(await difference(text, edited(text, all)), OPTIONS)) {
                    expect(svg).toMatch(/dr-(?:mark|way-mark) dr-/);
                    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
                }
            }),
            { numRuns: 60, seed: 3 },
        );
    });
});
