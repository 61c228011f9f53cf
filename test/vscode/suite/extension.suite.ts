import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { EXTENSION_ID, openExample, waitFor } from './support.js';

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
});
