/**
 * What runs in the extension host of a browser (`extensionTestsPath` there), where there is no Node: no mocha, no assert.
 */
import * as vscode from 'vscode';
import type { TreeNode } from '../../../server/requests.js';
import type { DraaiboekApi } from '../../../client/start.js';
import { EXAMPLE, findSteps, LOOK, LOOKED, MARK } from '../source-text.mjs';

const EXTENSION_ID = 'draaiboek.draaiboek';

/**
 * What activation may take by the clock, which is all there is in a browser: several times the 150 ms of its own work,
 * for what else the machine and the window do at that moment.
 */
const MOST_MS = 600;

export async function run(): Promise<void> {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    if (!folder) throw new Error('VS Code opened no workspace folder.');
    const uri = vscode.Uri.joinPath(folder.uri, ...EXAMPLE.split('/'));
    const document = await vscode.workspace.openTextDocument(uri);
    const editor = await vscode.window.showTextDocument(document);
    const api = () => vscode.extensions.getExtension<DraaiboekApi>(EXTENSION_ID)?.exports;
    const errors = () =>
        vscode.languages.getDiagnostics(uri).filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
    const step = findSteps(document.getText())[0];
    if (!step) throw new Error('The example has no step.');
    const word = step.keyword + 'stap'.length;

    const tests: [string, () => Promise<void>][] = [
        [
            'is activated where there is no Node',
            async () => {
                await until(60, 'activation', () => vscode.extensions.getExtension(EXTENSION_ID)?.isActive === true);
                const { extensionUri } = vscode.extensions.getExtension(EXTENSION_ID) ?? {};
                check(extensionUri?.scheme === 'http', `it runs from ${String(extensionUri)}`);
                check(
                    !('process' in globalThis && 'versions' in process && 'node' in process.versions),
                    'this is Node',
                );
                const { activation = 0 } = api() ?? {};
                console.log(`${MARK}      activation: ${activation.toFixed(0)} ms of the extension host`);
                check(activation > 0 && activation < MOST_MS, `activation took ${activation.toFixed(0)} ms`);
            },
        ],
        [
            'tells in Dutch what is wrong, from its worker, and no longer when it is mended',
            async () => {
                await until(60, 'findings', () => vscode.languages.getDiagnostics(uri).length > 0);
                check(
                    errors().length === 0,
                    errors()
                        .map(({ message }) => message)
                        .join('\n'),
                );
                const place = document.positionAt(word);
                await editor.edit((edit) => {
                    edit.insert(place, 'p');
                });
                await until(20, 'an error', () =>
                    errors().some(({ message }) => message.includes('bedoelde u `stap`')),
                );
                await editor.edit((edit) => {
                    edit.delete(new vscode.Range(place, place.translate(0, 1)));
                });
                await until(20, 'no error', () => errors().length === 0);
            },
        ],
        [
            'reads the files that a protocol uses, which only the editor can reach',
            async () => {
                const review = vscode.Uri.joinPath(uri, '../beoordeling.draaiboek');
                await vscode.workspace.openTextDocument(review);
                const link = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
                    'vscode.executeLinkProvider',
                    review,
                );
                check(link.length > 0, 'no link');
                await until(20, 'findings elsewhere', () => vscode.languages.getDiagnostics(review).length > 0);
                check(
                    !vscode.languages
                        .getDiagnostics(review)
                        .some(({ code }) => String(code).startsWith('meta/verwijzing')),
                    'what it uses was not read',
                );
            },
        ],
        [
            'fills the views of the side bar',
            async () => {
                await vscode.commands.executeCommand('draaiboek.structure.focus');
                const steps = () => all(api()?.sideBar.structure.roots() ?? []).filter(({ icon }) => icon === 'step');
                await until(20, 'the steps', () => steps().length === findSteps(document.getText()).length);
                await until(20, 'the unknowns', () => (api()?.sideBar.unknowns.roots() ?? []).length > 0);
                await until(20, 'the results', () => (api()?.sideBar.results.roots() ?? []).length > 0);
                await vscode.window.showTextDocument(document);
            },
        ],
        [
            'says above each scenario how it goes',
            async () => {
                const scenarios = vscode.Uri.joinPath(uri, '../scenarios.draaiboek');
                await vscode.workspace.openTextDocument(scenarios);
                const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
                    'vscode.executeCodeLensProvider',
                    scenarios,
                );
                check(lenses.length > 0, 'no lens above a scenario');
            },
        ],
        [
            'opens the preview',
            async () => {
                await vscode.window.showTextDocument(document);
                await vscode.commands.executeCommand('draaiboek.preview');
                await until(20, 'the preview with its title', () => previews().length === 1);
            },
        ],
    ];
    let failed = 0;
    for (const [name, test] of tests) {
        try {
            await test();
            console.log(`${MARK}    ✔ ${name}`);
        } catch (error) {
            failed++;
            console.log(`${MARK}    ✘ ${name}: ${String(error)}`);
        }
    }
    console.log(`${MARK}    ${LOOK}`);
    const looked = vscode.Uri.joinPath(folder.uri, LOOKED);
    await until(150, 'somebody to look', () => vscode.workspace.fs.stat(looked).then(isThere, isNotThere));
    if (failed > 0) throw new Error(`${String(failed)} failed in the extension host of the browser.`);
}

function previews(): vscode.Tab[] {
    return vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .filter(({ label }) => label.startsWith('Voorvertoning: '));
}

function all(nodes: readonly TreeNode[]): TreeNode[] {
    return nodes.flatMap((node) => [node, ...all(node.children)]);
}

function check(holds: boolean, otherwise: string): void {
    if (!holds) throw new Error(otherwise);
}

const isThere = () => true;
const isNotThere = () => false;

async function until(seconds: number, what: string, ask: () => boolean | Thenable<boolean>): Promise<void> {
    const end = Date.now() + seconds * 1000;
    while (!(await ask())) {
        if (Date.now() > end) throw new Error(`waited ${String(seconds)} s in vain for ${what}`);
        await new Promise((resolve) => setTimeout(resolve, 100));
    }
}
