import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { apiOf, openExample, restore, waitFor } from './support.js';

interface Choice {
    readonly kind: string;
    readonly step: string;
}
interface Answer {
    readonly begun: boolean;
    readonly current: readonly { readonly name: string; readonly head: { readonly line: number } }[];
    readonly options: readonly { readonly choice: Choice }[];
    readonly outcome?: { readonly text: string; readonly isEnd: boolean };
}

describe('walking through a case', () => {
    let document: vscode.TextDocument;
    before(async function () {
        this.timeout(90_000);
        document = await openExample();
    });
    after(restore);

    const walk = () => apiOf().walk;
    const answer = () => walk().answer() as Answer;

    it('goes from the beginning, step by step, and back', async () => {
        assert.equal(
            await vscode.commands.executeCommand('draaiboek.walk', { uri: document.uri.toString(), line: 0 }),
            true,
        );
        assert.equal(answer().begun, false);
        await walk().begin({ 'zorgen-gemeld': true, 'eerdere-uitnodigingen': 2 });
        assert.deepEqual(
            answer().current.map(({ name }) => name),
            ['Signaal'],
        );
        const line = document.lineAt(answer().current[0]?.head.line ?? 0).text;
        assert.match(line, /stap Signaal/);
        const facts = { 'zorgen-bevestigd': true, situatie: 'overig', 'acuut-onveilig': false };
        await walk().choose({ kind: 'finish', step: 'Signaal', facts });
        assert.deepEqual(
            answer().current.map(({ name }) => name),
            ['Kennismaking'],
        );
        await walk().back();
        assert.deepEqual(
            answer().current.map(({ name }) => name),
            ['Signaal'],
        );
        assert.deepEqual(walk().upNext(), { kind: 'finish', step: 'Signaal', facts });
    });

    it('goes back to what was known at the beginning, and on from there as before', async () => {
        await walk().back();
        assert.equal(answer().begun, false);
        const known = { 'zorgen-gemeld': true, 'eerdere-uitnodigingen': 2 };
        assert.deepEqual(walk().known(), known);
        await walk().next();
        assert.equal(answer().begun, true);
        assert.equal(walk().upNext()?.step, 'Signaal');
        await walk().back();
        await walk().begin({ ...known, 'nooit-gezegd': null });
        assert.equal(walk().upNext()?.step, 'Signaal', 'what is not known is no other answer');
        await walk().back();
        await walk().begin({ ...known, 'eerdere-uitnodigingen': 3 });
        assert.equal(walk().upNext(), undefined);
    });

    it('follows a scenario to its end, and is kept as a scenario that passes', async () => {
        const scenarios = vscode.Uri.joinPath(document.uri, '../scenarios.draaiboek');
        const given = { uri: scenarios.toString(), scenario: 'Het plan is genoeg' };
        assert.equal(await vscode.commands.executeCommand('draaiboek.walk', given), true);
        while (walk().upNext()) {
            await walk().next();
        }
        assert.equal(answer().outcome?.isEnd, true, JSON.stringify(answer().outcome));
        const kept = await vscode.commands.executeCommand('draaiboek.keepWalk', { title: 'Bewaard', file: scenarios });
        assert.equal(kept, true);
        const text = vscode.window.activeTextEditor?.document.getText() ?? '';
        assert.match(text, /scenario "Bewaard" voor Gezinspad \{/);
        await waitFor(20, 'a lens that says that it goes as expected', async () => {
            const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
                'vscode.executeCodeLensProvider',
                scenarios,
            );
            const line = text.slice(0, text.indexOf('scenario "Bewaard"')).split('\n').length - 1;
            const titles = lenses.filter((l) => l.range.start.line === line).map((l) => l.command?.title ?? '');
            return titles.some((t) => t.startsWith('✓')) && titles.includes('Casus doorlopen');
        });
        await walk().stop();
        assert.equal(walk().answer(), undefined);
        assert.deepEqual(walk().places(), []);
    });
});
