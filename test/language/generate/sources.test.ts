import { AstUtils, CstUtils } from 'langium';
import { describe, expect, it } from 'vitest';
import * as ast from '../../../language/generated/ast.js';
import { htmlGenerator } from '../../../language/generate/html/generator.js';
import { toText } from '../../../language/syntax/values.js';
import { exampleFolders, textOf } from './support.js';
import { asShown, textOfHtml } from './texts.js';

const folders = await exampleFolders();

/** Statements whose claims the process model does not keep; a document cannot show them. */
const CLAIMS_NOT_IN_MODEL: readonly string[] = [
    ast.StartsAt.$type, ast.WorksOn.$type, ast.Requires.$type, ast.Delivers.$type, ast.Determines.$type, ast.FromNodes.$type,
    ast.EscalationWhen.$type, ast.EndFlag.$type, ast.Concerns.$type,
]; // prettier-ignore

describe.each(folders)('the documents of examples/$folder', ({ cases, documents }) => {
    it('hold every quoted text that stands in its files', () => {
        const shown = cases.map((c) => textOfHtml(textOf(htmlGenerator, c))).join('\n');
        const texts = documents.flatMap((document) => {
            const root = document.parseResult.value.$cstNode;
            return root ? [...CstUtils.flattenCst(root)].filter((leaf) => /^["“”„]/.test(leaf.text)) : [];
        });
        expect(texts.length).toBeGreaterThan(20);
        const missing = texts
            .filter((leaf) => {
                const claim = AstUtils.getContainerOfType(leaf.astNode, ast.isProvenance);
                return !ast.isImport(leaf.astNode) && !CLAIMS_NOT_IN_MODEL.includes(claim?.$container?.$type ?? '');
            })
            .map((leaf) => ({ line: leaf.range.start.line + 1, text: toText(leaf.text) }))
            .filter(({ text }) => text !== '' && !shown.includes(asShown(text)));
        expect(missing).toEqual([]);
    });
});
