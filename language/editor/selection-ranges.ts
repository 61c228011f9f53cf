import { CstUtils, type CstNode, type LangiumDocument } from 'langium';
import type { Position, Range, SelectionRange } from 'vscode-languageserver';

/**
 * What is selected step by step from a position outwards: a word, what is between quotation marks, a statement, the inside
 * of a block, the block.
 */
export function selectionRangesAt(document: LangiumDocument, positions: readonly Position[]): SelectionRange[] {
    return positions.map((position) => {
        const ranges = rangesAround(document, document.textDocument.offsetAt(position));
        return nested(document, ranges) ?? { range: { start: position, end: position } };
    });
}

type Span = readonly [start: number, end: number];

/** From the outside inwards. */
function nested(document: LangiumDocument, spans: readonly Span[]): SelectionRange | undefined {
    const { textDocument } = document;
    let outer: SelectionRange | undefined;
    for (const [start, end] of spans.toReversed()) {
        const range: Range = { start: textDocument.positionAt(start), end: textDocument.positionAt(end) };
        outer = outer ? { range, parent: outer } : { range };
    }
    return outer;
}

/** From the inside outwards, each larger than the one before. */
function rangesAround(document: LangiumDocument, offset: number): Span[] {
    const root = document.parseResult.value.$cstNode;
    const text = document.textDocument.getText();
    const leaf =
        root && (CstUtils.findLeafNodeAtOffset(root, offset) ?? CstUtils.findLeafNodeBeforeOffset(root, offset));
    const spans: Span[] = [];
    const add = (start: number, end: number) => {
        const [innerStart, innerEnd] = spans.at(-1) ?? [offset, offset];
        const isAround = start <= innerStart && end >= innerEnd && start <= offset && end >= offset;
        if (isAround && (start < innerStart || end > innerEnd)) {
            spans.push([start, end]);
        }
    };
    for (let node: CstNode | undefined = leaf; node; node = node.container) {
        inside(node, text, offset).forEach(([start, end]) => {
            add(start, end);
        });
        add(node.offset, node.end);
    }
    add(0, text.length);
    return spans;
}

/** Within quotation marks a word and then all of it; within braces what stands between them. */
function inside(node: CstNode, text: string, cursor: number): Span[] {
    const { offset, end } = node;
    const quotes = /^(?:"""|["“„])/.exec(text.slice(offset, offset + 3))?.[0].length ?? 0;
    if (quotes > 0 && CstUtils.flattenCst(node).count() === 1) {
        const content: Span = [offset + quotes, end - quotes];
        return [...wordAt(text, content, cursor), content];
    }
    if (text[end - 1] !== '}') {
        return [];
    }
    const brace = CstUtils.flattenCst(node).find((leaf) => leaf.text === '{');
    return brace ? [trimmed(text, brace.end, end - 1)] : [];
}

/** The word that the cursor is in or at; none between two blanks. */
function wordAt(text: string, [start, end]: Span, cursor: number): Span[] {
    if (cursor < start || cursor > end) {
        return [];
    }
    const before = /[\p{L}\p{M}\p{N}’'-]*$/u.exec(text.slice(start, cursor))?.[0].length ?? 0;
    const behind = /^[\p{L}\p{M}\p{N}’'-]*/u.exec(text.slice(cursor, end))?.[0].length ?? 0;
    return before + behind > 0 ? [[cursor - before, cursor + behind]] : [];
}

function trimmed(text: string, start: number, end: number): Span {
    const content = text.slice(start, end);
    const before = content.length - content.trimStart().length;
    return content.trim() === '' ? [start, end] : [start + before, start + content.trimEnd().length];
}
