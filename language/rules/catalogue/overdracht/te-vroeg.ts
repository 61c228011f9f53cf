import type { LangiumDocument } from 'langium';
import { isClosesAfter } from '../../../generated/ast.js';
import { isOpen, isOwn, personByRole, statementsOf, surePersonByRole, textsOf } from '../../../model/queries.js';
import type { Handover, Meetings, Place } from '../../../model/protocol.js';
import { interval, isVague } from '../../../model/values.js';
import { insertStatement } from '../../fixes/insert-statement.js';
import type { Fix } from '../../finding.js';
import { lastOf, nodeAt } from '../../fixes/nodes.js';
import { replacement } from '../../fixes/replace.js';
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
        undecided: {
            nl: 'Of de gever bij overdracht `{name}` te vroeg afsluit, valt niet te zeggen: na gesprek {meeting}, en het aantal gesprekken is “{value}”.',
            en: 'Whether the giver closes handover `{name}` too early cannot be decided: after meeting {meeting}, and the number of meetings is “{value}”.',
        },
        unsettled: {
            nl: 'Of de gever bij overdracht `{name}` te vroeg afsluit, valt niet te zeggen: na gesprek {meeting} van “{value}”, maar de tekst laat ruimte of zegt niet met wie.',
            en: 'Whether the giver closes handover `{name}` too early cannot be decided: after meeting {meeting} of “{value}”, but the text leaves room or does not say with whom.',
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
    checkProtocol: (protocol, report, { document }) => {
        const personOf = personByRole(protocol.roles);
        const surePersonOf = surePersonByRole(protocol.roles);
        for (const handover of protocol.handovers.filter((h) => isOwn(h))) {
            const { name, closesAfter, meetings } = handover;
            if (closesAfter.length === 0 && statementsOf(handover, 'vorm').some((f) => textsOf(f).includes('warm'))) {
                report({
                    message: 'unstated',
                    at: handover.nameAt,
                    severity: 'info',
                    parameters: { name },
                    fixes: insertStatement(document, handover, 'sluit af na onbekend'),
                });
            }
            const joint = meetings.filter((m) => isJoint(handover, m, personOf));
            const amounts = joint.flatMap((m) => (m.value?.type === 'quantity' ? [m.value] : []));
            if (joint.length === 0 || joint.some((m) => isOpen(m.value)) || amounts.length < joint.length) {
                continue;
            }
            const spans = amounts.map(interval);
            const least = spans.reduce((sum, s) => sum + s.low, 0);
            const most = spans.reduce((sum, s) => sum + s.high, 0);
            const isVagueHere = amounts.some((a) => isVague(a));
            const isOpenHere = joint.some(
                (m) => m.modality ?? m.withModality ?? m.withValue ?? !isJoint(handover, m, surePersonOf),
            );
            for (const { meeting, at, modality } of closesAfter) {
                if (meeting === undefined) {
                    continue;
                }
                const isUnsettled = isOpenHere || modality !== undefined;
                const isInexact = isVagueHere || isUnsettled;
                const related = joint.map((m) => ({
                    message: { nl: 'De gesprekken.', en: 'The meetings.' },
                    at: m.at,
                }));
                if (!isInexact && meeting < least) {
                    const fixes = afterMeeting(document, at, least);
                    report({ message: 'early', at, parameters: { name, meeting, count: least }, related, fixes });
                } else if (!isInexact && meeting > most) {
                    const fixes = afterMeeting(document, at, most);
                    report({
                        message: 'no-such-meeting',
                        at,
                        parameters: { name, meeting, count: most },
                        related,
                        fixes,
                    });
                } else if (isInexact || meeting < most) {
                    const value = amounts.map((a) => a.text).join(', ');
                    report({
                        message: isUnsettled ? 'unsettled' : 'undecided',
                        at,
                        severity: 'info',
                        parameters: { name, meeting, value },
                        related,
                    });
                }
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

/** Whether giver and receiver both are in a meeting; one that names nobody counts too. */
function isJoint(handover: Handover, meeting: Meetings, personOf: (role: string) => string): boolean {
    const roles = meeting.with.map((r) => r.name);
    const present = new Set(roles.map(personOf));
    const has = (role: string | undefined) => role === undefined || present.has(personOf(role));
    return roles.length === 0 || (has(handover.from?.name) && has(handover.to?.name));
}
