import { execFileSync } from 'node:child_process';
import { realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { FileSystemProvider, URI } from 'langium';
import type { Bilingual } from '../../language/text/bilingual.js';
import { Complaint } from '../complaint.js';
import { errorCode } from './errors.js';
import { diskFiles } from './file-system.js';
import { decode } from './read.js';
import { EXTENSION, shownPath } from './paths.js';

/** The files of a folder as they were in one version that git keeps. It is only read. */
export interface Revision {
    /** as the user named it */
    readonly name: string;
    /** the protocols among what the user named, absolute, by name */
    readonly files: readonly string[];
    /** the text of a file, as it was then; undefined where there was none */
    readonly read: (path: string) => string | undefined;
    /** all files as they were; what stands outside the repository as it is */
    readonly fileSystem: FileSystemProvider;
}

const MOST_BYTES = 1024 * 1024 * 1024;

/**
 * Opens a version.
 *
 * @param paths files and folders, which need not be there any more
 * @throws Complaint where git is not there, the folder is in no repository, or the version is not found
 */
export function openRevision(name: string, paths: readonly string[], cwd: string): Revision {
    const absolute = (paths.length > 0 ? paths : ['.']).map((path) => resolve(cwd, path));
    const start = nearestFolder(absolute[0] ?? cwd);
    const root = realpathSync(
        git(['rev-parse', '--show-toplevel'], start, NO_REPOSITORY(shownPath(start, cwd))).trim(),
    );
    if (name.startsWith('-') || name.trim() === '') {
        throw new Complaint(noVersion(name));
    }
    const commit = git(['rev-parse', '--verify', '--quiet', `${name}^{commit}`], root, noVersion(name)).trim();
    const known = new Set(
        git(['ls-tree', '-r', '-z', '--name-only', '--full-tree', commit], root, noVersion(name))
            .split('\0')
            .filter((n) => n !== ''),
    );
    const inside = (path: string): string | undefined => {
        const from = relative(root, realAsFarAsItIs(path));
        return from.startsWith('..') ? undefined : from.split(sep).join('/');
    };
    const texts = new Map<string, string | undefined>();
    const read = (path: string): string | undefined => {
        const own = inside(path);
        if (own === undefined || !known.has(own)) {
            return undefined;
        }
        if (!texts.has(own)) {
            const bytes = execFileSync('git', ['cat-file', 'blob', `${commit}:${own}`], options(root));
            texts.set(own, decode(bytes, `${name}:${own}`).text);
        }
        return texts.get(own);
    };
    const files = absolute.flatMap((path) => {
        const own = inside(path);
        return own === undefined
            ? []
            : [...known]
                  .filter((n) => n.endsWith(EXTENSION) && (own === '' || n === own || n.startsWith(`${own}/`)))
                  .filter((n) => !/(^|\/)(\.|node_modules\/)/.test(n.slice(own.length)))
                  .map((n) => join(root, ...n.split('/')));
    });
    return { name, files: [...new Set(files)].sort(), read, fileSystem: fileSystemOf(read, known, inside) };
}

function fileSystemOf(
    read: (path: string) => string | undefined,
    known: ReadonlySet<string>,
    inside: (path: string) => string | undefined,
): FileSystemProvider {
    const exists = (uri: URI): boolean => {
        const own = inside(uri.fsPath);
        return own === undefined ? diskFiles.existsSync(uri) : known.has(own);
    };
    const text = (uri: URI): string => {
        if (inside(uri.fsPath) === undefined) {
            return diskFiles.readFileSync(uri);
        }
        const found = read(uri.fsPath);
        if (found === undefined) {
            throw Object.assign(new Error(`no such file: ${uri.fsPath}`), { code: 'ENOENT' });
        }
        return found;
    };
    return {
        ...diskFiles,
        exists: (uri) => Promise.resolve(exists(uri)),
        existsSync: exists,
        readFile: async (uri) => Promise.resolve(text(uri)),
        readFileSync: text,
    };
}

/** Runs git, which only reads here. @throws Complaint, with this text where git itself says no */
function git(args: readonly string[], folder: string, otherwise: Bilingual): string {
    try {
        return execFileSync('git', args, { ...options(folder), encoding: 'utf8' });
    } catch (error) {
        throw new Complaint(errorCode(error) === 'ENOENT' ? NO_GIT : otherwise);
    }
}

function options(folder: string) {
    return {
        cwd: folder,
        maxBuffer: MOST_BYTES,
        stdio: ['ignore', 'pipe', 'ignore'] as ['ignore', 'pipe', 'ignore'],
        // nothing is written, not even what git keeps for itself
        env: { ...process.env, GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' },
    };
}

const NO_GIT: Bilingual = {
    nl: 'Voor een vergelijking met een eerdere versie is git nodig, en dat staat niet op deze computer. Installeer het (https://git-scm.com), of vergelijk twee bestanden: draaiboek diff OUD NIEUW.',
    en: 'To compare with an earlier version git is needed, and it is not on this computer. Install it (https://git-scm.com), or compare two files: draaiboek diff OLD NEW.',
};

const NO_REPOSITORY = (shown: string): Bilingual => ({
    nl: `${shown} staat niet onder versiebeheer van git, dus er is geen eerdere versie. Vergelijk twee bestanden: draaiboek diff OUD NIEUW.`,
    en: `${shown} is in no git repository, so there is no earlier version. Compare two files: draaiboek diff OLD NEW.`,
});

function noVersion(name: string): Bilingual {
    return {
        nl: `Git kent hier geen versie \`${name}\`. Noem een commit, tak of label, zoals HEAD~1; \`git log --oneline\` toont ze.`,
        en: `Git knows no version \`${name}\` here. Name a commit, branch or tag, such as HEAD~1; \`git log --oneline\` shows them.`,
    };
}

/** The folder of a path, or the nearest one around it that is there. */
function nearestFolder(path: string): string {
    const stat = statSync(path, { throwIfNoEntry: false });
    return stat?.isDirectory() || dirname(path) === path ? path : nearestFolder(dirname(path));
}

/** A path with its links followed as far as it is there: git knows files by their real place. */
function realAsFarAsItIs(path: string): string {
    try {
        return realpathSync(path);
    } catch {
        return dirname(path) === path
            ? path
            : join(realAsFarAsItIs(dirname(path)), path.slice(dirname(path).length + 1));
    }
}
