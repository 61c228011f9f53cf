import { CstUtils } from 'langium';
import { describe, expect, it } from 'vitest';
import * as ast from '../../../language/generated/ast.js';
import { htmlGenerator } from '../../../language/generate/html/generator.js';
import { piecesOfProse } from '../../../language/text/prose-references.js';
import { toText } from '../../../language/syntax/values.js';
import { exampleFolders, textOf } from './support.js';
import { asShown, textOfHtml } from './texts.js';

const folders = await exampleFolders();

/** A text without the names in it (`[[Naam]]`), which are shown as titles. */
const wordsOf = (text: string) => piecesOfProse(text).flatMap((p) => (p.type === 'text' ? [p.text.trim()] : []));

describe.each(folders)('the documents of examples/$folder', ({ cases, documents }) => {
    it('hold every quoted text that stands in its files', () => {
        const shown = cases.map((c) => textOfHtml(textOf(htmlGenerator, c))).join('\n');
        const texts = documents.flatMap((document) => {
            const root = document.parseResult.value.$cstNode;
            return root ? [...CstUtils.flattenCst(root)].filter((leaf) => /^["“”„]/.test(leaf.text)) : [];
        });
        expect(texts.length).toBeGreaterThan(20);
        const missing = texts
            .filter((leaf) => !ast.isImport(leaf.astNode))
            .map((leaf) => ({ line: leaf.range.start.line + 1, text: toText(leaf.text) }))
            .filter(({ text }) => !wordsOf(text).every((words) => shown.includes(asShown(words))));
        expect(missing).toEqual([]);
    });
});
