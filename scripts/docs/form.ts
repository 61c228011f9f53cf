import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { WERKBLAD } from '../../language/generate/documents/werkblad/edition.js';

/** The form for recognition as data, for who wants to follow another edition: `docs/werkblad.json`. */
export function formJson(): string {
    return `${JSON.stringify(WERKBLAD, undefined, 4)}\n`;
}

/** @throws what the file system throws */
export function writeForm(root: string): void {
    writeFileSync(join(root, 'docs/werkblad.json'), formJson());
}
