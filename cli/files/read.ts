import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import type { Bilingual } from '../../language/text/bilingual.js';
import { Complaint } from '../complaint.js';
import { readingProblem } from './errors.js';

/** A text as it stands in a file. */
export interface FileText {
    /** without the byte order mark */
    readonly text: string;
    /** whether the file begins with a byte order mark */
    readonly mark: boolean;
}

/** No protocol is this large: one that is, is something else under a wrong name. In bytes. */
const LARGEST = 64 * 1024 * 1024;
const BYTE_ORDER_MARK = '\ufeff';
/** What a decoder puts where bytes are no character. */
const REPLACEMENT = '\ufffd';

/**
 * Reads a text file.
 *
 * @param shown its path as people see it, for the message
 * @throws Complaint where it cannot be read or is no UTF-8 text
 */
export function readTextFile(path: string, shown: string): FileText {
    let bytes: Uint8Array;
    try {
        const { size } = statSync(path);
        if (size > LARGEST) {
            throw new Complaint({
                nl: `${shown} is met ${megabytes(size)} MB te groot (hoogstens ${megabytes(LARGEST)} MB). Verdeel het over bestanden die elkaar met \`gebruik\` noemen.`,
                en: `${shown} is too large at ${megabytes(size)} MB (${megabytes(LARGEST)} MB at most). Split it into files that name each other with \`gebruik\`.`,
            });
        }
        bytes = readFileSync(path);
    } catch (error) {
        throw error instanceof Complaint ? error : new Complaint(readingProblem(shown, error));
    }
    return decode(bytes, shown);
}

/** @throws Complaint where the bytes are no UTF-8 text */
export function decode(bytes: Uint8Array, shown: string): FileText {
    if (!isUtf8(bytes)) {
        throw new Complaint(notUtf8(bytes, shown));
    }
    const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
    const mark = all.startsWith(BYTE_ORDER_MARK);
    const text = mark ? all.slice(1) : all;
    const nul = text.indexOf('\u0000');
    if (nul >= 0) {
        const place = placeOf(text, nul);
        throw new Complaint({
            nl: `${shown}, regel ${place} bevat een nulteken (NUL) en is dus geen gewone tekst. Sla het bestand op als UTF-8.`,
            en: `${shown}, line ${place} holds a NUL character, so it is not plain text. Save the file as UTF-8.`,
        });
    }
    return { text, mark };
}

/** The bytes of a text as it stood in its file. */
export function encode({ text, mark }: FileText): string {
    return mark ? BYTE_ORDER_MARK + text : text;
}

function notUtf8(bytes: Uint8Array, shown: string): Bilingual {
    if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
        return {
            nl: `${shown} is opgeslagen als UTF-16 ("Unicode"). Sla het op als UTF-8.`,
            en: `${shown} is saved as UTF-16 ("Unicode"). Save it as UTF-8.`,
        };
    }
    if (bytes.includes(0)) {
        return {
            nl: `${shown} is geen tekst: een protocol is tekst in UTF-8.`,
            en: `${shown} is not text: a protocol is text in UTF-8.`,
        };
    }
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
    const place = placeOf(text, Math.max(text.indexOf(REPLACEMENT), 0));
    return {
        nl: `${shown}, regel ${place} is geen UTF-8; waarschijnlijk is het Windows-1252 ("ANSI"). Sla het bestand op als UTF-8.`,
        en: `${shown}, line ${place} is not UTF-8; it probably is Windows-1252 ("ANSI"). Save the file as UTF-8.`,
    };
}

/** The line and column of an offset, counted from 1: "12:5". */
function placeOf(text: string, offset: number): string {
    const before = text.slice(0, offset).split(/\r\n|\r|\n/);
    return `${String(before.length)}:${String((before.at(-1)?.length ?? 0) + 1)}`;
}

function megabytes(bytes: number): string {
    return String(Math.ceil(bytes / 1024 / 1024));
}
