import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './set-up.mjs';

/**
 * Whether `made` is there and newer than every file of `sources`.
 *
 * @param {string} made a file, from the project's folder
 * @param {readonly string[]} sources files and folders, from the project's folder
 */
export function isFresh(made, sources) {
    const time = timeOf(join(ROOT, made));
    return time !== undefined && sources.every((source) => (newest(join(ROOT, source)) ?? 0) <= time);
}

/** @param {string} path @returns {number | undefined} when the newest file in it was changed */
function newest(path) {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat?.isDirectory()) {
        return stat?.mtimeMs;
    }
    return readdirSync(path, { withFileTypes: true })
        .filter((entry) => entry.name !== 'generated')
        .map((entry) => newest(join(path, entry.name)) ?? 0)
        .reduce((a, b) => Math.max(a, b), stat.mtimeMs);
}

/** @param {string} path */
function timeOf(path) {
    return statSync(path, { throwIfNoEntry: false })?.mtimeMs;
}
