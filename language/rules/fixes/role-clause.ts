import type { LangiumDocument } from 'langium';
import { isDirects, isRole } from '../../generated/ast.js';
import type { Role } from '../../model/protocol.js';
import type { Fix, TextEdit } from '../finding.js';
import { placeOfCst } from '../places.js';
import { lastOf, nodeAt } from './nodes.js';
import { removalFromList } from './remove.js';
import { addedBehind } from './replace.js';

/** A fix that says something of a role in its head: `is cliënt`, `voert regie`; none for a role of another file. */
export function addClause(document: LangiumDocument, role: Role, clause: string): readonly Fix[] {
    const node = nodeAt(document, role.nameAt, isRole);
    const at = node && lastOf(document, node, ['name', 'title', 'clauses']);
    const title = {
        nl: `Zet \`${clause}\` bij rol \`${role.name}\``,
        en: `Put \`${clause}\` at role \`${role.name}\``,
    };
    return at ? [addedBehind(at, (node.clauses.length > 0 ? ', ' : '') + clause, title)] : [];
}

/** The edits that take `voert regie` away from a role; undefined where it stands in another file. */
export function withoutDirection(document: LangiumDocument, role: Role): readonly TextEdit[] | undefined {
    const node = nodeAt(document, role.nameAt, isRole);
    const clauses = node?.clauses.filter(isDirects) ?? [];
    return clauses.length === 0
        ? undefined
        : clauses.flatMap((c) => (c.$cstNode ? [removalFromList(document, placeOfCst(document, c.$cstNode))] : []));
}
