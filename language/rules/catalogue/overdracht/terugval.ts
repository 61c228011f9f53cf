import { isOpen, isOwn } from '../../../model/queries.js';
import { insertStatement } from '../../fixes/insert-statement.js';
import { defineRule } from '../../rule.js';

export const overdrachtTerugval = defineRule({
    code: 'overdracht/terugval',
    severity: 'warning',
    title: {
        nl: 'Er staat wat er gebeurt als de bevestiging uitblijft',
        en: 'What happens when the confirmation does not come is stated',
    },
    reason: {
        nl: 'Een bevestiging helpt alleen als iemand iets doet wanneer zij niet komt (I-PASS, situation awareness and contingency). Een `termijn` met `anders:` telt ook. Is er geen bevestiging afgesproken, dan zegt `overdracht/bevestiging` dat.',
        en: 'A confirmation only helps when somebody acts when it does not come (I-PASS, situation awareness and contingency). A `termijn` with `anders:` counts too. Where no confirmation is agreed `overdracht/bevestiging` says so.',
    },
    messages: {
        none: {
            nl: 'Wat gebeurt er als de bevestiging van overdracht `{name}` uitblijft? Schrijf `bij uitblijven: …` met een stap of escalatie, of `bij uitblijven onbekend`.',
            en: 'What happens when the confirmation of handover `{name}` does not come? Write `bij uitblijven: …` with a step or escalation, or `bij uitblijven onbekend`.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    rol Gezinswerker
    rol Hulpverlener
    overdracht NaarHulp van Gezinswerker naar Hulpverlener { bevestiging door Hulpverlener binnen 5 werkdagen }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    rol Gezinswerker
    rol Hulpverlener
    overdracht NaarHulp van Gezinswerker naar Hulpverlener {
        bevestiging door Hulpverlener binnen 5 werkdagen
        bij uitblijven "De gezinswerker belt en blijft tot dan bij het gezin betrokken"
    }
}
`,
    checkProtocol: (protocol, report, { document }) => {
        for (const handover of protocol.handovers.filter((h) => isOwn(h))) {
            const [confirmation] = handover.confirmations.filter((c) => !isOpen(c.value));
            const isSaid =
                handover.whenAbsent.length > 0 || handover.deadlines.some((d) => d.otherwise ?? d.otherwiseValue);
            if (confirmation && !isSaid) {
                report({
                    message: 'none',
                    at: confirmation.at,
                    parameters: { name: handover.name },
                    fixes: insertStatement(document, handover, 'bij uitblijven onbekend'),
                });
            }
        }
    },
});
