import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Diagnostic } from 'vscode-languageserver';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { FILE_KIND, READ_FILE, READ_FOLDER } from '../../server/requests.js';
import { buildBundle } from './client.js';

const BUNDLE = join(import.meta.dirname, '../../dist/server/server.cjs');
/** What a web worker has and a worker of Node lacks; nothing of Node is left to the bundle. */
const WEB_WORKER = `
const { parentPort } = require('node:worker_threads');
globalThis.postMessage = (message) => parentPort.postMessage(message);
parentPort.on('message', (data) => globalThis.onmessage?.({ data }));
globalThis.addEventListener = () => undefined;
globalThis.self = globalThis;
globalThis.importScripts = () => undefined;
require = process = Buffer = undefined;
`;
const FILES: Readonly<Record<string, string>> = {
    'web:/map/netwerk.draaiboek': 'organisatie JGZ\n',
    'web:/map/protocol.draaiboek':
        'gebruik "netwerk.draaiboek"\ninterventie X {\n  rol A van JGZ\n  rol B van Weg\n}\n',
};

let worker: Worker | undefined;

beforeAll(() => {
    buildBundle('server');
});
afterEach(async () => {
    await worker?.terminate();
});

interface Message {
    readonly id?: number;
    readonly method?: string;
    readonly params?: { uri: string; diagnostics: Diagnostic[] };
}

test('the server runs in a web worker, without Node, and reads the files that the client gives it', async () => {
    const started = new Worker(WEB_WORKER + readFileSync(BUNDLE, 'utf8'), { eval: true });
    worker = started;
    const send = (message: object) => {
        started.postMessage({ jsonrpc: '2.0', ...message });
    };
    const answers: Readonly<Record<string, (uri: string) => unknown>> = {
        [READ_FILE]: (uri) => Buffer.from(FILES[uri] ?? '').toString('base64'),
        [FILE_KIND]: (uri) => (uri in FILES ? 'file' : 'nothing'),
        [READ_FOLDER]: () => Object.keys(FILES).map((uri) => ({ name: uri.split('/').at(-1), kind: 'file' })),
    };
    const found = new Promise<Diagnostic[]>((resolve, reject) => {
        started.on('error', reject);
        started.on('message', ({ id, method = '', params }: Message) => {
            if (id === 1 && method === '') {
                send({ method: 'initialized', params: {} });
            } else if (id !== undefined && method !== '') {
                send({ id, result: answers[method]?.(params?.uri ?? '') ?? null });
            } else if (method === 'textDocument/publishDiagnostics' && params?.uri.endsWith('protocol.draaiboek')) {
                resolve(params.diagnostics);
            }
        });
    });
    send({
        id: 1,
        method: 'initialize',
        params: {
            processId: null,
            rootUri: null,
            capabilities: {},
            workspaceFolders: [{ name: 'map', uri: 'web:/map' }],
            initializationOptions: { files: true },
        },
    });
    const unresolved = (await found).filter((d) => d.code === 'meta/verwijzing');
    expect(unresolved.map((d) => d.range.start.line)).toEqual([3]);
});
