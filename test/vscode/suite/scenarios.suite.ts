import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { apiOf, openExample, replace, restore, waitFor } from './support.js';

describe('scenarios in the Test Explorer', () => {
    let document: vscode.TextDocument;
    let uri: string;
    before(async function () {
        this.timeout(90_000);
        const example = await openExample();
        document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(example.uri, '../scenarios.draaiboek'));
        uri = document.uri.toString();
        await waitFor(15, 'the scenarios of the example', () => fileItem() !== undefined);
    });
    afterEach(restore);

    const fileItem = () => apiOf().scenarios.controller.items.get(uri);
    const token = () => new vscode.CancellationTokenSource().token;
    const run = (include: vscode.TestItem[], kind?: vscode.TestRunProfile) =>
        apiOf().scenarios.run(new vscode.TestRunRequest(include, undefined, kind), token());
    const scenarios = (): vscode.TestItem[] =>
        [...(fileItem()?.children ?? [])].flatMap(([, i]) => [...i.children].map(([, scenario]) => scenario));

    it('are all there, by file and interventie, at their lines', () => {
        const heads = [...document.getText().matchAll(/^scenario "([^"]+)" voor (\S+)/gm)];
        const found = scenarios().map(({ label, parent, range }) => [label, parent?.label, range?.start.line]);
        assert.deepEqual(
            found.sort((a, b) => Number(a[2]) - Number(b[2])),
            heads.map((head) => [head[1], head[2], document.positionAt(head.index).line]),
        );
    });

    it('pass in the example, all of the file at once', async () => {
        const item = fileItem();
        assert.ok(item);
        const ran = await run([item]);
        assert.equal(ran.length, scenarios().length);
        const failed = ran.filter(({ outcome }) => outcome?.outcome !== 'met');
        assert.deepEqual(
            failed.map(({ id, outcome }) => [id, outcome?.failures.map(({ message }) => message)]),
            [],
        );
    });

    it('one fails at the line of an expectation that does not hold', async () => {
        const expectation = /verwacht einde (\S+)/.exec(document.getText());
        assert.ok(expectation, 'the example expects no end');
        const place = expectation.index + expectation[0].length - (expectation[1]?.length ?? 0);
        const { line } = document.positionAt(place);
        await replace(document, place, expectation.index + expectation[0].length, 'GeenZorgen');
        const [item] = scenarios().filter(({ range }) => range?.contains(new vscode.Position(line, 0)));
        assert.ok(item);
        const [ran] = await run([item]);
        assert.equal(ran?.outcome?.outcome, 'failed');
        assert.equal(ran?.outcome?.failures[0]?.at.line, line);
        assert.match(ran?.outcome?.failures[0]?.message ?? '', /^verwacht einde GeenZorgen; maar/);
    });
});
