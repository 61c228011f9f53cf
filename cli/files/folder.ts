import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder with those around it that are not there yet. One by one: Node's own recursive way never ends on a file
 * system where nothing can be made, such as /proc.
 *
 * @param path absolute
 * @throws what the file system says of the first folder that cannot be made
 */
export function makeFolders(path: string): void {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
        return;
    }
    const around = dirname(path);
    if (around !== path) {
        makeFolders(around);
    }
    try {
        mkdirSync(path);
    } catch (error) {
        // another run may have made it in the meantime
        if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
            throw error;
        }
    }
}
