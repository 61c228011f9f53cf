import { CstUtils, GrammarUtils, type AstNode, type CstNode, type LangiumDocument } from 'langium';
import type { DocumentSymbolProvider, NodeKindProvider } from 'langium/lsp';
import type { DocumentSymbol } from 'vscode-languageserver';
import * as ast from '../generated/ast.js';
import { nameOf } from '../names/name-index.js';
import { forEachChild } from '../names/tree.js';
import type { DraaiboekLspServices } from './lsp-services.js';

/** The outline of a file: its blocks and all that has a name, each with its keyword. */
export class DraaiboekSymbols implements DocumentSymbolProvider {
    private readonly kinds: NodeKindProvider;

    constructor(services: DraaiboekLspServices) {
        this.kinds = services.shared.lsp.NodeKindProvider;
    }

    getSymbols(document: LangiumDocument): DocumentSymbol[] {
        return this.below(document.parseResult.value);
    }

    private below(node: AstNode): DocumentSymbol[] {
        const symbols: DocumentSymbol[] = [];
        forEachChild(node, (child) => {
            const symbol = this.symbolOf(child);
            symbols.push(...(symbol ? [symbol] : this.below(child)));
        });
        // the lists of a node are by kind of statement; the outline follows the text
        return symbols.sort(
            (a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character,
        );
    }

    private symbolOf(node: AstNode): DocumentSymbol | undefined {
        const cst = node.$cstNode;
        const name = nameOf(node) ?? blockName(node);
        if (!cst || name === undefined || name === '') {
            return undefined;
        }
        const children = this.below(node);
        return {
            name,
            detail: detailOf(node, name),
            kind: this.kinds.getSymbolKind(node),
            range: cst.range,
            selectionRange: (nameNode(node) ?? firstWord(cst)).range,
            ...(children.length > 0 ? { children } : {}),
        };
    }
}

/** What a block is called that has no name of its own; undefined for what is no block. */
function blockName(node: AstNode): string | undefined {
    if (ast.isActivity(node) || ast.isScenario(node)) {
        return node.title;
    }
    if (ast.isFinding(node)) {
        return node.indicators.map((i) => i.$refText).join(', ');
    }
    const isBlock =
        ast.isApproach(node) ||
        ast.isRecognition(node) ||
        ast.isRationale(node) ||
        ast.isDelivery(node) ||
        ast.isGroup(node) ||
        ast.isCollaboration(node) ||
        ast.isResearchPhase(node);
    return isBlock ? keywordOf(node) : undefined;
}

/** The keyword, and the title where there is one: `stap “Kennismaken, thuis”`. */
function detailOf(node: AstNode, name: string): string {
    const { title } = node as { title?: unknown };
    const keyword = keywordOf(node);
    const parts = [keyword === name ? '' : keyword, typeof title === 'string' && title !== name ? `“${title}”` : ''];
    return parts.filter((part) => part !== '').join(' ');
}

function keywordOf(node: AstNode): string {
    if (ast.isGroup(node)) {
        return node.kind;
    }
    return /^[\p{L}-]+/u.exec(node.$cstNode?.text ?? '')?.[0] ?? '';
}

function nameNode(node: AstNode): CstNode | undefined {
    return (
        GrammarUtils.findNodeForProperty(node.$cstNode, 'name') ??
        GrammarUtils.findNodeForProperty(node.$cstNode, 'title')
    );
}

/** The first word of a block that has no name. */
function firstWord(cst: CstNode): CstNode {
    return CstUtils.flattenCst(cst).find((leaf) => !leaf.hidden) ?? cst;
}
