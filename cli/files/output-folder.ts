import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Bilingual } from '../../language/text/bilingual.js';
import { Complaint } from '../complaint.js';
import { makeFolders } from './folder.js';
import { errorCode, readingProblem, writingProblem } from './errors.js';
import { sameName, shownPath } from './paths.js';
import { TEMPORARY, writeWhole } from './write.js';

/** What Draaiboek made in a folder stands in this file of that folder, with the checksum that each file then had. */
export const RECORD_FILE = '.draaiboek-uitvoer.json';

/** A file to write. */
export interface PlannedFile {
    /** from the folder for output, with `/` */
    readonly path: string;
    readonly content: string | Uint8Array;
    /** the protocol that it is made from, absolute */
    readonly source: string;
}

interface FolderRecord {
    readonly version: 1;
    readonly files: Readonly<Record<string, FileRecord>>;
    /** checksums of a run that did not come to its end */
    readonly pending?: Readonly<Record<string, FileRecord>>;
}

interface FileRecord {
    readonly sha256: string;
    /** the protocol that it was made from, from the folder for output, with `/` */
    readonly from: string;
}

/**
 * Writes output, all of it or, where something stands in the way, none. A file that is there is replaced only when
 * Draaiboek made it, from the same protocol, and nobody changed it since.
 *
 * @param folder absolute
 * @param stopped asked between files; after `true` nothing more is written
 * @returns how many files were written or were there already as they should be
 * @throws Complaint that names what stands in the way
 */
export async function writeOutput(
    folder: string,
    files: readonly PlannedFile[],
    cwd: string,
    stopped: () => boolean = () => false,
): Promise<number> {
    const record = readRecord(folder, cwd);
    const inTheWay = [...clashes(files), ...files.flatMap((file) => obstacle(folder, file, record, cwd) ?? [])];
    if (inTheWay.length > 0) {
        throw new Complaint(together(inTheWay));
    }
    const records = new Map(files.map((file) => [file.path, recordOf(folder, file)]));
    makeFolder(folder, folder, cwd);
    // said beforehand, so that after an interruption the next run knows its own files
    writeRecord(folder, { ...record, pending: { ...record.pending, ...Object.fromEntries(records) } }, cwd);
    const written: Record<string, FileRecord> = { ...record.files };
    let count = 0;
    for (const file of files) {
        if (stopped()) {
            break;
        }
        const path = join(folder, file.path);
        makeFolder(dirname(path), folder, cwd);
        const entry = records.get(file.path);
        if (entry && checksumOf(path) !== entry.sha256) {
            writeWhole(path, file.content, shownPath(path, cwd));
        }
        if (entry) {
            written[file.path] = entry;
        }
        count++;
        await new Promise(setImmediate);
    }
    writeRecord(
        folder,
        { version: 1, files: written, ...(count < files.length ? { pending: Object.fromEntries(records) } : {}) },
        cwd,
    );
    return count;
}

/** Outputs that would be one file, on some file system. Whoever makes them keeps them apart, so this is a mistake of ours. */
function clashes(files: readonly PlannedFile[]): Bilingual[] {
    const seen = new Map<string, PlannedFile>();
    return files.flatMap((file) => {
        const pieces = file.path.split('/');
        if (
            pieces.some((piece) => piece === '' || piece === '.' || piece === '..') ||
            /[\\\0]|^[a-z]:/i.test(file.path)
        ) {
            throw new Error(`An output may not be named ${file.path}.`);
        }
        const other = seen.get(sameName(file.path));
        seen.set(sameName(file.path), file);
        return other
            ? [
                  {
                      nl: `Twee uitvoeren heten ${file.path}: maak ze elk in een eigen map.`,
                      en: `Two outputs are named ${file.path}: make each in a folder of its own.`,
                  },
              ]
            : [];
    });
}

