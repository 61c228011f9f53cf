import { describe, expect, test } from 'vitest';
import { open } from './editor.js';

describe('folding', () => {
    async function folds(text: string) {
        const { services, document } = await open(text, { 'a.draaiboek': '', 'b.draaiboek': '' });
        const params = { textDocument: { uri: document.uri.toString() } };
        const ranges = (await services.lsp.FoldingRangeProvider?.getFoldingRanges(document, params)) ?? [];
        return ranges
            .map(({ startLine, endLine, kind = 'block' }) => `${String(startLine)}-${String(endLine)} ${kind}`)
            .sort((a, b) => Number.parseInt(a) - Number.parseInt(b));
    }

    test('folds blocks up to their brace, long texts, remarks and the row of gebruik', async () => {
        const text = `gebruik "a.draaiboek"
gebruik "b.draaiboek"
// Een opmerking
// van twee regels

// en nog een
interventie X {
  samenvatting """
    Lang.
    En breed.
  """
  aanpak {
    stap A {
      duur 1 week
    }
  }
  /* Ook
     een
     opmerking */
}
`;
        expect(await folds(text)).toEqual([
            '0-1 imports',
            '2-3 comment',
            '6-18 block',
            '7-10 block',
            '11-14 block',
            '12-13 block',
            '16-17 comment',
        ]);
    });

    test('folds no lines of statements that each end in a remark', async () => {
        expect(
            await folds('interventie X {\n  rol A // de een\n  rol B // de ander\n  // en dan\n  // dit\n}\n'),
        ).toEqual(['0-4 block', '3-4 comment']);
    });

    test('folds nothing that stands on one line', async () => {
        expect(await folds('gebruik "a.draaiboek"\n// kort\ninterventie X { rol A }\n')).toEqual([]);
    });
});
