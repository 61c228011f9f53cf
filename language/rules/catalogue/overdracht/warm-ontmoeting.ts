import { wrongHandsIn } from '../../../analysis/wrong-hands.js';
import type { LangiumDocument } from 'langium';
import { isMeetings } from '../../../generated/ast.js';
import { byName, clientsOf, isOpen, isOwn, personByRole, statementsOf, textsOf } from '../../../model/queries.js';
import type { Meetings, Statement } from '../../../model/protocol.js';
import { interval, isVague } from '../../../model/values.js';
import { enumerate } from '../../../text/numbers.js';
import type { Fix } from '../../finding.js';
import { insertStatement } from '../../fixes/insert-statement.js';
import { lastOf, nodeAt } from '../../fixes/nodes.js';
import { addedBehind, written } from '../../fixes/replace.js';
import { defineRule } from '../../rule.js';

export const overdrachtWarmOntmoeting = defineRule({
    code: 'overdracht/warm-ontmoeting',
    severity: 'error',
    title: {
        nl: 'Bij een warme overdracht ontmoeten gever, ontvanger en gezin elkaar',
        en: 'In a warm handover giver, receiver and family meet',
    },
    reason: {
        nl: 'Warm overdragen betekent bij STJ (stap 5 van Bemoeizorg) dat wie overdraagt, wie ontvangt en het gezin elkaar ontmoeten. Een overdracht die warm heet en geen gezamenlijk gesprek kent, spreekt zichzelf tegen. Zegt de tekst `veelal` of `bij voorkeur`, dan is het een waarschuwing.',
        en: 'According to STJ (step 5 of Bemoeizorg) a warm handover means that giver, receiver and family meet. A handover that is called warm and has no joint meeting contradicts itself. Where the text says `veelal` or `bij voorkeur` it is a warning.',
    },
    messages: {
        'no-meeting': {
            nl: 'Overdracht `{name}` heet warm en heeft geen gezamenlijk gesprek. Schrijf daarin `gesprekken … met …`, of kies een andere `vorm`.',
            en: 'Handover `{name}` is called warm and has no joint meeting. Write `gesprekken … met …` in it, or choose another `vorm`.',
        },
        'maybe-none': {
            nl: 'Overdracht `{name}` heet warm; of er een gesprek is, valt niet te zeggen: “{value}” kan ook geen gesprek zijn.',
            en: 'Handover `{name}` is called warm; whether there is a meeting cannot be decided: “{value}” may be none.',
        },
        'no-company': {
            nl: 'Met wie zijn de gesprekken van warme overdracht `{name}`? Schrijf erachter `met` en de rollen, het gezin erbij.',
            en: 'With whom are the meetings of warm handover `{name}`? Write `met` and the roles behind it, the family included.',
        },
        absent: {
            nl: 'Bij de gesprekken van warme overdracht `{name}` ontbreekt {who}. Zet {who} achter `met`, of kies een andere `vorm`.',
            en: 'In the meetings of warm handover `{name}` {whoEn} is absent. Put {whoEn} behind `met`, or choose another `vorm`.',
        },
        'no-client': {
            nl: 'Of het gezin bij de gesprekken van warme overdracht `{name}` is, valt niet te zeggen: geen rol `is cliënt`. Schrijf het achter de naam van de rol van het gezin.',
            en: 'Whether the family is in the meetings of warm handover `{name}` cannot be decided: no role `is cliënt`. Write it behind the name of the role of the family.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    rol Gezinswerker
    rol Hulpverlener
    rol Gezin is cliënt
    overdracht NaarHulp van Gezinswerker naar Hulpverlener {
        vorm warm
        gesprekken precies 1 met Gezinswerker, Hulpverlener
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
        gesprekken precies 1 met Gezinswerker, Gezin, Hulpverlener
    }
}
`,
    checkProtocol: (protocol, report, { document, settings }) => {
        const roles = byName(protocol.roles);
        const personOf = personByRole(protocol.roles);
        const clients = clientsOf(protocol.roles);
        for (const handover of protocol.handovers.filter((h) => isOwn(h))) {
            const form = statementsOf(handover, 'vorm').find(isWarm);
            if (!form || handover.meetings.some((m) => isOpen(m.value))) {
                continue;
            }
            const { name, meetings } = handover;
            const related = [{ message: { nl: 'Hier heet zij warm.', en: 'Here it is called warm.' }, at: form.at }];
            const likely = meetings.filter((m) => !isNone(m));
            const [first] = likely;
            if (!first) {
                const at = meetings[0]?.at ?? form.at;
                const severity = form.modality ? 'warning' : 'error';
                const fixes = meetings[0] ? [] : insertStatement(document, handover, 'gesprekken onbekend');
                report({ message: 'no-meeting', at, severity, parameters: { name }, related, fixes });
                continue;
            }
            if (likely.some((m) => isOpen(m.withValue))) {
                continue;
            }
            const joint = likely.filter((m) => m.with.length > 0);
            if (joint.length === 0) {
                const fixes = joinedBy(document, first, 'met onbekend');
                report({
                    message: 'no-company',
                    at: first.at,
                    severity: 'warning',
                    parameters: { name },
                    related,
                    fixes,
                });
                continue;
            }
            // a wrong giver or receiver is told by overdracht/van-naar, and need not be there
            const wrong = wrongHandsIn(protocol, settings.holidays);
            const from = wrong.givers.has(handover) ? undefined : handover.from?.name;
            const to = wrong.receivers.has(handover) ? undefined : handover.to?.name;
            const absences = joint.map((m) => {
                const present = new Set(m.with.map((r) => personOf(r.name)));
                const lacks = (role: string | undefined) => role !== undefined && !present.has(personOf(role));
                const hasFamily = m.with.some((r) => clients.has(r.name));
                return {
                    meeting: m,
                    who: [from, to].filter((r) => r !== undefined && lacks(r) && roles.has(r)).map(String),
                    family: hasFamily,
                };
            });
            const complete = absences.find((a) => a.who.length === 0 && a.family);
            if (complete) {
                // a vague number of meetings is one at least, unless it may be none
                const { meeting } = complete;
                if (mayBeNone(meeting) && meeting.value?.type === 'quantity') {
                    report({
                        message: 'maybe-none',
                        at: meeting.at,
                        severity: 'info',
                        parameters: { name, value: meeting.value.text },
                        related,
                    });
                }
                continue;
            }
            const [least] = [...absences].sort((a, b) => size(a) - size(b));
            if (!least) {
                continue;
            }
            if (clients.size === 0 && least.who.length === 0) {
                report({ message: 'no-client', at: least.meeting.at, severity: 'info', parameters: { name }, related });
                continue;
            }
            const absent = [...least.who, ...(least.family || clients.size !== 1 ? [] : clients)];
            const who = least.who.map((r) => `\`${r}\``);
            const familyNl = least.family || clients.size === 0 ? [] : ['het gezin'];
            const familyEn = least.family || clients.size === 0 ? [] : ['the family'];
            report({
                message: 'absent',
                at: least.meeting.at,
                severity: (form.modality ?? least.meeting.modality) ? 'warning' : 'error',
                parameters: {
                    name,
                    who: enumerate([...who, ...familyNl]).nl,
                    whoEn: enumerate([...who, ...familyEn]).en,
                },
                related,
                // which role is the family must be sure
                fixes:
                    absent.length === 0 || (!least.family && clients.size > 1)
                        ? []
                        : joinedBy(document, least.meeting, `, ${absent.map(written).join(', ')}`),
            });
        }
    },
});

/** Says with whom a meeting is, behind what is said of it. */
function joinedBy(document: LangiumDocument, meeting: Meetings, whom: string): Fix[] {
    const node = nodeAt(document, meeting.at, isMeetings);
    const at = node && lastOf(document, node, ['value', 'with']);
    return at ? [addedBehind(at, whom)] : [];
}

function isWarm(form: Statement): boolean {
    return form.values.length > 0 && textsOf(form).some((t) => t.toLowerCase() === 'warm');
}

function isNone({ value }: Meetings): boolean {
    return value?.type === 'quantity' && interval(value).high === 0 && !isVague(value);
}

/** `hoogstens 2`, `zo nodig 1`: a number that leaves room for no meeting. */
function mayBeNone({ value, modality }: Meetings): boolean {
    const mayBeZero = value?.type === 'quantity' && value.numeral === undefined && interval(value).low === 0;
    return mayBeZero || modality === 'if-needed';
}

function size(absence: { readonly who: readonly string[]; readonly family: boolean }): number {
    return absence.who.length + (absence.family ? 0 : 1);
}
