/** An editor and its user, in this process: files on a disk in memory, some open and edited, and a server that follows. */
import { PassThrough } from 'node:stream';
import { DocumentState, TextDocument } from 'langium';
import {
    createConnection,
    createProtocolConnection,
    DidChangeTextDocumentNotification,
    DidChangeWatchedFilesNotification,
    DidCloseTextDocumentNotification,
    DidOpenTextDocumentNotification,
    FileChangeType,
    InitializedNotification,
    InitializeRequest,
    PublishDiagnosticsNotification,
    RenameRequest,
    StreamMessageReader,
    StreamMessageWriter,
    WorkspaceSymbolRequest,
    type Diagnostic,
    type TextEdit,
} from 'vscode-languageserver/node';
import { startServer } from '../../server/start.js';
import { FOLDER, inMemory, uriOf } from '../language/editor/editor.js';

/** What an edit replaces, and by what. */
export interface Replacement {
    readonly start: number;
    readonly end: number;
    readonly text: string;
}

export interface Desk {
    /** the files on disk, by name */
    readonly disk: ReadonlyMap<string, string>;
    /** the text of a file as its user sees it: in the editor where it is open, else on disk */
    readonly textOf: (name: string) => string | undefined;
    /** the names of the files that are open */
    readonly opened: () => readonly string[];
    /** with another text than on disk where that is given: what was typed before and not saved */
    readonly open: (name: string, unsaved?: string) => Promise<void>;
    /** without saving */
    readonly close: (name: string) => Promise<void>;
    readonly save: (name: string) => Promise<void>;
    /** in a file that is open, as an editor tells it: by the range that is replaced */
    readonly replace: (name: string, replacement: Replacement) => Promise<void>;
    readonly undo: (name: string) => Promise<void>;
    /** asks for another name for what stands at an offset; what the server answers is done in all files */
    readonly rename: (name: string, offset: number, newName: string) => Promise<void>;
    /** by something else than the editor; undefined takes the file away */
    readonly changeOutside: (name: string, text: string | undefined) => Promise<void>;
    /** how many files were opened, closed, edited, written or taken away; what changes nothing does not count */
    readonly edits: () => number;
    /** what server and client know when the server is done with all that it was told */
    readonly settled: () => Promise<Known>;
    readonly dispose: () => void;
}

export interface Known {
    /** what the server takes for the text of each protocol, by name */
    readonly texts: Readonly<Record<string, string>>;
    /** what the client was told last of each file where that is something, by name, in the order of the text */
    readonly findings: Readonly<Record<string, readonly Diagnostic[]>>;
}

