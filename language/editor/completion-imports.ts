import type { LangiumDocument } from 'langium';
import { CompletionItemKind, TextEdit, type CompletionItem, type Position } from 'vscode-languageserver';
import { importPath } from '../names/imports.js';
import { LIBRARIES, libraryAt, pathOfLibrary } from '../names/libraries.js';
import type { DraaiboekLspServices } from './lsp-services.js';

/**
 * What may stand between the quotes of a `gebruik`: the built-in libraries and the files that are loaded.
 *
 * @returns undefined where the cursor is not there
 */
export function importPaths(
    document: LangiumDocument,
    position: Position,
    services: DraaiboekLspServices,
): CompletionItem[] | undefined {
    const { line, character } = position;
    const text = document.textDocument.getText({
        start: { line, character: 0 },
        end: { line: line + 1, character: 0 },
    });
    const before = /^\s*gebruik\s+["“”„](?<path>[^"“”„]*)$/.exec(text.slice(0, character))?.groups?.['path'];
    if (before === undefined) {
        return undefined;
    }
    const rest = /^[^"“”„\r\n]*(?=["“”„])/.exec(text.slice(character))?.[0] ?? '';
    const range = {
        start: { line, character: character - before.length },
        end: { line, character: character + rest.length },
    };
    const item = (path: string, rank: string, detail?: string): CompletionItem => ({
        label: path,
        kind: CompletionItemKind.File,
        sortText: rank + path,
        ...(detail === undefined ? {} : { detail }),
        textEdit: TextEdit.replace(range, path),
    });
    const { language } = services.settings.settingsFor(document.uri.toString());
    const files = services.shared.workspace.LangiumDocuments.all.filter((d) => d !== document && !libraryAt(d.uri));
    return [
        ...files.map((other) => item(importPath(document.uri, other.uri), '1')),
        ...LIBRARIES.map((library) => item(pathOfLibrary(library), '2', library.title[language])),
    ];
}
