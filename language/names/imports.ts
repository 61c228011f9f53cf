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

/** How a `gebruik` in one file names another: a path from the folder of the first, or the name of a library. */
export function importPath(from: URI, other: URI): string {
    const library = libraryAt(other);
    if (library) {
        return pathOfLibrary(library);
    }
    return other.scheme === from.scheme
        ? UriUtils.relative(UriUtils.dirname(from), other)
        : decodeURIComponent(other.toString());
}

/** How places are written in what is made of a file: as a `gebruik` there names theirs, wherever it is made. */
export function pathsFrom(file: string): (other: string) => string {
    const from = URI.parse(file);
    return (other) => importPath(from, URI.parse(other));
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
