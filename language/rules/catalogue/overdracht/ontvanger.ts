import { isOwn, surePersonByRole } from '../../../model/queries.js';
import { replacement } from '../../fixes/replace.js';
import { defineRule } from '../../rule.js';

export const overdrachtOntvanger = defineRule({
    code: 'overdracht/ontvanger',
    severity: 'error',
    title: { nl: 'Een overdracht gaat naar iemand anders', en: 'A handover goes to somebody else' },
    reason: {
        nl: 'Overdragen is dat iemand anders verdergaat. Een overdracht van een rol naar zichzelf, of naar een rol die dezelfde persoon vervult (`vervuld door`), draagt niets over.',
        en: 'To hand over is that somebody else goes on. A handover from a role to itself, or to a role that the same person fills (`vervuld door`), hands nothing over.',
    },
    messages: {
        same: {
            nl: 'Overdracht `{name}` gaat van `{from}` naar dezelfde rol. Noem wie het overneemt, of haal de overdracht weg.',
            en: 'Handover `{name}` goes from `{from}` to the same role. Name who takes over, or take the handover away.',
        },
        'same-person': {
            nl: 'Overdracht `{name}` gaat van `{from}` naar `{to}`, maar beide rollen worden door dezelfde persoon vervuld. Noem wie het overneemt, of haal de overdracht weg.',
            en: 'Handover `{name}` goes from `{from}` to `{to}`, but the same person fills both. Name who takes over, or take the handover away.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    rol Gezinswerker
    overdracht NaarHulp van Gezinswerker naar Gezinswerker
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    rol Gezinswerker
    rol Hulpverlener
    overdracht NaarHulp van Gezinswerker naar Hulpverlener
}
`,
    checkProtocol: (protocol, report) => {
        const personOf = surePersonByRole(protocol.roles);
        for (const { name, from, to } of protocol.handovers.filter((h) => isOwn(h))) {
            if (from && to && personOf(from.name) === personOf(to.name)) {
                const message = from.name === to.name ? 'same' : 'same-person';
                report({
                    message,
                    at: to.at,
                    parameters: { name, from: from.name, to: to.name },
                    fixes: [replacement(to.at, 'onbekend')],
                });
            }
        }
    },
});
