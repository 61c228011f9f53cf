import { join } from 'node:path';
import { CstUtils, GrammarAST, URI } from 'langium';
import { NodeFileSystem } from 'langium/node';
import type { CompletionItem, CompletionList } from 'vscode-languageserver';
import { CompletionItemKind } from 'vscode-languageserver';
import { expect, test } from 'vitest';
import { createDraaiboekLspServices } from '../../../language/editor/lsp-module.js';
import { loadFiles } from '../../../language/workspace.js';

/** Each look takes a while, so of each file about so many words are looked at. */
const LOOKS = 60;
const EXAMPLES = join(import.meta.dirname, '../../../examples');
const FILES = [
    'gezinspad/gezinspad.draaiboek',
    'gezinspad/breda.draaiboek',
    'gezinspad/kader.draaiboek',
    'gezinspad/beoordeling.draaiboek',
    'gezinspad/scenarios.draaiboek',
    'voorzorg/voorzorg.draaiboek',
    'bemoeizorg-west-brabant/bemoeizorg-west-brabant.draaiboek',
];

test.each(FILES)(
    '%s: what is written is what is offered at its place, each word with a line that explains it',
    async (file) => {
        const path = join(EXAMPLES, file);
        const { Draaiboek: services } = createDraaiboekLspServices(NodeFileSystem);
        const [document] = await loadFiles(services, [URI.file(path)]);
        const root = document?.parseResult.value.$cstNode;
        if (!document || !root) {
            throw new Error(`${path} could not be read.`);
        }
        const missing: string[] = [];
        const unexplained = new Set<string>();
        let looked = 0;
        const leaves = CstUtils.flattenCst(root).toArray();
        const every = Math.ceil(leaves.length / LOOKS / 2);
        for (const [index, leaf] of leaves.entries()) {
            const isWord = GrammarAST.isKeyword(leaf.grammarSource) && /^\p{L}/u.test(leaf.text);
            const isName = document.references.some((r) => '$refNode' in r && r.$refNode?.offset === leaf.offset);
            if (leaf.hidden || (!isWord && !isName) || index % every !== file.length % every) {
                continue;
            }
            looked++;
            const position = document.textDocument.positionAt(leaf.offset);
            const list = await services.lsp.CompletionProvider?.getCompletion(document, {
                textDocument: { uri: '' },
                position,
            });
            const { items } = list as CompletionList;
            items.forEach(({ kind, label, detail = '' }) => {
                if (kind === CompletionItemKind.Keyword && detail === '') {
                    unexplained.add(label);
                }
            });
            if (!items.some((item) => fits(item, leaf.text, isWord))) {
                missing.push(`${String(position.line + 1)}: ${leaf.text}`);
            }
        }
        expect(missing).toEqual([]);
        expect([...unexplained]).toEqual([]);
        expect(looked).toBeGreaterThan(3);
    },
    60_000,
);

/** A word is offered with those that must follow it: `tenzij` as `tenzij anders vermeld`. */
function fits({ label, kind }: CompletionItem, text: string, isWord: boolean): boolean {
    return isWord
        ? kind === CompletionItemKind.Keyword && label.split(/[ /]/)[0] === text.normalize('NFC')
        : label === text.normalize('NFC');
}
