import type { LangiumDocument } from 'langium';
import * as ast from '../../../generated/ast.js';
import type { Handover, Place, Protocol } from '../../../model/protocol.js';
import { isOpen, isOwn } from '../../../model/queries.js';
import { lastOf, nodeAt } from '../../fixes/nodes.js';
import { addedBehind } from '../../fixes/replace.js';
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
        usedUp: {
            nl: 'Van overdracht `{name}` kan de bevestiging vaker uitblijven dan `{target} hoogstens {times} keer` toelaat, en er staat niet wat er dan gebeurt. Schrijf erachter `, anders: …` met een stap, escalatie of einde, of `, anders: onbekend`.',
            en: 'The confirmation of handover `{name}` may fail to come more often than `{target} hoogstens {times} keer` allows, and nothing says what happens then. Write `, anders: …` behind it with a step, escalation or end, or `, anders: onbekend`.',
        },
        usedUpAgain: {
            nl: 'Van overdracht `{name}` kan de bevestiging ook na `anders: {target}` uitblijven, vaker dan `hoogstens {times} keer` toelaat, en er staat niet wat er dan gebeurt. Laat `anders` leiden naar wat deze overdracht niet opnieuw doet: een escalatie of een einde.',
            en: 'The confirmation of handover `{name}` may fail to come after `anders: {target}` too, more often than `hoogstens {times} keer` allows, and nothing says what happens then. Let `anders` lead to what does not bring this handover again: an escalation or an end.',
        },
        never: {
            nl: 'Dit `anders` geldt nooit: `bij uitblijven: {target}` heeft geen grens, dus bij elk uitblijven gaat het daarheen. Schrijf `bij uitblijven: {target} hoogstens … keer, anders: …`.',
            en: 'This `anders` never holds: `bij uitblijven: {target}` has no bound, so it leads there each time. Write `bij uitblijven: {target} hoogstens … keer, anders: …`.',
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
            handover.whenAbsent.forEach(({ target, otherwise, at }, i) => {
                const isLast = handover.whenAbsent[i + 1]?.otherwise !== true;
                const isBounded = target?.atMost !== undefined || target?.atMostValue !== undefined;
                const parameters = {
                    name: handover.name,
                    target: target?.node.name ?? '',
                    times: target?.atMost === undefined ? 'onbekend' : String(target.atMost),
                };
                // what else stands there, such as a text or a term, may say it
                const isAlone = handover.whenAbsent.every((w) => w.target ?? w.otherwise);
                if (target && isBounded && isLast && isAlone && comesBack(protocol, target.node.name, handover)) {
                    const [place] = otherwise ? [] : targetsAt(document, at);
                    report({
                        message: otherwise ? 'usedUpAgain' : 'usedUp',
                        at,
                        parameters,
                        fixes: place ? [addedBehind(place, ', anders: onbekend')] : [],
                    });
                } else if (target && !isBounded && !isLast) {
                    report({ message: 'never', at, parameters });
                }
            });
        }
    },
});

/** Whether a case may come from a node to where a handover takes place, whatever conditions say. */
function comesBack({ process }: Protocol, start: string, { fromNodes }: Handover): boolean {
    const next = new Map<string, string[]>();
    const link = (from: string, to: string) => next.set(from, [...(next.get(from) ?? []), to]);
    process?.arrows.forEach(({ from, to }) => {
        if (from !== undefined && to !== undefined) {
            link(`done ${from}`, to);
        }
    });
    for (const { name, parent, kind } of process?.nodes ?? []) {
        if (kind !== 'group' && kind !== 'phase') {
            link(name, `done ${name}`);
        }
        if (parent !== undefined) {
            link(parent, name);
            link(`done ${name}`, `done ${parent}`);
        }
    }
    const found = new Set([start]);
    for (const place of found) {
        next.get(place)?.forEach((n) => found.add(n));
    }
    return fromNodes.some((n) => found.has(`done ${n.name}`));
}

/** Behind where a `bij uitblijven` says where to go. */
function targetsAt(document: LangiumDocument, at: Place): Place[] {
    const node = nodeAt(document, at, ast.isWhenAbsent);
    const place = node && lastOf(document, node, ['target']);
    return place ? [place] : [];
}
