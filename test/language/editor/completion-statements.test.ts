import { AstUtils, CstUtils, EmptyFileSystem, GrammarAST, type LeafCstNode } from 'langium';
import { CompletionItemKind, type CompletionItem, type CompletionList } from 'vscode-languageserver';
import { expect, test } from 'vitest';
import { createDraaiboekLspServices } from '../../../language/editor/lsp-module.js';
import { contextIn } from '../../../language/messages/statements/contexts.js';
import { FORMS, STATEMENTS, type StatementDoc } from '../../../language/messages/statements.js';
import { parseText } from '../../../language/workspace.js';

/** Where nothing is offered for a word, by the part of the grammar that it is, and why. */
const FREE: readonly (readonly [part: RegExp, why: string])[] = [
    [/\.name$|^IndicatorCode$/, 'the name that is given here'],
    [/\.(who|owner|author|speaker)Name$/, 'a person or body, of whom there is no list'],
    [/^(UnknownSteps|LocalSteps|StepsBound|StepAmount\.numeral)$/, 'begins a count of steps, as a number does'],
    [/^(Day|Period)$/, 'a date'],
    [/^Unit$/, 'the second word of what is counted'],
    [/^QueryCriterionRule\.word$/, 'a word or name of the protocols that are asked'],
];

/** Words of the language follow from the grammar: completion-examples.test.ts looks at those. */
test('at each place of each statement where a name or value stands, that or one of its kind is offered', async () => {
    const { Draaiboek: services } = createDraaiboekLspServices(EmptyFileSystem);
    const seen = new Set<unknown>();
    const missing: string[] = [];
    for (const doc of [...STATEMENTS, ...FORMS]) {
        const context = contextOf(doc);
        const from = context.search(/^…$/m);
        const text = context.replace(/^…$/m, () => doc.example);
        const document = await parseText(services, text);
        const root = document.parseResult.value.$cstNode;
        const leaves = root ? CstUtils.flattenCst(root).toArray() : [];
        for (const leaf of leaves.filter((l) => !l.hidden && l.offset >= from && l.end <= from + doc.example.length)) {
            if (
                !/^\^?\p{L}/u.test(leaf.text) ||
                isWord(leaf.grammarSource) ||
                FREE.some(([part]) => part.test(partOf(leaf))) ||
                seen.has(leaf.grammarSource)
            ) {
                continue;
            }
            seen.add(leaf.grammarSource);
            const list = await services.lsp.CompletionProvider?.getCompletion(document, {
                textDocument: { uri: document.uri.toString() },
                position: document.textDocument.positionAt(leaf.offset),
            });
            const { items } = list as CompletionList;
            const isName = document.references.some((r) => '$refNode' in r && r.$refNode?.offset === leaf.offset);
            if (!items.some((item) => fits(item, leaf.text, isName))) {
                missing.push(`${partOf(leaf)}: ${doc.example.split('\n')[0] ?? ''} ‸${leaf.text}`);
            }
        }
    }
    expect(missing).toEqual([]);
    expect(seen.size).toBeGreaterThan(80);
}, 60_000);

function contextOf({ context, blocks }: StatementDoc): string {
    const [block = ''] = blocks;
    return context ?? contextIn(block === '*' ? 'interventie' : block);
}

function fits({ label, kind }: CompletionItem, text: string, isName: boolean): boolean {
    return isName ? label === text : kind === CompletionItemKind.Value;
}

/** Whether it is a word of the language, as a keyword or as a terminal (`TAIL_BINNEN`). */
function isWord(source: LeafCstNode['grammarSource']): boolean {
    return GrammarAST.isKeyword(source) || (GrammarAST.isRuleCall(source) && source.rule.$refText.startsWith('TAIL_'));
}

/** Which part of which rule of the grammar a word is: `FactValue.name`. */
function partOf({ grammarSource }: LeafCstNode): string {
    const rule = AstUtils.getContainerOfType(grammarSource, GrammarAST.isParserRule)?.name ?? '';
    const feature = AstUtils.getContainerOfType(grammarSource, GrammarAST.isAssignment)?.feature;
    return feature === undefined ? rule : `${rule}.${feature}`;
}
