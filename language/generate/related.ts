import type { FileModel, Protocol } from '../model/protocol.js';
import type { GenerateOptions } from './generator.js';

/**
 * What is about an interventie in all files that were read: its reviews, the frameworks that those use, its cases.
 * In the order of the files and of the text; a framework that several files make visible counts once.
 */
export function relatedTo(protocol: Pick<Protocol, 'name'>, files: readonly FileModel[]): GenerateOptions['related'] {
    const reviews = files.flatMap((f) => f.reviews).filter((r) => r.intervention.name === protocol.name);
    const used = new Set(reviews.map((r) => r.framework.name));
    const frameworks = files.flatMap((f) => f.frameworks).filter((f) => used.has(f.name));
    return {
        reviews,
        frameworks: frameworks.filter((f, i) => frameworks.findIndex((g) => g.name === f.name) === i),
        scenarios: files.flatMap((f) => f.scenarios).filter((s) => s.intervention.name === protocol.name),
    };
}
