import type { ImportedBlock, ImportedComment, ImportedDocument } from './blocks.js';
import { LABEL } from './blocks.js';
import { linesOf } from './lines.js';

/** What stands above the title of a review report. */
const KICKERS = ['Verslag van de toetsing', 'Review report'];

/** Whether a document is a report that `review` made. */
export function isReviewReport({ blocks }: ImportedDocument): boolean {
    return blocks.slice(0, FIRST_LINES).some((b) => KICKERS.includes(b.plain));
}

const FIRST_LINES = 4;

/** The title of a document: its first heading. */
export function titleOfDocument({ blocks }: ImportedDocument): string | undefined {
    return (blocks.find((b) => b.type === 'heading') ?? blocks[0])?.plain;
}

/**
 * The comments on a report, each with the heading that it stands under, since what a report says stands in no protocol.
 *
 * @param title of the interventie; comments on the part of another in the same report are left out
 * @returns the report with those comments, and how many are about another interventie
 */
export function reportFor(
    title: string,
    document: ImportedDocument,
): { readonly document: ImportedDocument; readonly others: number } {
    const above = headingsAbove(document.blocks);
    const isOfSeveral = titleOfDocument(document) !== title;
    const isMine = ({ key }: ImportedComment) => {
        const path = above.get(key) ?? [];
        // what stands before the first part is about all of them
        return !isOfSeveral || path.length <= 1 || path.includes(title);
    };
    const mine = document.comments.filter(isMine).map((comment) => {
        const heading = above
            .get(comment.key)
            ?.slice(1)
            .findLast((h) => h !== title);
        return heading === undefined ? comment : { ...comment, text: `Bij “${heading}”: ${comment.text}` };
    });
    return { document: { ...document, comments: mine }, others: document.comments.length - mine.length };
}

/** For each comment the headings that it stands under, the outermost first. */
function headingsAbove(blocks: readonly ImportedBlock[]): ReadonlyMap<string, readonly string[]> {
    const above = new Map<string, readonly string[]>();
    const open: { readonly level: number; readonly plain: string }[] = [];
    const [title, ...rest] = blocks.filter((b) => b.type === 'heading' && b.level < LABEL);
    const parts = new Set(rest);
    for (const block of blocks) {
        if (block.type === 'heading' && parts.has(block)) {
            while ((open.at(-1)?.level ?? 0) >= block.level) {
                open.pop();
            }
            open.push(block);
        }
        const path = [...(title ? [title.plain] : []), ...open.map((o) => o.plain)];
        linesOf([block]).forEach((line) => {
            line.comments.forEach((key) => above.set(key, path));
        });
    }
    return above;
}
