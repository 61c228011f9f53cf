import type { ImportedBlock } from './blocks.js';

/** A year, an address, or a name with initials: `Jansen, P.` */
const MARKS_OF_ONE =
    /(?<!\d)(?:1[89]|20)\d\d(?!\d)|https?:\/\/|\bdoi\b|\bet al\b|\b(?:z\.j|n\.d)\.|\p{Lu}[\p{L}’'-]+,? (?:\p{Lu}\.)+/u;

/** Whether a line reads as a reference to something that was published: no heading, picture, table or quotation of somebody. */
export function isReference({ type, plain }: Pick<ImportedBlock, 'type' | 'plain'>): boolean {
    return type === 'text' && !/^\(afbeelding: /.test(plain) && MARKS_OF_ONE.test(plain);
}
