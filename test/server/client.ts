/** A client without an editor: it starts the server as it is shipped and speaks its protocol. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
    createProtocolConnection,
    DidChangeTextDocumentNotification,
    DidOpenTextDocumentNotification,
    ExitNotification,
    InitializedNotification,
    InitializeRequest,
    PublishDiagnosticsNotification,
    ShutdownRequest,
    StreamMessageReader,
    StreamMessageWriter,
    type ClientCapabilities,
    type Diagnostic,
    type InitializeResult,
    type ProtocolConnection,
} from 'vscode-languageserver/node';

const root = join(import.meta.dirname, '../..');
const PATIENCE_MS = 120_000;

/** Makes a bundle as it is shipped. */
export function buildBundle(name: 'server'): void {
    execFileSync(process.execPath, [join(root, 'scripts/build.mjs'), name], { stdio: 'pipe' });
}

export interface StartOptions {
    /** the files of the folder that is open, by their paths in it */
    readonly files?: Readonly<Record<string, string>>;
    readonly initializationOptions?: unknown;
    readonly capabilities?: ClientCapabilities;
    /** what the client has in its settings under `draaiboek` */
    readonly settings?: unknown;
    /** the program and its arguments, instead of the server itself */
    readonly command?: readonly [program: string, ...args: string[]];
    /** called before the server is told to begin */
    readonly prepare?: (connection: ProtocolConnection) => void;
    /** the URI of the folder that is open, instead of one on disk */
    readonly folder?: string;
}

export interface Client {
    readonly connection: ProtocolConnection;
    readonly process: ChildProcess;
    readonly initialized: InitializeResult;
    /** the URI of a path in the folder; a URI stays what it is */
    readonly uriOf: (path: string) => string;
    readonly pathOf: (path: string) => string;
    readonly open: (path: string, text: string) => Promise<void>;
    readonly change: (path: string, text: string) => Promise<void>;
    /** waits for diagnostics of a file that fit */
    readonly diagnostics: (path: string, fit: (diagnostics: Diagnostic[]) => boolean) => Promise<Diagnostic[]>;
    /** the diagnostics of a file that came so far */
    readonly known: (path: string) => Diagnostic[] | undefined;
    /** ends the server; gives its exit code */
    readonly stop: () => Promise<number | null>;
}

export async function startClient(options: StartOptions = {}): Promise<Client> {
    const folder = mkdtempSync(join(tmpdir(), 'draaiboek-server-'));
    for (const [path, text] of Object.entries(options.files ?? {})) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
    }
    const [program, ...args] = options.command ?? [process.execPath, join(root, 'dist/server/server.cjs'), '--stdio'];
    const server = spawn(program, args, { stdio: 'pipe' });
    const connection = createProtocolConnection(
        new StreamMessageReader(server.stdout),
        new StreamMessageWriter(server.stdin),
    );
    const latest = new Map<string, Diagnostic[]>();
    const waiting = new Set<() => void>();
    connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => {
        latest.set(uri, diagnostics);
        waiting.forEach((look) => {
            look();
        });
    });
    connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
        items.map(() => options.settings ?? null),
    );
    connection.onRequest('client/registerCapability', () => null);
    options.prepare?.(connection);
    connection.listen();

    const folderUri = options.folder ?? pathToFileURL(folder).toString();
    const uriOf = (path: string) => (path.includes(':') ? path : `${folderUri}/${path}`);
    const initialized = await connection.sendRequest(InitializeRequest.type, {
        processId: process.pid,
        rootUri: null,
        capabilities: options.capabilities ?? {},
        workspaceFolders: [{ name: 'map', uri: folderUri }],
        initializationOptions: options.initializationOptions,
    });
    await connection.sendNotification(InitializedNotification.type, {});
    let version = 0;
    return {
        connection,
        process: server,
        initialized,
        uriOf,
        pathOf: (path) => join(folder, path),
        open: (path, text) =>
            connection.sendNotification(DidOpenTextDocumentNotification.type, {
                textDocument: { uri: uriOf(path), languageId: 'draaiboek', version: ++version, text },
            }),
        change: (path, text) =>
            connection.sendNotification(DidChangeTextDocumentNotification.type, {
                textDocument: { uri: uriOf(path), version: ++version },
                contentChanges: [{ text }],
            }),
        diagnostics: (path, fit) =>
            new Promise((resolve, reject) => {
                const look = () => {
                    const found = latest.get(uriOf(path));
                    if (found && fit(found)) {
                        clearTimeout(timer);
                        waiting.delete(look);
                        resolve(found);
                    }
                };
                const timer = setTimeout(() => {
                    waiting.delete(look);
                    reject(
                        new Error(
                            `No such diagnostics for ${path}; there are ${JSON.stringify(latest.get(uriOf(path)))}`,
                        ),
                    );
                }, PATIENCE_MS);
                waiting.add(look);
                look();
            }),
        known: (path) => latest.get(uriOf(path)),
        stop: async () => {
            const ended = new Promise<number | null>((resolve) => server.once('exit', resolve));
            await connection.sendRequest(ShutdownRequest.type);
            await connection.sendNotification(ExitNotification.type);
            const code = await ended;
            connection.dispose();
            rmSync(folder, { recursive: true, force: true });
            return code;
        },
    };
}
