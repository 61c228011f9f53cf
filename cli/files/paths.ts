import { isAbsolute, relative, sep } from 'node:path';
import { Complaint } from '../complaint.js';

/** The file name extension of protocols. */
export const EXTENSION = '.draaiboek';

/** How many folders up a path may lead before it is read more easily from the root. */
const MOST_UP = 1;

/**
 * A path as people see it: that of {@link relativePath}, or from the root where that leads far out of the folder; on one
 * line whatever the name of the file is.
 *
 * @param path absolute
 */
export function shownPath(path: string, cwd: string): string {
    const shown = relativePath(path, cwd);
    const isFar = shown.split('/')[MOST_UP] === '..';
    return (isFar ? path.split(sep).join('/') : shown).replace(/[\n\r\t\v\f\u0085\u2028\u2029]/g, '\ufffd');
}

/**
 * A path as programs read it: from where the tool runs, with `/`, on every system alike.
 *
 * @param path absolute
 */
export function relativePath(path: string, cwd: string): string {
    const shown = relative(cwd, path);
    return (isAbsolute(shown) ? path : shown || '.').split(sep).join('/');
}

/**
 * An empty name is the folder itself to a file system; to whoever typed it, it is a variable of a script that held nothing.
 *
 * @throws Complaint where one of the paths is empty
 */
export function refuseEmpty(paths: readonly (string | undefined)[]): void {
    if (paths.some((path) => path?.trim() === '')) {
        throw new Complaint({
            nl: 'Een van de namen die u meegaf, is leeg. Noem een bestand of een map; `.` is de map waarin u staat.',
            en: 'One of the names that you gave is empty. Name a file or a folder; `.` is the folder that you are in.',
        });
    }
}
