import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
    FILE_KIND,
    READ_FILE,
    READ_FOLDER,
    type FileKind,
    type FileRequest,
    type FolderEntry,
} from '../server/requests.js';

const { fs } = vscode.workspace;

/** Reads files for the server that it cannot reach itself: in virtual workspaces, and when it runs in a browser. */
export function answerFileRequests(client: BaseLanguageClient): void {
    client.onRequest(READ_FILE, async ({ uri }: FileRequest): Promise<string> => {
        return base64Of(await fs.readFile(vscode.Uri.parse(uri)));
    });
    client.onRequest(READ_FOLDER, async ({ uri }: FileRequest): Promise<FolderEntry[]> => {
        const entries = await fs.readDirectory(vscode.Uri.parse(uri));
        return entries.map(([name, type]) => ({ name, kind: kindOf(type) }));
    });
    client.onRequest(FILE_KIND, async ({ uri }: FileRequest): Promise<FileKind> => {
        try {
            return kindOf((await fs.stat(vscode.Uri.parse(uri))).type);
        } catch {
            return 'nothing';
        }
    });
}

function kindOf(type: vscode.FileType): FileKind {
    return type & vscode.FileType.Directory ? 'folder' : type & vscode.FileType.File ? 'file' : 'nothing';
}

function base64Of(bytes: Uint8Array): string {
    let binary = '';
    for (const byte of bytes) {
        binary += String.fromCharCode(byte);
    }
    return btoa(binary);
}
