import { randomBytes } from 'node:crypto';
import { chmodSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Complaint } from '../complaint.js';
import { errorCode, writingProblem } from './errors.js';

/** The names of files that are being written. */
export const TEMPORARY = /^\..+\.[0-9a-f]{8}\.draaiboek-tmp$/;

/**
 * Writes a whole file or nothing: into a temporary file beside it, which then takes its place. A link is followed, and
 * permissions stay as they were.
 *
 * @throws Complaint where it cannot be written; what stood there is still there
 */
export function writeWhole(path: string, content: string | Uint8Array, shown: string): void {
    const target = followLink(path, shown);
    const temporary = join(
        dirname(target),
        `.${basename(target).slice(0, 100)}.${randomBytes(4).toString('hex')}.draaiboek-tmp`,
    );
    try {
        const mode = statSync(target, { throwIfNoEntry: false })?.mode;
        writeFileSync(temporary, content, { flag: 'wx', flush: true });
        if (mode !== undefined) {
            chmodSync(temporary, mode);
        }
        renameSync(temporary, target);
    } catch (error) {
        rmSync(temporary, { force: true });
        throw new Complaint(writingProblem(shown, error));
    }
}

function followLink(path: string, shown: string): string {
    try {
        return realpathSync(path);
    } catch (error) {
        if (errorCode(error) === 'ENOENT') {
            return path;
        }
        throw new Complaint(writingProblem(shown, error));
    }
}
