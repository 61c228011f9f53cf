import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { findSteps, MARK } from '../source-text.mjs';
import { apiOf, errorsIn, EXTENSION_ID, openExample, replace, restore, waitFor } from './support.js';

/** What activation may cost the extension host, in time of the processor: a busy machine makes it no longer. */
const MOST_MS = 150;

describe('the extension', () => {
    it('is installed from the package', () => {
        const extension = vscode.extensions.getExtension(EXTENSION_ID);
        assert.ok(extension, `${EXTENSION_ID} is not installed`);
        const installedIn = process.env['DRAAIBOEK_TEST_EXTENSIONS'] ?? '';
        assert.ok(installedIn !== '' && extension.extensionPath.startsWith(installedIn), extension.extensionPath);
    });

    it('is active once a protocol is open, and the protocol has its language', async function () {
        this.timeout(90_000);
        const document = await openExample();
        assert.equal(document.languageId, 'draaiboek');
        await waitFor(10, 'activation', () => vscode.extensions.getExtension(EXTENSION_ID)?.isActive === true);
    });

    it('keeps the extension host for less than 150 ms when it is activated', () => {
        const { activation } = apiOf();
        console.log(`${MARK}      activation: ${activation.toFixed(0)} ms of the extension host`);
        assert.ok(activation > 0);
        assert.ok(activation < MOST_MS, `${activation.toFixed(0)} ms`);
    });

    it('says in the status bar in which language it speaks and how many findings there are', async function () {
        this.timeout(120_000);
        const document = await openExample();
        const { item } = apiOf().status;
        const step = findSteps(document.getText())[0];
        assert.ok(step, 'the example has no step');
        await replace(document, step.keyword, step.keyword + 'stap'.length, 'stapp');
        await waitFor(15, 'an error', () => errorsIn(document).length > 0);
        const count = String(errorsIn(document).length);
        await waitFor(15, 'the error in the status bar', () => item.text.includes(`$(error) ${count} `));
        await restore();
        await waitFor(15, 'no error in the status bar', () => item.text.includes('$(error) 0 '));
        assert.match(item.text, /^Draaiboek NL /);
        assert.match(item.accessibilityInformation?.label ?? '', /Meldingen in het Nederlands/);
        const settings = vscode.workspace.getConfiguration('draaiboek');
        await settings.update('language', 'en', vscode.ConfigurationTarget.Global);
        await waitFor(15, 'English', () => item.text.startsWith('Draaiboek EN '));
        await waitFor(15, 'the side bar in English', () => apiOf().sideBar.structure.view.title === 'Structure');
        await settings.update('language', undefined, vscode.ConfigurationTarget.Global);
        await waitFor(15, 'Dutch', () => item.text.startsWith('Draaiboek NL '));
    });

    it('takes a text for a protocol while somebody says that it is one', async function () {
        this.timeout(60_000);
        const content = 'interventie Uitgeprobeerd {\n  eigenaar onbekend\n}\n';
        const document = await vscode.workspace.openTextDocument({ content });
        await vscode.window.showTextDocument(document);
        const isShown = () => JSON.stringify(apiOf().sideBar.unknowns.roots()).includes(document.uri.toString());
        assert.equal(isShown(), false);
        await vscode.languages.setTextDocumentLanguage(document, 'draaiboek');
        await waitFor(15, 'what is unknown in it, in the side bar', isShown);
        await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
        await waitFor(15, 'nothing of it in the side bar', () => !isShown());
        await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    });

    it('has lenses above the interventie and its roles, and their commands', async () => {
        const document = await openExample();
        const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
            'vscode.executeCodeLensProvider',
            document.uri,
        );
        const titles = lenses.map(({ command }) => command?.title ?? '');
        assert.ok(titles.includes('Voorvertoning'), titles.join());
        assert.ok(
            titles.some((title) => /^▷ \d+ scenario’s$/.test(title)),
            titles.join(),
        );
        assert.ok(
            titles.some((title) => /^\d+ verwijzingen$/.test(title)),
            titles.join(),
        );
        const known = await vscode.commands.getCommands();
        const unknown = lenses.filter(({ command }) => command && !known.includes(command.command));
        assert.deepEqual(unknown, []);
    });
});
