import type { LangiumDocument } from 'langium';
import type { DraaiboekServices } from '../draaiboek-module.js';
import { isProtocolFile, type ProtocolFile } from '../generated/ast.js';
import type { FileModel } from '../model/protocol.js';

/**
 * What a reference leads to, from the model of the file in which that stands: this one or another.
 *
 * @param node of the top level of a file
 * @param list where the model has elements of its kind
 * @returns undefined without a node
 */
export function elementIn<T extends { readonly name: string }>(
    node: { readonly name: string; readonly $container?: unknown } | undefined,
    list: (model: FileModel) => readonly T[],
    services: DraaiboekServices,
): T | undefined {
    const root = isProtocolFile(node?.$container) ? node.$container : undefined;
    const document = root?.$document as LangiumDocument<ProtocolFile> | undefined;
    return document && list(services.models.of(document)).find((e) => e.name === node?.name);
}
