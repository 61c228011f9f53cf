import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, realpathSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Bilingual } from '../../language/text/bilingual.js';
import {
    clashes,
    inTheWay,
    leftBehind,
    parseRecord,
    RECORD_FILE,
    recordAfter,
    recordText,
    recordWithout,
    whyNotReplaced,
    type FileRecord,
    type FolderRecord,
} from '../../language/generate/output-record.js';
import { Complaint } from '../complaint.js';
import { makeFolders } from './folder.js';
import { errorCode, readingProblem, writingProblem } from './errors.js';
import { shownPath } from './paths.js';
import { TEMPORARY, writeWhole } from './write.js';

/** A file to write. */
export interface PlannedFile {
    /** from the folder for output, with `/` */
    readonly path: string;
    readonly content: string | Uint8Array;
    /** the protocol that it is made from, absolute */
    readonly source: string;
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
    const obstacles = [...clashes(files), ...files.flatMap((file) => obstacle(folder, file, record, cwd) ?? [])];
    if (obstacles.length > 0) {
        throw new Complaint(inTheWay(obstacles, ELSEWHERE));
    }
    const records = new Map(files.map((file) => [file.path, recordOf(folder, file)]));
    makeFolder(folder, folder, cwd);
    // said beforehand, so that after an interruption the next run knows its own files
    writeRecord(folder, recordAfter(record, records, new Set()), cwd);
    const written = new Set<string>();
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
        written.add(file.path);
        await new Promise(setImmediate);
    }
    writeRecord(folder, recordAfter(record, records, written), cwd);
    return written.size;
}

/**
 * Removes what an earlier run made from something and this one no longer makes. Only a file that Draaiboek made and nobody
 * changed since is removed, and folders that are empty then.
 *
 * @param source what all of `files` are made from, absolute
 * @returns the files that were removed, and those that are left since somebody changed them, from the folder for output
 * @throws Complaint for one that cannot be removed
 */
export function removeLeftBehind(
    folder: string,
    source: string,
    files: readonly PlannedFile[],
    cwd: string,
): { readonly removed: readonly string[]; readonly changed: readonly string[] } {
    const record = readRecord(folder, cwd);
    const left = leftBehind(record, relative(folder, source).split(sep).join('/'), new Set(files.map((f) => f.path)));
    const [removed, changed, gone] = [[] as string[], [] as string[], new Set<string>()];
    for (const [name, { sha256 }] of left) {
        const path = join(folder, name);
        const current = checksumOf(path);
        if (current === undefined) {
            gone.add(name);
        } else if (current !== sha256 || !isReallyInside(folder, dirname(path))) {
            changed.push(name);
        } else {
            try {
                rmSync(path);
            } catch (error) {
                throw new Complaint(writingProblem(shownPath(path, cwd), error));
            }
            removeEmpty(dirname(path), folder);
            removed.push(name);
            gone.add(name);
        }
    }
    if (gone.size > 0) {
        writeRecord(folder, recordWithout(record, gone), cwd);
    }
    return { removed, changed };
}

function removeEmpty(path: string, folder: string): void {
    for (let at = path; at !== folder && at.startsWith(folder) && readdirSync(at).length === 0; at = dirname(at)) {
        rmdirSync(at);
    }
}

function isReallyInside(folder: string, path: string): boolean {
    const inside = relative(realpathSync(folder), realpathSync(path));
    return inside !== '..' && !inside.startsWith(`..${sep}`);
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
    return current === undefined
        ? undefined
        : whyNotReplaced(file.path, record, {
              current,
              wanted: checksum(file.content),
              shown,
              other: (from) => {
                  const other = resolve(folder, from);
                  return other !== file.source && existsSync(other) ? shownPath(other, cwd) : undefined;
              },
          });
}

const ELSEWHERE: Bilingual = {
    nl: 'Kies met `--out` een andere map.',
    en: 'Choose another folder with `--out`.',
};

/** Makes a folder inside the folder for output, also where links lead elsewhere: nothing is written outside it. */
function makeFolder(path: string, folder: string, cwd: string): void {
    const shown = shownPath(path, cwd);
    try {
        makeFolders(path);
    } catch (error) {
        throw new Complaint(writingProblem(shown, error));
    }
    if (!isReallyInside(folder, path)) {
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
    const record = parseRecord(text);
    if (record) {
        return record;
    }
    throw new Complaint({
        nl: `${shownPath(path, cwd)} is niet te lezen; daarin staat wat Draaiboek eerder maakte. Zet het terug, of kies met \`--out\` een andere map.`,
        en: `${shownPath(path, cwd)} cannot be understood; it says what Draaiboek made before. Put it back, or choose another folder with \`--out\`.`,
    });
}

function writeRecord(folder: string, record: FolderRecord, cwd: string): void {
    const path = join(folder, RECORD_FILE);
    writeWhole(path, recordText(record), shownPath(path, cwd));
}

function recordOf(folder: string, { content, source }: PlannedFile): FileRecord {
    return { sha256: checksum(content), from: relative(folder, source).split(sep).join('/') };
}

/** As `checksum` of the record, by what the machine has for it, which is faster. */
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
