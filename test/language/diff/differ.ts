import { compare, type Comparison } from '../../../language/diff/compare.js';
import type { FileModel, Place } from '../../../language/model/protocol.js';
import { modelOf } from '../../../language/workspace.js';
import { link, services } from '../support/language.js';

/** A text as one side of a comparison. */
export interface ReadSide {
    readonly model: FileModel;
    readonly textAt: (place: Place) => string | undefined;
}

export async function readSide(text: string): Promise<ReadSide> {
    const document = await link(text);
    const { textDocument } = document;
    return {
        model: modelOf(services(), document),
        textAt: ({ file, range }) => (file === document.uri.toString() ? textDocument.getText(range) : undefined),
    };
}

/** What differs between two texts. */
export async function differ(old: string, now: string): Promise<Comparison> {
    const [a, b] = [await readSide(old), await readSide(now)];
    return compare({ files: [a.model] }, { files: [b.model] }, { oldText: a.textAt, newText: b.textAt });
}
