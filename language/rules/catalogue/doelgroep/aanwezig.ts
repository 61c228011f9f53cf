import { dropOf } from '../../../model/dropped.js';
import { isFollowUp, isOwn, states, statementsOf, textsOf } from '../../../model/queries.js';
import type { Named, Protocol } from '../../../model/protocol.js';
import { enumerate } from '../../../text/numbers.js';
import { freeName, namesIn } from '../../fixes/free-name.js';
import { insertStatement } from '../../fixes/insert-statement.js';
import { defineRule } from '../../rule.js';

const PARTS = ['selectie', 'contra-indicatie'] as const;

export const doelgroepAanwezig = defineRule({
    code: 'doelgroep/aanwezig',
    severity: 'warning',
    title: {
        nl: 'De doelgroep is beschreven, met selectie en contra-indicaties',
        en: 'The target group is described, with selection and contra-indications',
    },
    reason: {
        nl: 'Het werkblad voor erkenning (NJi, 1.1) vraagt voor wie de interventie is, hoe gezinnen worden geselecteerd en voor wie zij niet is. Zonder dat kan een verwijzer niet kiezen. Voor een intermediaire doelgroep (`soort intermediair`) geldt dit niet.',
        en: 'The form for recognition (NJi, 1.1) asks for whom the intervention is, how families are selected and for whom it is not. Without it nobody can refer. It does not hold for an intermediate target group (`soort intermediair`).',
    },
    leftOpen: { subject: /doelgroep/i, example: 'doelgroep onbekend' },
    messages: {
        none: {
            nl: 'Voor wie is `{name}`? Schrijf in de interventie een `doelgroep …`, met `selectie` en `contra-indicatie` daarin, of `doelgroep onbekend`.',
            en: 'For whom is `{name}`? Write a `doelgroep …` in the interventie, with `selectie` and `contra-indicatie` in it, or `doelgroep onbekend`.',
        },
        incomplete: {
            nl: 'Bij doelgroep `{name}` staat geen {missing}. Schrijf het erbij, of zeg dat het `onbekend` is.',
            en: 'Target group `{name}` has no {missingEn}. Add it, or say that it is `onbekend`.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    doelgroep Gezinnen "Gezinnen met jonge kinderen" { selectie "Aangemeld door de huisarts" }
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    doelgroep Gezinnen "Gezinnen met jonge kinderen" {
        selectie "Aangemeld door de huisarts"
        contra-indicatie onbekend
    }
}
`,
    checkProtocol: (protocol, report, { document }) => {
        if (protocol.targetGroups.length === 0) {
            const drop = dropOf('targetGroups', protocol);
            if ((!protocol.refines || drop) && !isFollowUp(protocol)) {
                report({
                    message: 'none',
                    unlessOpen: true,
                    at: drop?.element.at ?? protocol.nameAt,
                    parameters: { name: protocol.name },
                    fixes: [skeleton(protocol), 'doelgroep onbekend'].flatMap((s) =>
                        insertStatement(document, protocol, s),
                    ),
                });
            }
            return;
        }
        for (const group of protocol.targetGroups.filter((g) => isOwn(g) && !isIntermediate(g))) {
            const missing = PARTS.filter((part) => !states(group, part));
            if (missing.length > 0) {
                const names = enumerate(missing.map((m) => `\`${m}\``));
                report({
                    message: 'incomplete',
                    at: group.nameAt,
                    parameters: { name: group.name, missing: names.nl, missingEn: names.en },
                    fixes: insertStatement(
                        document,
                        group,
                        missing.map((m) => `${m} onbekend`),
                    ),
                    data: { missing },
                });
            }
        }
    },
});

/** A target group of which everything still is to be found out. */
function skeleton(protocol: Protocol): string {
    const lines = PARTS.map((part) => `\t${part} onbekend`);
    return [`doelgroep ${freeName('Doelgroep', namesIn(protocol))} {`, ...lines, '}'].join('\n');
}

/** Those through whom the intervention reaches whom it is for, such as teachers. */
function isIntermediate(group: Named): boolean {
    return statementsOf(group, 'soort').some((s) => textsOf(s).some((t) => /intermedia/i.test(t)));
}
