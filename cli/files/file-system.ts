import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { UriUtils, type FileSystemNode, type FileSystemProvider, type URI } from 'langium';
import { readTextFile } from './read.js';

/** How the language reads the files that a protocol uses: strictly, as those that the user names. */
export const diskFiles: FileSystemProvider = {
    stat: (uri) => settled(() => diskFiles.statSync(uri)),
    statSync: (uri) => node(uri, statSync(uri.fsPath)),
    exists: (uri) => Promise.resolve(existsSync(uri.fsPath)),
    existsSync: (uri) => existsSync(uri.fsPath),
    readBinary: (uri) => settled(() => diskFiles.readBinarySync(uri)),
    readBinarySync: (uri) => readFileSync(uri.fsPath),
    readFile: (uri) => settled(() => diskFiles.readFileSync(uri)),
    readFileSync: (uri) => readTextFile(uri.fsPath, uri.fsPath).text,
    readDirectory: (uri) => settled(() => diskFiles.readDirectorySync(uri)),
    readDirectorySync: (uri) =>
        readdirSync(uri.fsPath, { withFileTypes: true }).map((entry) =>
            node(UriUtils.joinPath(uri, entry.name), entry),
        ),
};

function node(uri: URI, kind: { isFile(): boolean; isDirectory(): boolean }): FileSystemNode {
    return { uri, isFile: kind.isFile(), isDirectory: kind.isDirectory() };
}

/** A promise of what a function gives or throws. */
function settled<T>(run: () => T): Promise<T> {
    return new Promise((resolve) => {
        resolve(run());
    });
}
