import { readFileSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import MarkdownIt from 'markdown-it';
import type { NotesStand } from '../../language/import/notes.js';
import { readHtml } from '../../language/import/read-html.js';
import { Complaint } from '../complaint.js';
import { readingProblem } from '../files/errors.js';
import { decode } from '../files/read.js';
import { readWord, type WordDocument } from './word.js';

/** What can be imported, by the ends of names. */
const WORD = ['.docx', '.docm', '.dotx'];
const HTML = ['.html', '.htm', '.xhtml'];
const MARKDOWN = ['.md', '.markdown', '.txt'];

/** No form is this large, with all its pictures. In bytes. */
const LARGEST = 100 * 1024 * 1024;

/**
 * Reads a filled-in form from disk: Word, HTML or Markdown, by the end of its name.
 *
 * @param shown its path as people see it
 * @param notes where its footnotes are read; see {@link readHtml}
 * @throws Complaint where it cannot be read
 */
export async function readForm(path: string, shown: string, notes?: NotesStand): Promise<WordDocument> {
    const kind = extname(path).toLowerCase();
    if (kind === '.doc' || ![...WORD, ...HTML, ...MARKDOWN, '.doc'].includes(kind)) {
        if (kind !== '.doc') {
            throw new Complaint({
                nl: `${shown} is geen Word-document, webpagina of Markdown. Geef een bestand op .docx, .html of .md.`,
                en: `${shown} is no Word document, web page or Markdown. Give a file ending in .docx, .html or .md.`,
            });
        }
    }
    return readBytes(bytesOf(path, shown), path, shown, notes);
}

/** The same of what is not on disk. @param name by whose end it is known what it is */
export async function readBytes(
    bytes: Uint8Array,
    name: string,
    shown: string,
    notes?: NotesStand,
): Promise<WordDocument> {
    const kind = extname(name).toLowerCase();
    if (kind === '.doc' || WORD.includes(kind)) {
        return readWord(bytes, shown, notes);
    }
    const { text } = decode(bytes, shown);
    const html = HTML.includes(kind) ? text : new MarkdownIt({ html: true }).render(text);
    return {
        blocks: readHtml(html, notes),
        comments: [],
        pictures: html.split(/<img[\s>]/i).length - 1,
        ours: HTML.includes(kind) && /<meta name="generator" content="Draaiboek"/.test(text),
    };
}

function bytesOf(path: string, shown: string): Uint8Array {
    try {
        const { size } = statSync(path);
        if (size > LARGEST) {
            const [is, most] = [size, LARGEST].map((n) => String(Math.ceil(n / 1024 / 1024)));
            throw new Complaint({
                nl: `${shown} is met ${is ?? ''} MB te groot (hoogstens ${most ?? ''} MB). Haal grote afbeeldingen eruit en sla het opnieuw op.`,
                en: `${shown} is too large at ${is ?? ''} MB (${most ?? ''} MB at most). Take large pictures out and save it again.`,
            });
        }
        return readFileSync(path);
    } catch (error) {
        throw error instanceof Complaint ? error : new Complaint(readingProblem(shown, error));
    }
}
