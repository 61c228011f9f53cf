import { AstUtils, type AstNode, type LangiumDocument } from 'langium';
import { isIntervention, isOfOrganisation, isProtocolFile, isRole, type Organisation } from '../../../generated/ast.js';
import type { Place } from '../../../model/protocol.js';
import type { Fix } from '../../finding.js';
import { beforeUse } from '../../fixes/declare.js';
import { freeName } from '../../fixes/free-name.js';
import { replacement, written } from '../../fixes/replace.js';
import { placeOfProperty } from '../../places.js';
import type { Report } from '../../rule.js';
import type { messages } from './verwijzing-texts.js';

/** How many roles of an organisation are offered. */
const MOST_OFFERED = 3;

/**
 * Says of an organisation that stands where a role does it (`door Wijkteam`) how to write who of it does: a role of that
 * organisation that is there, or a new one with a name to change.
 */
export function reportOrganisation(
    document: LangiumDocument,
    container: AstNode,
    organisation: Organisation,
    at: Place,
    report: Report<keyof typeof messages>,
): void {
    const { name } = organisation;
    const inSight = rolesAround(container);
    const role = freeName(`${name}medewerker`, new Set(inSight.map((r) => r.name)));
    const line = `rol ${written(role)} van ${written(name)}`;
    const [added] = beforeUse(document, container, [line]);
    const known = inSight.filter((r) =>
        r.clauses.some((c) => isOfOrganisation(c) && c.organisations.some((o) => o.ref === organisation)),
    );
    const fixes: Fix[] = [
        ...known.slice(0, MOST_OFFERED).map((r) => replacement(at, written(r.name), false)),
        ...(added
            ? [
                  {
                      title: {
                          nl: `Voeg \`${line}\` toe, en noem die rol hier`,
                          en: `Add \`${line}\`, and name that role here`,
                      },
                      edits: [...added.edits, { at, newText: written(role) }],
                      safe: false,
                  },
              ]
            : []),
    ];
    report({
        message: 'organisation',
        at,
        parameters: { name, role },
        related: [
            { message: { nl: `\`${name}\` staat hier.`, en: `\`${name}\` is here.` }, at: placeOfName(organisation) },
        ],
        fixes,
    });
}

/** The roles that the text itself describes around a node. */
function rolesAround(node: AstNode) {
    const intervention = AstUtils.getContainerOfType(node, isIntervention);
    const file = AstUtils.getContainerOfType(node, isProtocolFile);
    return [...(intervention?.statements ?? []), ...(file?.elements ?? [])].filter(isRole);
}

/** Where the name of an element stands. */
export function placeOfName(node: AstNode): Place {
    return placeOfProperty(AstUtils.getDocument(node), node, 'name');
}
