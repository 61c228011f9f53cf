import { AstUtils, isReference } from 'langium';
import {
    isDeadline,
    isEnd,
    isIntervention,
    isStartsAfter,
    isTarget,
    type Intervention,
    type Target,
} from '../../../generated/ast.js';
import type { DocumentContext } from '../../document-rule.js';
import { placeOfProperty } from '../../places.js';
import type { Report } from '../../rule.js';
import type { messages } from './verwijzing-texts.js';

/**
 * Whether a case stays in its own process: a follow-up may name the steps of what it continues, but a case that came here
 * cannot go to them.
 */
export function checkTargets({ document }: DocumentContext, report: Report<keyof typeof messages>): void {
    for (const intervention of document.parseResult.value.elements.filter(isIntervention)) {
        const own = refinedBy(intervention);
        if (![...own].some((i) => i.continues)) {
            continue; // no element of another process is in sight
        }
        for (const target of AstUtils.streamAllContents(intervention).filter(isTarget)) {
            const node = (target as Partial<Target>).node;
            const home = node?.ref && AstUtils.getContainerOfType(node.ref, isIntervention);
            if (node && home && !own.has(home)) {
                const at = placeOfProperty(document, target, 'node');
                report({ message: 'other-process', at, parameters: { name: node.$refText, other: home.name } });
            }
        }
    }
}

/** Whether what counts or begins after a moment does so after one at which a case goes on: an end is the last of all. */
export function checkMoments({ document }: DocumentContext, report: Report<keyof typeof messages>): void {
    for (const reference of document.references) {
        if (!isReference(reference) || !isEnd(reference.ref)) {
            continue;
        }
        const counted = reference.$refNode?.astNode;
        if (isDeadline(counted) || isStartsAfter(counted)) {
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
