import type { ImportedBlock, Marks, Revision } from './blocks.js';

/** One line of a document: a paragraph, an item of a list, or a paragraph in a cell. */
export interface DocumentLine {
    readonly plain: string;
    /** the place that is named nearest above it, at the heading that it stands under or at itself */
    readonly place?: string;
    /** the places of the headings that it stands under, the innermost first */
    readonly headings: readonly string[];
    readonly comments: readonly string[];
    readonly revisions: readonly Revision[];
    /** the row of a table in which it stands */
    readonly row?: DocumentRow;
}

/** A row of a table, as its cells read. */
export type DocumentRow = readonly string[];

/** What a piece of a document stands in. */
interface Around {
    readonly place?: string | undefined;
    readonly row?: DocumentRow | undefined;
}

/**
 * The lines of a document in their order, each with the nearest place above it: that of its own, of its row (or what the
 * first cell of that leads to), of the line above it, or of the headings that it stands under. What a heading without a place begins has the place of what is around it.
 */
export function linesOf(blocks: readonly ImportedBlock[]): DocumentLine[] {
    const lines: DocumentLine[] = [];
    /** the place of each heading that is open, by its level */
    const open: { readonly level: number; readonly place: string | undefined }[] = [];
    /** the place of a line that no heading stands below */
    let near: string | undefined;
    const add = (
        { plain, places, comments, revisions }: Marks & { readonly plain: string },
        { place: around, row }: Around,
    ) => {
        const headings = open.flatMap((o) => o.place ?? []).reverse();
        const place = placeIn(places) ?? around ?? near ?? headings[0];
        if (plain !== '' || comments.length > 0) {
            lines.push({
                plain,
                ...(place === undefined ? {} : { place }),
                headings,
                comments,
                revisions,
                ...(row ? { row } : {}),
            });
        }
    };
    const read = (all: readonly ImportedBlock[], around: Around): void => {
        for (const block of all) {
            switch (block.type) {
                case 'heading':
                    while ((open.at(-1)?.level ?? 0) >= block.level) {
                        open.pop();
                    }
                    open.push({ level: block.level, place: block.places.at(-1) });
                    near = undefined;
                    add(block, { row: around.row });
                    break;
                case 'text':
                    near = (around.row ? undefined : placeIn(block.places)) ?? near;
                    add(block, around);
                    break;
                case 'list':
                    block.items.forEach((item) => {
                        if (item.above && item.below) {
                            read([item.above, item.below], around);
                            return;
                        }
                        near = (around.row ? undefined : placeIn(item.places)) ?? near;
                        add(item, around);
                    });
                    break;
                case 'table':
                    for (const row of block.rows) {
                        const cells = row.map((cell) => cell.plain);
                        const own = row.flatMap((cell) => cell.blocks.flatMap((b) => b.places))[0];
                        const place = own ?? row[0]?.blocks.flatMap((b) => b.links)[0];
                        row.forEach((cell) => {
                            read(cell.blocks, { place: place ?? around.place, row: cells });
                        });
                    }
            }
        }
    };
    read(blocks, {});
    return lines;
}

/** The place that a line names: not that of a note, nor one that Word keeps for itself. */
function placeIn(places: readonly string[]): string | undefined {
    return places.findLast((p) => !/^(?:_|noo?t[_-])/.test(p));
}
