import * as vscode from 'vscode';

/** What is used of the Git extension that comes with VS Code (its API, version 1). */
interface GitExtension {
    readonly getAPI: (version: 1) => { readonly getRepository: (uri: vscode.Uri) => Repository | null };
}

interface Repository {
    readonly log: (options: { readonly maxEntries: number; readonly path: string }) => Promise<readonly Commit[]>;
    readonly show: (ref: string, path: string) => Promise<string>;
}

interface Commit {
    readonly hash: string;
    readonly message: string;
    readonly authorDate?: Date;
    readonly authorName?: string;
}

/** A version of a file that git keeps. */
export interface Version {
    /** as people see it */
    readonly name: string;
    readonly message: string;
    readonly by: string;
    /** the file and those that it uses, as they were then; without those that were not there */
    readonly files: () => Promise<readonly { readonly uri: string; readonly text: string }[]>;
}

const MOST_VERSIONS = 50;

/** The versions of a file, the last one first; none where git does not keep it, or there is no git. */
export async function versionsOf(uri: vscode.Uri): Promise<readonly Version[]> {
    const repository = await repositoryOf(uri);
    if (!repository) {
        return [];
    }
    try {
        const commits = await repository.log({ maxEntries: MOST_VERSIONS, path: uri.fsPath });
        return commits.map(({ hash, message, authorName, authorDate }) => ({
            name: hash.slice(0, 8),
            message: message.split('\n')[0] ?? '',
            by: [authorName, authorDate?.toLocaleDateString()].filter((t) => t !== undefined).join(', '),
            files: () => filesAt(repository, hash, uri),
        }));
    } catch (error) {
        // a repository without commits has no versions
        console.debug(error);
        return [];
    }
}

/** A version by its name: a commit, a branch or a tag. @returns undefined where git does not keep the file */
export async function versionNamed(uri: vscode.Uri, name: string): Promise<Version | undefined> {
    const repository = await repositoryOf(uri);
    return repository && { name, message: '', by: '', files: () => filesAt(repository, name, uri) };
}

async function repositoryOf(uri: vscode.Uri): Promise<Repository | undefined> {
    const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
    try {
        const git = extension?.isActive ? extension.exports : await extension?.activate();
        return git?.getAPI(1).getRepository(uri) ?? undefined;
    } catch (error) {
        // git is not installed, or switched off in the settings
        console.debug(error);
        return undefined;
    }
}

const USES = /^\s*gebruik\s+"([^"\n]+)"/gm;

/** A file with all that it uses, directly and further on, as they were. */
async function filesAt(
    repository: Repository,
    ref: string,
    first: vscode.Uri,
): Promise<readonly { readonly uri: string; readonly text: string }[]> {
    const files = new Map<string, string>();
    const queue = [first];
    for (let uri = queue.shift(); uri; uri = queue.shift()) {
        const here = uri;
        const text = await repository.show(ref, uri.fsPath).catch((error: unknown) => {
            if (here === first) {
                throw error;
            }
            return undefined;
        });
        if (text === undefined) {
            continue;
        }
        files.set(uri.toString(), text);
        const used = [...text.matchAll(USES)]
            .map(([, path = '']) => path)
            .filter((path) => !path.startsWith('draaiboek:'))
            .map((path) => vscode.Uri.joinPath(here, '..', path));
        queue.push(
            ...used.filter((u) => !files.has(u.toString()) && !queue.some((q) => q.toString() === u.toString())),
        );
    }
    return [...files].map(([uri, text]) => ({ uri, text }));
}
