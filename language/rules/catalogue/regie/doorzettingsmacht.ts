import { ofList } from '../../../model/of-list.js';
import { byName, directorsOf, personByRole, states } from '../../../model/queries.js';
import type { Ref, Role } from '../../../model/protocol.js';
import { insertStatement } from '../../fixes/insert-statement.js';
import { defineRule } from '../../rule.js';

export const regieDoorzettingsmacht = defineRule({
    code: 'regie/doorzettingsmacht',
    severity: 'warning',
    title: {
        nl: 'Van wie de regie voert, staat er wat die mag doorzetten',
        en: 'What the director has the power to push through is stated',
    },
    reason: {
        nl: 'STJ toetst of de regisseur doorzettingsmacht heeft (indicator 3.2.2): wie anderen niet aan afspraken kan houden, kan een gezin niet door de keten helpen. Dit geldt ook voor wie de regie bij een overdracht krijgt.',
        en: 'STJ reviews whether the director has the power to push through (indicator 3.2.2): who cannot hold others to agreements cannot help a family through the chain. This holds for who gets the direction in a handover too.',
    },
    messages: {
        none: {
            nl: 'Wat mag `{name}` als regisseur doorzetten? Schrijf in het blok van de rol `doorzettingsmacht "…"`, of `doorzettingsmacht onbekend`.',
            en: 'What may `{name}` push through as director? Write `doorzettingsmacht "…"` in the block of the role, or `doorzettingsmacht onbekend`.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    rol Regisseur voert regie { taak "Houdt het overzicht" }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    rol Regisseur voert regie { doorzettingsmacht "Roept alle hulpverleners bij elkaar" }
}
`,
    checkProtocol: (protocol, report, { document }) => {
        const roles = byName(protocol.roles);
        const personOf = personByRole(protocol.roles);
        const receivers = new Map<string, Ref>(
            protocol.handovers
                .filter((h) => h.inheritedFrom === undefined)
                .flatMap((h) => h.direction.flatMap((d) => (d.role ? [[d.role.name, d.role] as const] : []))),
        );
        // who directs and who fills that role have one mandate
        const mandated = new Set(mandatedOf(protocol.roles).map((r) => personOf(r.name)));
        const directing = new Set([...directorsOf(protocol.roles).map((r) => r.name), ...receivers.keys()]);
        for (const role of [...directing].flatMap((name) => roles.get(name) ?? [])) {
            const receives = receivers.get(role.name);
            const isHere = role.inheritedFrom === undefined && role.nameAt.file === protocol.nameAt.file;
            if (mandated.has(personOf(role.name)) || !((role.directs && isHere) || receives)) {
                continue;
            }
            report({
                message: 'none',
                at: isHere || !receives ? role.nameAt : receives.at,
                parameters: { name: role.name },
                related:
                    receives && isHere
                        ? [
                              {
                                  message: {
                                      nl: 'Hier krijgt de rol de regie.',
                                      en: 'Here the role gets the direction.',
                                  },
                                  at: receives.at,
                              },
                          ]
                        : [],
                fixes: insertStatement(document, role, 'doorzettingsmacht onbekend'),
            });
        }
    },
});

const mandatedOf = ofList((roles: readonly Role[]) => roles.filter((r) => states(r, 'doorzettingsmacht')));
