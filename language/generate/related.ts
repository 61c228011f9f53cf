import type { FileModel, Named, Protocol, Ref } from '../model/protocol.js';
import type { Related } from './generator.js';
import { predecessorsOf } from './predecessors.js';

/**
 * What is about an interventie in all files that were read: its reviews, the frameworks that those use, its cases, what
 * it continues or works out, and the shared elements of the files that these stand in, which they may cite. In the order of the files and of the text;
 * what several files make visible counts once.
 */
export function relatedTo(
    protocol: Pick<Protocol, 'name' | 'continues' | 'refines'>,
    files: readonly FileModel[],
): Related {
    const isAbout = ({ intervention }: { readonly intervention: Ref }) => intervention.name === protocol.name;
    const reviews = files.flatMap((f) => f.reviews).filter(isAbout);
    const used = new Set(reviews.map((r) => r.framework.name));
    const refined = files.flatMap((f) => f.interventions).find((p) => p.name === protocol.refines?.name);
    const isUsed = ({ name }: Named) => used.has(name);
    const speaking = files.filter(
        (f) => f.reviews.some(isAbout) || f.frameworks.some(isUsed) || f.scenarios.some(isAbout),
    );
    return {
        reviews,
        frameworks: once(files.flatMap((f) => f.frameworks).filter(isUsed)),
        scenarios: files.flatMap((f) => f.scenarios).filter(isAbout),
        predecessors: predecessorsOf(protocol, files),
        ...(refined ? { refined } : {}),
        refinements: files.flatMap((f) => f.interventions).filter((p) => p.refines?.name === protocol.name),
        others: files.flatMap((f) =>
            [...f.interventions, ...f.reviews, ...f.frameworks].map(({ name, title }) =>
                title === undefined ? { name } : { name, title },
            ),
        ),
        shared: {
            sources: once(speaking.flatMap((f) => f.sources)),
            concepts: once(speaking.flatMap((f) => f.concepts)),
            organisations: once(speaking.flatMap((f) => f.organisations)),
            roles: once(speaking.flatMap((f) => f.roles)),
        },
    };
}

/** The first of each name. */
function once<T extends Named>(elements: readonly T[]): T[] {
    const seen = new Set<string>();
    return elements.filter(({ name }) => {
        const isNew = !seen.has(name);
        seen.add(name);
        return isNew;
    });
}
