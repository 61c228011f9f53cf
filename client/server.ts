import * as vscode from 'vscode';
import { State, type BaseLanguageClient } from 'vscode-languageclient';
import { CHANGED, type Changed } from '../server/requests.js';

/** The language server as the views see it, whichever of its processes is running. */
export interface Server {
    /** Asks the server; undefined while there is none, and for what it cannot answer now: the next change asks again. */
    readonly ask: <Answer>(
        request: string,
        parameters: object,
        token?: vscode.CancellationToken,
    ) => Promise<Answer | undefined>;
    /** files were read or checked anew; undefined after a start, when anything may be otherwise */
    readonly onDidChange: vscode.Event<Changed | undefined>;
    /** the client of this moment; undefined while there is none */
    readonly client: () => BaseLanguageClient | undefined;
}

/** Keeps one view on the server for all who show something of it. */
export function createServer(): Server & vscode.Disposable & { use: (client: BaseLanguageClient | undefined) => void } {
    const changed = new vscode.EventEmitter<Changed | undefined>();
    let current: BaseLanguageClient | undefined;
    return {
        client: () => current,
        onDidChange: changed.event,
        ask: async <Answer>(request: string, parameters: object, token?: vscode.CancellationToken) => {
            if (current?.state !== State.Running) {
                return undefined;
            }
            try {
                return (await current.sendRequest<Answer | null>(request, parameters, token)) ?? undefined;
            } catch (error) {
                // it is stopping, the question was withdrawn, or the text changed under it
                console.debug(error);
                return undefined;
            }
        },
        use: (client) => {
            current = client;
            if (client) {
                client.onNotification(CHANGED, (what: Changed) => {
                    changed.fire(what);
                });
                client.onDidChangeState(({ newState }) => {
                    if (newState === State.Running) {
                        changed.fire(undefined);
                    }
                });
            }
        },
        dispose: () => {
            changed.dispose();
        },
    };
}
