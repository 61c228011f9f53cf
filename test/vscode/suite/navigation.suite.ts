import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { findRole, findSteps } from '../source-text.mjs';
import { openExample, restore, symbolsOf } from './support.js';

describe('navigation', () => {
    let document: vscode.TextDocument;
    before(async function () {
        this.timeout(90_000);
        document = await openExample();
    });
    afterEach(restore);

    it('goes from a role after "door" to its declaration', async () => {
        const { declaration, use } = findRole(document.getText());
        const targets = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
            'vscode.executeDefinitionProvider',
            document.uri,
            document.positionAt(use),
        );
        const target = targets[0];
        assert.ok(target, 'there is no definition');
        const uri = 'uri' in target ? target.uri : target.targetUri;
        const range = 'uri' in target ? target.range : (target.targetSelectionRange ?? target.targetRange);
        assert.equal(uri.toString(), document.uri.toString());
        assert.equal(range.start.line, document.positionAt(declaration).line);
    });

    it('finds the places where a role is named, its declaration included', async () => {
        const { name, declaration, use } = findRole(document.getText());
        const places = await vscode.commands.executeCommand<vscode.Location[]>(
            'vscode.executeReferenceProvider',
            document.uri,
            document.positionAt(declaration),
        );
        const here = places.filter(({ uri }) => uri.toString() === document.uri.toString());
        assert.deepEqual(new Set(here.map(({ range }) => document.getText(range))), new Set([name]));
        const offsets = here.map(({ range }) => document.offsetAt(range.start));
        assert.ok(offsets.includes(declaration), 'the declaration is missing');
        assert.ok(offsets.includes(use), 'the use after "door" is missing');
    });

    it('lists the steps as symbols, inside the intervention', async () => {
        const symbols = await symbolsOf(document);
        const all: vscode.DocumentSymbol[] = [];
        const collect = (symbol: vscode.DocumentSymbol): void => {
            all.push(symbol);
            symbol.children.forEach(collect);
        };
        symbols.forEach(collect);
        const missing = findSteps(document.getText()).filter(
            (step) => !all.some(({ name, detail }) => name.includes(step.name) || detail.includes(step.name)),
        );
        assert.deepEqual(
            missing.map(({ name }) => name),
            [],
        );
        assert.ok(all.length > symbols.length, 'the symbols are a flat list');
    });
});
