import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { findRole, findSteps } from '../source-text.mjs';
import { openExample, replace, restore, waitFor } from './support.js';

const OPTIONS = { tabSize: 2, insertSpaces: true };

/** Each service of the language server by the command that VS Code has for it, on the example as it stands. */
describe('services', () => {
    let document: vscode.TextDocument;
    before(async function () {
        this.timeout(90_000);
        document = await openExample();
    });
    afterEach(restore);

    const ask = <T>(command: string, ...rest: unknown[]): Thenable<T> =>
        vscode.commands.executeCommand<T>(`vscode.${command}`, document.uri, ...rest);
    const all = (): vscode.Range => new vscode.Range(0, 0, document.lineCount, 0);
    /** Where the name of a step stands, behind its keyword. */
    const stepAt = (index: number): vscode.Position => {
        const step = findSteps(document.getText()).at(index);
        assert.ok(step, 'the example has no such step');
        return document.positionAt(step.keyword + 'stap '.length);
    };
    const useOfRole = (): vscode.Position => document.positionAt(findRole(document.getText()).use);

    it('explains a role on hover', async () => {
        const [hover] = await ask<vscode.Hover[]>('executeHoverProvider', useOfRole());
        const text = hover?.contents.map((c) => (typeof c === 'string' ? c : c.value)).join('\n') ?? '';
        assert.ok(text.includes(`rol **${findRole(document.getText()).name}**`), text);
    });

    it('mends a misspelt word by a quick fix, and by all at once', async () => {
        const start = document.offsetAt(stepAt(0)) - 'stap '.length;
        await replace(document, start, start + 'stap'.length, 'stapp');
        const range = new vscode.Range(document.positionAt(start), document.positionAt(start + 5));
        const titles = async (kind: string): Promise<vscode.CodeAction[]> =>
            ask<vscode.CodeAction[]>('executeCodeActionProvider', range, kind);
        await waitFor(20, 'a quick fix', async () =>
            (await titles('quickfix')).some(({ title }) => title === 'Maak er `stap` van'),
        );
        const [whole] = await titles('source.fixAll');
        assert.ok(whole?.edit && whole.edit.size > 0, 'there is nothing to mend all at once');
    });

    it('shows what follows a step without daarna, and what comes before it', async () => {
        const hints = await ask<vscode.InlayHint[]>('executeInlayHintProvider', all());
        const labels = hints.map(({ label }) =>
            typeof label === 'string' ? label : label.map((p) => p.value).join(''),
        );
        assert.ok(
            labels.some((label) => label.startsWith('→ ')),
            labels.join(),
        );
        assert.ok(
            labels.some((label) => label.startsWith('hiervoor: ')),
            labels.join(),
        );
    });

    it('colours names', async () => {
        const legend = await ask<vscode.SemanticTokensLegend>('provideDocumentSemanticTokensLegend');
        const tokens = await ask<vscode.SemanticTokens>('provideDocumentSemanticTokens');
        assert.ok(legend.tokenTypes.includes('class'));
        assert.ok(tokens.data.length > 100);
    });

    it('folds the aanpak', async () => {
        const folds = await ask<vscode.FoldingRange[]>('executeFoldingRangeProvider');
        const line = document
            .getText()
            .split('\n')
            .findIndex((text) => /^\s*aanpak\s*\{/.test(text));
        assert.ok(folds.some(({ start, end }) => start === line && end > line));
    });

    it('selects from a name outwards', async () => {
        const [range] = await ask<vscode.SelectionRange[]>('executeSelectionRangeProvider', [useOfRole()]);
        assert.equal(range && document.getText(range.range), findRole(document.getText()).name);
        assert.ok(range?.parent && document.getText(range.parent.range).startsWith('door '));
    });

    it('tells which steps lead to a step, and where it goes', async () => {
        const [item] = await ask<vscode.CallHierarchyItem[]>('prepareCallHierarchy', stepAt(1));
        assert.ok(item, 'there is no step');
        const incoming = await vscode.commands.executeCommand<unknown[]>('vscode.provideIncomingCalls', item);
        const outgoing = await vscode.commands.executeCommand<unknown[]>('vscode.provideOutgoingCalls', item);
        assert.ok(incoming.length > 0 && outgoing.length > 0);
    });

    const interventionAt = (): vscode.Position =>
        document.positionAt(/^interventie /m.exec(document.getText())?.index ?? 0).translate(0, 'interventie '.length);

    it('tells what works out an interventie', async () => {
        const [item] = await ask<vscode.TypeHierarchyItem[]>('prepareTypeHierarchy', interventionAt());
        assert.ok(item, 'there is no interventie');
        const below = await vscode.commands.executeCommand<unknown[]>('vscode.provideSubtypes', item);
        assert.ok(below.length > 0);
    });

    it('goes to who does a step, and from an interventie to its working-outs', async () => {
        assert.ok((await ask<unknown[]>('executeTypeDefinitionProvider', stepAt(0))).length > 0);
        assert.ok((await ask<unknown[]>('executeImplementationProvider', interventionAt())).length > 0);
    });

    it('marks where a role is named', async () => {
        const marks = await ask<vscode.DocumentHighlight[]>('executeDocumentHighlights', useOfRole());
        const { name } = findRole(document.getText());
        assert.ok(marks.length > 1);
        assert.deepEqual(new Set(marks.map(({ range }) => document.getText(range))), new Set([name]));
    });

    it('finds a step in the whole folder', async () => {
        const { name } = findSteps(document.getText())[0] ?? { name: '' };
        const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
            'vscode.executeWorkspaceSymbolProvider',
            name,
        );
        assert.ok(found.some((symbol) => symbol.name === name && symbol.location.uri.path.endsWith('.draaiboek')));
    });

    it('formats a range, and a block when its brace is typed', async () => {
        const line = stepAt(0).line;
        const at = document.offsetAt(new vscode.Position(line, 0));
        await replace(document, at, at, '     ');
        const edits = await ask<vscode.TextEdit[]>('executeFormatRangeProvider', document.lineAt(line).range, OPTIONS);
        assert.ok(edits.length > 0);
        await restore();
        const closing = document.getText().lastIndexOf('}');
        await replace(document, closing, closing, '     ');
        const behind = document.positionAt(closing + '     }'.length);
        assert.ok((await ask<vscode.TextEdit[]>('executeFormatOnTypeProvider', behind, '}', OPTIONS)).length > 0);
    });
});
