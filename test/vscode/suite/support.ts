/** The one place where the suites touch the example's document and wait for the language server. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { DraaiboekApi } from '../../../client/start.js';
import { EXAMPLE } from '../source-text.mjs';

export const EXTENSION_ID = 'draaiboek.draaiboek';

/** What the extension shows to others; it must be active. */
export function apiOf(): DraaiboekApi {
    const extension = vscode.extensions.getExtension<DraaiboekApi>(EXTENSION_ID);
    assert.ok(extension?.isActive, `${EXTENSION_ID} is not active`);
    return extension.exports;
}

/** Opens the example in an editor, unchanged, and waits until the language server answers about it. */
export async function openExample(): Promise<vscode.TextDocument> {
    const folder = vscode.workspace.workspaceFolders?.[0];
    assert.ok(folder, 'VS Code opened no workspace folder');
    const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, ...EXAMPLE.split('/')));
    await vscode.window.showTextDocument(document);
    await restore();
    // Once is enough: when it never answers, the tests after the first need not wait for it again.
    ready ??= waitFor(60, 'the language server to answer', async () => (await symbolsOf(document)).length > 0);
    await ready;
    return document;
}

let ready: Promise<void> | undefined;

/** Puts every changed document back to what the disk holds. Nothing is ever saved. */
export async function restore(): Promise<void> {
    for (const document of vscode.workspace.textDocuments) {
        if (!document.isDirty || document.languageId !== 'draaiboek') continue; // VS Code edits its own settings
        const original = new TextDecoder().decode(await vscode.workspace.fs.readFile(document.uri));
        await replace(document, 0, document.getText().length, original);
    }
}

/** Replaces the text between two offsets, as an extension would: through a WorkspaceEdit. */
export async function replace(document: vscode.TextDocument, start: number, end: number, text: string): Promise<void> {
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
    assert.ok(await vscode.workspace.applyEdit(edit), 'VS Code refused the edit');
}

/** Polls until the question is answered with yes; fails after so many seconds, naming what it waited for. */
export async function waitFor(seconds: number, what: string, ask: () => boolean | Promise<boolean>): Promise<void> {
    const end = Date.now() + seconds * 1000;
    while (!(await ask())) {
        if (Date.now() > end) assert.fail(`waited ${seconds} s in vain for ${what}`);
        await new Promise((resolve) => setTimeout(resolve, 100));
    }
}

export function errorsIn(document: vscode.TextDocument): vscode.Diagnostic[] {
    return vscode.languages
        .getDiagnostics(document.uri)
        .filter((diagnostic) => diagnostic.severity === vscode.DiagnosticSeverity.Error);
}

/** Waits until no diagnostics have arrived for a second (at least one and a half), so that "none" means none. */
export async function diagnosticsSettled(): Promise<void> {
    let last = Date.now() + 500;
    const listener = vscode.languages.onDidChangeDiagnostics(() => (last = Date.now()));
    try {
        await waitFor(20, 'the diagnostics to come to rest', () => Date.now() - last > 1000);
    } finally {
        listener.dispose();
    }
}

/** Fails, quoting them, when the document has error diagnostics once they have come to rest. */
export async function assertNoErrors(document: vscode.TextDocument): Promise<void> {
    await diagnosticsSettled();
    const messages = errorsIn(document).map(({ range, message }) => `line ${range.start.line + 1}: ${message}`);
    assert.deepEqual(messages, []);
}

export async function symbolsOf(document: vscode.TextDocument): Promise<vscode.DocumentSymbol[]> {
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
    );
    return symbols ?? [];
}
