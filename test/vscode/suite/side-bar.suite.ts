import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TreeNode } from '../../../server/requests.js';
import { findSteps } from '../source-text.mjs';
import { apiOf, openExample, replace, restore, waitFor } from './support.js';

describe('the side bar', () => {
    let document: vscode.TextDocument;
    before(async function () {
        this.timeout(90_000);
        document = await openExample();
        await vscode.commands.executeCommand('draaiboek.structure.focus');
        await waitFor(15, 'the structure', () => sideBar().structure.roots().length > 0);
        await vscode.window.showTextDocument(document);
    });
    afterEach(restore);

    const sideBar = () => apiOf().sideBar;

    it('has every step of the protocol, at its line', async () => {
        const steps = findSteps(document.getText());
        const nodes = all(sideBar().structure.roots()).filter(({ icon }) => icon === 'step');
        const lines = nodes.flatMap(({ at }) => (at?.uri === document.uri.toString() ? [at.line] : []));
        assert.deepEqual(
            lines.sort((a, b) => a - b),
            steps.map(({ keyword }) => document.positionAt(keyword).line),
        );
    });

    it('follows the cursor', async () => {
        const step = findSteps(document.getText())[2];
        assert.ok(step, 'the example has too few steps');
        const editor = await vscode.window.showTextDocument(document);
        const place = document.positionAt(step.keyword + 1);
        editor.selection = new vscode.Selection(place, place);
        const selected = () => sideBar().structure.view.selection[0]?.at?.line;
        await waitFor(10, `the step ${step.name} to be selected`, () => selected() === place.line);
    });

    it('counts what is still unknown, also after an edit', async () => {
        const { unknowns } = sideBar();
        await waitFor(10, 'a number on the side bar', () => unknowns.view.badge !== undefined);
        const before = unknowns.view.badge?.value ?? 0;
        assert.equal(before, leaves(unknowns.roots()).length);
        assert.ok(leaves(unknowns.roots()).every(({ icon }) => icon === 'unknown' || icon === 'local'));

        const place = document.getText().search(/^ {2}samenvatting /m);
        assert.ok(place > 0, 'the example has no samenvatting');
        await replace(document, place, place, '  kenmerk "Nieuw" onbekend\n');
        await waitFor(10, 'one more', () => unknowns.view.badge?.value === before + 1);
    });

    it('has what was found for each indicator of the framework', async () => {
        await vscode.commands.executeCommand('draaiboek.results.focus');
        const review = vscode.Uri.joinPath(document.uri, '../beoordeling.draaiboek');
        await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(review));
        const indicator = () => all(sideBar().results.roots()).find(({ label }) => label.startsWith('2.2 '));
        await waitFor(10, 'the indicator 2.2', () => indicator() !== undefined);
        assert.match(indicator()?.description ?? '', /verbeterpunt · toets /);
        assert.equal(indicator()?.icon, 'bad');
        await vscode.window.showTextDocument(document);
    });

    function all(nodes: readonly TreeNode[]): TreeNode[] {
        return nodes.flatMap((node) => [node, ...all(node.children)]);
    }

    function leaves(nodes: readonly TreeNode[]): TreeNode[] {
        return all(nodes).filter(({ children }) => children.length === 0);
    }
});
