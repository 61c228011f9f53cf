import { PassThrough } from 'node:stream';
import { URI } from 'langium';
import {
    createConnection,
    createProtocolConnection,
    DidChangeConfigurationNotification,
    InitializedNotification,
    InitializeRequest,
    PublishDiagnosticsNotification,
    ShutdownRequest,
    StreamMessageReader,
    StreamMessageWriter,
    WorkDoneProgress,
    WorkDoneProgressCreateRequest,
    WorkspaceSymbolRequest,
    type Connection,
    type Diagnostic,
    type ProtocolConnection,
} from 'vscode-languageserver/node';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { clientFiles, filesByScheme } from '../../server/client-files.js';
import { FILE_KIND, READ_FILE, READ_FOLDER, type FileRequest } from '../../server/requests.js';
import { startServer } from '../../server/start.js';

// The server's own code, in this process; test/server/protocol.test.ts drives the server as it is shipped.

const FILES: Readonly<Record<string, string>> = {
    'web:/map/netwerk.draaiboek': 'organisatie JGZ\n',
    'web:/map/pad.draaiboek': 'gebruik "netwerk.draaiboek"\ninterventie X {\n  rol Héél van JGZ\n  rol B van Weg\n}\n',
};
const LANGUAGES = { nl: 'Er is geen organisatie `Weg`', en: 'There is no organisation (`organisatie`) `Weg`' };

interface Pair {
    readonly client: ProtocolConnection;
    readonly server: Connection;
}

let pair: Pair | undefined;

/** Two ends of a connection; the client gives the files. */
function connect(): Pair {
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
    const client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
    client.onRequest(READ_FILE, ({ uri }: FileRequest) => Buffer.from(FILES[uri] ?? '').toString('base64'));
    client.onRequest(FILE_KIND, ({ uri }: FileRequest) =>
        uri in FILES ? 'file' : uri === 'web:/map' ? 'folder' : 'nothing',
    );
    client.onRequest(READ_FOLDER, () => Object.keys(FILES).map((uri) => ({ name: uri.slice(9), kind: 'file' })));
    pair = { client, server };
    return pair;
}

afterEach(() => {
    pair?.client.dispose();
    pair?.server.dispose();
    pair = undefined;
});

describe('files that the client reads', () => {
    const uri = URI.parse('web:/map/pad.draaiboek');

    test('are read by asking it', async () => {
        const { client, server } = connect();
        client.listen();
        server.listen();
        const files = clientFiles(server);
        expect(await files.readFile(uri)).toBe(FILES['web:/map/pad.draaiboek']);
        expect((await files.readDirectory(URI.parse('web:/map'))).map((node) => [node.uri.path, node.isFile])).toEqual([
            ['/map/netwerk.draaiboek', true],
            ['/map/pad.draaiboek', true],
        ]);
        expect(await files.stat(URI.parse('web:/map'))).toMatchObject({ isFile: false, isDirectory: true });
        expect([await files.exists(uri), await files.exists(URI.parse('web:/nergens'))]).toEqual([true, false]);
        await expect(files.stat(URI.parse('web:/nergens'))).rejects.toThrow('There is no web:/nergens.');
    });

    test('cannot be read while one waits', () => {
        const files = filesByScheme(() => clientFiles(connect().server));
        for (const read of [files.readFileSync, files.readBinarySync, files.readDirectorySync, files.statSync]) {
            expect(() => read(uri)).toThrow('can only be read by asking the client');
        }
        expect(() => files.existsSync(uri)).toThrow('can only be read by asking the client');
    });
});

describe('the server', () => {
    /** Starts it; gives what it says of the protocol. */
    async function start(initializationOptions: unknown, settings: unknown = null, window: object = {}) {
        const { client, server } = connect();
        const latest = new Map<string, Diagnostic[]>();
        client.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => {
            latest.set(uri, diagnostics);
        });
        const asked = new Promise<void>((resolve) => {
            client.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => {
                resolve();
                return items.map(() => settings);
            });
        });
        client.onRequest('client/registerCapability', () => null);
        const progress: string[] = [];
        client.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
            client.onProgress(WorkDoneProgress.type, token, ({ kind, ...said }) => {
                progress.push('title' in said ? `${kind}: ${said.title}` : kind);
            });
        });
        client.listen();
        startServer(server, () => undefined);
        await client.sendRequest(InitializeRequest.type, {
            processId: null,
            rootUri: null,
            capabilities: { workspace: { configuration: true, workspaceFolders: true }, window },
            workspaceFolders: [{ name: 'map', uri: 'web:/map' }],
            initializationOptions,
        });
        await client.sendNotification(InitializedNotification.type, {});
        await asked;
        const messages = () => (latest.get('web:/map/pad.draaiboek') ?? []).map(({ message }) => message).join('\n');
        return { client, messages, latest, progress };
    }

    const patience = { timeout: 120_000 };

    test.each([
        ['nothing', { files: true }, null, LANGUAGES.nl],
        ['the client', { files: true, language: 'en' }, null, LANGUAGES.en],
        ['the settings, before the client', { files: true, language: 'nl' }, { language: 'en' }, LANGUAGES.en],
        ['something else', { files: true, language: 'fr' }, { language: 'auto' }, LANGUAGES.nl],
    ])('speaks the language that is chosen by %s', async (_, options, settings, says) => {
        const { client, messages } = await start(options, settings);
        await vi.waitFor(() => {
            expect(messages()).toContain(says);
        }, patience);
        expect(messages()).not.toContain('JGZ');
        await client.sendRequest(ShutdownRequest.type);
    });

    test('tells a client that shows progress that the folder is loaded, and until when', async () => {
        const { progress } = await start({ files: true }, null, { workDoneProgress: true });
        await vi.waitFor(() => {
            expect(progress).toEqual(['begin: Draaiboek: de map laden en controleren', 'end']);
        }, patience);
    });

    test('tells no other client of progress', async () => {
        const { progress, messages } = await start({ files: true });
        await vi.waitFor(() => {
            expect(messages()).toContain(LANGUAGES.nl);
        }, patience);
        expect(progress).toEqual([]);
    });

    test('speaks another language when that is chosen later', async () => {
        const { client, messages } = await start({ files: true });
        await vi.waitFor(() => {
            expect(messages()).toContain(LANGUAGES.nl);
        }, patience);
        await client.sendNotification(DidChangeConfigurationNotification.type, {
            settings: { draaiboek: { language: 'en' } },
        });
        await vi.waitFor(() => {
            expect(messages()).toContain(LANGUAGES.en);
        }, patience);
    });

    test.each([[null], ['files'], [{}]])('reads nothing from a client that offers no files: %s', async (options) => {
        const { client, latest } = await start(options);
        expect(await client.sendRequest(WorkspaceSymbolRequest.type, { query: '' })).toEqual([]);
        expect([...latest.keys()]).toEqual([]);
    });
});
