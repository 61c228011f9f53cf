import { UriUtils, URI, type LangiumDocument, type LangiumDocuments } from 'langium';
import type { Import, ProtocolFile } from '../generated/ast.js';
import { libraryAt, libraryUri, namesLibrary, pathOfLibrary } from './libraries.js';

/**
 * The URI that a `gebruik` names, relative to the file that it stands in; undefined when the path is empty. `draaiboek:`
 * names a built-in library (libraries.ts); any other path with a scheme is that URI.
 */
export function importUri(document: LangiumDocument, statement: Import): URI | undefined {
    // a broken statement may have no path, whatever its type says
    const path = (statement as Partial<Import>).path?.trim();
    if (path === undefined || path === '') {
        return undefined;
    }
    return namesLibrary(path) ? libraryUri(path) : resolvePath(document, path);
}

/** How a `gebruik` in one file names another. */
export function importPath(document: LangiumDocument, other: LangiumDocument): string {
    const library = libraryAt(other.uri);
    if (library) {
        return pathOfLibrary(library);
    }
    return other.uri.scheme === document.uri.scheme
        ? UriUtils.relative(UriUtils.dirname(document.uri), other.uri)
        : decodeURIComponent(other.uri.toString());
}

/** The URI of a path that a text names, relative to the file that it stands in; one with a scheme is a URI itself. */
export function resolvePath(document: LangiumDocument, path: string): URI {
    if (/^[a-z]+:/.test(path) && !/^[a-z]:[\\/]/i.test(path)) {
        return URI.parse(path);
    }
    return UriUtils.resolvePath(UriUtils.dirname(document.uri), path.replaceAll('\\', '/'));
}

/** The documents that a file names with `gebruik`, without itself and without those that are not loaded. */
export function importedDocuments(document: LangiumDocument, documents: LangiumDocuments): LangiumDocument[] {
    const result = new Map<string, LangiumDocument>();
    for (const statement of (document.parseResult.value as ProtocolFile).imports) {
        const uri = importUri(document, statement);
        const imported = uri && documents.getDocument(uri);
        if (imported && imported !== document) {
            result.set(imported.uri.toString(), imported);
        }
    }
    return [...result.values()];
}
