import { parseDate } from '../model/values.js';
import type { ImportedBlock } from './blocks.js';
import { isOpenAnswer, quoted, valueOf } from './write.js';

/** `2.1 van 1 maart 2026 (vastgesteld)` */
const VERSION =
    /^([\w.-]+)(?:,? (?:van |d\.d\. )?(\d{1,2}(?:-| )\p{L}+(?:-| )\d{4}|\d[\d-]+\d))?(?:,? \(?(\p{L}+)\)?)?$/u;

/** What a form says of its version as a statement: number, date and stage where it is written so, else its own words. */
export function versionFrom(blocks: readonly ImportedBlock[]): string {
    if (isOpenAnswer(blocks)) {
        return `versie ${valueOf(blocks)}`;
    }
    const words = blocks.map((b) => b.plain).join(' ');
    const [, number, day, stage] = VERSION.exec(words) ?? [];
    const date = day === undefined ? undefined : parseDate(day);
    return number === undefined || (day !== undefined && date === undefined)
        ? `versie ${quoted(words)}`
        : [`versie ${quoted(number)}`, date && `van ${date}`, stage && `stand ${stage.toLowerCase()}`]
              .filter(Boolean)
              .join(' ');
}
