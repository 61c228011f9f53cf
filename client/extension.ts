/** The extension where there is Node: the language server runs in a process of its own. */
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { startDraaiboek, type DraaiboekApi, type Running } from './start.js';

let running: Running | undefined;

export async function activate(context: ExtensionContext): Promise<DraaiboekApi> {
    const module = context.asAbsolutePath('dist/server/node.cjs');
    running = await startDraaiboek(
        context,
        (options) => new LanguageClient('draaiboek', 'Draaiboek', { module, transport: TransportKind.ipc }, options),
    );
    return running.exports;
}

export function deactivate(): Promise<void> | undefined {
    return running?.stop();
}
