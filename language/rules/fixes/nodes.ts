import { AstUtils, CstUtils, GrammarUtils, type AstNode, type LangiumDocument } from 'langium';
import type { Place } from '../../model/protocol.js';
import { placeAt } from '../places.js';

/** The model carries the places of what is said; where exactly a word can be put in, the syntax tree knows. */

/** The node of the syntax tree at the beginning of a place; undefined in another file. */
export function nodeAt<T extends AstNode>(
    document: LangiumDocument,
    { file, range }: Place,
    is: (node: unknown) => node is T,
): T | undefined {
    const root = document.parseResult.value.$cstNode;
    if (file !== document.uri.toString() || !root) {
        return undefined;
    }
    const leaf = CstUtils.findLeafNodeAtOffset(root, document.textDocument.offsetAt(range.start));
    return leaf && AstUtils.getContainerOfType(leaf.astNode, is);
}

/** The place of the last of some properties that a node has; behind it more of the statement may be written. */
export function lastOf(document: LangiumDocument, node: AstNode, properties: readonly string[]): Place | undefined {
    const found = properties.flatMap((p) => GrammarUtils.findNodesForProperty(node.$cstNode, p));
    const last = found.reduce<(typeof found)[number] | undefined>((a, b) => (a && a.end > b.end ? a : b), undefined);
    return last && placeAt(document, last.offset, last.length);
}

/** The place of a word of the language in a node. */
export function keywordOf(document: LangiumDocument, node: AstNode, keyword: string): Place | undefined {
    const found = GrammarUtils.findNodeForKeyword(node.$cstNode, keyword);
    return found && placeAt(document, found.offset, found.length);
}
