import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { findSteps } from '../source-text.mjs';
import { errorsIn, openExample, replace, restore, waitFor } from './support.js';

/** Of the extension that comes with VS Code. */
interface Git {
    readonly getAPI: (version: 1) => { readonly getRepository: (uri: vscode.Uri) => unknown };
}

describe('the commands', () => {
    let document: vscode.TextDocument;
    let folder: vscode.Uri;
    before(async function () {
        this.timeout(90_000);
        document = await openExample();
        folder = vscode.Uri.joinPath(document.uri, '../nieuw');
    });
    after(async () => {
        await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
        await vscode.workspace.fs.delete(folder, { recursive: true });
        await vscode.window.showTextDocument(document);
        await restore();
    });

    const read = async (path: string) =>
        new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, path)));

    it('begin a new protocol without an error, with the first thing to fill in selected, and never over another', async () => {
        const given = { title: 'Samen thuis', name: 'Samen-thuis', folder, file: 'samen' };
        await vscode.commands.executeCommand('draaiboek.new', given);
        const editor = vscode.window.activeTextEditor;
        assert.ok(editor, 'no protocol is shown');
        assert.ok(editor.document.uri.path.endsWith('/nieuw/samen.draaiboek'), editor.document.uri.path);
        assert.equal(editor.document.getText(editor.selection), 'onbekend');
        assert.match(editor.document.getText(), /^interventie Samen-thuis "Samen thuis" \{$/m);
        const { uri } = editor.document;
        await waitFor(15, 'findings in the new file', () => vscode.languages.getDiagnostics(uri).length > 0);
        assert.deepEqual(errorsIn(editor.document), []);

        const text = await read('samen.draaiboek');
        await vscode.commands.executeCommand('draaiboek.new', { ...given, title: 'Anders' });
        assert.equal(await read('samen.draaiboek'), text);
    });

    it('generate outputs, again after a change, and never over what is not ours', async () => {
        const given = { uris: [document.uri], to: ['markdown', 'bpmn'], folder: vscode.Uri.joinPath(folder, 'uit') };
        const generate = () => vscode.commands.executeCommand<number | undefined>('draaiboek.generate', given);
        const count = (await generate()) ?? 0;
        assert.ok(count >= 2, `${String(count)} files`);
        assert.equal(await generate(), count);

        const [[name = ''] = []] = await vscode.workspace.fs.readDirectory(
            vscode.Uri.joinPath(folder, 'uit/Gezinspad'),
        );
        const file = vscode.Uri.joinPath(folder, 'uit/Gezinspad', name);
        await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('van mij'));
        const refused = generate();
        await waitFor(10, 'the file to be left alone', async () => (await read(`uit/Gezinspad/${name}`)) === 'van mij');
        assert.equal(await refused, undefined);
        assert.equal(await read(`uit/Gezinspad/${name}`), 'van mij');
    });

    it('compare a protocol with what it works out, and show what differs with a drawing', async () => {
        const uri = vscode.Uri.joinPath(document.uri, '../breda.draaiboek');
        const given = { uri, other: document.uri };
        const page = await vscode.commands.executeCommand<vscode.Uri | undefined>('draaiboek.compare', given);
        assert.ok(page, 'nothing was compared');
        const shown = (await vscode.workspace.openTextDocument(page)).getText();
        assert.match(shown, /^# Verschil: `gezinspad\.draaiboek` → `breda\.draaiboek`$/m);
        assert.match(shown, /Vervallen: stap `Schoolgesprek`/);
        assert.match(shown, /\(data:image\/svg\+xml;base64,/);
        await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    });

    it('compare a protocol with a version that git keeps', async function () {
        this.timeout(60_000);
        const git = await vscode.extensions.getExtension<Git>('vscode.git')?.activate();
        assert.ok(git, 'VS Code has no git');
        await waitFor(20, 'git to know the folder', () => git.getAPI(1).getRepository(document.uri) !== null);
        const step = findSteps(document.getText())[0];
        assert.ok(step, 'the example has no step');
        const title = document.getText().indexOf('"', step.keyword) + 1;
        await replace(document, title, title, 'Nieuw ');
        const compare = () =>
            vscode.commands.executeCommand<vscode.Uri | undefined>('draaiboek.compare', {
                uri: document.uri,
                version: 'HEAD',
            });
        const page = (await compare()) ?? assert.fail('nothing was compared');
        const shown = (await vscode.workspace.openTextDocument(page)).getText();
        assert.match(shown, /^# Verschil: .*HEAD.* → `gezinspad\.draaiboek`$/m);
        assert.ok(shown.includes(`\`${step.name}\``) && shown.includes('Nieuw '), shown);
        await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
        await vscode.window.showTextDocument(document);
        await restore();
    });

    it('check all files, those that are not open too', async () => {
        const answer = await vscode.commands.executeCommand<{ files: number; errors: number; infos: number }>(
            'draaiboek.checkWorkspace',
        );
        const files = await vscode.workspace.findFiles('**/*.draaiboek');
        assert.equal(answer.files, files.length);
        assert.equal(
            answer.errors,
            files.flatMap((uri) => vscode.languages.getDiagnostics(uri)).filter(isError).length,
        );
        assert.ok(answer.infos > 0);
    });

    it('copy an example with all that it uses, and never over what is there', async () => {
        const open = (example: string, to: string) =>
            vscode.commands.executeCommand<vscode.TextDocument | undefined>('draaiboek.openExample', {
                example,
                folder: vscode.Uri.joinPath(folder, to),
            });
        await open('bemoeizorg-west-brabant', 'voorbeeld');
        const opened = vscode.window.activeTextEditor?.document;
        assert.ok(opened, 'no example is shown');
        assert.ok(opened.uri.path.endsWith('/voorbeeld/bemoeizorg-west-brabant/bemoeizorg-west-brabant.draaiboek'));
        assert.match(await read('voorbeeld/bemoeizorg/bemoeizorg.draaiboek'), /^interventie Bemoeizorg /m);
        await waitFor(20, 'findings in the example', () => vscode.languages.getDiagnostics(opened.uri).length > 0);
        assert.deepEqual(errorsIn(opened), []);

        const file = vscode.Uri.joinPath(folder, 'ander/gezinspad/bron.txt');
        await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('van mij'));
        const refused = open('gezinspad', 'ander');
        assert.equal(await refused, undefined);
        assert.equal(await read('ander/gezinspad/bron.txt'), 'van mij');
        const left = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(folder, 'ander/gezinspad'));
        assert.deepEqual(left, [['bron.txt', vscode.FileType.File]]);
    });

    const isError = ({ severity }: vscode.Diagnostic) => severity === vscode.DiagnosticSeverity.Error;
});
