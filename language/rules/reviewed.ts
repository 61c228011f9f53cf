import type { LangiumDocument } from 'langium';
import type { DraaiboekServices } from '../draaiboek-module.js';
import { isReview, type ProtocolFile } from '../generated/ast.js';
import { queriesOn, type QueryResult } from '../analysis/queries.js';
import { indicatorsOf } from '../model/queries.js';
import type { Protocol } from '../model/protocol.js';
import type { Framework, Review, ReviewFinding } from '../model/review.js';
import { elementIn } from './element-in.js';

/** A review with what it is about and by which framework, from its own file or from others. */
export interface Reviewed {
    readonly review: Review;
    readonly protocol?: Protocol;
    readonly framework?: Framework;
}

/** The reviews of a file, in the order of the text. */
export function reviewsOf(document: LangiumDocument<ProtocolFile>, services: DraaiboekServices): readonly Reviewed[] {
    const nodes = document.parseResult.value.elements.filter(isReview);
    return services.models.of(document).reviews.map((review, index) => {
        const node = nodes[index];
        const protocol = elementIn(node?.intervention?.ref, (m) => m.interventions, services);
        const framework = elementIn(node?.framework?.ref, (m) => m.frameworks, services);
        return { review, ...(protocol ? { protocol } : {}), ...(framework ? { framework } : {}) };
    });
}

/** Whether a finding gives a verdict of its framework; of one by another name nobody knows what it says. */
export function hasKnownVerdict({ verdict }: ReviewFinding, { framework }: Reviewed): boolean {
    return verdict !== undefined && framework?.verdicts.some((v) => v.name === verdict.name) === true;
}

interface Evaluated extends Reviewed {
    readonly results: ReadonlyMap<string, readonly QueryResult[]>;
}

const evaluated = new WeakMap<Review, Evaluated>();

/** For each indicator that has a `toets` what it finds in the protocol that a review is about: once for each version. */
export function queryResults(reviewed: Reviewed): ReadonlyMap<string, readonly QueryResult[]> {
    const { review, protocol, framework } = reviewed;
    let known = evaluated.get(review);
    if (known?.protocol !== protocol || known?.framework !== framework || known === undefined) {
        known = { ...reviewed, results: protocol && framework ? resultsOf(protocol, framework) : new Map() };
        evaluated.set(review, known);
    }
    return known.results;
}

function resultsOf(protocol: Protocol, framework: Framework): ReadonlyMap<string, readonly QueryResult[]> {
    const evaluate = queriesOn(protocol);
    return new Map(
        indicatorsOf(framework)
            .filter((i) => i.queries.length > 0)
            .map((i) => [i.name, i.queries.map(evaluate)]),
    );
}
