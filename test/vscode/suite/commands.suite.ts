import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { errorsIn, openExample, restore, waitFor } from './support.js';

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

    const isError = ({ severity }: vscode.Diagnostic) => severity === vscode.DiagnosticSeverity.Error;
});
