import { join } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const eslint = new ESLint({ cwd: root });

/** The complaints about imports in a file of a room. */
async function complaints(room: string, imported: string): Promise<string[]> {
    const results = await eslint.lintText(`import { x } from '${imported}';\nexport const y = x;\n`, {
        filePath: join(root, room, 'some-folder/proof.ts'),
    });
    return results
        .flatMap((result) => result.messages)
        .filter((message) => message.ruleId === 'no-restricted-imports')
        .map((message) => message.message);
}

describe('the arrows between the rooms', () => {
    test.each([
        ['language', 'node:fs'],
        ['language', 'node:path'],
        ['language', 'fs'],
        ['language', 'path'],
        ['language', 'fs/promises'],
        ['language', 'node:child_process'],
        ['language', 'child_process'],
        ['language', 'node:http'],
        ['language', 'http'],
        ['language', 'https'],
        ['language', 'process'],
        ['language', 'tinyglobby'],
        ['language', 'chokidar'],
        ['language', 'commander'],
        ['language', 'langium/node'],
        ['language', 'a-package-of-tomorrow'],
        ['language', '@a/package-of-tomorrow'],
        ['language', 'vscode'],
        ['language', 'vscode-languageclient'],
        ['language', 'vscode-languageserver/node.js'],
        ['language', '../../server/node.js'],
        ['language', '../../client/extension.js'],
        ['language', '../../cli/main.js'],
        ['language', '../server'],
        ['language', '../client'],
        ['language', '../cli'],
        ['language', '../../cli'],
        ['language', '../../scripts/docs/guides.js'],
        ['language', '../../test/cli/tool.js'],
        ['server', '../cli'],
        ['server', '../client'],
        ['server', '../../scripts/docs.mjs'],
        ['server', '../../test/cli/tool.js'],
        ['client', '../cli'],
        ['client', '../language'],
        ['client', '../server'],
        ['client', '../../scripts/docs.mjs'],
        ['client', '../../test/cli/tool.js'],
        ['cli', '../server'],
        ['cli', '../client'],
        ['cli', '../../scripts/docs.mjs'],
        ['cli', '../../test/cli/tool.js'],
        ['server', 'vscode'],
        ['server', 'vscode-languageclient/node.js'],
        ['server', '../../client/extension.js'],
        ['server', '../../cli/main.js'],
        ['client', 'langium'],
        ['client', 'langium/lsp'],
        ['client', '../../language/workspace.js'],
        ['client', '../../cli/main.js'],
        ['client', '../../server/node.js'],
        ['client', '../../server/requests-of-another-kind.js'],
        ['cli', 'vscode'],
        ['cli', 'vscode-languageclient/node.js'],
        ['cli', '../../client/extension.js'],
        ['cli', '../../server/requests.js'],
        ['cli', '../../server/start.js'],
    ])('%s/ may not import %s', async (room, imported) => {
        expect(await complaints(room, imported)).toEqual([
            expect.stringContaining(`The room ${room}/ may not import this`),
        ]);
    });

    test.each([
        ['language', 'langium'],
        ['language', 'langium/lsp'],
        ['language', 'markdown-it'],
        ['language', 'chevrotain'],
        ['language', '@noble/hashes/sha2.js'],
        ['language', 'vscode-languageserver'],
        ['language', './protocol.js'],
        ['language', '../model/protocol.js'],
        ['server', '../../language/workspace.js'],
        ['server', 'vscode-languageserver/node.js'],
        ['client', 'vscode'],
        ['client', 'vscode-languageclient/node.js'],
        ['client', '../../server/requests.js'],
        ['cli', 'node:fs'],
        ['cli', '../../language/workspace.js'],
        ['cli', 'commander'],
    ])('%s/ may import %s', async (room, imported) => {
        expect(await complaints(room, imported)).toEqual([]);
    });
});

test('no default exports', async () => {
    const [result] = await eslint.lintText('export default 1;\n', { filePath: join(root, 'language/proof.ts') });
    expect(result?.messages.map((message) => message.message)).toEqual([
        'No default exports: a name should say what it is.',
    ]);
});

describe('a dynamic import', () => {
    const text = "export const y = await import('node:fs');\n";

    test.each(['language', 'server', 'client'])('does not escape the rule in %s/', async (room) => {
        const [result] = await eslint.lintText(text, { filePath: join(root, room, 'some-folder/proof.ts') });
        expect(result?.messages.map((m) => m.message)).toEqual([expect.stringContaining('No import() here')]);
    });

    test('is allowed in cli/', async () => {
        const [result] = await eslint.lintText(text, { filePath: join(root, 'cli/some-folder/proof.ts') });
        expect(result?.messages).toEqual([]);
    });
});

describe('what a machine has without an import', () => {
    const texts = [
        "export const x = process.env['HOME'];\n",
        "export const x = await fetch('https://example.org');\n",
        "export const x = globalThis.fetch('https://example.org');\n",
        "export const x = Buffer.from('x');\n",
        "export const x = require('fs');\n",
        "export const x = eval('1');\n",
        "export const x = new Function('return 1');\n",
        "export const x = global.fetch('https://example.org');\n",
        "export const x = new WebSocket('wss://example.org');\n",
    ];

    test.each(texts)('is not for language/: %s', async (text) => {
        const [result] = await eslint.lintText(text, { filePath: join(root, 'language/some-folder/proof.ts') });
        expect(result?.messages.map((m) => m.message)).toEqual(
            expect.arrayContaining([expect.stringContaining('The room language/ knows no machine')]),
        );
    });

    test.each(texts)('is for cli/: %s', async (text) => {
        const [result] = await eslint.lintText(text, { filePath: join(root, 'cli/some-folder/proof.ts') });
        expect(result?.messages.filter((m) => m.ruleId === 'no-restricted-globals')).toEqual([]);
    });
});
