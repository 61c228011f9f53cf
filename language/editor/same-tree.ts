import {
    isAstNode,
    isCompositeCstNode,
    isLeafCstNode,
    isReference,
    type AstNode,
    type CstNode,
    type LangiumDocument,
    type LeafCstNode,
    type ParseResult,
} from 'langium';
import { isImport } from '../generated/ast.js';
import { hasUnread } from '../model/unread.js';

/** How two texts differ that name the same in the same way. */
export type Difference =
    /** only in comments and in white space at the ends of lines: all words stand where they stood */
    | 'comment'
    /** words moved, or say something else between quotes */
    | 'text';

/**
 * Lets a document that was read anew keep the tree that it had, with the texts and the places of the new one, so that
 * what refers to it from other files still does.
 *
 * @param earlier what was read before
 * @returns undefined, and nothing is changed, when the texts differ in more than white space, comments and texts
 * between quotes, or one of them could not be read whole: what is wrong in the other files is told by that as well
 */
export function keepTree(document: LangiumDocument, earlier: ParseResult): Difference | undefined {
    const { parseResult } = document;
    const [before, after] = [earlier.value, parseResult.value];
    if (hasUnread(earlier) || hasUnread(parseResult) || !before.$cstNode || !after.$cstNode) {
        return undefined;
    }
    const difference = differenceOf(before.$cstNode, after.$cstNode);
    if (difference && isSame(before, after)) {
        takeOver(before, after);
        document.parseResult = { ...parseResult, value: before };
        return difference;
    }
    return undefined;
}

const IN_QUOTES = /^(?:STRING|BLOCK_TEXT)$/;

/** Compares word by word what two texts say, comments aside. */
function differenceOf(before: CstNode, after: CstNode): Difference | undefined {
    const [old, fresh] = [wordsOf(before, []), wordsOf(after, [])];
    if (old.length !== fresh.length) {
        return undefined;
    }
    let difference: Difference = 'comment';
    for (const [i, leaf] of fresh.entries()) {
        const other = old[i];
        if (!other || leaf.tokenType !== other.tokenType) {
            return undefined;
        }
        if (leaf.text !== other.text) {
            if (!IN_QUOTES.test(leaf.tokenType.name)) {
                return undefined;
            }
            difference = 'text';
        } else if (difference === 'comment') {
            const [{ start }, { start: place }] = [leaf.range, other.range];
            difference = start.line === place.line && start.character === place.character ? 'comment' : 'text';
        }
    }
    return difference;
}

function wordsOf(node: CstNode, words: LeafCstNode[]): LeafCstNode[] {
    if (isCompositeCstNode(node)) {
        node.content.forEach((child) => wordsOf(child, words));
    } else if (isLeafCstNode(node) && !node.hidden) {
        words.push(node);
    }
    return words;
}

type Values = Record<string, unknown>;

const valuesOf = (node: AstNode) => node as unknown as Values;

/** What a node itself says; where it stands in the tree is known by its container. */
function propertiesOf(node: AstNode): string[] {
    return Object.keys(node).filter((key) => !key.startsWith('$'));
}

/** Whether two trees have the same form; the same words may be read in another way behind a repair. */
function isSame(before: AstNode, after: AstNode): boolean {
    const keys = propertiesOf(after);
    return (
        before.$type === after.$type &&
        keys.length === propertiesOf(before).length &&
        keys.every((key) => isSameValue(valuesOf(before)[key], valuesOf(after)[key])) &&
        // what stands between quotes says there which file is used
        (!isImport(before) || before.path === valuesOf(after)['path'])
    );
}

function isSameValue(before: unknown, after: unknown): boolean {
    if (Array.isArray(after)) {
        return (
            Array.isArray(before) &&
            before.length === after.length &&
            after.every((item, i) => isSameValue((before as unknown[])[i], item))
        );
    }
    if (isAstNode(after)) {
        return isAstNode(before) && isSame(before, after);
    }
    if (isReference(after)) {
        return isReference(before) && before.$refText === after.$refText;
    }
    return typeof before === typeof after && (typeof after === 'string' || before === after);
}

function takeOver(before: AstNode, after: AstNode): void {
    const { $cstNode } = after;
    if ($cstNode) {
        Object.assign(before, { $cstNode });
        Object.assign($cstNode, { astNode: before });
    }
    for (const key of propertiesOf(after)) {
        valuesOf(before)[key] = takenOver(valuesOf(before)[key], valuesOf(after)[key]);
    }
}

function takenOver(before: unknown, after: unknown): unknown {
    if (Array.isArray(before) && Array.isArray(after)) {
        return Object.assign(
            before,
            after.map((item, i) => takenOver(before[i], item)),
        );
    }
    if (isAstNode(before) && isAstNode(after)) {
        takeOver(before, after);
        return before;
    }
    return isReference(before) && isReference(after) ? Object.assign(before, { $refNode: after.$refNode }) : after;
}
