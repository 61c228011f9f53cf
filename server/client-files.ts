import { UriUtils, type FileSystemNode, type FileSystemProvider, type URI } from 'langium';
import type { Connection } from 'vscode-languageserver';
import { FILE_KIND, READ_FILE, READ_FOLDER, type FileKind, type FileRequest, type FolderEntry } from './requests.js';

/**
 * Files that the client reads for the server: all files when the server runs in a browser, and those of virtual
 * workspaces everywhere. Nothing can be read while one waits.
 */
export function clientFiles(connection: Connection): FileSystemProvider {
    const ask = <Answer>(request: string, uri: URI): Promise<Answer> =>
        connection.sendRequest<Answer>(request, { uri: uri.toString() } satisfies FileRequest);
    const readBinary = async (uri: URI) => bytesOf(await ask<string>(READ_FILE, uri));
    return {
        readBinary,
        readFile: async (uri) => new TextDecoder().decode(await readBinary(uri)),
        readDirectory: async (uri) => {
            const entries = await ask<FolderEntry[]>(READ_FOLDER, uri);
            return entries.map(({ name, kind }) => nodeOf(UriUtils.joinPath(uri, name), kind));
        },
        exists: async (uri) => (await ask<FileKind>(FILE_KIND, uri)) !== 'nothing',
        stat: async (uri) => {
            const kind = await ask<FileKind>(FILE_KIND, uri);
            if (kind === 'nothing') {
                throw new Error(`There is no ${uri.toString()}.`);
            }
            return nodeOf(uri, kind);
        },
        ...withoutWaiting,
    };
}

/** Of two ways to read files the one for this scheme. */
export function filesByScheme(ofScheme: (scheme: string) => FileSystemProvider): FileSystemProvider {
    const of = (uri: URI) => ofScheme(uri.scheme);
    return {
        stat: (uri) => of(uri).stat(uri),
        statSync: (uri) => of(uri).statSync(uri),
        exists: (uri) => of(uri).exists(uri),
        existsSync: (uri) => of(uri).existsSync(uri),
        readBinary: (uri) => of(uri).readBinary(uri),
        readBinarySync: (uri) => of(uri).readBinarySync(uri),
        readFile: (uri) => of(uri).readFile(uri),
        readFileSync: (uri) => of(uri).readFileSync(uri),
        readDirectory: (uri) => of(uri).readDirectory(uri),
        readDirectorySync: (uri) => of(uri).readDirectorySync(uri),
    };
}

const refuse = (uri: URI): never => {
    throw new Error(`${uri.toString()} can only be read by asking the client.`);
};

const withoutWaiting = {
    statSync: refuse,
    existsSync: refuse,
    readBinarySync: refuse,
    readFileSync: refuse,
    readDirectorySync: refuse,
};

function nodeOf(uri: URI, kind: FileKind): FileSystemNode {
    return { uri, isFile: kind === 'file', isDirectory: kind === 'folder' };
}

function bytesOf(base64: string): Uint8Array {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
