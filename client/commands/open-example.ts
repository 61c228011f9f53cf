import * as vscode from 'vscode';
import { text } from '../texts.js';

/** An example that is packed with the extension (scripts/lib/examples.mjs). */
interface Example {
    readonly name: string;
    readonly title: string;
    readonly summary: string;
    /** the file to open first */
    readonly main: string;
    readonly files: readonly string[];
}

/** What is asked; a caller that knows an answer gives it. */
export interface OpenExample {
    readonly example?: string;
    /** the folder in which the example gets a folder of its own */
    readonly folder?: vscode.Uri;
}

/**
 * Copies an example to a folder that the user chooses, and opens it there. What is there already is never overwritten.
 *
 * @param root the folder of the extension
 */
export async function openExample(root: vscode.Uri, given: OpenExample = {}): Promise<vscode.TextDocument | undefined> {
    const examples = vscode.Uri.joinPath(root, 'examples');
    const all = JSON.parse(await read(vscode.Uri.joinPath(examples, 'index.json'))) as Example[];
    const example = given.example === undefined ? await choose(all) : all.find(({ name }) => name === given.example);
    const folder = example && (given.folder ?? (await chooseFolder()));
    if (!example || !folder) {
        return undefined;
    }
    for (const path of example.files) {
        const target = vscode.Uri.joinPath(folder, path);
        if (await exists(target)) {
            void vscode.window.showErrorMessage(text('exampleExists', vscode.workspace.asRelativePath(target)));
            return undefined;
        }
    }
    try {
        for (const path of example.files) {
            const content = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(examples, path));
            await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, path), content);
        }
    } catch (error) {
        void vscode.window.showErrorMessage(text('notWritten', error instanceof Error ? error.message : String(error)));
        return undefined;
    }
    const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, example.main));
    await vscode.window.showTextDocument(document);
    if (!vscode.workspace.getWorkspaceFolder(document.uri)) {
        offerFolder(vscode.Uri.joinPath(folder, example.name));
    }
    return document;
}

async function choose(all: readonly Example[]): Promise<Example | undefined> {
    const choices = all.map((example) => ({ label: example.title, detail: example.summary, example }));
    return (await vscode.window.showQuickPick(choices, { title: text('askExample'), matchOnDetail: true }))?.example;
}

async function chooseFolder(): Promise<vscode.Uri | undefined> {
    const home = vscode.workspace.workspaceFolders?.[0]?.uri;
    const chosen = await vscode.window.showOpenDialog({
        title: text('askExampleFolder'),
        openLabel: text('putHere'),
        canSelectFiles: false,
        canSelectFolders: true,
        canSelectMany: false,
        ...(home && { defaultUri: home }),
    });
    return chosen?.[0];
}

/** A protocol that uses others is best seen in its folder; does not wait for the answer. */
function offerFolder(folder: vscode.Uri): void {
    const open = text('openFolder');
    void vscode.window.showInformationMessage(text('exampleCopied'), open).then((answer) => {
        if (answer === open) {
            void vscode.commands.executeCommand('vscode.openFolder', folder, { forceNewWindow: true });
        }
    });
}

async function read(uri: vscode.Uri): Promise<string> {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

async function exists(uri: vscode.Uri): Promise<boolean> {
    return vscode.workspace.fs.stat(uri).then(
        () => true,
        () => false,
    );
}
