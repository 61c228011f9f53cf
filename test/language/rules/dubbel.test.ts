import { describe, expect, it } from 'vitest';
import { checkFor, expectFindings, pointedAt } from '../rule-tester.js';

const CODE = 'meta/dubbel';

describe('one name for two elements', () => {
    it('is reported at the later one, with the first as related place, whatever kinds they are', async () => {
        const text = 'interventie X {\n    rol Plan\n    document Plan\n    aanpak {\n        stap Plan\n    }\n}\n';
        const found = await expectFindings(CODE, text, [
            { line: 3, says: '`Plan` is hier al gegeven aan een rol (regel 2)', severity: 'error' },
            { line: 5, says: '`Plan` is hier al gegeven aan een rol (regel 2)' },
        ]);
        expect(found.map((f) => pointedAt(text, f))).toEqual(['Plan', 'Plan']);
        expect(found[0]?.related.map((r) => r.at.range.start.line)).toEqual([1]);
    });

    it('is reported in a framework, a review and at the top of a file', async () => {
        await expectFindings(CODE, 'toetsingskader K {\n    oordeel ja1\n    oordeel ja1\n}\n', [
            { line: 3, says: 'een oordeel' },
        ]);
        await expectFindings(CODE, 'bron A\norganisatie A\n', [{ line: 2, says: 'een bron' }]);
    });

    it('is fine in two interventies, or in one and its file', async () => {
        const text =
            'rol Werker\ninterventie X { aanpak { stap S } }\ninterventie Y { rol Werker  aanpak { stap S } }\n';
        expect(await checkFor(CODE, text)).toEqual([]);
    });

    it('is fine in a working-out, which replaces what it names again', async () => {
        const text =
            'interventie X { aanpak { stap S } }\ninterventie Y uitwerking van X { aanpak { stap S "anders" } }\n';
        expect(await checkFor(CODE, text)).toEqual([]);
    });

    it('is reported for the values of a fact', async () => {
        const text = 'interventie X {\n    gegeven g: een van aa, bb, aa\n}\n';
        await expectFindings(CODE, text, [{ line: 2, says: 'Het gegeven `g` noemt de waarde `aa` twee keer' }]);
    });

    it('is reported between two used files, and for a file that is used twice', async () => {
        const files = { 'a.draaiboek': 'rol Coach\n', 'b.draaiboek': '\nrol Coach\n' };
        const text = 'gebruik "a.draaiboek"\ngebruik "b.draaiboek"\ngebruik "./a.draaiboek"\n';
        const found = await expectFindings(
            CODE,
            text,
            [
                { line: 2, says: '`Coach` staat ook in "a.draaiboek"', severity: 'warning' },
                { line: 3, says: 'wordt al gebruikt (regel 1)', severity: 'warning' },
            ],
            { files },
        );
        expect(found[0]?.related.map((r) => r.at.range.start.line)).toEqual([0, 1]);
        expect(await checkFor(CODE, `${text.replace(/gebruik "\.[^\n]*\n/, '')}rol Coach\n`, { files })).toEqual([]);
    });
});

describe('an interventie that stems from itself', () => {
    it.each([
        ['directly', 'interventie A uitwerking van A\n', [1], '`A` → `A`'],
        ['by another', 'interventie A uitwerking van B\ninterventie B vervolg op A\n', [1], '`A` → `B` → `A`'],
        [
            'by two others',
            'interventie A uitwerking van B\ninterventie B uitwerking van C\ninterventie C vervolg op A\n',
            [1],
            '`A` → `B` → `C` → `A`',
        ],
        [
            'behind one that does not',
            'interventie Z vervolg op A\ninterventie A vervolg op B\ninterventie B vervolg op A\n',
            [2],
            '`A` → `B` → `A`',
        ],
    ])('%s is reported once with the way round', async (_, text, lines, way) => {
        await expectFindings(
            CODE,
            text,
            lines.map((line) => ({ line, says: way, severity: 'error' })),
        );
    });

    it('by another file is reported in each', async () => {
        const a = 'gebruik "b.draaiboek"\ninterventie A uitwerking van B\n';
        const b = 'gebruik "a.draaiboek"\ninterventie B uitwerking van A\n';
        await expectFindings(CODE, a, [{ line: 2, says: '`A` → `B` → `A`' }], {
            name: 'a.draaiboek',
            files: { 'b.draaiboek': b },
        });
        await expectFindings(CODE, b, [{ line: 2, says: '`B` → `A` → `B`' }], {
            name: 'b.draaiboek',
            files: { 'a.draaiboek': a },
        });
    });

    it('does not hang, and one that stems from two chains is fine', async () => {
        const chain = Array.from(
            { length: 500 },
            (_, i) => `interventie I${String(i)} uitwerking van I${String(i + 1)} vervolg op I${String(i + 2)}`,
        );
        const text = `${chain.join('\n')}\ninterventie I500\ninterventie I501\n`;
        expect(await checkFor(CODE, text)).toEqual([]);
    });
});
