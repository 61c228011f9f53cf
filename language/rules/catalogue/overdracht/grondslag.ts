import { byName, isOwn, states } from '../../../model/queries.js';
import { insertStatement } from '../../fixes/insert-statement.js';
import { defineRule } from '../../rule.js';

export const overdrachtGrondslag = defineRule({
    code: 'overdracht/grondslag',
    severity: 'warning',
    title: {
        nl: 'Bij een overdracht staat op welke grondslag gegevens worden verwerkt',
        en: 'A handover says on which ground data are processed',
    },
    reason: {
        nl: 'De AVG (artikel 6) vraagt een grondslag voor elke verwerking van persoonsgegevens. Dat is iets anders dan toestemming om de geheimhouding te doorbreken. De grondslag mag ook bij elk document staan dat meegaat.',
        en: 'The GDPR (article 6) asks for a ground for each processing of personal data. That is something else than consent to break secrecy. The ground may also stand at each document that goes along.',
    },
    messages: {
        none: {
            nl: 'Op welke grondslag gaan er bij overdracht `{name}` gegevens mee? Schrijf `grondslag "…"`, of `grondslag onbekend`.',
            en: 'On which ground do data go along with handover `{name}`? Write `grondslag "…"`, or `grondslag onbekend`.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    rol Gezinswerker
    rol Hulpverlener
    overdracht NaarHulp van Gezinswerker naar Hulpverlener { informatie "Het gezinsplan" }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    rol Gezinswerker
    rol Hulpverlener
    overdracht NaarHulp van Gezinswerker naar Hulpverlener {
        informatie "Het gezinsplan"
        grondslag "Publieke taak (AVG, artikel 6 lid 1 onder e)"
    }
}
`,
    checkProtocol: (protocol, report, { document }) => {
        const documents = byName(protocol.documents);
        for (const handover of protocol.handovers.filter((h) => isOwn(h) && !states(h, 'grondslag'))) {
            const carried = handover.information.flatMap((i) => i.documents);
            const allGrounded =
                carried.length > 0 &&
                handover.information.every((i) => i.value === undefined) &&
                carried.every((d) => {
                    const found = documents.get(d.name);
                    return found !== undefined && states(found, 'grondslag');
                });
            if (!allGrounded) {
                report({
                    message: 'none',
                    at: handover.nameAt,
                    parameters: { name: handover.name },
                    fixes: insertStatement(document, handover, 'grondslag onbekend'),
                });
            }
        }
    },
});
