import type { LangiumDocument } from 'langium';
import { closingsOf, type Closing } from '../../../analysis/closing.js';
import { isClosesAfter } from '../../../generated/ast.js';
import { isOwn } from '../../../model/queries.js';
import type { Place } from '../../../model/protocol.js';
import { enumerate } from '../../../text/numbers.js';
import { insertStatement } from '../../fixes/insert-statement.js';
import type { Fix } from '../../finding.js';
import { lastOf, nodeAt } from '../../fixes/nodes.js';
import { replacement } from '../../fixes/replace.js';
import { allDoubts } from '../../proof.js';
import { defineRule } from '../../rule.js';

export const overdrachtTeVroeg = defineRule({
    code: 'overdracht/te-vroeg',
    severity: 'error',
    title: {
        nl: 'De gever sluit pas af na het laatste gezamenlijke gesprek',
        en: 'The giver closes after the last joint meeting only',
    },
    reason: {
        nl: 'Bij een warme overdracht ontmoeten gever, gezin en ontvanger elkaar voordat de gever het contact afsluit (STJ, stap 5 van Bemoeizorg). Wie na gesprek 1 van 2 afsluit, is bij het tweede niet meer betrokken. Is het aantal gesprekken of met wie zij zijn niet precies, of staat er `veelal`, dan valt het niet te zeggen.',
        en: 'In a warm handover giver, family and receiver meet before the giver closes the contact (STJ, step 5 of Bemoeizorg). Who closes after meeting 1 of 2 is no longer involved in the second. Where the number of meetings or who is in them is not exact, or the text says `veelal`, it cannot be decided.',
    },
    messages: {
        early: {
            nl: 'Bij overdracht `{name}` sluit de gever af na gesprek {meeting}, en er zijn {count} gezamenlijke gesprekken. Sluit af na gesprek {count}, of plan minder gesprekken.',
            en: 'In handover `{name}` the giver closes after meeting {meeting}, and there are {count} joint meetings. Close after meeting {count}, or plan fewer meetings.',
        },
        'no-such-meeting': {
            nl: 'Bij overdracht `{name}` sluit de gever af na gesprek {meeting}, en er zijn er {count}. Noem een gesprek dat er is.',
            en: 'In handover `{name}` the giver closes after meeting {meeting}, and there are {count}. Name a meeting that there is.',
        },
        vague: {
            nl: 'Of de gever bij overdracht `{name}` te vroeg afsluit, valt niet te zeggen: na gesprek {meeting}, en het aantal gesprekken is “{value}”.',
            en: 'Whether the giver closes handover `{name}` too early cannot be decided: after meeting {meeting}, and the number of meetings is “{value}”.',
        },
        unsettled: {
            nl: 'Of de gever bij overdracht `{name}` te vroeg afsluit, valt niet te zeggen: na gesprek {meeting} van “{value}”, maar de tekst laat ruimte of zegt niet met wie.',
            en: 'Whether the giver closes handover `{name}` too early cannot be decided: after meeting {meeting} of “{value}”, but the text leaves room or does not say with whom.',
        },
        order: {
            nl: 'Of de gever bij overdracht `{name}` te vroeg afsluit, valt niet te zeggen: na gesprek {meeting} van {count}, en welke daarvan gezamenlijk zijn, zegt de tekst niet.',
            en: 'Whether the giver closes handover `{name}` too early cannot be decided: after meeting {meeting} of {count}, and which of them are joint the text does not say.',
        },
        unstated: {
            nl: 'Wanneer sluit de gever warme overdracht `{name}` af? Schrijf `sluit af na gesprek …`, of `sluit af na onbekend`.',
            en: 'When does the giver close warm handover `{name}`? Write `sluit af na gesprek …`, or `sluit af na onbekend`.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    rol Gezinswerker
    rol Hulpverlener
    rol Gezin is cliënt
    overdracht NaarHulp van Gezinswerker naar Hulpverlener {
        vorm warm
        gesprekken precies 2 met Gezinswerker, Gezin, Hulpverlener
        sluit af na gesprek 1
    }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    rol Gezinswerker
    rol Hulpverlener
    rol Gezin is cliënt
    overdracht NaarHulp van Gezinswerker naar Hulpverlener {
        vorm warm
        gesprekken precies 2 met Gezinswerker, Gezin, Hulpverlener
        sluit af na gesprek 2
    }
}
`,
    asks: {
        question: {
            nl: 'Sluit wie overdraagt pas af na het laatste gezamenlijke gesprek?',
            en: 'Does who hands over close after the last joint meeting only?',
        },
        lacks: ({ handovers, roles }) =>
            handovers.some((h) => closingsOf(h, roles).length > 0)
                ? undefined
                : {
                      nl: 'Bij geen overdracht staat wanneer de gever afsluit, en er is geen warme.',
                      en: 'Of no handover is stated when the giver closes, and none is warm.',
                  },
        doubt: ({ handovers, roles }) => {
            const named = (outcome: Closing['outcome']) =>
                enumerate(
                    handovers
                        .filter((h) => closingsOf(h, roles).some((c) => c.outcome === outcome))
                        .map((h) => `\`${h.name}\``),
                );
            const [open, apart] = [named('open'), named('apart')];
            return allDoubts(
                open.nl === ''
                    ? undefined
                    : {
                          nl: `Wanneer de gever bij ${open.nl} afsluit of hoeveel gezamenlijke gesprekken er zijn, staat er niet in een getal.`,
                          en: `When the giver closes in ${open.en} or how many joint meetings there are is not stated as a number.`,
                      },
                apart.nl === ''
                    ? undefined
                    : {
                          nl: `Bij geen gesprek van ${apart.nl} staan gever en ontvanger samen achter \`met\`.`,
                          en: `At no meeting of ${apart.en} giver and receiver stand together behind \`met\`.`,
                      },
            );
        },
    },
    checkProtocol: (protocol, report, { document }) => {
        for (const handover of protocol.handovers) {
            const { name, nameAt } = handover;
            const heldBack = !isOwn(handover);
            for (const { closes, outcome, count, value, meetings } of closingsOf(handover, protocol.roles)) {
                if (outcome === 'unstated') {
                    const fixes = insertStatement(document, handover, 'sluit af na onbekend');
                    report({ message: outcome, at: nameAt, severity: 'info', parameters: { name }, fixes, heldBack });
                    continue;
                }
                if (!closes || outcome === 'in-time' || outcome === 'open' || outcome === 'apart') {
                    continue;
                }
                const isSure = outcome === 'early' || outcome === 'no-such-meeting';
                report({
                    message: outcome,
                    at: closes.at,
                    ...(!isSure && { severity: 'info' }),
                    parameters: { name, meeting: closes.meeting ?? 0, count, value },
                    related: meetings.map((m) => ({
                        message: { nl: 'De gesprekken.', en: 'The meetings.' },
                        at: m.at,
                    })),
                    fixes: isSure ? afterMeeting(document, closes.at, count) : [],
                    heldBack,
                });
            }
        }
    },
});

/** Closes after the last meeting, where there is one. */
function afterMeeting(document: LangiumDocument, closes: Place, count: number): Fix[] {
    const node = nodeAt(document, closes, isClosesAfter);
    const at = node && lastOf(document, node, ['meeting']);
    const title = { nl: `Sluit af na gesprek ${String(count)}`, en: `Close after meeting ${String(count)}` };
    return at && count > 0 ? [{ ...replacement(at, String(count)), title }] : [];
}
