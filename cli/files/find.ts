import { readdirSync, realpathSync, statSync, type Stats } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { nearest } from '../../language/text/distance.js';
import type { Bilingual } from '../../language/text/bilingual.js';
import { errorCode, readingProblem } from './errors.js';
import { EXTENSION, refuseEmpty, shownPath } from './paths.js';

/** The protocols that the user means, and what was wrong with the paths that name none. */
export interface FoundFiles {
    /** absolute, each once, in the order of their arguments and within one by name */
    readonly files: readonly string[];
    readonly problems: readonly Bilingual[];
}

/**
 * Finds protocols. A folder stands for all that is in it, and a glob for all that fits; both leave out folders that are
 * named `node_modules` or begin with a dot.
 *
 * @param paths files, folders and globs; the folder itself where there are none
 * @param cwd where relative paths start
 */
export async function findProtocols(paths: readonly string[], cwd: string): Promise<FoundFiles> {
    refuseEmpty(paths);
    const files = new Map<string, string>();
    const problems: Bilingual[] = [];
    for (const path of paths.length > 0 ? paths : ['.']) {
        const found = await findOne(path, cwd, problems);
        for (const file of found) {
            files.set(identity(file), files.get(identity(file)) ?? file);
        }
    }
    return { files: [...files.values()], problems };
}

async function findOne(path: string, cwd: string, problems: Bilingual[]): Promise<readonly string[]> {
    const absolute = resolve(cwd, path);
    const shown = shownPath(absolute, cwd);
    let stat: Stats;
    try {
        stat = statSync(absolute);
    } catch (error) {
        if (/[*?[\]{}!]/.test(path)) {
            return findGlob(path, cwd, problems);
        }
        const problem = readingProblem(shown, error);
        problems.push(errorCode(error) === 'ENOENT' ? withNearMiss(problem, absolute) : problem);
        return [];
    }
    if (stat.isDirectory()) {
        const files: string[] = [];
        walk(absolute, new Set(), files, problems, cwd);
        if (files.length === 0) {
            problems.push({
                nl: `In de map ${shown} staan geen protocollen (bestanden op ${EXTENSION}). Begin er een met \`draaiboek new\`.`,
                en: `The folder ${shown} holds no protocols (files ending in ${EXTENSION}). Start one with \`draaiboek new\`.`,
            });
        }
        return files;
    }
    if (!stat.isFile()) {
        problems.push({ nl: `${shown} is geen bestand en geen map.`, en: `${shown} is neither a file nor a folder.` });
        return [];
    }
    if (!absolute.endsWith(EXTENSION)) {
        problems.push({
            nl: `${shown} is geen protocol: de naam eindigt niet op ${EXTENSION}.`,
            en: `${shown} is no protocol: its name does not end in ${EXTENSION}.`,
        });
        return [];
    }
    return [absolute];
}

/** @param visited the real paths of the folders that were gone through, so that links in a circle come to an end */
function walk(folder: string, visited: Set<string>, files: string[], problems: Bilingual[], cwd: string): void {
    let entries;
    try {
        const real = realpathSync(folder);
        if (visited.has(real)) {
            return;
        }
        visited.add(real);
        entries = readdirSync(folder, { withFileTypes: true });
    } catch (error) {
        problems.push(readingProblem(shownPath(folder, cwd), error));
        return;
    }
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
        const path = join(folder, entry.name);
        if (entry.name.startsWith('.') || entry.name === 'node_modules') {
            continue;
        }
        const kind = entry.isSymbolicLink() ? behindLink(path) : entry;
        if (kind?.isDirectory()) {
            walk(path, visited, files, problems, cwd);
        } else if (entry.name.endsWith(EXTENSION) && (kind === undefined || kind.isFile())) {
            // a link that leads nowhere is told when it is read
            files.push(path);
        }
    }
}

function behindLink(path: string): Stats | undefined {
    try {
        return statSync(path);
    } catch {
        return undefined;
    }
}

async function findGlob(pattern: string, cwd: string, problems: Bilingual[]): Promise<readonly string[]> {
    const { glob } = await import('tinyglobby');
    const found = await glob(pattern, {
        cwd,
        absolute: true,
        ignore: ['**/node_modules/**'],
        followSymbolicLinks: false,
    });
    const files = found
        .map((file) => resolve(file))
        .filter((file) => file.endsWith(EXTENSION))
        .sort();
    if (files.length === 0) {
        problems.push({
            nl: `Geen protocol (bestand op ${EXTENSION}) past op ${pattern}.`,
            en: `No protocol (file ending in ${EXTENSION}) fits ${pattern}.`,
        });
    }
    return files;
}

/** One file may be reached in two ways; its real path is the same. */
function identity(file: string): string {
    try {
        return realpathSync(file);
    } catch {
        return file;
    }
}

function withNearMiss(problem: Bilingual, path: string): Bilingual {
    let siblings: string[];
    try {
        siblings = readdirSync(dirname(path));
    } catch {
        return problem;
    }
    const name = nearest(basename(path), siblings) ?? siblings.find((s) => s === `${basename(path)}${EXTENSION}`);
    return name === undefined
        ? problem
        : { nl: `${problem.nl} Bedoelde u ${name}?`, en: `${problem.en} Did you mean ${name}?` };
}
