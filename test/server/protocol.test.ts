import { TextDocument } from 'langium';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import {
    CodeActionKind,
    CodeActionRequest,
    CodeLensRequest,
    CompletionRequest,
    DidChangeConfigurationNotification,
    DidChangeWatchedFilesNotification,
    DidCloseTextDocumentNotification,
    DocumentFormattingRequest,
    DocumentSymbolRequest,
    FileChangeType,
    RenameRequest,
    SelectionRangeRequest,
    TextDocumentContentRequest,
    WorkspaceSymbolRequest,
    type CodeAction,
    type CompletionItem,
    type Diagnostic,
    type DocumentSymbol,
    type Range,
} from 'vscode-languageserver/node';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { FILE_KIND, READ_FILE, READ_FOLDER } from '../../server/requests.js';
import { buildBundle, startClient, type Client, type StartOptions } from './client.js';

const MISSPELT = 'interventie Gezinspad {\n  aanpak {\n    stapp Begin { }\n    einde Klaar\n  }\n}\n';
const RIGHT = MISSPELT.replace('stapp', 'stap');
const NL = '`stapp` – bedoelde u `stap`?';
const EN = '`stapp` – did you mean `stap`?';

const messages = (diagnostics: Diagnostic[]) => diagnostics.map((d) => d.message);
const says = (message: string) => (diagnostics: Diagnostic[]) => messages(diagnostics).includes(message);
const has = (code: string) => (diagnostics: Diagnostic[]) => diagnostics.some((d) => d.code === code);

let client: Client | undefined;
const start = async (options?: StartOptions): Promise<Client> => (client = await startClient(options));

beforeAll(() => {
    buildBundle('server');
});
afterEach(async () => {
    await client?.stop();
    client = undefined;
});

