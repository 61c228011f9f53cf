import type { LangiumDocument } from 'langium';
import type { DraaiboekServices } from '../draaiboek-module.js';
import type { ProtocolFile } from '../generated/ast.js';
import { relatedTo } from '../generate/related.js';
import type { Protocol } from '../model/protocol.js';
import { indicatorsOf } from '../model/queries.js';
import type { Framework, Review } from '../model/review.js';
import { importedDocuments } from '../names/imports.js';
import { reviewsOf } from '../rules/reviewed.js';
import { modelOf, modelsAround } from '../workspace.js';

/** An interventie and a framework, with the reviews that hold the one against the other. */
export interface Held {
    readonly protocol: Protocol;
    readonly framework: Framework;
    readonly reviews: readonly Review[];
}

/**
 * Each interventie of a file, and each that a review in it is about, with each framework that it is held against: by a
 * review in any file that was read, or since the framework has `toets`en and stands in the file or in one that it uses.
 */
export function heldAgainst(document: LangiumDocument<ProtocolFile>, services: DraaiboekServices): Held[] {
    const all: (Held & { readonly reviews: Review[] })[] = [];
    const add = (protocol: Protocol, framework: Framework, review?: Review) => {
        const known = all.find(
            (h) =>
                h.protocol === protocol &&
                h.framework.at.file === framework.at.file &&
                h.framework.name === framework.name,
        );
        const held = known ?? { protocol, framework, reviews: [] };
        if (!known) {
            all.push(held);
        }
        if (review && !held.reviews.includes(review)) {
            held.reviews.push(review);
        }
    };
    const models = modelsAround(document, services);
    const near = importedDocuments(document, services.shared.workspace.LangiumDocuments);
    const frameworks = [document, ...near].flatMap(
        (d) => modelOf(services, d as LangiumDocument<ProtocolFile>).frameworks,
    );
    for (const protocol of modelOf(services, document).interventions) {
        const related = relatedTo(protocol, models);
        for (const review of related.reviews) {
            const framework = related.frameworks.find(({ name }) => name === review.framework.name);
            if (framework) {
                add(protocol, framework, review);
            }
        }
        frameworks.filter(hasQueries).forEach((framework) => {
            add(protocol, framework);
        });
    }
    for (const { review, protocol, framework } of reviewsOf(document, services)) {
        if (protocol && framework) {
            add(protocol, framework, review);
        }
    }
    return all;
}

function hasQueries(framework: Framework): boolean {
    return indicatorsOf(framework).some((i) => i.queries.length > 0);
}
