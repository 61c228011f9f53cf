import type { StatementDoc } from '../statements.js';

/**
 * One entry of the catalogue, written on few lines.
 *
 * @param keyword as written, for example `werkt aan`
 * @param blocks the blocks in which it stands, by their keyword, separated by commas
 * @param nl one sentence, for someone who never programmed
 * @param en the same in English
 * @param example just the statement, as it stands in its block
 * @param context text with a line `…` where the example goes; where it is left out, contexts.ts makes one
 */
export function entry(
    keyword: string,
    blocks: string,
    nl: string,
    en: string,
    example: string,
    context?: string,
): StatementDoc {
    const base = { keyword, blocks: blocks.split(/,\s*/), summary: { nl, en }, example };
    return context === undefined ? base : { ...base, context };
}

/** An example of more than one line. */
export function lines(...text: readonly string[]): string {
    return text.join('\n');
}
