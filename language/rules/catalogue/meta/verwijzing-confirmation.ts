import { AstUtils, type AstNode } from 'langium';
import { isAssignment, isDuring } from '../../../generated/ast.js';
import type { Place } from '../../../model/protocol.js';
import { replacement } from '../../fixes/replace.js';
import { placeOfCst } from '../../places.js';
import type { Report } from '../../rule.js';

/** The statement in a handover; many take it for something that becomes known in a case. */
const CONFIRMATION = 'bevestiging';

/**
 * `bij NaarWijkteam: bevestiging is nee`: that a confirmation stays out is said in another way.
 *
 * @returns whether that is the mistake
 */
export function checkConfirmation(container: AstNode, name: string, report: Report<'confirmation'>): boolean {
    const during = AstUtils.getContainerOfType(container, isDuring);
    if (name !== CONFIRMATION || !isAssignment(container) || !during || !container.$cstNode) {
        return false;
    }
    const at: Place = placeOfCst(AstUtils.getDocument(container), container.$cstNode);
    report({
        message: 'confirmation',
        at,
        parameters: { place: during.node.$refText },
        fixes: container.no ? [replacement(at, 'termijn verstrijkt')] : [],
    });
    return true;
}
