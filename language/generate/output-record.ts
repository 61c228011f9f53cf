import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Bilingual } from '../text/bilingual.js';

/**
 * What was made in a folder, so that nothing of the user's is overwritten: a file that is there is replaced only when
 * Draaiboek made it, from the same protocol, and nobody changed it since. The tool and the editor share this.
 */

/** What Draaiboek made in a folder stands in this file of that folder, with the checksum that each file then had. */
export const RECORD_FILE = '.draaiboek-uitvoer.json';

export interface FolderRecord {
    readonly version: 1;
    readonly files: Readonly<Record<string, FileRecord>>;
    /** checksums of a run that did not come to its end */
    readonly pending?: Readonly<Record<string, FileRecord>>;
}

export interface FileRecord {
    readonly sha256: string;
    /** the protocol that it was made from, from the folder for output, with `/` */
    readonly from: string;
}

/** Reads a record. @returns undefined where it cannot be understood */
export function parseRecord(text: string): FolderRecord | undefined {
    try {
        const value = JSON.parse(text) as Partial<FolderRecord> | null;
        return value?.version === 1 && typeof value.files === 'object' ? (value as FolderRecord) : undefined;
    } catch {
        return undefined;
    }
}

export function recordText(record: FolderRecord): string {
    const files = Object.fromEntries(Object.entries(record.files).sort(([a], [b]) => (a < b ? -1 : 1)));
    return `${JSON.stringify({ ...record, files }, undefined, 2)}\n`;
}

export function checksum(content: string | Uint8Array): string {
    return bytesToHex(sha256(typeof content === 'string' ? utf8ToBytes(content) : content));
}

/** What stands where a file has to go. */
export interface Standing {
    /** checksum of the file that is there */
    readonly current: string;
    /** checksum of the file that has to go there */
    readonly wanted: string;
    /** the file as people see it */
    readonly shown: string;
    /** another protocol that it was made from and that is still there, as people see it */
    readonly other: (from: string) => string | undefined;
}

/** Why a file that is there may not be replaced; undefined when it may. */
export function whyNotReplaced(
    path: string,
    record: FolderRecord,
    { current, wanted, shown, other }: Standing,
): Bilingual | undefined {
    if (current === wanted) {
        return undefined;
    }
    const known = [record.files[path], record.pending?.[path]].filter((entry) => entry !== undefined);
    if (known.length === 0) {
        return {
            nl: `${shown} bestaat al en is niet door Draaiboek gemaakt.`,
            en: `${shown} exists and was not made by Draaiboek.`,
        };
    }
    if (!known.some((entry) => entry.sha256 === current)) {
        return {
            nl: `${shown} is gewijzigd nadat Draaiboek het maakte; zet uw versie elders of verwijder haar.`,
            en: `${shown} was changed after Draaiboek made it; put your version elsewhere or remove it.`,
        };
    }
    const source = other(known[0]?.from ?? '');
    return source === undefined
        ? undefined
        : {
              nl: `${shown} is gemaakt uit een ander protocol: ${source}.`,
              en: `${shown} was made from another protocol: ${source}.`,
          };
}

/**
 * The record after a run that wrote some of its files, or before one that is to write them all (`written` empty).
 *
 * @param planned all files of the run
 */
export function recordAfter(
    record: FolderRecord,
    planned: ReadonlyMap<string, FileRecord>,
    written: ReadonlySet<string>,
): FolderRecord {
    const done = [...planned].filter(([path]) => written.has(path));
    return {
        version: 1,
        files: { ...record.files, ...Object.fromEntries(done) },
        ...(done.length < planned.size ? { pending: { ...record.pending, ...Object.fromEntries(planned) } } : {}),
    };
}

/** The files of which a record says that they were made from something, and that are no longer made from it. */
export function leftBehind(
    record: FolderRecord,
    from: string,
    made: ReadonlySet<string>,
): [path: string, FileRecord][] {
    return Object.entries(record.files).filter(
        ([path, entry]) => entry.from === from && !made.has(path) && isInside(path),
    );
}

/** A record without some files. */
export function recordWithout(record: FolderRecord, gone: ReadonlySet<string>): FolderRecord {
    return { ...record, files: Object.fromEntries(Object.entries(record.files).filter(([path]) => !gone.has(path))) };
}

/** Whether a path, with `/`, stays within the folder on every file system. */
function isInside(path: string): boolean {
    const pieces = path.split('/');
    return !pieces.some((piece) => piece === '' || piece === '.' || piece === '..') && !/[\\\0]|^[a-z]:/i.test(path);
}

/** Outputs that would be one file, on some file system. Whoever makes them keeps them apart, so this is a mistake of ours. */
export function clashes(files: readonly { readonly path: string }[]): Bilingual[] {
    const seen = new Set<string>();
    return files.flatMap(({ path }) => {
        if (!isInside(path)) {
            throw new Error(`An output may not be named ${path}.`);
        }
        const name = path.normalize('NFC').toLowerCase();
        const isTaken = seen.has(name);
        seen.add(name);
        return isTaken
            ? [
                  {
                      nl: `Twee uitvoeren heten ${path}: maak ze elk in een eigen map.`,
                      en: `Two outputs are named ${path}: make each in a folder of its own.`,
                  },
              ]
            : [];
    });
}

/** How many obstacles are named one by one. */
const MOST_NAMED = 5;

/** All that stands in the way, with how to go on. */
export function inTheWay(obstacles: readonly Bilingual[], goOn: Bilingual): Bilingual {
    const rest = obstacles.length - MOST_NAMED;
    const list = (language: keyof Bilingual, more: string) =>
        [...obstacles.slice(0, MOST_NAMED).map((o) => `  ${o[language]}`), ...(rest > 0 ? [`  … ${more}`] : [])].join(
            '\n',
        );
    return {
        nl: `Er is niets geschreven:\n${list('nl', `en nog ${String(rest)}`)}\n${goOn.nl}`,
        en: `Nothing was written:\n${list('en', `and ${String(rest)} more`)}\n${goOn.en}`,
    };
}
