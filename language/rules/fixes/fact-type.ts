import { AstUtils, type LangiumDocument } from 'langium';
import { Comparison, isComparison, isIntervention, type Intervention } from '../../generated/ast.js';
import { referencesHeldBy } from '../../names/held-references.js';

/**
 * The type of a fact that is not described yet, by what the conditions of the interventie compare it with: as it is
 * written behind its name, and `onbekend` where they do not say it or say different things.
 */
export function typeByUse(document: LangiumDocument, inside: Intervention, fact: string): string {
    const uses = comparisonsIn(document).get(inside)?.get(fact) ?? [];
    const types = new Set(uses.flatMap((test) => comparedWith(test) ?? []));
    const [only = 'onbekend', ...others] = types;
    return others.length > 0 ? 'onbekend' : only;
}

type Comparisons = ReadonlyMap<Intervention, ReadonlyMap<string, readonly Comparison[]>>;

/** From a document's references the comparisons with facts that are not described, kept as long as it is not linked anew. */
const byReferences = new WeakMap<readonly unknown[], Comparisons>();

function comparisonsIn(document: LangiumDocument): Comparisons {
    const { references } = document;
    let found = byReferences.get(references);
    if (!found) {
        const tests = referencesHeldBy(document, Comparison.$type).flatMap(({ reference, holder }) => {
            const test = reference.error && holder;
            const inside = isComparison(test) && AstUtils.getContainerOfType(test, isIntervention);
            return inside && isComparison(test) && test.fact === reference ? [{ inside, test }] : [];
        });
        found = new Map(
            [...Map.groupBy(tests, (t) => t.inside)].map(([inside, all]) => [
                inside,
                Map.groupBy(
                    all.map((t) => t.test),
                    (test) => test.fact.$refText,
                ),
            ]),
        );
        byReferences.set(references, found);
    }
    return found;
}

/** The type that a comparison asks of its fact; undefined where any fact fits. */
function comparedWith(test: Comparison): string | undefined {
    if (test.known || test.unknown) {
        return undefined;
    }
    if (test.number !== undefined) {
        return 'aantal';
    }
    if (test.date !== undefined) {
        return 'datum';
    }
    if (test.text !== undefined) {
        return 'tekst';
    }
    // which other values there are nobody said
    return test.value ? 'een van onbekend' : 'ja/nee';
}
