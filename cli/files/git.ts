import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
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
    const { root, commit } = versionOf(name, absolute[0] ?? cwd, cwd);
    const known = new Set(
        git(['ls-tree', '-r', '-z', '--name-only', '--full-tree', commit], root, noVersion(name))
            .split('\0')
            .filter((n) => n !== ''),
    );
    const inside = (path: string) => insideOf(root, path);
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

/**
 * What protocols were called in an earlier version that have another name or stand elsewhere now, as git finds them: by what
 * they say.
 *
 * @param to the later version; undefined for what is on disk, whether git knows of it or not
 * @param paths the files and folders as they are called now
 * @returns the earlier paths, absolute
 */
export function earlierNames(from: string, to: string | undefined, paths: readonly string[], cwd: string): string[] {
    const absolute = (paths.length > 0 ? paths : ['.']).map((path) => resolve(cwd, path));
    const start = absolute[0] ?? cwd;
    const { root, commit } = versionOf(from, start, cwd);
    const asked = absolute.flatMap((path) => insideOf(root, path) ?? []);
    const command = ['diff', '--no-ext-diff', '--name-status', '-z', '--find-renames', '--diff-filter=R', commit];
    const renamed =
        to === undefined
            ? withOwnIndex(root, commit, asked, (env) => git([...command, '--', ALL], root, noVersion(from), env))
            : git([...command, versionOf(to, start, cwd).commit, '--', ALL], root, noVersion(to));
    const parts = renamed.split('\0');
    return Array.from({ length: Math.floor(parts.length / 3) }, (_, i) => parts.slice(3 * i, 3 * i + 3)).flatMap(
        ([, before = '', after = '']) =>
            asked.some((own) => own === '' || after === own || after.startsWith(`${own}/`))
                ? [join(root, ...before.split('/'))]
                : [],
    );
}

const ALL = `*${EXTENSION}`;

/** An index of our own in which protocols stand that git does not know of; nothing is written in the repository. */
function withOwnIndex<T>(
    root: string,
    commit: string,
    asked: readonly string[],
    use: (env: NodeJS.ProcessEnv) => T,
): T {
    const own = mkdtempSync(join(tmpdir(), 'draaiboek-'));
    try {
        const objects = resolve(root, git(['rev-parse', '--git-path', 'objects'], root, NO_REPOSITORY(root)).trim());
        mkdirSync(join(own, 'objects'));
        const env = {
            GIT_INDEX_FILE: join(own, 'index'),
            GIT_OBJECT_DIRECTORY: join(own, 'objects'),
            GIT_ALTERNATE_OBJECT_DIRECTORIES: objects,
        };
        const run = (args: readonly string[]) => git(args, root, noVersion(commit), env);
        run(['read-tree', commit]);
        const others = run(['ls-files', '-z', '--others', '--exclude-standard', '--', ALL])
            .split('\0')
            .filter((n) => asked.some((path) => path === '' || n === path || n.startsWith(`${path}/`)));
        if (others.length > 0) {
            run(['add', '--intent-to-add', '--', ...others.map((n) => `:(literal)${n}`)]);
        }
        return use(env);
    } finally {
        rmSync(own, { recursive: true, force: true });
    }
}

/** The repository that a path stands in, and the commit that a version is. */
function versionOf(name: string, path: string, cwd: string): { readonly root: string; readonly commit: string } {
    const start = nearestFolder(path);
    const root = realpathSync(
        git(['rev-parse', '--show-toplevel'], start, NO_REPOSITORY(shownPath(start, cwd))).trim(),
    );
    if (name.startsWith('-') || name.trim() === '') {
        throw new Complaint(noVersion(name));
    }
    return {
        root,
        commit: git(['rev-parse', '--verify', '--quiet', `${name}^{commit}`], root, noVersion(name)).trim(),
    };
}

/** A path as git names it in a repository; undefined for one outside of it. */
function insideOf(root: string, path: string): string | undefined {
    const from = relative(root, realAsFarAsItIs(path));
    return from.startsWith('..') ? undefined : from.split(sep).join('/');
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
function git(args: readonly string[], folder: string, otherwise: Bilingual, env: NodeJS.ProcessEnv = {}): string {
    try {
        const { env: usual, ...rest } = options(folder);
        return execFileSync('git', args, { ...rest, env: { ...usual, ...env }, encoding: 'utf8' });
    } catch (error) {
        throw new Complaint(errorCode(error) === 'ENOENT' ? NO_GIT : otherwise);
    }
}

function options(folder: string) {
    return {
        cwd: folder,
        maxBuffer: MOST_BYTES,
        stdio: ['ignore', 'pipe', 'ignore'] as ['ignore', 'pipe', 'ignore'],
        // nothing of the repository is written, not even what git keeps for itself
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
