import * as vscode from 'vscode';
import {
    GENERATE,
    OUTPUTS,
    type GenerateAnswer,
    type GenerateRequest,
    type OutputChoice,
    type OutputToWrite,
} from '../../server/requests.js';
import { protocolEditor } from '../protocol.js';
import type { Server } from '../server.js';
import { text } from '../texts.js';
import { withProgress } from './progress.js';

/** What is asked; a caller that knows an answer gives it. */
export interface Generate {
    readonly uris?: readonly vscode.Uri[];
    readonly to?: readonly string[];
    readonly folder?: vscode.Uri;
}

/**
 * Asks of which protocols which outputs are to be made and where, makes and writes them. A file that Draaiboek did not
 * make, or that was changed since, is never replaced: then nothing is written at all.
 *
 * @returns how many files there are; undefined where nothing was written
 */
export async function generate(server: Server, given: Generate = {}): Promise<number | undefined> {
    const uris = given.uris ?? (await chooseFiles());
    const to = uris && (given.to ?? (await chooseOutputs(server, uris)));
    const folder = to && (given.folder ?? (await chooseFolder()));
    if (!uris || !to || !folder || to.length === 0) {
        return undefined;
    }
    const request: GenerateRequest = { uris: uris.map((uri) => uri.toString()), to, folder: folder.toString() };
    const written = await withProgress(server, text('generating'), async (tell, token, progress) => {
        const answer = await server.ask<GenerateAnswer>(GENERATE, { ...request, progress }, token);
        if (!answer || answer.refused !== undefined) {
            return { answer, count: undefined };
        }
        return { answer, count: await write(answer, folder, tell, token) };
    });
    if (written) {
        report(written.answer, written.count, folder);
    }
    return written?.count;
}

/** The file that the user works on, or all files. */
async function chooseFiles(): Promise<readonly vscode.Uri[] | undefined> {
    const all = await vscode.workspace.findFiles('**/*.draaiboek', '**/node_modules/**');
    const active = protocolEditor()?.document.uri;
    const several = all.some((uri) => uri.toString() !== active?.toString());
    if (!active || !several) {
        if (!active && all.length === 0) {
            void vscode.window.showInformationMessage(text('noProtocol'));
        }
        return active ? [active] : all.length > 0 ? all : undefined;
    }
    const choices = [
        { label: text('thisFile'), description: vscode.workspace.asRelativePath(active), uris: [active] },
        { label: text('allFiles'), description: String(all.length), uris: all },
    ];
    return (await vscode.window.showQuickPick(choices, { title: text('generate') }))?.uris;
}

async function chooseOutputs(server: Server, [uri]: readonly vscode.Uri[]): Promise<readonly string[] | undefined> {
    const outputs = (await server.ask<OutputChoice[]>(OUTPUTS, { uri: uri?.toString() ?? '' })) ?? [];
    const chosen = await vscode.window.showQuickPick(
        outputs.map(({ id, title, summary }) => ({
            label: title,
            description: id,
            detail: summary,
            id,
            picked: id === 'html',
        })),
        { title: text('generate'), placeHolder: text('askOutputs'), canPickMany: true, matchOnDetail: true },
    );
    return chosen?.map(({ id }) => id);
}

async function chooseFolder(): Promise<vscode.Uri | undefined> {
    const home = vscode.workspace.workspaceFolders?.[0]?.uri;
    const chosen = await vscode.window.showOpenDialog({
        title: text('askOutputFolder'),
        openLabel: text('askOutputFolder'),
        canSelectFiles: false,
        canSelectFolders: true,
        canSelectMany: false,
        ...(home ? { defaultUri: home } : {}),
    });
    return chosen?.[0];
}

/** Writes files, each of them whole, until that is withdrawn. @returns how many there are of what was to be made */
async function write(
    { files, count, record }: GenerateAnswer,
    folder: vscode.Uri,
    tell: (what: string) => void,
    token: vscode.CancellationToken,
): Promise<number | undefined> {
    const put = (path: string, content: Uint8Array) => writeWhole(vscode.Uri.joinPath(folder, path), content);
    try {
        await vscode.workspace.fs.createDirectory(folder);
        const link = await linkAmong(files, folder);
        if (link !== undefined) {
            void vscode.window.showErrorMessage(text('isLink', link));
            return undefined;
        }
        if (record) {
            await put(record.path, new TextEncoder().encode(record.before));
        }
        for (const file of files) {
            if (token.isCancellationRequested) {
                return undefined;
            }
            tell(file.path);
            await put(file.path, bytesOf(file));
        }
        if (record) {
            await put(record.path, new TextEncoder().encode(record.after));
        }
        return count;
    } catch (error) {
        void vscode.window.showErrorMessage(text('notWritten', error instanceof Error ? error.message : String(error)));
        return undefined;
    }
}

/** Nothing is written outside the folder: a link in it may lead anywhere. */
async function linkAmong(files: readonly OutputToWrite[], folder: vscode.Uri): Promise<string | undefined> {
    const folders = files.flatMap(({ path }) => {
        const pieces = path.split('/').slice(0, -1);
        return pieces.map((_, index) => pieces.slice(0, index + 1).join('/'));
    });
    for (const path of new Set(folders)) {
        const type = await typeOf(vscode.Uri.joinPath(folder, path));
        if (type !== undefined && (type & vscode.FileType.SymbolicLink) !== 0) {
            return path;
        }
    }
    return undefined;
}

async function typeOf(uri: vscode.Uri): Promise<vscode.FileType | undefined> {
    return vscode.workspace.fs.stat(uri).then(
        ({ type }) => type,
        () => undefined,
    );
}

/** Writes a whole file or nothing: into a temporary file beside it, which then takes its place. */
async function writeWhole(uri: vscode.Uri, content: Uint8Array): Promise<void> {
    const { fs } = vscode.workspace;
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    const number = Math.floor(Math.random() * 2 ** 32);
    const suffix = number.toString(16).padStart(8, '0');
    const temporary = vscode.Uri.joinPath(uri, '..', `.${name.slice(0, 100)}.${suffix}.draaiboek-tmp`);
    try {
        await fs.writeFile(temporary, content);
        await fs.rename(temporary, uri, { overwrite: true });
    } catch (error) {
        await fs.delete(temporary).then(undefined, () => undefined);
        throw error;
    }
}

function bytesOf({ text: content, base64 }: OutputToWrite): Uint8Array {
    return base64 === undefined
        ? new TextEncoder().encode(content)
        : Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

function report(answer: GenerateAnswer | undefined, count: number | undefined, folder: vscode.Uri): void {
    if (answer?.refused !== undefined) {
        void vscode.window.showErrorMessage(answer.refused.replace(/\s*\n\s*/g, ' '));
        return;
    }
    answer?.notes.forEach((note) => {
        void vscode.window.showWarningMessage(note);
    });
    if (count === undefined || count === 0) {
        return;
    }
    const reveal = text('showFolder');
    void vscode.window.showInformationMessage(text('generated', String(count)), reveal).then((answered) => {
        if (answered === reveal) {
            const inside = vscode.workspace.getWorkspaceFolder(folder) !== undefined;
            const command = inside ? 'revealInExplorer' : 'revealFileInOS';
            // in a browser there is no other window to show it in
            void vscode.commands.executeCommand(command, folder).then(undefined, () => undefined);
        }
    });
}
