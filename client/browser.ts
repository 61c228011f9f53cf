/** The extension in a browser without Node: the language server runs in a web worker. */
import { BEGUN, worked } from './begun.js';
import { Uri, type ExtensionContext } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { startDraaiboek, type DraaiboekApi, type Running } from './start.js';

const loading = worked() - BEGUN;
let running: Running | undefined;

export async function activate(context: ExtensionContext): Promise<DraaiboekApi> {
    const server = Uri.joinPath(context.extensionUri, 'dist/server/server.js').toString(true);
    running = await startDraaiboek(
        context,
        loading,
        (options) => new LanguageClient('draaiboek', 'Draaiboek', new Worker(server), options),
    );
    return running.exports;
}

export function deactivate(): Promise<void> | undefined {
    return running?.stop();
}
