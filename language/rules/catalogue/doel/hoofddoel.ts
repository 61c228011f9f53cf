import { dropOf } from '../../../model/dropped.js';
import { isFollowUp, isOpen, leavesPartOpen, statementsOf } from '../../../model/queries.js';
import type { LangiumDocument } from 'langium';
import { isProperty } from '../../../generated/ast.js';
import type { Protocol, Statement } from '../../../model/protocol.js';
import type { Fix } from '../../finding.js';
import { freeName, namesIn } from '../../fixes/free-name.js';
import { insertStatement } from '../../fixes/insert-statement.js';
import { lastOf, nodeAt } from '../../fixes/nodes.js';
import { defineRule } from '../../rule.js';

export const doelHoofddoel = defineRule({
    code: 'doel/hoofddoel',
    severity: 'error',
    title: { nl: 'De interventie heeft een doel', en: 'The intervention has a goal' },
    reason: {
        nl: 'Het werkblad voor erkenning (NJi, 1.2) begint bij het hoofddoel: zonder doel valt van geen stap te zeggen of hij helpt. Een uitwerking of vervolg heeft het doel van wat zij uitwerkt of voortzet. Wie het doel niet kent, schrijft `doel onbekend`.',
        en: 'The form for recognition (NJi, 1.2) begins with the main goal: without one nobody can say of any step whether it helps. A local working-out or follow-up has the goal of what it refines or continues. Who does not know it writes `doel onbekend`.',
    },
    messages: {
        none: {
            nl: '`{name}` heeft geen doel. Schrijf in de interventie wat er voor het gezin verandert: `doel Naam "…"`, of `doel onbekend`.',
            en: '`{name}` has no goal. Write in the interventie what changes for the family: `doel Name "…"`, or `doel onbekend`.',
        },
        'only-label': {
            nl: 'Het doel van `{name}` staat alleen als kenmerk: “{text}”. Schrijf het als `doel Naam "…"`, dan kunnen stappen eraan werken.',
            en: 'The goal of `{name}` is stated as a label only: “{text}”. Write it as `doel Name "…"`, so that steps can work on it.',
        },
    },
    wrong: `
interventie Voorbeeld "Voorbeeld" {
    samenvatting "Iemand komt thuis langs."
}
`,
    right: `
interventie Voorbeeld "Voorbeeld" {
    doel Rust "Het gezin heeft weer rust"
}
`,
    checkProtocol: (protocol, report, { document }) => {
        const drop = dropOf('goals', protocol);
        if (protocol.goals.length > 0 || (protocol.refines && !drop) || isFollowUp(protocol)) {
            return;
        }
        const labels = statementsOf(protocol, 'kenmerk').filter((s) =>
            /^(hoofd)?doel(en|stelling)?\b/i.test(s.subject ?? ''),
        );
        if (leavesPartOpen(protocol, 'doel') || labels.some((s) => s.values.some((v) => isOpen(v)))) {
            return;
        }
        const [label] = labels;
        if (label) {
            const text = label.values.map((v) => (v.type === 'text' ? v.text : '')).join(', ');
            report({
                message: 'only-label',
                at: label.at,
                severity: 'warning',
                parameters: { name: protocol.name, text },
                fixes: asGoal(document, label, protocol),
            });
            return;
        }
        report({
            message: 'none',
            at: drop?.element.at ?? protocol.nameAt,
            parameters: { name: protocol.name },
            fixes: insertStatement(document, protocol, 'doel onbekend'),
        });
    },
});

/** Writes a label with one text as a goal, with what is said of where it comes from. */
function asGoal(document: LangiumDocument, label: Statement, protocol: Protocol): Fix[] {
    const node = nodeAt(document, label.at, isProperty);
    const subject = node && lastOf(document, node, ['subject']);
    if (!subject || label.values.length !== 1 || label.values[0]?.type !== 'text' || label.modality !== undefined) {
        return [];
    }
    const line = `doel ${freeName('Hoofddoel', namesIn(protocol))}`;
    const at = { file: subject.file, range: { start: label.at.range.start, end: subject.range.end } };
    return [
        {
            title: { nl: `Maak er \`${line}\` van`, en: `Make it \`${line}\`` },
            edits: [{ at, newText: line }],
            safe: false,
        },
    ];
}
