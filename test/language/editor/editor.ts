/** An editor without a screen: files in memory, a cursor in a text, and what each service answers there. */
import { URI, UriUtils, type FileSystemNode, type FileSystemProvider, type LangiumDocument } from 'langium';
import { replaceIndices } from 'langium/test';
import { TextDocument } from 'langium';
import type { Position, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { createDraaiboekLspServices } from '../../../language/editor/lsp-module.js';
import type { DraaiboekLspServices } from '../../../language/editor/lsp-services.js';
import type { ProtocolFile } from '../../../language/generated/ast.js';

export const FOLDER = 'memory:/map';

/** One text with marks: `<|>` is a cursor, `<|…|>` a range. */
export interface Marked {
    readonly text: string;
    readonly cursors: readonly Position[];
    readonly ranges: readonly Range[];
}

export interface Editor {
    readonly services: DraaiboekLspServices;
    readonly document: LangiumDocument<ProtocolFile>;
    readonly marked: Marked;
    /** the first cursor */
    readonly cursor: Position;
    readonly params: { readonly textDocument: { readonly uri: string }; readonly position: Position };
    /** a document by the name of its file */
    readonly other: (name: string) => LangiumDocument<ProtocolFile>;
    /** the files in memory: change them and report them with {@link Editor.changed} */
    readonly files: Map<string, string>;
    readonly changed: (names: readonly string[], deleted?: readonly string[]) => Promise<void>;
}

/** The URI of a file by its name, or by its path from the folder that is open: `../elders/x.draaiboek`. */
export const uriOf = (name: string): string => UriUtils.resolvePath(URI.parse(FOLDER), name).toString();

/**
 * Opens a folder of files in memory, with the cursor in the first.
 *
 * @param main the text of `protocol.draaiboek`, with marks
 * @param others further files by name
 */
export async function open(main: string, others: Readonly<Record<string, string>> = {}): Promise<Editor> {
    const marked = mark(main);
    const files = new Map(Object.entries({ 'protocol.draaiboek': marked.text, ...others }));
    const { shared, Draaiboek: services } = createDraaiboekLspServices({ fileSystemProvider: () => inMemory(files) });
    const folders = [{ name: 'map', uri: FOLDER }];
    shared.workspace.WorkspaceManager.initialize({ workspaceFolders: folders } as never);
    await shared.workspace.ConfigurationProvider.initialized({});
    await shared.workspace.WorkspaceManager.initialized({});
    const other = (name: string) => {
        const document = shared.workspace.LangiumDocuments.getDocument(URI.parse(uriOf(name)));
        if (!document) {
            throw new Error(`${name} is not loaded.`);
        }
        return document as LangiumDocument<ProtocolFile>;
    };
    const document = other('protocol.draaiboek');
    const cursor = marked.cursors[0] ?? { line: 0, character: 0 };
    const uris = (names: readonly string[]) => names.map((name) => URI.parse(uriOf(name)));
    return {
        services,
        document,
        marked,
        cursor,
        params: { textDocument: { uri: document.uri.toString() }, position: cursor },
        other,
        files,
        changed: (names, deleted = []) => shared.workspace.DocumentBuilder.update(uris(names), uris(deleted)),
    };
}

/** The texts of the files that an edit changes, by name. */
export function applied({ services }: Editor, edit: WorkspaceEdit | undefined): Record<string, string> {
    const texts: Record<string, string> = {};
    for (const [uri, edits] of Object.entries(edit?.changes ?? {})) {
        texts[UriUtils.basename(URI.parse(uri))] = appliedTo(services, uri, edits);
    }
    return texts;
}

export function appliedTo(services: DraaiboekLspServices, uri: string, edits: TextEdit[]): string {
    const document = services.shared.workspace.LangiumDocuments.getDocument(URI.parse(uri));
    if (!document) {
        throw new Error(`${uri} is not loaded.`);
    }
    return TextDocument.applyEdits(document.textDocument, edits);
}

/** The text in a range. */
export function textAt(document: LangiumDocument, range: Range): string {
    return document.textDocument.getText(range);
}

function mark(marked: string): Marked {
    const { output, indices, ranges } = replaceIndices({ text: marked });
    const document = TextDocument.create('memory:/marked', 'draaiboek', 0, output);
    const at = (offset: number) => document.positionAt(offset);
    return {
        text: output,
        cursors: indices.map(at),
        ranges: ranges.map(([start, end]) => ({ start: at(start), end: at(end) })),
    };
}

/** A folder of files in memory, by their names. */
export function inMemory(files: ReadonlyMap<string, string>): FileSystemProvider {
    const nodeOf = (uri: URI): FileSystemNode => {
        const name = nameOf(uri);
        const isFile = files.has(name);
        if (!isFile && name !== '' && ![...files.keys()].some((other) => other.startsWith(`${name}/`))) {
            throw new Error(`There is no ${uri.toString()}.`);
        }
        return { uri, isFile, isDirectory: !isFile };
    };
    const read = (uri: URI): string => {
        const text = files.get(nameOf(uri));
        if (text === undefined) {
            throw new Error(`There is no ${uri.toString()}.`);
        }
        return text;
    };
    const list = (uri: URI): FileSystemNode[] => {
        const inside = nameOf(uri) === '' ? '' : `${nameOf(uri)}/`;
        const names = [...files.keys()].filter((name) => name.startsWith(inside) && !name.startsWith('..'));
        const children = new Set(names.map((name) => inside + (name.slice(inside.length).split('/')[0] ?? '')));
        return [...children].map((name) => nodeOf(URI.parse(uriOf(name))));
    };
    return {
        stat: (uri) => promised(() => nodeOf(uri)),
        statSync: nodeOf,
        exists: (uri) => Promise.resolve(files.has(nameOf(uri))),
        existsSync: (uri) => files.has(nameOf(uri)),
        readBinary: (uri) => promised(() => new TextEncoder().encode(read(uri))),
        readBinarySync: (uri) => new TextEncoder().encode(read(uri)),
        readFile: (uri) => promised(() => read(uri)),
        readFileSync: read,
        readDirectory: (uri) => promised(() => list(uri)),
        readDirectorySync: list,
    };
}

/** The inverse of {@link uriOf}. */
function nameOf(uri: URI): string {
    return uri.toString() === FOLDER ? '' : UriUtils.relative(URI.parse(FOLDER), uri);
}

function promised<T>(run: () => T): Promise<T> {
    return new Promise((resolve) => {
        resolve(run());
    });
}
