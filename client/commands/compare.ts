import * as vscode from 'vscode';
import { DIFFERENCE, type DifferenceAnswer, type DifferenceRequest } from '../../server/requests.js';
import type { ActiveProtocol } from '../protocol.js';
import type { Server } from '../server.js';
import { text } from '../texts.js';
import { versionNamed, versionsOf, type Version } from './git-versions.js';

/** What is asked; a caller that knows an answer gives it. */
export interface Compare {
    readonly uri?: vscode.Uri;
    /** another file */
    readonly other?: vscode.Uri;
    /** a version in git */
    readonly version?: string;
}

type Other = DifferenceRequest['other'];

/** The scheme of the documents that show a difference. */
const SCHEME = 'draaiboek-verschil';

/** Compares a protocol with another file, an earlier version, or what it works out, and shows what differs. */
export function registerCompare(server: Server, protocol: ActiveProtocol): vscode.Disposable {
    const shown = new Map<string, string>();
    const changed = new vscode.EventEmitter<vscode.Uri>();
    const provider: vscode.TextDocumentContentProvider = {
        onDidChange: changed.event,
        provideTextDocumentContent: (uri) => shown.get(uri.toString()) ?? '',
    };
    const compare = async (given: Compare | vscode.Uri = {}): Promise<vscode.Uri | undefined> => {
        const asked = given instanceof vscode.Uri ? { uri: given } : given;
        const uri = asked.uri ?? protocol.editor()?.document.uri;
        if (!uri) {
            void vscode.window.showInformationMessage(text('compareWhat'));
            return undefined;
        }
        const other = await otherOf(uri, asked);
        const answer = other && (await server.ask<DifferenceAnswer>(DIFFERENCE, { uri: uri.toString(), other }));
        if (!other || !answer) {
            if (other) {
                void vscode.window.showInformationMessage(
                    text(other.kind === 'base' ? 'worksOutNothing' : 'notCompared'),
                );
            }
            return undefined;
        }
        const page = vscode.Uri.from({ scheme: SCHEME, path: `/${answer.title.replaceAll('/', ' ')}.md` });
        shown.set(page.toString(), withPictures(answer));
        changed.fire(page);
        await vscode.commands.executeCommand('markdown.showPreview', page);
        return page;
    };
    return vscode.Disposable.from(
        changed,
        vscode.workspace.registerTextDocumentContentProvider(SCHEME, provider),
        vscode.workspace.onDidCloseTextDocument(({ uri }) => shown.delete(uri.toString())),
        vscode.commands.registerCommand('draaiboek.compare', compare),
    );
}

/** Asks with what, unless that is known. */
async function otherOf(uri: vscode.Uri, given: Compare): Promise<Other | undefined> {
    if (given.other) {
        return { kind: 'file', uri: given.other.toString() };
    }
    if (given.version !== undefined) {
        const version = await versionNamed(uri, given.version);
        return version && atVersion(version);
    }
    const versions = await versionsOf(uri);
    const choices: (vscode.QuickPickItem & { readonly choose?: () => Promise<Other | undefined> })[] = [
        { label: `$(file) ${text('anotherFile')}`, choose: chooseFile },
        { label: `$(type-hierarchy-super) ${text('whatItWorksOut')}`, choose: () => Promise.resolve({ kind: 'base' }) },
        { label: text('versionsInGit'), kind: vscode.QuickPickItemKind.Separator },
        ...versions.map((v) => ({
            label: `$(git-commit) ${v.message}`,
            description: v.name,
            detail: v.by,
            choose: () => atVersion(v),
        })),
    ];
    const chosen = await vscode.window.showQuickPick(choices, {
        title: text('compare'),
        placeHolder: text('compareWith', vscode.workspace.asRelativePath(uri)),
        matchOnDescription: true,
    });
    return chosen?.choose?.();
}

async function chooseFile(): Promise<Other | undefined> {
    const chosen = await vscode.window.showOpenDialog({
        title: text('anotherFile'),
        openLabel: text('compare'),
        canSelectMany: false,
        filters: { Draaiboek: ['draaiboek'] },
    });
    return chosen?.[0] && { kind: 'file', uri: chosen[0].toString() };
}

async function atVersion({ name, files }: Version): Promise<Other | undefined> {
    try {
        return { kind: 'version', name, files: await files() };
    } catch {
        void vscode.window.showErrorMessage(text('noVersion', name));
        return undefined;
    }
}

/** The drawings come first: what they mark is told below. */
function withPictures({ markdown, pictures }: DifferenceAnswer): string {
    const [head = '', ...rest] = markdown.split('\n\n');
    const drawn = pictures.map(({ name, svg }) => {
        const bytes = new TextEncoder().encode(svg);
        const base64 = btoa(Array.from(bytes, (b) => String.fromCharCode(b)).join(''));
        return `![${text('differenceOf', name.replace(/[[\]\\]/g, '\\$&'))}](data:image/svg+xml;base64,${base64})`;
    });
    return [head, ...drawn, ...rest].join('\n\n');
}
