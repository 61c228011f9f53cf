import type { Block, Inline, Section } from './document.js';
import { mapped } from './walk.js';

/** The sections without the names of elements behind their titles, also where those stand in a table. */
export function withoutNames(sections: readonly Section[]): readonly Section[] {
    return changed(sections, (section) => ({
        ...section,
        title: plain(section.title),
        blocks: section.blocks.map((block) =>
            block.type === 'table'
                ? { ...block, rows: block.rows.map((row) => ({ ...row, cells: row.cells.map(plain) })) }
                : block,
        ),
    }));
}

function plain(title: readonly Inline[]): readonly Inline[] {
    return title.filter((inline, i) => {
        const isBefore = isName(title[i + 1]) && inline.type === 'text' && inline.text === ' ';
        return !isBefore && !isName(inline);
    });
}

function isName(inline: Inline | undefined): boolean {
    return inline?.type === 'mark' && inline.mark === 'name';
}

/** The sections without pointers to remarks of colleagues, which stand elsewhere. */
export function withoutPointers(sections: readonly Section[]): readonly Section[] {
    const isPointer = (block: Block) => block.type === 'notice' && block.kind === 'remark' && block.blocks.length === 0;
    const kept = (blocks: readonly Block[]) => blocks.filter((b) => !isPointer(b));
    return mapped(sections, (one) =>
        'blocks' in one && Array.isArray(one.blocks) ? { ...one, blocks: kept(one.blocks as Block[]) } : one,
    ) as readonly Section[];
}

/** Each section, those inside others too, as `change` makes it. */
export function changed(sections: readonly Section[], change: (section: Section) => Section): readonly Section[] {
    return sections.map((s) => change({ ...s, sections: changed(s.sections, change) }));
}
