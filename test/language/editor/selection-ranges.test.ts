import type { SelectionRange } from 'vscode-languageserver';
import { describe, expect, test } from 'vitest';
import { selectionRangesAt } from '../../../language/editor/selection-ranges.js';
import { open, textAt } from './editor.js';

describe('selection ranges', () => {
    async function selected(text: string): Promise<string[]> {
        const { document, cursor } = await open(text);
        const found: string[] = [];
        let range: SelectionRange | undefined = selectionRangesAt(document, [cursor])[0];
        for (; range; range = range.parent) {
            found.push(textAt(document, range.range));
        }
        return found;
    }

    test('grow from a word to its text, its statement, the inside of its block and the block', async () => {
        const step = 'stap A "Kennis maken" {\n      door Werker\n      duur 1 week\n    }';
        const found = await selected(
            `interventie X {\n  rol Werker\n  aanpak {\n    ${step.replace('Werker', 'Wer<|>ker')}\n  }\n}\n`,
        );
        expect(found.slice(0, 3)).toEqual(['Werker', 'door Werker', 'door Werker\n      duur 1 week']);
        expect(found).toContain(step);
        expect(found).toContain(`aanpak {\n    ${step}\n  }`);
        expect(found.at(-1)?.endsWith('}\n')).toBe(true);
        found.slice(1).forEach((outer, i) => {
            expect(outer.length).toBeGreaterThan(found[i]?.length ?? 0);
        });
    });

    test('leave the quotation marks out first', async () => {
        const found = await selected('interventie X {\n  samenvatting "Kort en go<|>ed"\n}\n');
        expect(found.slice(0, 4)).toEqual(['goed', 'Kort en goed', '"Kort en goed"', 'samenvatting "Kort en goed"']);
        expect((await selected('interventie X {\n  samenvatting """Kort <|> en goed"""\n}\n'))[0]).toBe(
            'Kort  en goed',
        );
    });

    test('are there in a broken text and in an empty one', async () => {
        expect((await selected('interventie X {\n  stap stap { <|>rol\n')).at(-1)).toContain('interventie X');
        expect(await selected('<|>')).toEqual(['']);
    });
});
