import { CstUtils, type AstNode, type CstNode, type LangiumDocument } from 'langium';
import { DefaultFoldingRangeProvider, type FoldingRangeAcceptor } from 'langium/lsp';
import { FoldingRangeKind } from 'vscode-languageserver';
import type { ProtocolFile } from '../generated/ast.js';

/** Folds blocks, long texts, remarks of more than one line, and the row of `gebruik` at the beginning. */
export class Folds extends DefaultFoldingRangeProvider {
    protected override collectFolding(document: LangiumDocument, acceptor: FoldingRangeAcceptor): void {
        const seen = new Set<number>();
        super.collectFolding(document, (range) => {
            // an element and its only content begin and end on the same lines
            if (!seen.has(range.startLine)) {
                seen.add(range.startLine);
                acceptor(range);
            }
        });
        const { imports } = document.parseResult.value as ProtocolFile;
        const lines = imports.flatMap((statement) => statement.$cstNode?.range ?? []);
        const [first, last] = [lines[0]?.start.line, lines.at(-1)?.end.line];
        if (first !== undefined && last !== undefined && last > first) {
            acceptor({ startLine: first, endLine: last, kind: FoldingRangeKind.Imports });
        }
    }

    /** Besides remarks between marks those of lines that each begin with one. */
    protected override collectCommentFolding(
        document: LangiumDocument,
        node: AstNode,
        acceptor: FoldingRangeAcceptor,
    ): void {
        super.collectCommentFolding(document, node, acceptor);
        let begin: number | undefined;
        let end = -1;
        const close = () => {
            if (begin !== undefined && end > begin) {
                acceptor({ startLine: begin, endLine: end, kind: FoldingRangeKind.Comment });
            }
            begin = undefined;
        };
        for (const leaf of lineComments(node.$cstNode, document.textDocument.getText())) {
            const { line } = leaf.range.start;
            if (begin === undefined || line !== end + 1) {
                close();
                begin = line;
            }
            end = line;
        }
        close();
    }
}

/** The remarks that have a line of their own: one behind a statement is folded with its statement, or not at all. */
function* lineComments(root: CstNode | undefined, text: string): Generator<CstNode> {
    for (const leaf of root ? CstUtils.flattenCst(root) : []) {
        const { start } = leaf.range;
        if (leaf.tokenType.name === 'SL_COMMENT' && isBlank(text.slice(leaf.offset - start.character, leaf.offset))) {
            yield leaf;
        }
    }
}

function isBlank(text: string): boolean {
    return text.trim() === '';
}
