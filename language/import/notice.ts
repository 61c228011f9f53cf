import { UNVERIFIED, WERKBLAD } from '../generate/documents/werkblad/edition.js';
import { SKIP_LINK } from '../generate/html/skip-link.js';
import type { ImportedBlock } from './blocks.js';

/** What our own documents say of themselves, and not of an intervention. */
const OURS: ReadonlySet<string | undefined> = new Set([
    UNVERIFIED.nl,
    UNVERIFIED.en,
    WERKBLAD.title,
    WERKBLAD.english,
    WERKBLAD.follows,
    WERKBLAD.followsInEnglish,
    SKIP_LINK.nl,
    SKIP_LINK.en,
]);

/** Whether a block is a notice of ours about the document that it stands in. */
export function isNotice({ type, plain, comments }: ImportedBlock): boolean {
    return type === 'text' && comments.length === 0 && OURS.has(plain);
}
