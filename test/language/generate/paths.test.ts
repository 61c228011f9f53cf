import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeName, safeNames } from '../../../language/generate/paths.js';

describe('names of files and folders', () => {
    it('keeps a plain name, and folds diacritics', () => {
        expect(safeName('Gezinspad')).toBe('Gezinspad');
        expect(safeName('Coördinator')).toBe('Coordinator');
        expect(safeName('Coo\u0308rdinator')).toBe('Coordinator');
        expect(safeName('gedeelde-zorg')).toBe('gedeelde-zorg');
        expect(safeName('Jeugd en gezin (Zwolle)')).toBe('Jeugd-en-gezin-Zwolle');
        expect(safeName('’s-Hertogenbosch')).toBe('s-Hertogenbosch');
    });

    it.each([
        ['../../etc/passwd', 'etc-passwd'],
        ['a/b\\c:d*e?f"g<h>i|j', 'a-b-c-d-e-fg-h-i-j'],
        ['CON', '_CON'],
        ['nul.txt', '_nul.txt'],
        ['Com1', '_Com1'],
        ['.verborgen', 'verborgen'],
        ['-rf', 'rf'],
        ['punt.', 'punt'],
        ['   ', 'naamloos'],
        ['😀', 'naamloos'],
        ['', 'naamloos'],
    ])('makes %j safe', (text, name) => {
        expect(safeName(text)).toBe(name);
    });

    it('gives names that differ on a file system that ignores case', () => {
        expect(safeNames(['Plan', 'plan', 'PLAN', 'plan-2'])).toEqual(['Plan', 'plan-2', 'PLAN-3', 'plan-2-2']);
    });

    it('gives every text a safe and distinct name, whatever it holds', () => {
        const texts = fc.array(
            fc.oneof(
                fc.string({ unit: 'binary' }),
                fc.constantFrom('aux', 'Aux', 'é', 'e', 'E', '.', '..', 'a'.repeat(300), `${'a'.repeat(299)}b`),
            ),
        );
        fc.assert(
            fc.property(texts, (given) => {
                const names = safeNames(given);
                expect(names).toHaveLength(given.length);
                expect(new Set(names.map((n) => n.toLowerCase())).size).toBe(names.length);
                for (const name of names) {
                    expect(name).toMatch(/^[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?$/);
                    expect(name.length).toBeLessThan(100);
                    expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i);
                }
            }),
        );
    });
});
