import { UriUtils, URI, type LangiumDocument, type LangiumDocuments } from 'langium';
import type { Import, ProtocolFile } from '../generated/ast.js';

/**
 * The URI that a `gebruik` names, relative to the file that it stands in; undefined when the path is empty. A path with a
 * scheme is that URI; `draaiboek:` is kept for built-in libraries, of which there are none.
 */
export function importUri(document: LangiumDocument, statement: Import): URI | undefined {
    // a broken statement may have no path, whatever its type says
    const path = (statement as Partial<Import>).path?.trim();
    return path === undefined || path === '' ? undefined : resolvePath(document, path);
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
