import { wrongHandsIn } from '../../../analysis/wrong-hands.js';
import type { LangiumDocument } from 'langium';
import { isConfirmation } from '../../../generated/ast.js';
import type { Confirmation } from '../../../model/protocol.js';
import { isOpen, isOwn, personByRole } from '../../../model/queries.js';
import { insertStatement } from '../../fixes/insert-statement.js';
import type { Fix } from '../../finding.js';
import { keywordOf, lastOf, nodeAt } from '../../fixes/nodes.js';
import { addedBehind, replacement, written } from '../../fixes/replace.js';
import { defineRule } from '../../rule.js';

export const overdrachtBevestiging = defineRule({
    code: 'overdracht/bevestiging',
    severity: 'warning',
    title: {
        nl: 'De ontvanger bevestigt de overdracht, binnen een termijn',
        en: 'The receiver confirms the handover, within a term',
    },
    reason: {
        nl: 'In I-PASS vat de ontvanger samen wat is overgedragen (synthesis by receiver), en de zib eOverdracht legt vast wie ontving. Zonder bevestiging binnen een termijn weet niemand wanneer een gezin tussen wal en schip is gevallen. Een `termijn` op de overdracht zelf telt ook.',
        en: 'In I-PASS the receiver summarises what was handed over, and the Dutch building block for handovers records who received. Without confirmation within a term nobody knows when a family has fallen between two stools. A `termijn` on the handover itself counts too.',
    },
    messages: {
        none: {
            nl: 'Hoe weet de gever dat overdracht `{name}` is aangekomen? Schrijf `bevestiging door … binnen …`, of `bevestiging onbekend`.',
            en: 'How does the giver know that handover `{name}` has arrived? Write `bevestiging door … binnen …`, or `bevestiging onbekend`.',
        },
        'no-term': {
            nl: 'Binnen welke tijd bevestigt de ontvanger overdracht `{name}`? Schrijf `binnen …` achter de bevestiging.',
            en: 'Within what time does the receiver confirm handover `{name}`? Write `binnen …` behind the confirmation.',
        },
        'not-receiver': {
            nl: 'Bij overdracht `{name}` bevestigt `{role}`, maar `{to}` ontvangt. Laat de ontvanger bevestigen.',
            en: 'In handover `{name}` `{role}` confirms, but `{to}` receives. Let the receiver confirm.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    rol Gezinswerker
    rol Hulpverlener
    overdracht NaarHulp van Gezinswerker naar Hulpverlener { bevestiging door Hulpverlener }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    rol Gezinswerker
    rol Hulpverlener
    overdracht NaarHulp van Gezinswerker naar Hulpverlener { bevestiging door Hulpverlener binnen 5 werkdagen }
}
`,
    checkProtocol: (protocol, report, { document, settings }) => {
        const personOf = personByRole(protocol.roles);
        for (const handover of protocol.handovers.filter((h) => isOwn(h))) {
            const { name, confirmations, to } = handover;
            const [first] = confirmations;
            if (!first) {
                const fixes = insertStatement(document, handover, 'bevestiging onbekend');
                report({ message: 'none', at: handover.nameAt, parameters: { name }, fixes });
                continue;
            }
            if (confirmations.some((c) => isOpen(c.value))) {
                continue;
            }
            if (confirmations.every((c) => c.within === undefined) && handover.deadlines.length === 0) {
                report({ message: 'no-term', at: first.at, parameters: { name }, fixes: openTerm(document, first) });
            }
            const others = confirmations.filter((c) => c.role && to && personOf(c.role.name) !== personOf(to.name));
            if (others.length === confirmations.length) {
                for (const { role } of others) {
                    // a wrong receiver is told by overdracht/van-naar
                    if (role && to && !wrongHandsIn(protocol, settings.holidays).receivers.has(handover)) {
                        report({
                            message: 'not-receiver',
                            at: role.at,
                            parameters: { name, role: role.name, to: to.name },
                            related: [{ message: { nl: 'Deze rol ontvangt.', en: 'This role receives.' }, at: to.at }],
                            fixes: [replacement(role.at, written(to.name))],
                        });
                    }
                }
            }
        }
    },
});

/** Within what time is not known: behind who confirms, before what is said of where it comes from. */
function openTerm(document: LangiumDocument, confirmation: Confirmation): Fix[] {
    const node = nodeAt(document, confirmation.at, isConfirmation);
    const at =
        node && (lastOf(document, node, ['modality', 'role', 'roleValue']) ?? keywordOf(document, node, 'bevestiging'));
    return at ? [addedBehind(at, 'binnen onbekend')] : [];
}
