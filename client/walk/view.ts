import * as vscode from 'vscode';
import { chosenLanguage, onDidChangeLanguage, text } from '../texts.js';
import { locationOf } from '../places.js';
import { pageOf } from '../webview.js';
import type { FromWalkPage, ToWalkPage } from './messages.js';
import { walkTexts } from './texts.js';
import type { Walk } from './walk.js';

/** The id of the view, in the manifest. */
export const WALK_VIEW = 'draaiboek.walk';

/** Shows the walk in a view of its own; what is chosen there is done. @param save keeps the walk as a scenario */
export function registerWalkView(
    context: vscode.ExtensionContext,
    walk: Walk,
    save: () => Promise<unknown>,
): vscode.Disposable {
    const root = vscode.Uri.joinPath(context.extensionUri, 'dist/client');
    let view: vscode.WebviewView | undefined;
    const show = () => {
        const language = chosenLanguage();
        const next = walk.upNext();
        const known = walk.known();
        const lost = walk.lost();
        const scenario = walk.scenario();
        const stopped = walk.stopped();
        const message: ToWalkPage = {
            type: 'show',
            language,
            texts: walkTexts(language),
            answer: walk.answer(),
            canGoBack: walk.canGoBack(),
            ...(scenario === undefined ? {} : { scenario }),
            ...(next && { next }),
            ...(known && { known }),
            ...(stopped !== undefined && { notice: text('walkStopped', stopped) }),
            ...(lost > 0 && { notice: text('walkLost', String(lost)) }),
        };
        void view?.webview.postMessage(message);
        if (view) {
            const title = walk.answer()?.title;
            view.title = walkTexts(language).title;
            view.description = title ?? '';
        }
    };
    const answer = async (message: FromWalkPage): Promise<void> => {
        switch (message.type) {
            case 'ready':
                show();
                break;
            case 'start':
                await vscode.commands.executeCommand('draaiboek.walk');
                break;
            case 'begin':
                await walk.begin(message.facts);
                break;
            case 'choose':
                await walk.choose(message.choice);
                break;
            case 'go':
                await go(message.at);
                break;
            case 'save':
                await save();
                break;
            default:
                await walk[message.type]();
        }
    };
    const provider: vscode.WebviewViewProvider = {
        resolveWebviewView: (resolved) => {
            view = resolved;
            resolved.webview.options = { enableScripts: true, localResourceRoots: [root] };
            const language = chosenLanguage();
            resolved.webview.html = pageOf(resolved.webview, root, {
                language,
                title: walkTexts(language).title,
                style: 'walk-style.css',
                script: 'walk.js',
                body: '<main id="walk"></main>\n<p id="said" class="only-heard" role="status"></p>',
            });
            resolved.webview.onDidReceiveMessage((message: FromWalkPage) => {
                void answer(message);
            });
            resolved.onDidDispose(() => (view = undefined));
        },
    };
    return vscode.Disposable.from(
        vscode.window.registerWebviewViewProvider(WALK_VIEW, provider, {
            webviewOptions: { retainContextWhenHidden: true },
        }),
        walk.onDidChange(show),
        onDidChangeLanguage(show),
    );
}

/** Shows a place in the text, in the column where the file is open already. */
async function go(at: Parameters<typeof locationOf>[0]): Promise<void> {
    const { uri, range } = locationOf(at);
    const open = vscode.window.visibleTextEditors.find((e) => e.document.uri.toString() === uri.toString());
    await vscode.window.showTextDocument(uri, {
        viewColumn: open?.viewColumn ?? vscode.ViewColumn.One,
        selection: new vscode.Range(range.start, range.start),
    });
}
