import type { LangiumDocument } from 'langium';
import type { DraaiboekServices } from '../../language/draaiboek-module.js';
import type { ProtocolFile } from '../../language/generated/ast.js';
import type { GenerateOptions } from '../../language/generate/generator.js';
import { relatedTo } from '../../language/generate/related.js';
import type { FileModel, Protocol } from '../../language/model/protocol.js';
import { hasUnread } from '../../language/model/unread.js';
import { libraryAt } from '../../language/names/libraries.js';
import { findingsOf } from '../../language/rules/check.js';
import { modelOf, modelsAround, withAllThatItUses } from '../../language/workspace.js';
import type { Project, ProjectFile } from '../project.js';
import { folderNames } from './folders.js';

/** One interventie to make output from. */
export interface Work {
    readonly protocol: Protocol;
    readonly model: FileModel;
    readonly file: ProjectFile;
    /** the folder of its output, from the folder for all output */
    readonly folder: string;
    readonly related: GenerateOptions['related'];
    /** how many findings of severity fout its file has, and the files that it uses */
    readonly errors: number;
    /** whether the file holds text that could not be read */
    readonly unread: boolean;
}

/** The interventies of the files that the user named. */
export function workOf({ files, services }: Project): Work[] {
    const found = files.flatMap((file) => {
        const model = modelOf(services, file.document);
        return model.interventions.map((protocol) => ({ protocol, model, file }));
    });
    const folders = folderNames(found.map(({ protocol, file }) => ({ name: protocol.name, path: file.path })));
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