describe('the language server as it is shipped, over its protocol', () => {
    test('says in Dutch what is wrong while a text is typed, and is silent once it is mended', async () => {
        const { open, change, diagnostics } = await start();
        await open('protocol.draaiboek', MISSPELT);
        await diagnostics('protocol.draaiboek', says(NL));
        await change('protocol.draaiboek', RIGHT);
        const mended = await diagnostics('protocol.draaiboek', (d) => !says(NL)(d));
        expect(mended.filter((d) => d.code === 'meta/syntaxis')).toEqual([]);
    });

    test('offers each fix of what is found, and all safe ones at once', async () => {
        const { connection, open, diagnostics, uriOf } = await start();
        const twice = RIGHT.replace('    stap', '    stapp')
            .replace('{ }', '{ door X }')
            .replace('aanpak', 'rol A\n  rol A\n  aanpak');
        await open('protocol.draaiboek', twice);
        const textDocument = { uri: uriOf('protocol.draaiboek') };
        const found = await diagnostics('protocol.draaiboek', has('meta/dubbel'));
        const actions = async (range: Range, only: string[]) =>
            (await connection.sendRequest(CodeActionRequest.type, {
                textDocument,
                range,
                context: { diagnostics: found, only },
            })) as CodeAction[];
        const double = found.find((d) => d.code === 'meta/dubbel');
        const fixes = double ? await actions(double.range, [CodeActionKind.QuickFix]) : [];
        expect(fixes.filter((a) => a.diagnostics?.[0]?.code === 'meta/dubbel').map((a) => a.title)).toEqual([
            'Haal de tweede weg',
            'Maak er `A2` van',
            'Negeer `meta/dubbel` hier (geef daarna de reden)',
        ]);
        const start0 = { line: 0, character: 0 };
        const [all, ...others] = await actions({ start: start0, end: start0 }, [CodeActionKind.SourceFixAll]);
        expect(others).toEqual([]);
        expect(all?.kind).toBe('source.fixAll.draaiboek');
        const edits = all?.edit?.changes?.[textDocument.uri] ?? [];
        const before = TextDocument.create(textDocument.uri, 'draaiboek', 1, twice);
        // the double role goes and the word is mended; which role does the step a person decides
        expect(TextDocument.applyEdits(before, edits)).toBe(
            twice.replace('rol A\n  rol A', 'rol A').replace('stapp', 'stap'),
        );
    });

    test('completes, renames, lists and lays out', async () => {
        const { connection, open, change, uriOf } = await start();
        const textDocument = { uri: uriOf('protocol.draaiboek') };
        await open('protocol.draaiboek', RIGHT);
        // the server may answer before it has read the text that was opened; an editor asks again
        await vi.waitFor(
            async () => {
                const symbols = (await connection.sendRequest(DocumentSymbolRequest.type, {
                    textDocument,
                })) as DocumentSymbol[];
                expect(symbols[0]?.children?.[0]?.children?.map((s) => `${s.detail ?? ''} ${s.name}`)).toEqual([
                    'stap Begin',
                    'einde Klaar',
                ]);
            },
            { timeout: 120_000 },
        );
        const edit = await connection.sendRequest(RenameRequest.type, {
            textDocument,
            position: { line: 2, character: 10 },
            newName: 'Start',
        });
        expect(edit?.changes?.[textDocument.uri]).toHaveLength(1);
        await change('protocol.draaiboek', RIGHT.replace('    stap', ' stap'));
        const edits = await connection.sendRequest(DocumentFormattingRequest.type, {
            textDocument,
            options: { tabSize: 2, insertSpaces: true },
        });
        expect(edits).toEqual([
            { range: { start: { line: 2, character: 1 }, end: { line: 2, character: 1 } }, newText: '   ' },
        ]);
        await change('protocol.draaiboek', RIGHT.replace('    stap', '    st\n    stap'));
        const list = await connection.sendRequest(CompletionRequest.type, {
            textDocument,
            position: { line: 2, character: 6 },
        });
        expect((list as { items: CompletionItem[] }).items.map((i) => i.label)).toContain('stap');
    });

    test('checks all files of the folder, those that are not open too, but not those of packages', async () => {
        const files = { 'map/dieper/fout.draaiboek': MISSPELT, 'node_modules/x/y.draaiboek': MISSPELT };
        const { connection, diagnostics, known, uriOf } = await start({ files });
        await diagnostics('map/dieper/fout.draaiboek', says(NL));
        // answered once the whole folder has been read
        const found = await connection.sendRequest(WorkspaceSymbolRequest.type, { query: 'Begin' });
        expect(found?.map((s) => s.location.uri)).toEqual([uriOf('map/dieper/fout.draaiboek')]);
        expect(known('node_modules/x/y.draaiboek')).toBeUndefined();
    });

    test('says what to select around a position, and has lenses for a client that knows their commands', async () => {
        const { connection, initialized, open, diagnostics, uriOf } = await start({
            initializationOptions: { commands: true },
        });
        expect(initialized.capabilities).toMatchObject({
            selectionRangeProvider: true,
            codeLensProvider: { resolveProvider: false },
            documentOnTypeFormattingProvider: { firstTriggerCharacter: '}' },
        });
        await open('protocol.draaiboek', RIGHT);
        await diagnostics('protocol.draaiboek', () => true);
        const textDocument = { uri: uriOf('protocol.draaiboek') };
        const positions = [{ line: 0, character: 14 }];
        const ranges = await connection.sendRequest(SelectionRangeRequest.type, { textDocument, positions });
        expect(ranges?.[0]?.parent?.range.start).toEqual({ line: 0, character: 0 });
        const lenses = await connection.sendRequest(CodeLensRequest.type, { textDocument });
        expect(lenses?.map(({ command }) => command?.title)).toContain('Voorvertoning');
    });

    test('has the text of the built-in libraries, for editors that show what is in no file', async () => {
        const { connection, initialized } = await start({});
        expect(initialized.capabilities.workspace?.textDocumentContent).toEqual({ schemes: ['draaiboek'] });
        const answer = (uri: string) => connection.sendRequest(TextDocumentContentRequest.type, { uri });
        expect((await answer('draaiboek:/i-pass.draaiboek')).text).toContain('toetsingskader VijfOnderdelen');
        expect(await answer('draaiboek:/nee.draaiboek')).toBeNull();
    });

    test('takes the language from the settings of the editor, and follows when it is changed', async () => {
        const settings = { language: 'en' };
        const { connection, open, diagnostics } = await start({
            capabilities: { workspace: { configuration: true } },
            settings,
        });
        await open('protocol.draaiboek', MISSPELT);
        await diagnostics('protocol.draaiboek', says(EN));
        await connection.sendNotification(DidChangeConfigurationNotification.type, {
            settings: { draaiboek: { language: 'auto' } },
        });
        await diagnostics('protocol.draaiboek', says(NL));
    });

    test('takes the language from a client that gives it when it starts the server', async () => {
        const { open, diagnostics } = await start({ initializationOptions: { language: 'en' } });
        await open('protocol.draaiboek', MISSPELT);
        await diagnostics('protocol.draaiboek', says(EN));
    });

    test('follows draaiboek.json: a severity, when the file changes, and when it goes', async () => {
        const { connection, diagnostics, pathOf, uriOf } = await start({
            files: {
                'protocol.draaiboek': 'interventie X {\n rol A\n}\n',
                'draaiboek.json': '{ "rules": { "doel/hoofddoel": "off" } }',
            },
        });
        const changed = async (type: FileChangeType) => {
            await connection.sendNotification(DidChangeWatchedFilesNotification.type, {
                changes: [{ uri: uriOf('draaiboek.json'), type }],
            });
        };
        const first = await diagnostics('protocol.draaiboek', (d) => d.length > 0);
        expect(first.filter((d) => d.code === 'doel/hoofddoel')).toEqual([]);
        writeFileSync(pathOf('draaiboek.json'), '{ "language": "en" }');
        await changed(FileChangeType.Changed);
        const goal = (d: Diagnostic[]) => d.find((x) => x.code === 'doel/hoofddoel')?.message;
        const english = goal(await diagnostics('protocol.draaiboek', has('doel/hoofddoel')));
        rmSync(pathOf('draaiboek.json'));
        await changed(FileChangeType.Deleted);
        const dutch = goal(
            await diagnostics('protocol.draaiboek', (d) => goal(d) !== undefined && goal(d) !== english),
        );
        expect(dutch).toMatch(/doel/);
    });

    test('notices files that are made, changed and removed outside the editor', async () => {
        const { connection, diagnostics, pathOf, uriOf } = await start({
            files: { 'protocol.draaiboek': 'gebruik "netwerk.draaiboek"\ninterventie X { rol A van JGZ }\n' },
        });
        const broken = has('meta/verwijzing');
        await diagnostics('protocol.draaiboek', broken);
        writeFileSync(pathOf('netwerk.draaiboek'), 'organisatie JGZ\n');
        await connection.sendNotification(DidChangeWatchedFilesNotification.type, {
            changes: [{ uri: uriOf('netwerk.draaiboek'), type: FileChangeType.Created }],
        });
        await diagnostics('protocol.draaiboek', (d) => !broken(d));
        rmSync(pathOf('netwerk.draaiboek'));
        await connection.sendNotification(DidChangeWatchedFilesNotification.type, {
            changes: [{ uri: uriOf('netwerk.draaiboek'), type: FileChangeType.Deleted }],
        });
        await diagnostics('protocol.draaiboek', broken);
    });

    test('holds quotations to the text of their source, and again when that is made, changed and removed', async () => {
        const { connection, diagnostics, pathOf, uriOf } = await start({
            files: {
                'netwerk.draaiboek': 'bron Boek { bestand "bronnen/boek 1.txt" }\n',
                'protocol.draaiboek':
                    'gebruik "netwerk.draaiboek"\ninterventie X { duur 3 weken volgens Boek "drie weken" }\n',
            },
        });
        const told = (severity: number) => (found: Diagnostic[]) =>
            found.some((d) => d.code === 'meta/citaat' && d.severity === severity);
        const changed = async (type: FileChangeType, path: string) => {
            await connection.sendNotification(DidChangeWatchedFilesNotification.type, {
                changes: [{ uri: uriOf(path), type }],
            });
        };
        const INFO = 3;
        const WARNING = 2;
        await diagnostics('netwerk.draaiboek', told(INFO));
        mkdirSync(pathOf('bronnen'));
        writeFileSync(pathOf('bronnen/boek 1.txt'), 'Het duurt vier weken.');
        await changed(FileChangeType.Created, 'bronnen/boek 1.txt');
        await diagnostics('netwerk.draaiboek', (d) => !told(INFO)(d));
        await diagnostics('protocol.draaiboek', told(WARNING));
        writeFileSync(pathOf('bronnen/boek 1.txt'), 'Het duurt drie weken.');
        await changed(FileChangeType.Changed, 'bronnen/boek 1.txt');
        await diagnostics('protocol.draaiboek', (d) => !told(WARNING)(d));
        rmSync(pathOf('bronnen'), { recursive: true });
        await changed(FileChangeType.Deleted, 'bronnen');
        await diagnostics('netwerk.draaiboek', told(INFO));
    });

    test('what was typed and not saved is gone when the file is closed', async () => {
        const { connection, open, diagnostics, uriOf } = await start({ files: { 'protocol.draaiboek': RIGHT } });
        await open('protocol.draaiboek', MISSPELT);
        await diagnostics('protocol.draaiboek', says(NL));
        await connection.sendNotification(DidCloseTextDocumentNotification.type, {
            textDocument: { uri: uriOf('protocol.draaiboek') },
        });
        await diagnostics('protocol.draaiboek', (d) => !says(NL)(d));
    });

    test('checks a text that was never saved, and lives on when it is closed', async () => {
        const { connection, open, diagnostics } = await start();
        const uri = 'untitled:Untitled-1';
        await open(uri, MISSPELT);
        await diagnostics(uri, says(NL));
        await connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
        await diagnostics(uri, (d) => d.length === 0);
        await open('protocol.draaiboek', MISSPELT);
        await diagnostics('protocol.draaiboek', says(NL));
    });

    test('asks the client for files that are not on disk, as in a virtual workspace', async () => {
        const files: Readonly<Record<string, string>> = {
            'virtueel:/map/netwerk.draaiboek': 'organisatie Coöperatie\n',
            'virtueel:/map/protocol.draaiboek':
                'gebruik "netwerk.draaiboek"\ninterventie X { rol A van Coöperatie rol B van Weg }\n',
        };
        const { diagnostics, initialized } = await start({
            folder: 'virtueel:/map',
            initializationOptions: { files: true },
            prepare: (connection) => {
                connection.onRequest(READ_FILE, ({ uri }: { uri: string }) =>
                    Buffer.from(files[uri] ?? '').toString('base64'),
                );
                connection.onRequest(FILE_KIND, ({ uri }: { uri: string }) => (uri in files ? 'file' : 'nothing'));
                connection.onRequest(READ_FOLDER, () =>
                    ['netwerk', 'protocol'].map((name) => ({ name: `${name}.draaiboek`, kind: 'file' })),
                );
            },
        });
        expect(initialized.capabilities.renameProvider).toEqual({ prepareProvider: true });
        const found = await diagnostics('protocol.draaiboek', has('meta/verwijzing'));
        expect(messages(found.filter((d) => d.code === 'meta/verwijzing')).join()).toContain('Weg');
        expect(messages(found).join()).not.toContain('Coöperatie');
    });

    test('ends when it is told to, without complaint', async () => {
        const started = await start();
        client = undefined;
        expect(await started.stop()).toBe(0);
    });
});
