import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { worked } from './begun.js';
import type { ClientOptions } from '../server/requests.js';
import { checkWorkspace } from './commands/check-workspace.js';
import { registerCompare } from './commands/compare.js';
import { generate, type Generate } from './commands/generate.js';
import { registerLensCommands } from './commands/lenses.js';
import { newProtocol, type NewProtocol } from './commands/new-protocol.js';
import { openExample, type OpenExample } from './commands/open-example.js';
import { answerFileRequests } from './files.js';
import { registerPreview } from './preview/panel.js';
import { followProtocol } from './protocol.js';
import { createServer } from './server.js';
import { createSideBar, type SideBar } from './side-bar/side-bar.js';
import { createStatus } from './status.js';
import { createScenarios, type Scenarios } from './tests/controller.js';
import { followLanguage, text } from './texts.js';
import { keepWalk, startWalk, type KeepWalk } from './walk/commands.js';
import { highlightWalk } from './walk/highlight.js';
import { registerWalkView } from './walk/view.js';
import { createWalk, type Walk, type WalkStart } from './walk/walk.js';

/** What was started; `stop` ends the server. */
export interface Running {
    readonly stop: () => Promise<void>;
    readonly exports: DraaiboekApi;
}

/** What other extensions, and the tests in a real VS Code, may look at. */
export interface DraaiboekApi {
    readonly sideBar: Pick<SideBar, 'structure' | 'unknowns' | 'results'>;
    readonly status: { readonly item: vscode.StatusBarItem };
    readonly scenarios: Pick<Scenarios, 'controller' | 'run'>;
    readonly walk: Walk;
    /** how many milliseconds the extension host worked on it, loading and starting ({@link worked}); not the server */
    readonly activation: number;
}

/**
 * Starts the language server and the commands about it.
 *
 * @param loading how many milliseconds it took to load the extension
 * @param createClient makes a client that starts the server; called once now and once for each restart
 */
export async function startDraaiboek(
    context: vscode.ExtensionContext,
    loading: number,
    createClient: (options: LanguageClientOptions) => BaseLanguageClient,
): Promise<Running> {
    const begin = worked();
    const output = vscode.window.createOutputChannel('Draaiboek', { log: true });
    const server = createServer();
    const protocol = followProtocol();
    const sideBar = createSideBar(server, protocol);
    const scenarios = createScenarios(server);
    const status = createStatus(protocol);
    const walk = createWalk(server);
    const keep = (given?: KeepWalk) => keepWalk(server, walk, given);

    const stop = async () => {
        const ending = server.client();
        server.use(undefined);
        await ending?.dispose();
    };
    const start = async () => {
        const begin = Date.now();
        const client = createClient({
            documentSelector: [{ language: 'draaiboek' }],
            outputChannel: output,
            initializationOptions: { files: true, changes: true, commands: true } satisfies ClientOptions,
        });
        answerFileRequests(client);
        server.use(client);
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
        server,
        protocol,
        followLanguage(server, protocol),
        sideBar,
        scenarios,
        status,
        registerLensCommands(scenarios),
        registerCompare(server, protocol),
        registerPreview(context, server, walk),
        walk,
        highlightWalk(walk),
        registerWalkView(context, walk, keep),
        vscode.commands.registerCommand('draaiboek.walk', (given?: WalkStart | vscode.Uri) =>
            startWalk(server, walk, protocol, given instanceof vscode.Uri ? undefined : given),
        ),
        vscode.commands.registerCommand('draaiboek.keepWalk', keep),
        vscode.commands.registerCommand('draaiboek.new', (given?: NewProtocol | vscode.Uri) =>
            newProtocol(server, given instanceof vscode.Uri ? { folder: given } : given),
        ),
        vscode.commands.registerCommand('draaiboek.generate', (given?: Generate | vscode.Uri) =>
            generate(server, given instanceof vscode.Uri ? { uris: [given] } : given),
        ),
        vscode.commands.registerCommand('draaiboek.openExample', (given?: OpenExample) =>
            openExample(context.extensionUri, given),
        ),
        vscode.commands.registerCommand('draaiboek.checkWorkspace', () => checkWorkspace(server)),
        vscode.commands.registerCommand('draaiboek.restartServer', async () => {
            await stop();
            await start();
        }),
        vscode.commands.registerCommand('draaiboek.showOutput', () => {
            output.show();
        }),
    );
    // for menus that are of use only where there are protocols
    void vscode.commands.executeCommand('setContext', 'draaiboek.active', true);
    const started = start();
    const activation = loading + worked() - begin;
    await started;
    return { stop, exports: { sideBar, scenarios, status, walk, activation } };
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
