import { strFromU8, unzipSync } from 'fflate';
import { bare } from './texts.js';

/** The parts of a Word file, by their path. */
export function partsOfWord(file: Uint8Array): Readonly<Record<string, string>> {
    return Object.fromEntries(Object.entries(unzipSync(file)).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

/** What a reader of a Word file sees, without white space: its text and its footnotes. */
export function textOfWord(file: Uint8Array): string {
    const parts = partsOfWord(file);
    return bare(['word/document.xml', 'word/footnotes.xml'].map((path) => plain(parts[path] ?? '')).join(' '));
}

function plain(xml: string): string {
    return xml
        .replace(/<w:instrText[^>]*>[^<]*<\/w:instrText>/g, '')
        .replace(/<[^>]*>/g, '')
        .replace(/&(lt|gt|quot|apos|amp|#\d+);/g, (all, name: string) =>
            name.startsWith('#') ? String.fromCodePoint(Number(name.slice(1))) : (CHARACTERS[name] ?? all),
        );
}

const CHARACTERS: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
