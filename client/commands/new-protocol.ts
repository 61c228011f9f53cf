import * as vscode from 'vscode';
import { NAME_FROM, SKELETON, type NameAnswer } from '../../server/requests.js';
import type { Server } from '../server.js';
import { text } from '../texts.js';

/** As in the language: letters, digits and `_`, with hyphens inside. */
const NAME = /^[\p{L}_][\p{L}\p{M}\d_]*(?:-[\p{L}\p{M}\d_]+)*$/u;

/** What is asked; a caller that knows an answer gives it. */
export interface NewProtocol {
    readonly title?: string;
    readonly name?: string;
    /** the folder for the file */
    readonly folder?: vscode.Uri;
    readonly file?: string;
}

/**
 * Asks what the intervention is called and where it is to be, and opens a skeleton of it, with `onbekend` for all that is
 * to be filled in. Where no folder is open it is a text that is in no file yet.
 */
export async function newProtocol(server: Server, given: NewProtocol = {}): Promise<vscode.TextDocument | undefined> {
    const title =
        given.title ??
        (await ask('askTitle', '', (value) => (value.trim() === '' ? text('askTitleEmpty') : undefined)));
    if (title === undefined) {
        return undefined;
    }
    const proposal = await server.ask<NameAnswer>(NAME_FROM, { title });
    if (!proposal) {
        void vscode.window.showErrorMessage(text('notStarted'));
        return undefined;
    }
    const name =
        given.name ??
        (await ask('askName', proposal.name, (value) => (NAME.test(value) ? undefined : text('askNameWrong'))));
    if (name === undefined) {
        return undefined;
    }
    const content = await server.ask<string>(SKELETON, { title, name });
    const folder = given.folder ?? (await chooseFolder());
    if (content === undefined || folder === 'none') {
        return undefined;
    }
    if (!folder) {
        return show(await vscode.workspace.openTextDocument({ language: 'draaiboek', content }));
    }
    const file = given.file ?? (await ask('askFile', proposal.file, (value) => checkFile(folder, value)));
    if (file === undefined) {
        return undefined;
    }
    const uri = vscode.Uri.joinPath(folder, withExtension(file));
    if (await exists(uri)) {
        void vscode.window.showErrorMessage(text('fileExists', vscode.workspace.asRelativePath(uri)));
        return undefined;
    }
    try {
        await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(content));
    } catch (error) {
        void vscode.window.showErrorMessage(text('notWritten', error instanceof Error ? error.message : String(error)));
        return undefined;
    }
    return show(await vscode.workspace.openTextDocument(uri));
}

function ask(
    prompt: Parameters<typeof text>[0],
    value: string,
    validateInput: (value: string) => string | undefined | Thenable<string | undefined>,
): Thenable<string | undefined> {
    return vscode.window.showInputBox({
        title: text('newProtocol'),
        prompt: text(prompt),
        value,
        ignoreFocusOut: true,
        validateInput,
    });
}

/** The folder for a new file; undefined where none is open, `none` where the user chose none. */
async function chooseFolder(): Promise<vscode.Uri | undefined | 'none'> {
    const folders = vscode.workspace.workspaceFolders ?? [];
    if (folders.length < 2) {
        return folders[0]?.uri;
    }
    return (await vscode.window.showWorkspaceFolderPick({ placeHolder: text('askFolder') }))?.uri ?? 'none';
}

async function checkFile(folder: vscode.Uri, value: string): Promise<string | undefined> {
    if (value.trim() === '' || /[\\:*?"<>|]|(^|\/)\.\.?(\/|$)|^\/|\/$/.test(value)) {
        return text('askFileWrong');
    }
    const uri = vscode.Uri.joinPath(folder, withExtension(value));
    return (await exists(uri)) ? text('fileExists', vscode.workspace.asRelativePath(uri)) : undefined;
}

function withExtension(file: string): string {
    return file.endsWith('.draaiboek') ? file : `${file}.draaiboek`;
}

async function exists(uri: vscode.Uri): Promise<boolean> {
    return vscode.workspace.fs.stat(uri).then(
        () => true,
        () => false,
    );
}

/** Shows a text with the first thing to fill in selected. */
async function show(document: vscode.TextDocument): Promise<vscode.TextDocument> {
    const editor = await vscode.window.showTextDocument(document);
    const first = /(?<=\s)onbekend$/m.exec(document.getText());
    if (first) {
        const place = (offset: number) => document.positionAt(offset);
        editor.selection = new vscode.Selection(place(first.index), place(first.index + first[0].length));
        editor.revealRange(editor.selection);
    }
    return document;
}
