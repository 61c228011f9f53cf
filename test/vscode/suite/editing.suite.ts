import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { findAanpak, findRole, findSteps, mask, namedAfter } from '../source-text.mjs';
import { assertNoErrors, openExample, replace, restore } from './support.js';

describe('editing', () => {
    let document: vscode.TextDocument;
    before(async function () {
        this.timeout(90_000);
        document = await openExample();
    });
    afterEach(restore);

    async function format(): Promise<number> {
        const edits = await vscode.commands.executeCommand<vscode.TextEdit[] | undefined>(
            'vscode.executeFormatDocumentProvider',
            document.uri,
            { tabSize: 2, insertSpaces: true },
        );
        if (!edits || edits.length === 0) return 0;
        const change = new vscode.WorkspaceEdit();
        change.set(document.uri, edits);
        assert.ok(await vscode.workspace.applyEdit(change), 'VS Code refused the edits of the formatter');
        return edits.length;
    }

    it('formats a step that stands askew back to its place, and twice is the same as once', async () => {
        await format();
        const formatted = document.getText();
        const step = findSteps(formatted).at(-1);
        assert.ok(step, 'the example has no step');
        await replace(document, step.keyword, step.keyword, ' '.repeat(7));
        assert.ok(
            (await format()) > 0,
            'the formatter had nothing to say about a step seven columns too far to the right',
        );
        assert.equal(document.getText(), formatted);
        await format();
        assert.equal(document.getText(), formatted);
    });

    it('keeps every word when it formats', async () => {
        const words = (text: string): string[] =>
            mask(text)
                .split(/\s+/)
                .filter((word) => word !== '');
        const before = words(document.getText());
        await format();
        assert.deepEqual(words(document.getText()), before);
    });

    async function completionsAfter(typed: string): Promise<vscode.CompletionItem[]> {
        const { start } = findAanpak(document.getText());
        await replace(document, start, start, `\n    ${typed}`);
        const list = await vscode.commands.executeCommand<vscode.CompletionList>(
            'vscode.executeCompletionItemProvider',
            document.uri,
            document.positionAt(start + '\n    '.length + typed.length),
        );
        // Words that merely occur in the file are VS Code's own idea and say nothing about the language.
        return list.items.filter(({ kind }) => kind !== vscode.CompletionItemKind.Text);
    }
    const labelOf = ({ label }: vscode.CompletionItem): string => (typeof label === 'string' ? label : label.label);

    it('offers the statements of an approach at the start of a line', async () => {
        const items = await completionsAfter('');
        const labels = items.map(labelOf);
        assert.ok(
            labels.some((label) => /^stap\b/.test(label)),
            `no "stap" among ${labels.join(', ')}`,
        );
    });

    it('offers no keyword that cannot stand there', async () => {
        const items = await completionsAfter('');
        const keywords = items.filter(({ kind }) => kind === vscode.CompletionItemKind.Keyword).map(labelOf);
        assert.deepEqual(
            keywords.filter((label) => ['toetsingskader', 'beoordeling'].includes(label)),
            [],
        );
    });

    it('completes a keyword of which two letters were typed', async () => {
        const labels = (await completionsAfter('st')).map(labelOf);
        assert.ok(
            labels.some((label) => /^stap\b/.test(label)),
            `no "stap" among ${labels.join(', ')}`,
        );
    });

    it('renames a role everywhere', async () => {
        const { name, use } = findRole(document.getText());
        const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit | undefined>(
            'vscode.executeDocumentRenameProvider',
            document.uri,
            document.positionAt(use),
            'Hernoemde-rol',
        );
        assert.ok(edit && edit.get(document.uri).length >= 2, 'the rename changes fewer than two places');
        assert.ok(await vscode.workspace.applyEdit(edit), 'VS Code refused the rename');

        const renamed = document.getText();
        assert.ok(namedAfter('rol', 'Hernoemde-rol').test(mask(renamed)), 'the declaration kept its name');
        assert.deepEqual(mask(renamed).match(namedAfter('door', name)) ?? [], []);
        assert.ok(namedAfter('door', 'Hernoemde-rol').test(mask(renamed)));
        await assertNoErrors(document);
    });
});
