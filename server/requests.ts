/**
 * What the server and its editor say to each other besides the Language Server Protocol. The client imports this file
 * and nothing else of the server.
 */

/** What a client may say of itself when it starts the server (`initializationOptions`). */
export interface ClientOptions {
    /** the client answers {@link READ_FILE}, {@link READ_FOLDER} and {@link FILE_KIND} */
    readonly files?: boolean;
    /** the language of the messages; without it the settings of the workspace say, which are Dutch by default */
    readonly language?: string;
}

/** Asks the client for the text of a file that the server cannot reach itself: `{ uri }` → its bytes in base64. */
export const READ_FILE = 'draaiboek/readFile';
/** Asks the client what is in a folder: `{ uri }` → {@link FolderEntry}[]. */
export const READ_FOLDER = 'draaiboek/readFolder';
/** Asks the client what is at a URI: `{ uri }` → {@link FileKind}. */
export const FILE_KIND = 'draaiboek/fileKind';

export interface FileRequest {
    readonly uri: string;
}

export type FileKind = 'file' | 'folder' | 'nothing';

export interface FolderEntry {
    readonly name: string;
    readonly kind: FileKind;
}
