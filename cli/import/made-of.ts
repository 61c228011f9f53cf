import { basename, extname } from 'node:path';
import type { GenerateOptions, OutputFile } from '../../language/generate/generator.js';
import { GENERATORS } from '../../language/generate/registry.js';
import type { InterventionWork } from '../../language/generate/work.js';
import { placeKey, withoutBroughtBack } from '../../language/import/back.js';
import type { ImportedDocument } from '../../language/import/blocks.js';
import { linesOf } from '../../language/import/lines.js';
import { parseDate } from '../../language/model/values.js';
import type { Bilingual } from '../../language/text/bilingual.js';
import { readBytes } from './read.js';

/** A document as it is made of a protocol now, to lay beside one that came back. */
export interface Made {
    /** what kind of document it is */
    readonly title: Bilingual;
    readonly document: ImportedDocument;
    /** from each place in it to the name of its element, see {@link placeKey} */
    readonly elements: ReadonlyMap<string, string>;
    /** how many of the lines that came back it has, from 0 to 1 */
    readonly likeness: number;
}

/**
 * Finds out which document somebody got by making all that it can be, and gives the one that is most like it.
 *
 * @param path the file that came back
 * @returns undefined where none has a line of it
 */
export async function madeOf(
    received: ImportedDocument,
    path: string,
    work: InterventionWork,
    options: Omit<GenerateOptions, 'file' | 'related' | 'forced' | 'unread' | 'date' | 'toPng'>,
): Promise<Made | undefined> {
    const lines = new Set(linesOf(received.blocks).map((l) => l.plain));
    const date = dateIn([...lines]);
    const [protocol, related] = withoutBroughtBack(
        [work.protocol, work.related] as const,
        received.comments,
        basename(path),
    );
    let best: Made | undefined;
    for (const generator of GENERATORS.filter((g) => !g.refusesOnError && g.readsNames === true)) {
        const output = generator.generate(protocol, {
            ...options,
            file: work.model,
            related,
            forced: work.errors > 0,
            unread: work.unread,
            ...(date === undefined ? {} : { date }),
            // only what stands beside a picture is read
            toPng: () => new Uint8Array(),
        });
        for (const file of output.files.filter((f) => extname(f.path) === extname(path).toLowerCase())) {
            const document = await readBytes(bytesOf(file), file.path, file.path);
            const own = new Set(linesOf(document.blocks).map((l) => l.plain));
            const likeness = [...lines].filter((l) => own.has(l)).length / Math.max(1, lines.size, own.size);
            if (likeness > (best?.likeness ?? 0)) {
                const elements = new Map(output.trace.map(({ id, element }) => [placeKey(id), element]));
                best = { title: generator.title, document, elements, likeness };
            }
        }
    }
    return best;
}

function bytesOf({ content }: OutputFile): Uint8Array {
    return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

/** The day on which it was made, as it says itself. */
function dateIn(lines: readonly string[]): string | undefined {
    const said = lines.map((l) => /\b(?:gemaakt op|made on) (\d{1,2} \p{L}+ \d{4})/u.exec(l)?.[1]).find((d) => d);
    return said === undefined ? undefined : parseDate(said);
}
