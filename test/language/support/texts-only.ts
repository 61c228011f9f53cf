import { EmptyFileSystemProvider, type FileSystemProvider, type URI } from 'langium';

/** A file system that holds some texts and nothing else. */
export function textsOnly(texts: ReadonlyMap<string, string>): FileSystemProvider {
    return Object.assign(new EmptyFileSystemProvider(), {
        readFile: (uri: URI): Promise<string> => {
            const text = texts.get(uri.path);
            return text === undefined ? Promise.reject(new Error(`no file ${uri.path}`)) : Promise.resolve(text);
        },
    });
}
