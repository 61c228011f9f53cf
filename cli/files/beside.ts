import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Complaint } from '../complaint.js';
import type { Host } from '../host.js';
import { EXTENSION, shownPath } from './paths.js';
import { readTextFile } from './read.js';

/**
 * The other protocols in the folders of files that were named one by one: what a review says mostly stands in another
 * file than what it is about. What cannot be read is left out.
 *
 * @param paths what the user named
 * @param files the protocols that were found there
 */
export function beside(paths: readonly string[], files: readonly string[], host: Host): string[] {
    const single = paths.map((path) => resolve(host.cwd, path)).filter((path) => isFile(path));
    const folders = new Set(single.map((path) => dirname(path)));
    return [...folders]
        .flatMap((folder) =>
            readdirSync(folder)
                .sort()
                .filter((name) => name.endsWith(EXTENSION))
                .map((name) => join(folder, name)),
        )
        .filter((path) => !files.includes(path) && isReadable(path, host));
}

function isFile(path: string): boolean {
    return existsSync(path) && statSync(path).isFile();
}

function isReadable(path: string, host: Host): boolean {
    try {
        readTextFile(path, shownPath(path, host.cwd));
        return true;
    } catch (error) {
        if (error instanceof Complaint) {
            return false;
        }
        throw error;
    }
}
