import * as assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { findSteps } from '../source-text.mjs';
import { assertNoErrors, errorsIn, openExample, replace, restore, waitFor } from './support.js';

describe('diagnostics', () => {
    let document: vscode.TextDocument;
    before(async function () {
        this.timeout(90_000);
        document = await openExample();
    });
    afterEach(restore);

    it('finds no error in the example', async () => {
        await assertNoErrors(document);
    });

    it('says in Dutch which word was meant, at the misspelt word, and is silent again once it is mended', async () => {
        const step = findSteps(document.getText())[0];
        assert.ok(step, 'the example has no step');
        await replace(document, step.keyword, step.keyword + 'stap'.length, 'stapp');
        await waitFor(15, 'an error after "stap" became "stapp"', () => errorsIn(document).length > 0);

        const messages = errorsIn(document).map(({ message }) => message);
        const suggestion = errorsIn(document).find(({ message }) => message.includes('bedoelde u `stap`'));
        assert.ok(suggestion, `no message contains "bedoelde u \`stap\`": ${JSON.stringify(messages)}`);
        assert.equal(suggestion.range.start.line, document.positionAt(step.keyword).line);

        await restore();
        await waitFor(15, 'the error to go away', () => errorsIn(document).length === 0);
        await assertNoErrors(document);
    });

    it('costs one error for one misspelt word', async () => {
        const step = findSteps(document.getText())[0];
        assert.ok(step, 'the example has no step');
        await replace(document, step.keyword, step.keyword + 'stap'.length, 'stapp');
        await waitFor(15, 'an error after "stap" became "stapp"', () => errorsIn(document).length > 0);
        assert.equal(
            errorsIn(document).length,
            1,
            errorsIn(document)
                .map(({ message }) => message)
                .join('\n'),
        );
    });
});
