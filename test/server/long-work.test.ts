import {
    CancellationTokenSource,
    DocumentSymbolRequest,
    HoverRequest,
    LSPErrorCodes,
    ProgressType,
    WorkspaceSymbolRequest,
} from 'vscode-languageserver/node';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { CHECK, GENERATE, type CheckAnswer, type Progress } from '../../server/requests.js';
import { generateProtocol } from '../bench/generate-protocol.js';
import { buildBundle, startClient, type Client } from './client.js';

const FILES = 12;
const NAMES = Array.from({ length: FILES }, (_, i) => `p${String(i)}.draaiboek`);

let client: Client | undefined;

beforeAll(() => {
    buildBundle('server');
});
afterEach(async () => {
    await client?.stop();
    client = undefined;
});

/** A server that has read a folder of files, and hears what it tells of the work under a token. */
async function started(onProgress: (progress: Progress) => void = () => undefined): Promise<Client> {
    const files = Object.fromEntries(NAMES.map((name, i) => [name, generateProtocol(120, `P${String(i)}`)]));
    client = await startClient({
        files,
        prepare: (connection) => connection.onProgress(new ProgressType<Progress>(), 'work', onProgress),
    });
    await client.diagnostics(NAMES.at(-1) ?? '', () => true);
    return client;
}

describe('work that takes long, for a client of any editor', () => {
    test('tells how far a check of all files has come', async () => {
        const told: Progress[] = [];
        const { connection } = await started((progress) => told.push(progress));
        const answer = await connection.sendRequest<CheckAnswer>(CHECK, { progress: 'work' });
        expect(answer.files).toBe(FILES);
        expect(told.map(({ done }) => done)).toEqual(NAMES.map((_, i) => i));
        expect(told.every(({ total }) => total === FILES)).toBe(true);
        expect(new Set(told.map(({ what }) => what))).toEqual(new Set(NAMES));
    });

    test('stops a check that is withdrawn, and goes on answering', async () => {
        const told: Progress[] = [];
        const source = new CancellationTokenSource();
        const { connection, uriOf } = await started((progress) => {
            told.push(progress);
            source.cancel();
        });
        const answer = await connection.sendRequest<CheckAnswer | null>(CHECK, { progress: 'work' }, source.token);
        expect(answer).toBeNull();
        expect(told.length).toBeLessThan(FILES);
        const textDocument = { uri: uriOf(NAMES[0] ?? '') };
        const hover = { textDocument, position: { line: 3, character: 2 } };
        expect(await connection.sendRequest(HoverRequest.type, hover)).not.toBeNull();
    });

    test('makes no outputs for a client that no longer wants them', async () => {
        const source = new CancellationTokenSource();
        const { connection, uriOf } = await started(() => {
            source.cancel();
        });
        const request = { uris: NAMES.map(uriOf), to: ['markdown'], folder: uriOf('uit'), progress: 'work' };
        expect(await connection.sendRequest(GENERATE, request, source.token)).toBeNull();
    });

    test('answers no question that is withdrawn while a text is read, and the next one from the new text', async () => {
        const { connection, open, change, uriOf } = await started();
        const name = NAMES[0] ?? '';
        await open(name, generateProtocol(120, 'P0'));
        await change(name, generateProtocol(2000, 'Anders'));
        const source = new CancellationTokenSource();
        const withdrawn = connection.sendRequest(WorkspaceSymbolRequest.type, { query: 'Signaal' }, source.token);
        source.cancel();
        await expect(withdrawn).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
        const textDocument = { uri: uriOf(name) };
        const symbols = await connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
        expect(symbols?.map((symbol) => symbol.name)).toContain('Anders');
    });
});
