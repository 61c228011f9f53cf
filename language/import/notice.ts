import { UNVERIFIED, WERKBLAD } from '../generate/documents/werkblad/edition.js';
import type { ImportedBlock } from './blocks.js';

/** What our own documents say of themselves, and not of an intervention. */
const OURS: ReadonlySet<string | undefined> = new Set([
    UNVERIFIED.nl,
    UNVERIFIED.en,
    WERKBLAD.title,
    WERKBLAD.english,
    WERKBLAD.follows,
    WERKBLAD.followsInEnglish,
    'Naar de tekst',
    'Skip to the text',
]);

/** Whether a block is a notice of ours about the document that it stands in. */
export function isNotice({ type, plain, comments }: ImportedBlock): boolean {
    return type === 'text' && comments.length === 0 && OURS.has(plain);
}
