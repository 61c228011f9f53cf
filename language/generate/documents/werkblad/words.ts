import { plainText } from '../../document/claims.js';
import type { Block, Inline, Section } from '../../document/document.js';

/** How many words of the protocol stand in a section: not its headings, labels and notes, nor what we say ourselves. */
export function wordsIn({ blocks, sections }: Section): number {
    return (
        sum(blocks.map(inBlock)) + sum(sections.map((s) => inLine(s.look === 'section' ? [] : s.title) + wordsIn(s)))
    );
}

function inBlock(block: Block): number {
    switch (block.type) {
        case 'paragraph':
        case 'minor-heading':
            return inLine(block.content);
        case 'list':
            return sum(block.items.flat().map(inBlock));
        case 'table':
            return sum(block.rows.flatMap((r) => r.cells.map(inLine)));
        case 'definitions':
            return sum(block.rows.flatMap((r) => r.details.flat().map(inBlock)));
        case 'quotation':
            return sum(block.blocks.map(inBlock));
        case 'notice':
            return block.kind === 'empty' || block.kind === 'information'
                ? 0
                : inLine(block.title) + sum(block.blocks.map(inBlock));
        default:
            return 0;
    }
}

function inLine(content: readonly Inline[]): number {
    const said = plainText(content.filter((inline) => inline.type !== 'mark' || inline.mark === 'modality'));
    return said.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

function sum(numbers: readonly number[]): number {
    return numbers.reduce((a, b) => a + b, 0);
}
