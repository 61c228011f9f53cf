import type { LangiumDocument } from 'langium';
import type { DraaiboekServices } from '../draaiboek-module.js';
import type { ProtocolFile } from '../generated/ast.js';
import type { FileModel, Protocol } from '../model/protocol.js';
import { hasUnread } from '../model/unread.js';
import { libraryAt } from '../names/libraries.js';
import { findingsOf } from '../rules/check.js';
import { modelOf, modelsAround, withAllThatItUses } from '../workspace.js';
import { folderNames } from './folders.js';
import type { Related } from './generator.js';
import { relatedTo } from './related.js';

/** One interventie to make output from. */
export interface InterventionWork {
    readonly protocol: Protocol;
    readonly model: FileModel;
    /** the folder of its output, from the folder for all output */
    readonly folder: string;
    readonly related: Related;
    /** how many findings of severity fout its file has, and the files that it uses */
    readonly errors: number;
    /** whether the file holds text that could not be read */
    readonly unread: boolean;
}

/** The interventies of files, each with the file that it stands in. */
export function workIn<File extends { readonly document: LangiumDocument<ProtocolFile> }>(
    files: readonly File[],
    services: DraaiboekServices,
): (InterventionWork & { readonly file: File })[] {
    const found = files.flatMap((file) => {
        const model = modelOf(services, file.document);
        return model.interventions.map((protocol) => ({ protocol, model, file }));
    });
    const folders = folderNames(
        found.map(({ protocol, file }) => ({ name: protocol.name, path: file.document.uri.path })),
    );
    const errors = errorCounter(services);
    return found.map((one, index) => ({
        ...one,
        folder: folders[index] ?? '',
        related: relatedTo(one.protocol, modelsAround(one.file.document, services)),
        errors: errors(one.file.document),
        unread: hasUnread(one.file.document.parseResult),
    }));
}

/** Counts the errors of a document and of all files that it uses; each is checked once. */
function errorCounter(services: DraaiboekServices): (document: LangiumDocument) => number {
    const counts = new Map<LangiumDocument, number>();
    return (document) => {
        let sum = 0;
        for (const each of [...withAllThatItUses(document, services)].filter(({ uri }) => !libraryAt(uri))) {
            const count =
                counts.get(each) ??
                findingsOf(each as LangiumDocument<ProtocolFile>, services).filter((f) => f.severity === 'error')
                    .length;
            counts.set(each, count);
            sum += count;
        }
        return sum;
    };
}
