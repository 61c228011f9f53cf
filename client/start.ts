import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { ClientOptions } from '../server/requests.js';
import { answerFileRequests } from './files.js';
import { registerPreview } from './preview/panel.js';
import { text } from './texts.js';

/** What was started; `stop` ends the server. */
export interface Running {
    readonly stop: () => Promise<void>;
}

/**
 * Starts the language server and the commands about it.
 *
 * @param createClient makes a client that starts the server; called once now and once for each restart
 */
export async function startDraaiboek(
    context: vscode.ExtensionContext,
    createClient: (options: LanguageClientOptions) => BaseLanguageClient,
): Promise<Running> {
    const output = vscode.window.createOutputChannel('Draaiboek', { log: true });
    let client: BaseLanguageClient | undefined;

    const stop = async () => {
        const ending = client;
        client = undefined;
        await ending?.dispose();
    };
    const start = async () => {
        const begin = Date.now();
        client = createClient({
            documentSelector: [{ language: 'draaiboek' }],
            outputChannel: output,
            initializationOptions: { files: true } satisfies ClientOptions,
        });
        answerFileRequests(client);
        try {
            await client.start();
            output.info(text('started', String(Date.now() - begin)));
        } catch (error) {
            output.error(error instanceof Error ? error : String(error));
            offerOutput(output);
        }
    };

    context.subscriptions.push(
        output,
        registerPreview(context, () => client),
        vscode.commands.registerCommand('draaiboek.restartServer', async () => {
            await stop();
            await start();
        }),
        vscode.commands.registerCommand('draaiboek.showOutput', () => {
            output.show();
        }),
    );
    await start();
    return { stop };
}

/** Does not wait for the answer: the message stays until the user gives one. */
function offerOutput(output: vscode.OutputChannel): void {
    const show = text('showOutput');
    void vscode.window.showErrorMessage(text('notStarted'), show).then((answer) => {
        if (answer === show) {
            output.show();
        }
    });
}
