import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CompletionRequest, HoverRequest } from 'vscode-languageserver/node';
import { beforeAll, describe, expect, test } from 'vitest';
import { SERVER_FLAGS as FLAGS_OF_TOOL } from '../../cli/commands/lsp.js';
import { SERVER_FLAGS } from '../../server/requests.js';
import { startClient, type Client } from './client.js';

// What an editor without an extension of ours has: a program that speaks the protocol.

const tool = join(import.meta.dirname, '../../dist/cli/draaiboek');
const plain = join(import.meta.dirname, '../../dist/cli/draaiboek.js');
const BROKEN = 'interventie Proef "Proef" {\n    rol Werker van Nergens\n    doel Rust {\n    }\n}\n';

beforeAll(() => {
    if (!existsSync(tool) || !existsSync(join(import.meta.dirname, '../../dist/server/server.cjs'))) {
        throw new Error('Build the tool and the server first: npm run build.');
    }
});

describe.each([
    ['from its start-up snapshot', [tool] as const],
    ['as an ordinary program', [process.execPath, plain] as const],
])('draaiboek lsp --stdio, %s,', (_, program) => {
    const started = (...args: string[]): Promise<Client> =>
        startClient({ command: [...program, 'lsp', '--stdio', ...args] });

    test('tells findings, completes and explains, and ends when it is told to', async () => {
        const client = await started();
        await client.open('a.draaiboek', BROKEN);
        const found = await client.diagnostics('a.draaiboek', (d) => d.length > 0);
        expect(found.map((d) => d.source)).toContain('draaiboek');
        expect(found.some((d) => JSON.stringify(d.message).includes('Er is geen organisatie'))).toBe(true);
        const textDocument = { uri: client.uriOf('a.draaiboek') };
        const hover = await client.connection.sendRequest(HoverRequest.type, {
            textDocument,
            position: { line: 2, character: 5 },
        });
        expect(JSON.stringify(hover)).toContain('doel');
        const offered = await client.connection.sendRequest(CompletionRequest.type, {
            textDocument,
            position: { line: 1, character: 4 },
        });
        expect(JSON.stringify(offered)).toContain('"doelgroep');
        expect(await client.stop()).toBe(0);
    });

    test('speaks English where asked, and the editor chooses nothing', async () => {
        const client = await started('--language', 'en');
        await client.open('a.draaiboek', BROKEN);
        const found = await client.diagnostics('a.draaiboek', (d) => d.length > 0);
        expect(found.some((d) => JSON.stringify(d.message).includes('There is no organisation'))).toBe(true);
        await client.stop();
    });

    test('goes away with the editor', async () => {
        const client = await started();
        const ended = new Promise((resolve) => client.process.once('exit', resolve));
        client.process.stdin?.end();
        // the protocol's word for an end without `shutdown`
        expect(await ended).toBe(1);
    });
});

test('draaiboek lsp without --stdio says what to type', () => {
    const { status, stderr } = spawnSync(tool, ['lsp'], { encoding: 'utf8' });
    expect(status).toBe(2);
    expect(stderr).toContain('draaiboek lsp --stdio');
});

test('the tool starts the server as the extension does', () => {
    expect(FLAGS_OF_TOOL).toEqual(SERVER_FLAGS);
});

test.each([
    ['the server', [join(import.meta.dirname, '../../dist/server/server.cjs'), '--stdio']],
    ['the tool', [plain, 'lsp', '--stdio']],
])('%s says at once that a Node is too old', (_, args) => {
    const old = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } })`;
    const run = spawnSync(process.execPath, ['--import', `data:text/javascript,${old}`, ...args], { encoding: 'utf8' });
    expect(run.stderr).toBe(
        'Draaiboek heeft Node 22 of nieuwer nodig; dit is 20.20.2. / Draaiboek needs Node 22 or newer.\n',
    );
    expect(run).toMatchObject({ status: 2, stdout: '' });
});