/** Why a file may not be written; undefined when it may. */
function obstacle(folder: string, file: PlannedFile, record: FolderRecord, cwd: string): Bilingual | undefined {
    const path = join(folder, file.path);
    const shown = shownPath(path, cwd);
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
        return {
            nl: `${shown} is een map; daar moet een bestand komen.`,
            en: `${shown} is a folder; a file has to go there.`,
        };
    }
    const current = checksumOf(path);
    if (current === undefined || current === checksum(file.content)) {
        return undefined;
    }
    const known = [record.files[file.path], record.pending?.[file.path]].filter((entry) => entry !== undefined);
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
    const from = known[0]?.from ?? '';
    const other = resolve(folder, from);
    if (other !== file.source && existsSync(other)) {
        return {
            nl: `${shown} is gemaakt uit een ander protocol: ${shownPath(other, cwd)}.`,
            en: `${shown} was made from another protocol: ${shownPath(other, cwd)}.`,
        };
    }
    return undefined;
}

/** How many obstacles are named one by one. */
const MOST_NAMED = 5;

function together(obstacles: readonly Bilingual[]): Bilingual {
    const rest = obstacles.length - MOST_NAMED;
    const list = (language: keyof Bilingual, more: string) =>
        [...obstacles.slice(0, MOST_NAMED).map((o) => `  ${o[language]}`), ...(rest > 0 ? [`  … ${more}`] : [])].join(
            '\n',
        );
    return {
        nl: `Er is niets geschreven:\n${list('nl', `en nog ${String(rest)}`)}\nKies met \`--out\` een andere map.`,
        en: `Nothing was written:\n${list('en', `and ${String(rest)} more`)}\nChoose another folder with \`--out\`.`,
    };
}

/** Makes a folder inside the folder for output, also where links lead elsewhere: nothing is written outside it. */
function makeFolder(path: string, folder: string, cwd: string): void {
    const shown = shownPath(path, cwd);
    try {
        makeFolders(path);
    } catch (error) {
        throw new Complaint(writingProblem(shown, error));
    }
    const inside = relative(realpathSync(folder), realpathSync(path));
    if (inside === '..' || inside.startsWith(`..${sep}`)) {
        throw new Complaint({
            nl: `${shown} is een verwijzing naar buiten de map voor de uitvoer; daar wordt niets geschreven.`,
            en: `${shown} is a link out of the folder for output; nothing is written there.`,
        });
    }
    for (const name of readdirSync(path)) {
        if (TEMPORARY.test(name)) {
            rmSync(join(path, name), { force: true });
        }
    }
}

function readRecord(folder: string, cwd: string): FolderRecord {
    const path = join(folder, RECORD_FILE);
    let text: string;
    try {
        text = readFileSync(path, 'utf8');
    } catch (error) {
        if (errorCode(error) === 'ENOENT') {
            return { version: 1, files: {} };
        }
        throw new Complaint(
            errorCode(error) === 'ENOTDIR'
                ? writingProblem(shownPath(folder, cwd), error)
                : readingProblem(shownPath(path, cwd), error),
        );
    }
    try {
        const value = JSON.parse(text) as Partial<FolderRecord> | null;
        if (value?.version === 1 && typeof value.files === 'object') {
            return value as FolderRecord;
        }
    } catch {
        // told below, as any other content that is no record
    }
    throw new Complaint({
        nl: `${shownPath(path, cwd)} is niet te lezen; daarin staat wat Draaiboek eerder maakte. Zet het terug, of kies met \`--out\` een andere map.`,
        en: `${shownPath(path, cwd)} cannot be understood; it says what Draaiboek made before. Put it back, or choose another folder with \`--out\`.`,
    });
}

function writeRecord(folder: string, record: FolderRecord, cwd: string): void {
    const path = join(folder, RECORD_FILE);
    const files = Object.fromEntries(Object.entries(record.files).sort(([a], [b]) => (a < b ? -1 : 1)));
    writeWhole(path, `${JSON.stringify({ ...record, files }, undefined, 2)}\n`, shownPath(path, cwd));
}

function recordOf(folder: string, { content, source }: PlannedFile): FileRecord {
    return { sha256: checksum(content), from: relative(folder, source).split(sep).join('/') };
}

function checksum(content: string | Uint8Array): string {
    return createHash('sha256').update(content).digest('hex');
}

/** Of what a file holds now; undefined where there is none. */
function checksumOf(path: string): string | undefined {
    try {
        return checksum(readFileSync(path));
    } catch {
        return undefined;
    }
}
