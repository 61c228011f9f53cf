import { isAction } from '../../../generated/ast.js';
import { isOwn, states } from '../../../model/queries.js';
import { enumerate } from '../../../text/numbers.js';
import { insertStatement } from '../../fixes/insert-statement.js';
import { lastOf, nodeAt } from '../../fixes/nodes.js';
import { addedBehind } from '../../fixes/replace.js';
import { defineRule } from '../../rule.js';

export const overdrachtIPass = defineRule({
    code: 'overdracht/i-pass',
    severity: 'info',
    title: {
        nl: 'Een overdracht zegt hoe ernstig het is, wie wat doet en wat als het anders loopt',
        en: 'A handover says how severe it is, who does what, and what if things go differently',
    },
    reason: {
        nl: 'I-PASS noemt vijf onderdelen van een veilige overdracht: ernst, samenvatting, acties met wie ze doet, wat als, en de samenvatting door de ontvanger. De samenvatting en de bevestiging hebben eigen regels.',
        en: 'I-PASS names five parts of a safe handover: illness severity, patient summary, action list with owners, situation awareness, and synthesis by the receiver. The summary and the confirmation have rules of their own.',
    },
    messages: {
        incomplete: {
            nl: 'Overdracht `{name}` heeft nog geen {missing} (I-PASS).',
            en: 'Handover `{name}` has no {missingEn} yet (I-PASS).',
        },
        'no-owner': {
            nl: 'Wie doet de actie “{action}” van overdracht `{name}`? Schrijf achter de actie `door …` met een rol, of `door onbekend`.',
            en: 'Who does the action “{action}” of handover `{name}`? Write `door …` with a role behind the action, or `door onbekend`.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    rol Gezinswerker
    rol Hulpverlener
    overdracht NaarHulp van Gezinswerker naar Hulpverlener { actie "Eerste afspraak maken" door Hulpverlener }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    rol Gezinswerker
    rol Hulpverlener
    overdracht NaarHulp van Gezinswerker naar Hulpverlener {
        ernst "Er is geen acuut gevaar"
        actie "Eerste afspraak maken" door Hulpverlener
        wat als "het gezin niet komt" "De gezinswerker gaat langs"
    }
}
`,
    checkProtocol: (protocol, report, { document }) => {
        for (const handover of protocol.handovers.filter((h) => isOwn(h))) {
            const { name } = handover;
            const missing = [
                ...(states(handover, 'ernst') ? [] : ['ernst']),
                ...(handover.actions.length > 0 ? [] : ['actie']),
                ...(handover.contingencies.length > 0 ? [] : ['wat als']),
            ];
            if (missing.length > 0) {
                const names = enumerate(missing.map((m) => `\`${m}\``));
                report({
                    message: 'incomplete',
                    at: handover.nameAt,
                    parameters: { name, missing: names.nl, missingEn: names.en },
                    fixes: insertStatement(
                        document,
                        handover,
                        missing.map((m) => `${m} onbekend`),
                    ),
                    data: { missing },
                });
            }
            for (const action of handover.actions.filter((a) => !a.performer && !a.performerValue && !a.value)) {
                const node = nodeAt(document, action.at, isAction);
                const behind = node && lastOf(document, node, ['text']);
                report({
                    message: 'no-owner',
                    at: action.at,
                    parameters: { name, action: action.text },
                    fixes: behind ? [addedBehind(behind, 'door onbekend')] : [],
                });
            }
        }
    },
});
