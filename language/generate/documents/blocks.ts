import type { Named } from '../../model/protocol.js';
import type { Context } from '../document/context.js';
import { paragraph, text, type Block, type Inline, type Section, type Table } from '../document/document.js';
import type { Bilingual } from '../../text/bilingual.js';

/** A table in the language of the document; nothing where it has no rows. */
export function table(
    { say }: Context,
    caption: Bilingual,
    columns: readonly (Bilingual | readonly Inline[])[],
    rows: readonly (readonly (readonly Inline[])[])[],
): Table[] {
    return rows.length === 0
        ? []
        : [
              {
                  type: 'table',
                  caption: say(caption),
                  columns: columns.map((c) => ('nl' in c ? [text(say(c))] : c)),
                  rowHeadings: true,
                  rows: rows.map((cells) => ({ cells })),
              },
          ];
}

/** A chapter that is always there. */
export function part(
    context: Context,
    id: string,
    title: Bilingual,
    blocks: readonly Block[],
    sections: readonly Section[] = [],
): Section {
    return {
        id: context.anchors.fresh(id),
        look: 'section',
        title: [text(context.say(title))],
        blocks,
        sections,
    };
}

/** A line in our own words. */
export function line({ say }: Context, words: Bilingual): Block {
    return paragraph(text(say(words)));
}

/** The place of an element that has no heading of its own, for in front of its words. */
export function placeOf({ anchors }: Context, element: Named): Inline {
    return { type: 'anchor', id: anchors.of(element) };
}

/** What stands in a cell of which nothing is said. */
export function dash(cell: readonly Inline[]): readonly Inline[] {
    return cell.length === 0 ? [text('—')] : cell;
}

/** A bullet for each line. */
export function bullets(lines: readonly (readonly Inline[])[]): Block[] {
    return lines.length === 0
        ? []
        : [{ type: 'list', ordered: false, items: lines.map((content) => [{ type: 'paragraph', content }]) }];
}
