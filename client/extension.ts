/** The extension where there is Node: the language server runs in a process of its own. */
import { BEGUN, worked } from './begun.js';
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { SERVER_FLAGS } from '../server/requests.js';
import { startDraaiboek, type DraaiboekApi, type Running } from './start.js';

const loading = worked() - BEGUN;
let running: Running | undefined;

export async function activate(context: ExtensionContext): Promise<DraaiboekApi> {
    const module = context.asAbsolutePath('dist/server/server.js');
    running = await startDraaiboek(
        context,
        loading,
        (options) =>
            new LanguageClient(
                'draaiboek',
                'Draaiboek',
                { module, transport: TransportKind.ipc, options: { execArgv: [...SERVER_FLAGS] } },
                options,
            ),
    );
    return running.exports;
}

export function deactivate(): Promise<void> | undefined {
    return running?.stop();
}
