import { AstUtils, isReference } from 'langium';
import {
    Deadline,
    isDeadline,
    isEnd,
    isIntervention,
    isStartsAfter,
    isTarget,
    StartsAfter,
    Target,
    type Intervention,
} from '../../../generated/ast.js';
import { referencesHeldBy } from '../../../names/held-references.js';
import type { DocumentContext } from '../../document-rule.js';
import { placeOfProperty } from '../../places.js';
import type { Report } from '../../rule.js';
import type { messages } from './verwijzing-texts.js';

/**
 * Whether a case stays in its own process: a follow-up may name the steps of what it continues, but a case that came here
 * cannot go to them.
 */
export function checkTargets({ document }: DocumentContext, report: Report<keyof typeof messages>): void {
    const follows = document.parseResult.value.elements
        .filter(isIntervention)
        .map((intervention) => [intervention, refinedBy(intervention)] as const)
        .filter(([, own]) => [...own].some((i) => i.continues));
    if (follows.length === 0) {
        return; // no element of another process is in sight
    }
    const processOf = new Map(follows);
    for (const { reference, holder: target } of referencesHeldBy(document, Target.$type)) {
        if (!isReference(reference) || !reference.ref || !isTarget(target)) {
            continue;
        }
        const here = AstUtils.getContainerOfType(target, isIntervention);
        const home = AstUtils.getContainerOfType(reference.ref, isIntervention);
        const own = here && processOf.get(here);
        if (own && home && !own.has(home)) {
            const at = placeOfProperty(document, target, 'node');
            report({ message: 'other-process', at, parameters: { name: reference.$refText, other: home.name } });
        }
    }
}

/** Whether what counts or begins after a moment does so after one at which a case goes on: an end is the last of all. */
export function checkMoments({ document }: DocumentContext, report: Report<keyof typeof messages>): void {
    const counting = [Deadline, StartsAfter].flatMap(({ $type }) => referencesHeldBy(document, $type));
    for (const { reference, holder: counted } of counting) {
        if (isReference(reference) && isEnd(reference.ref) && (isDeadline(counted) || isStartsAfter(counted))) {
            const property = counted.after === reference ? 'after' : 'begin';
            const at = placeOfProperty(document, counted, property);
            report({ message: 'after-end', at, parameters: { name: reference.$refText } });
        }
    }
}

/** An interventie with what it works out, whose process is its own. */
function refinedBy(intervention: Intervention): ReadonlySet<Intervention> {
    const result = new Set<Intervention>();
    for (let next: Intervention | undefined = intervention; next && !result.has(next); next = next.refines?.ref) {
        result.add(next);
    }
    return result;
}