/** Begins with these files on disk, none of them open. */
export async function startDesk(files: Readonly<Record<string, string>>): Promise<Desk> {
    const disk = new Map(Object.entries(files));
    const open = new Map<string, { document: TextDocument; before: string[] }>();
    const told = new Map<string, readonly Diagnostic[]>();
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
    const client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
    client.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => {
        told.set(uri, diagnostics);
    });
    client.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => null));
    client.onRequest('client/registerCapability', () => null);
    client.listen();
    const services = startServer(server, (scheme) => (scheme === 'memory' ? inMemory(disk) : undefined));
    await client.sendRequest(InitializeRequest.type, {
        processId: null,
        rootUri: null,
        capabilities: { workspace: { configuration: true, didChangeWatchedFiles: { dynamicRegistration: true } } },
        workspaceFolders: [{ name: 'map', uri: FOLDER }],
    });
    await client.sendNotification(InitializedNotification.type, {});

    let edits = 0;
    const tellOfFile = (name: string, type: FileChangeType) => {
        edits++;
        return client.sendNotification(DidChangeWatchedFilesNotification.type, {
            changes: [{ uri: uriOf(name), type }],
        });
    };
    const write = (name: string, text: string) => {
        const type = disk.has(name) ? FileChangeType.Changed : FileChangeType.Created;
        disk.set(name, text);
        return tellOfFile(name, type);
    };
    /** Makes the text of an open file another one, by the smallest range that differs. */
    const become = async (name: string, text: string) => {
        const { document } = open.get(name) ?? {};
        const old = document?.getText();
        if (!document || old === undefined || old === text) {
            return;
        }
        let start = 0;
        while (start < old.length && start < text.length && old[start] === text[start]) {
            start++;
        }
        let tail = 0;
        while (tail < old.length - start && tail < text.length - start && old.at(-1 - tail) === text.at(-1 - tail)) {
            tail++;
        }
        const range = { start: document.positionAt(start), end: document.positionAt(old.length - tail) };
        const contentChanges = [{ range, text: text.slice(start, text.length - tail) }];
        const version = document.version + 1;
        edits++;
        TextDocument.update(document, contentChanges, version);
        await client.sendNotification(DidChangeTextDocumentNotification.type, {
            textDocument: { uri: uriOf(name), version },
            contentChanges,
        });
    };
    const type = async (name: string, text: string) => {
        const before = open.get(name)?.document.getText();
        if (before !== undefined && before !== text) {
            open.get(name)?.before.push(before);
            await become(name, text);
        }
    };
    const textOf = (name: string) => open.get(name)?.document.getText() ?? disk.get(name);
    const edited = (name: string, edits: readonly TextEdit[]): string =>
        TextDocument.applyEdits(TextDocument.create(uriOf(name), 'draaiboek', 0, textOf(name) ?? ''), [...edits]);

    return {
        disk,
        textOf,
        opened: () => [...open.keys()],
        open: async (name, unsaved) => {
            const text = unsaved ?? disk.get(name);
            if (text !== undefined && !open.has(name)) {
                edits++;
                open.set(name, { document: TextDocument.create(uriOf(name), 'draaiboek', 1, text), before: [] });
                await client.sendNotification(DidOpenTextDocumentNotification.type, {
                    textDocument: { uri: uriOf(name), languageId: 'draaiboek', version: 1, text },
                });
            }
        },
        close: async (name) => {
            if (open.delete(name)) {
                edits++;
                await client.sendNotification(DidCloseTextDocumentNotification.type, {
                    textDocument: { uri: uriOf(name) },
                });
            }
        },
        save: async (name) => {
            const text = open.get(name)?.document.getText();
            if (text !== undefined) {
                await write(name, text);
            }
        },
        replace: async (name, { start, end, text }) => {
            const old = open.get(name)?.document.getText();
            if (old !== undefined) {
                await type(name, old.slice(0, start) + text + old.slice(end));
            }
        },
        undo: async (name) => {
            const before = open.get(name)?.before.pop();
            if (before !== undefined) {
                await become(name, before);
            }
        },
        rename: async (name, offset, newName) => {
            const text = textOf(name);
            if (text === undefined) {
                return;
            }
            const position = TextDocument.create(uriOf(name), 'draaiboek', 0, text).positionAt(offset);
            const edit = await client
                .sendRequest(RenameRequest.type, { textDocument: { uri: uriOf(name) }, position, newName })
                // a name that cannot be given is refused with a sentence
                .catch(() => null);
            for (const file of [...disk.keys(), ...open.keys()].filter((key, i, all) => all.indexOf(key) === i)) {
                const edits = edit?.changes?.[uriOf(file)];
                if (edits) {
                    await (open.has(file) ? type(file, edited(file, edits)) : write(file, edited(file, edits)));
                }
            }
        },
        changeOutside: async (name, text) => {
            if (text !== undefined) {
                await write(name, text);
            } else if (disk.delete(name)) {
                await tellOfFile(name, FileChangeType.Deleted);
            }
        },
        edits: () => edits,
        settled: async () => {
            const { LangiumDocuments, WorkspaceLock } = services.shared.workspace;
            // what was sent before is read, and done, also what waits until nobody types; then what that told is here
            await client.sendRequest(WorkspaceSymbolRequest.type, { query: '' });
            do {
                await new Promise((resolve) => setTimeout(resolve));
                await WorkspaceLock.read(() => undefined);
            } while (LangiumDocuments.all.some(({ state }) => state < DocumentState.Validated));
            await client.sendRequest(WorkspaceSymbolRequest.type, { query: '' });
            const names = new Map([...disk.keys(), ...open.keys()].map((name) => [uriOf(name), name]));
            const texts = LangiumDocuments.all
                .map(({ uri, textDocument }) => [names.get(uri.toString()) ?? uri.toString(), textDocument.getText()])
                .toArray()
                .filter(([name]) => name?.startsWith('draaiboek:') === false);
            const findings = [...told].flatMap(([uri, found]) =>
                found.length > 0 ? [[names.get(uri) ?? uri, found] as const] : [],
            );
            return { texts: sorted(texts), findings: sorted(findings) };
        },
        dispose: () => {
            client.dispose();
            server.dispose();
        },
    };
}

function sorted<T>(entries: readonly (readonly [string, T] | (string | T)[])[]): Record<string, T> {
    return Object.fromEntries([...entries].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))) as Record<string, T>;
}

/** A fresh start with what another desk has on disk and open. */
export async function startAnew(desk: Desk): Promise<Desk> {
    const fresh = await startDesk(Object.fromEntries(desk.disk));
    for (const name of desk.opened()) {
        await fresh.open(name, desk.textOf(name));
    }
    return fresh;
}
