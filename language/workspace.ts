import { DocumentState, URI, type LangiumDocument } from 'langium';
import type { DraaiboekServices } from './draaiboek-module.js';
import type { ProtocolFile } from './generated/ast.js';
import type { FileModel } from './model/protocol.js';
import { importedDocuments, importUri } from './names/imports.js';

let unnamed = 0;

/**
 * Parses and links one text that is in no file.
 *
 * @param uri where it would be, for `gebruik`; made up when left out
 */
export async function parseText(
    services: DraaiboekServices,
    text: string,
    uri?: string,
): Promise<LangiumDocument<ProtocolFile>> {
    const target = URI.parse(uri ?? `memory:/text-${String(++unnamed)}.draaiboek`);
    const { LangiumDocuments, LangiumDocumentFactory } = services.shared.workspace;
    if (LangiumDocuments.hasDocument(target)) {
        await services.shared.workspace.DocumentBuilder.update([], [target]);
    }
    const document = LangiumDocumentFactory.fromString<ProtocolFile>(text, target);
    LangiumDocuments.addDocument(document);
    const loaded = await loadImports(services, [document]);
    await link(services, [document, ...loaded]);
    await services.sourceTexts.load(document);
    return document;
}

/**
 * Reads files with everything that they use (`gebruik`), directly and further on, and links them; and the texts of the
 * sources that they cite, where those name one (`bestand`).
 * A used file that cannot be read is left out: the rule `meta/verwijzing` reports the statement.
 *
 * @param uris the files, which must be readable
 * @returns the documents of these files, in their order, linked
 * @throws what the file system throws for a file of `uris` that cannot be read
 */
export async function loadFiles(
    services: DraaiboekServices,
    uris: readonly URI[],
): Promise<LangiumDocument<ProtocolFile>[]> {
    const documents: LangiumDocument<ProtocolFile>[] = [];
    for (const uri of uris) {
        const document = await services.shared.workspace.LangiumDocuments.getOrCreateDocument(uri);
        documents.push(document as LangiumDocument<ProtocolFile>);
    }
    const loaded = await loadImports(services, documents);
    await link(services, [...documents, ...loaded]);
    for (const document of documents) {
        await services.sourceTexts.load(document);
    }
    return documents;
}

/** The process model of a linked document; the same object until the document changes. */
export function modelOf(services: DraaiboekServices, document: LangiumDocument<ProtocolFile>): FileModel {
    return services.models.of(document);
}

async function loadImports(
    services: DraaiboekServices,
    documents: readonly LangiumDocument<ProtocolFile>[],
): Promise<LangiumDocument[]> {
    const { LangiumDocuments } = services.shared.workspace;
    const known = new Set(documents.map((d) => d.uri.toString()));
    const result: LangiumDocument[] = [];
    const queue: LangiumDocument<ProtocolFile>[] = [...documents];
    for (let document = queue.shift(); document; document = queue.shift()) {
        for (const statement of document.parseResult.value.imports) {
            const uri = importUri(document, statement);
            if (!uri || known.has(uri.toString())) {
                continue;
            }
            known.add(uri.toString());
            try {
                const imported = await LangiumDocuments.getOrCreateDocument(uri);
                result.push(imported);
                queue.push(imported as LangiumDocument<ProtocolFile>);
            } catch {
                // reported at the statement by meta/verwijzing
            }
        }
    }
    return result;
}

async function link(services: DraaiboekServices, documents: LangiumDocument[]): Promise<void> {
    const fresh = [...new Set(documents)].filter((d) => d.state < DocumentState.Linked);
    await services.shared.workspace.DocumentBuilder.build(fresh, { validation: false });
}

/** The models of the files that can speak about what stands in a document, and of all that those use. */
export function modelsAround(document: LangiumDocument, services: DraaiboekServices): FileModel[] {
    const speaking = services.shared.workspace.LangiumDocuments.all
        .map((other) => withAllThatItUses(other, services))
        .filter((used) => used.has(document))
        .toArray();
    const documents = new Set(speaking.flatMap((used) => [...used]));
    return [...documents].map((each) => modelOf(services, each as LangiumDocument<ProtocolFile>));
}

/** A document and all that it uses (`gebruik`), directly and further on. */
export function withAllThatItUses(
    document: LangiumDocument,
    services: DraaiboekServices,
): ReadonlySet<LangiumDocument> {
    const all = new Set([document]);
    for (const each of all) {
        importedDocuments(each, services.shared.workspace.LangiumDocuments).forEach((used) => all.add(used));
    }
    return all;
}
