import * as vscode from 'vscode';
import { PREVIEW, type Preview, type PreviewKind, type PreviewRequest } from '../../server/requests.js';
import { newest } from '../newest.js';
import { protocolEditor } from '../protocol.js';
import type { Server } from '../server.js';
import { chosenLanguage, text } from '../texts.js';
import type { Walk } from '../walk/walk.js';
import type { FromPage, ToPage } from './messages.js';
import { shell } from './shell.js';

/** So long after the last keystroke the preview is asked for anew, in milliseconds. */
const PAUSE_MS = 80;
/** How often, and after how long, it is asked for anew where there was nothing to see. */
const MOST_TRIES = 4;
const AGAIN_MS = 500;

/**
 * Registers the command that opens the preview beside the text. There is one preview, of the protocol that was last
 * looked at; it follows the text and the cursor, and goes to the text where somebody clicks.
 *
 * @param walk the case that is walked through: where it is, is shown
 */
export function registerPreview(context: vscode.ExtensionContext, server: Server, walk: Walk): vscode.Disposable {
    let panel: vscode.WebviewPanel | undefined;
    const command = vscode.commands.registerCommand('draaiboek.preview', () => {
        const editor = protocolEditor();
        if (panel) {
            panel.reveal(undefined, true);
        } else if (editor) {
            panel = openPanel(context, editor, server, walk);
            panel.onDidDispose(() => (panel = undefined));
        } else {
            void vscode.window.showInformationMessage(text('noProtocol'));
        }
    });
    return vscode.Disposable.from(command, { dispose: () => panel?.dispose() });
}

function openPanel(
    context: vscode.ExtensionContext,
    first: vscode.TextEditor,
    server: Server,
    walk: Walk,
): vscode.WebviewPanel {
    const root = vscode.Uri.joinPath(context.extensionUri, 'dist/client');
    const panel = vscode.window.createWebviewPanel(
        'draaiboek.preview',
        text('preview'),
        { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
        { enableScripts: true, localResourceRoots: [root] },
    );
    let editor = first;
    let kind: PreviewKind = 'document';
    const send = (message: ToPage) => void panel.webview.postMessage(message);
    const line = () => editor.selection.active.line;
    const uri = () => editor.document.uri.toString();

    const sendWalk = () => {
        send({ type: 'walk', places: walk.places().map(({ at }) => at) });
    };

    const show = newest(
        async (tries: number) => {
            const request: PreviewRequest = { uri: uri(), kind, line: line() };
            const preview = await server.client()?.sendRequest<Preview | null>(PREVIEW, request);
            return preview === undefined ? undefined : { preview, uri: request.uri, tries };
        },
        ({ preview, uri: of, tries }) => {
            if (preview === null && tries < MOST_TRIES) {
                // a text that was just opened may not have been read yet
                setTimeout(() => {
                    ask(tries + 1);
                }, AGAIN_MS);
            }
            panel.title = preview ? `${text('preview')}: ${preview.title}` : text('preview');
            send({ type: 'show', preview: preview ?? undefined, uri: of });
            send({ type: 'cursor', uri: uri(), line: line() });
            sendWalk();
        },
    );
    const ask = (tries = 0) => {
        show(tries).catch((error: unknown) => {
            // the server is stopping, or the text changed under it: the next change asks again
            console.debug(error);
        });
    };
    const soon = delayed(() => {
        ask();
    }, PAUSE_MS);

    const listeners = [
        vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
            // the text may use the one that changed
            if (document.languageId === 'draaiboek' && contentChanges.length > 0) {
                soon();
            }
        }),
        vscode.window.onDidChangeActiveTextEditor((active) => {
            if (active?.document.languageId === 'draaiboek') {
                editor = active;
                ask();
            }
        }),
        vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
            if (textEditor.document === editor.document) {
                editor = textEditor;
                send({ type: 'cursor', uri: uri(), line: line() });
            }
        }),
        // what a check found comes after the text was read, and a file that the text uses may have changed
        server.onDidChange(() => {
            if (kind === 'review') {
                soon();
            }
        }),
        walk.onDidChange(sendWalk),
        panel.webview.onDidReceiveMessage((message: FromPage) => {
            switch (message.type) {
                case 'ready':
                case 'choose':
                    ({ kind } = message);
                    ask();
                    break;
                case 'go':
                    void go(message);
                    break;
                case 'save':
                    void save(message, editor.document.uri);
                    break;
            }
        }),
    ];
    panel.onDidDispose(() => {
        soon.cancel();
        vscode.Disposable.from(...listeners).dispose();
    });
    panel.webview.html = shell(panel.webview, root, chosenLanguage());
    return panel;
}

/** Shows a place in the text, in the column where the file is open already, else beside the preview. */
async function go({ uri, line, character }: Extract<FromPage, { type: 'go' }>): Promise<void> {
    const place = new vscode.Position(line, character);
    const open = vscode.window.visibleTextEditors.find((e) => e.document.uri.toString() === uri);
    await vscode.window.showTextDocument(vscode.Uri.parse(uri), {
        viewColumn: open?.viewColumn ?? vscode.ViewColumn.One,
        selection: new vscode.Range(place, place),
    });
}

async function save({ name, format, content }: Extract<FromPage, { type: 'save' }>, near: vscode.Uri): Promise<void> {
    const target = await vscode.window.showSaveDialog({
        defaultUri: vscode.Uri.joinPath(near, '..', `${name}.${format}`),
        filters: { [format.toUpperCase()]: [format] },
    });
    if (target) {
        const bytes = format === 'svg' ? new TextEncoder().encode(content) : bytesOf(content);
        await vscode.workspace.fs.writeFile(target, bytes);
    }
}

function bytesOf(base64: string): Uint8Array {
    return Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
}

/** Calls `run` when nothing asked for it any more for so many milliseconds. */
function delayed(run: () => void, ms: number): (() => void) & { readonly cancel: () => void } {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const cancel = () => {
        clearTimeout(timer);
    };
    const start = () => {
        cancel();
        timer = setTimeout(run, ms);
    };
    return Object.assign(start, { cancel });
}
